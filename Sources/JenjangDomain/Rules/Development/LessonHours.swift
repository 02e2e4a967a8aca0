/// How many lesson hours (JP) a record of learning counts.
///
/// Source: Peraturan LAN 10/2018; domain reference 4.5. The certificate goes first, then the conversion table, then the
/// time itself in whole lesson hours.
public enum LessonHours: Rule {
  public struct Input: Described {
    public var form: LearningForm?
    public var certificateHours: Int?
    public var minutes: Int?
    /// Days, sessions or activities.
    public var count: Int?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("form", .learningForm, \.form, required: true),
      Field("certificateHours", Text("JP pada sertifikat", en: "Hours on the certificate"), \.certificateHours),
      Field("minutes", Text("Lama (menit)", en: "Length (minutes)"), \.minutes),
      Field("count", Text("Banyaknya hari, sesi, atau kegiatan", en: "Days, sessions or activities"), \.count),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var hours: Int?

    public init() {}

    public static let fields: [Field<Output>] = [Field("hours", .verbatim("JP"), \.hours)]
  }

  public static let name = "lesson-hours"
  public static let title = Text("JP satu kegiatan belajar", en: "Lesson hours of a record")
  public static let purpose = Text(
    "Berapa jam pelajaran yang dihitung untuk satu kegiatan belajar.",
    en: "How many lesson hours a record of learning counts.")
  public static let basis = Text.verbatim("Peraturan LAN 10/2018")
  public static let subject = RuleSubject.development
  public static let parameters = [
    AnyParameter(LearningHours.minutes), AnyParameter(LearningHours.conversion), AnyParameter(LearningHours.caps),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let form = input.form, let day = input.day else { return Judgement(Output()) }
    let found = try counted(input, form, on: day, by: law)
    let caps = try law.require(LearningHours.caps, on: day)
    var output = Output()
    output.hours = found.hours.map { min($0, caps.value[form] ?? $0) }
    guard let cap = caps.value[form], let hours = found.hours, cap < hours else {
      return Judgement(output, [found.finding])
    }
    return Judgement(
      output,
      [
        found.finding,
        Finding(
          "learning.caps", LearningHours.caps.title, .met, found: .verbatim("\(hours) JP"),
          needed: .atMost(.verbatim("\(cap) JP")), by: caps),
      ])
  }

  private static func counted(
    _ input: Input, _ form: LearningForm, on day: Day, by law: Law
  ) throws(NoParameter) -> (hours: Int?, finding: Finding) {
    if let stated = input.certificateHours {
      return (
        stated,
        Finding(
          "learning.certificate", Text("JP pada sertifikat", en: "Hours on the certificate"), .met,
          found: .verbatim("\(stated) JP"), basis: basis, certainty: .verified)
      )
    }
    let conversion = try law.require(LearningHours.conversion, on: day)
    let minutes = try law.require(LearningHours.minutes, on: day)
    let converted = conversion.value[form].flatMap { each in input.count.map { $0 * each } }
    let timed = input.minutes.map { $0 / max(1, minutes.value) }
    if let timed, form.isClassical || converted == nil {
      return (
        timed,
        Finding(
          "learning.minutes", LearningHours.minutes.title, .met, found: .verbatim("\(timed) JP"),
          needed: Text("\(minutes.value) menit", en: "\(minutes.value) minutes"), by: minutes)
      )
    }
    return (
      converted,
      Finding(
        "learning.conversion", LearningHours.conversion.title, .init(converted.map { _ in true }),
        found: converted.map { .verbatim("\($0) JP") }, by: conversion)
    )
  }
}

extension Text {
  static let learningForm = Text("Bentuk pengembangan", en: "Form of learning")
}
