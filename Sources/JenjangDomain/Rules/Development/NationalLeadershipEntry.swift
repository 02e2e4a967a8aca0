/// Whether somebody may enter the national leadership training II (PKN II).
///
/// Source: published requirements of LAN; domain reference 9.1.
public enum NationalLeadershipEntry: Rule {
  public struct Input: Described {
    public var positionKind: PositionKind?
    public var grade: Grade?
    public var gradeSince: Day?
    public var birthDate: Day?
    public var retirement: Day?
    public var isSelected: Bool?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("positionKind", .positionKind, \.positionKind, required: true),
      Field("grade", .grade, \.grade),
      Field(
        "gradeSince", Text("TMT golongan IV/a", en: "In grade IV/a since"), \.gradeSince,
        help: Text(
          "Hari pertama dalam pangkat yang disyaratkan atau lebih tinggi.",
          en: "The first day in the rank required or a higher one.")),
      Field("birthDate", .birthDate, \.birthDate),
      Field("retirement", Text("TMT pensiun", en: "Retires on"), \.retirement),
      Field("isSelected", .selected, \.isSelected),
      Field("day", Text("Tanggal mulai pelatihan", en: "Day the training begins"), \.day, required: true),
    ]
  }

  public typealias Output = EligibilityOutcome

  public static let name = "pkn2-entry"
  public static let title = Text("Syarat peserta PKN II", en: "Entry to PKN II")
  public static let purpose = Text(
    "Apakah seseorang boleh mengikuti PKN II.", en: "Whether somebody may enter the training PKN II.")
  public static let basis = LeadershipTraining.national
  public static let subject = RuleSubject.development
  public static let parameters = [
    AnyParameter(LeadershipTraining.nationalGrade), AnyParameter(LeadershipTraining.administratorMonths),
    AnyParameter(LeadershipTraining.expertMonths), AnyParameter(LeadershipTraining.marginMonths),
    AnyParameter(LeadershipTraining.highestAge), AnyParameter(PostDemands.ageMonths),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let kind = input.positionKind, let day = input.day else { return Judgement(Output()) }
    let isOpen = [.seniorExecutive3, .expert4, .administrator, .expert3].contains(kind)
    var findings = [
      Finding(
        "pkn2.position", .openTo, .init(isOpen), found: kind.title, basis: basis, certainty: .verified)
    ]
    if kind == .administrator || kind == .expert3 { findings += try selected(input, kind, on: day, by: law) }
    if kind == .seniorExecutive3 {
      let margin = try law.require(LeadershipTraining.marginMonths, on: day)
      findings.append(
        Finding(
          "pkn2.margin", LeadershipTraining.marginMonths.title,
          isMet: input.retirement.map { day.adding(months: margin.value) <= $0 },
          found: input.retirement.map { Service(from: day, to: $0).text }, needed: Service(months: margin.value).text,
          by: margin))
    } else if isOpen {
      let age = try law.require(LeadershipTraining.highestAge, on: day)
      let months = try law.require(PostDemands.ageMonths, on: day)
      findings.append(.age("pkn2.age", input.birthDate, on: day, atMost: age.value, by: age, months))
    }
    return Output.judged(findings)
  }

  /// Rank, time in it and selection of those who do not hold an executive post.
  private static func selected(
    _ input: Input, _ kind: PositionKind, on day: Day, by law: Law
  ) throws(NoParameter) -> [Finding] {
    let grade = try law.require(LeadershipTraining.nationalGrade, on: day)
    let time =
      kind == .administrator ? LeadershipTraining.administratorMonths : LeadershipTraining.expertMonths
    let months = try law.require(time, on: day)
    return [
      Finding(
        "pkn2.grade", LeadershipTraining.nationalGrade.title,
        isMet: input.grade.map { !$0.isContract && $0 >= grade.value }, found: input.grade?.title,
        needed: .atLeast(grade.value.title), by: grade),
      Finding(
        "pkn2.months", time.title, isMet: input.gradeSince.map { $0.adding(months: months.value) <= day },
        found: input.gradeSince.map { Service(from: $0, to: day).text }, needed: Service(months: months.value).text,
        by: months),
      Finding("pkn2.selected", .selected, .init(input.isSelected), basis: basis, certainty: .verified),
    ]
  }

  public static func input(for person: PersonFacts) -> Input? {
    let state = person.state
    var input = Input()
    input.positionKind = state.position?.positionKind
    input.grade = state.grade
    if let grade = person.law.find(LeadershipTraining.nationalGrade, on: person.day)?.value {
      let ranks = person.book.rankHistories.owned(by: state.employee.id.raw)
      input.gradeSince = ranks.first { $0.grade.map { !$0.isContract && $0 >= grade } ?? false }?.effectiveDate
    }
    input.birthDate = state.employee.birthDate
    input.retirement = state.retirement(by: person.law)
    input.day = person.day
    return input
  }
}

extension Text {
  fileprivate static let openTo = Text(
    "JPT pratama, ahli utama, administrator, atau ahli madya",
    en: "Executive, principal expert, administrator or intermediate expert")
  fileprivate static let selected = Text("Lulus seleksi calon peserta", en: "Passed the selection of participants")
}
