/// Whether somebody's lesson hours of a year suffice, and how many are missing.
///
/// Source: PP 11/2017 article 203, PP 49/2018; domain reference 4.5. Verified records count in the year in which they
/// end; for contract staff the year of the contract, and the number is the most they can be given.
public enum LearningYear: Rule {
  public struct Entry: Described {
    public var name: String?
    public var form: LearningForm?
    public var hours: Int?
    public var endDate: Day?
    public var isVerified: Bool?

    public init() {}

    public static let fields: [Field<Entry>] = [
      Field("name", Text("Kegiatan", en: "Activity"), \.name),
      Field("form", .learningForm, \.form),
      Field("hours", .verbatim("JP"), \.hours, required: true),
      Field("endDate", Text("Tanggal selesai", en: "Ended on"), \.endDate, required: true),
      Field("isVerified", Text("Terverifikasi", en: "Verified"), \.isVerified),
    ]
  }

  public struct Input: Described {
    public var kind: EmployeeKind?
    public var contractStart: Day?
    public var day: Day?
    public var records: [Entry] = []

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("kind", .employmentKind, \.kind, required: true),
      Field(
        "contractStart", Text("Awal kontrak", en: "Start of the contract"), \.contractStart,
        help: Text(
          "Tahun kontrak dihitung dari hari ini; kosong: tahun kalender.",
          en: "Contract years are counted from it; else calendar years.")),
      Field("day", .lawDay, \.day, required: true, help: Text("Suatu hari pada tahun itu.", en: "A day of the year.")),
    ]
    public static var tables: [Rows<Input>] {
      [Rows("records", Text("Kegiatan belajar", en: "Records of learning"), \.records)]
    }
  }

  public struct Output: Described {
    public var from: Day?
    public var until: Day?
    public var hours: Int?
    public var unverified: Int?
    public var shortage: Int?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("from", Text("Dari", en: "From"), \.from), Field("until", Text("Sampai", en: "Until"), \.until),
      Field("hours", Text("JP terverifikasi", en: "Verified hours"), \.hours),
      Field("unverified", Text("JP belum terverifikasi", en: "Hours not yet verified"), \.unverified),
      Field("shortage", Text("Kekurangan JP", en: "Hours missing"), \.shortage),
    ]
  }

  public static let name = "learning-hours"
  public static let title = Text("JP setahun", en: "Lesson hours of a year")
  public static let purpose = Text(
    "Apakah jam pelajaran seseorang pada suatu tahun mencukupi.",
    en: "Whether somebody's lesson hours of a year suffice.")
  public static let basis = Text("PP 11/2017 pasal 203, PP 49/2018", en: "PP 11/2017 article 203, PP 49/2018")
  public static let subject = RuleSubject.development
  public static let parameters = [
    AnyParameter(LearningHours.caps), AnyParameter(LearningHours.target), AnyParameter(LearningHours.contractCeiling),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let kind = input.kind, let day = input.day else { return Judgement(Output()) }
    let caps = try law.require(LearningHours.caps, on: day)
    let (from, until) = kind.isContract ? contractYear(input.contractStart, day) : calendarYear(day)
    let inYear = input.records.filter { $0.endDate.map { from <= $0 && $0 <= until } ?? false }
    let counted = { (record: Entry) -> Int in
      let hours = record.hours ?? 0
      return min(hours, record.form.flatMap { caps.value[$0] } ?? hours)
    }
    var output = Output()
    output.from = from
    output.until = until
    let hours = inYear.filter { $0.isVerified == true }.map(counted).reduce(0, +)
    output.hours = hours
    output.unverified = inYear.filter { $0.isVerified != true }.map(counted).reduce(0, +)
    guard kind.isContract else {
      let target = try law.require(LearningHours.target, on: day)
      output.shortage = max(0, target.value - hours)
      return Judgement(
        output,
        [
          Finding(
            "learning.target", LearningHours.target.title, isMet: hours >= target.value,
            found: .verbatim("\(hours) JP"),
            needed: .atLeast(.verbatim("\(target.value) JP")), by: target)
        ])
    }
    let ceiling = try law.require(LearningHours.contractCeiling, on: day)
    return Judgement(
      output,
      [
        Finding(
          "learning.ceiling", LearningHours.contractCeiling.title, isMet: hours <= ceiling.value,
          found: .verbatim("\(hours) JP"), needed: .atMost(.verbatim("\(ceiling.value) JP")), by: ceiling)
      ])
  }

  private static func calendarYear(_ day: Day) -> (Day, Day) {
    let first = day.firstOfMonth.adding(months: 1 - day.month)
    return (first, first.adding(years: 1).adding(days: -1))
  }

  /// The year of a contract that a day falls in, counted from its start.
  private static func contractYear(_ start: Day?, _ day: Day) -> (Day, Day) {
    guard let start, start <= day else { return calendarYear(day) }
    let years = start.months(until: day) / 12
    return (start.adding(years: years), start.adding(years: years + 1).adding(days: -1))
  }

  public static func input(for person: PersonFacts) -> Input? {
    var input = Input()
    input.kind = person.state.kind
    if person.state.kind?.isContract == true { input.contractStart = person.state.employee.hireDate }
    input.day = person.day
    input.records = person.book.trainings.owned(by: person.state.employee.id.raw).compactMap { training in
      guard let hours = training.lessonHours, let end = training.endDate ?? training.startDate else { return nil }
      var entry = Entry()
      entry.name = training.name
      entry.form = LearningForm(of: training.mode)
      entry.hours = hours
      entry.endDate = end
      entry.isVerified = training.certificateNumber != nil || training.certificateDate != nil
      return entry
    }
    input.records += mentoring(person)
    return input
  }

  /// The sessions that were logged on either side; both read them, so they count as verified.
  private static func mentoring(_ person: PersonFacts) -> [Entry] {
    guard let row = person.book.employees.table.row(of: person.state.employee.id.raw) else { return [] }
    return SessionHours(person.book, by: person.law, only: row).entries(of: row).map { session in
      var entry = Entry()
      entry.name = LearningForm.coaching.title.indonesian
      entry.form = .coaching
      entry.hours = session.hours
      entry.endDate = session.day
      entry.isVerified = true
      return entry
    }
  }
}

extension LearningForm {
  /// The form of learning that a training of a mode is; nil at the workplace, where it can be any.
  init?(of mode: TrainingMode?) {
    switch mode {
    case .online: self = .eLearning
    case .workplace: return nil
    default: self = .training
    }
  }
}
