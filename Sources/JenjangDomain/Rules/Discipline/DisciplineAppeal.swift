/// Whether a case of discipline needs an examination team, and until when its decision can be appealed.
///
/// Source: PP 94/2021; domain reference 8.2.
public enum DisciplineAppeal: Rule {
  public struct Input: Described {
    public var level: DisciplineLevel?
    public var hasTeam: Bool?
    public var received: Day?
    public var filed: Day?
    public var region: String?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("level", Text("Tingkat hukuman", en: "Level of punishment"), \.level, required: true),
      Field("hasTeam", Text("Tim pemeriksa dibentuk", en: "An examination team was formed"), \.hasTeam),
      Field("received", Text("Keputusan diterima", en: "Decision received on"), \.received, required: true),
      Field("filed", Text("Upaya administratif diajukan", en: "Appeal made on"), \.filed),
      Field("region", .region, \.region, help: .addsHolidays),
    ]
  }

  public struct Output: Described {
    /// The last day, counted in.
    public var appealBy: Day?
    public var needsTeam: Bool?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("appealBy", Text("Upaya administratif paling lambat", en: "Appeal by"), \.appealBy),
      Field("needsTeam", Text("Wajib tim pemeriksa", en: "Needs an examination team"), \.needsTeam),
    ]
  }

  public static let name = "discipline-appeal"
  public static let title = Text(
    "Pemeriksaan dan upaya administratif disiplin", en: "Examination and appeal in discipline")
  public static let purpose = Text(
    "Apakah perlu tim pemeriksa, dan sampai kapan keputusan hukuman dapat digugat.",
    en: "Whether a team must examine, and until when a punishment can be appealed.")
  public static let basis = DisciplineTerms.basis
  public static let subject = RuleSubject.discipline
  public static let parameters = [
    AnyParameter(DisciplineTerms.appealDays), AnyParameter(DisciplineTerms.teamLevels),
    AnyParameter(FixedHolidays.week), AnyParameter(FixedHolidays.dates),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let level = input.level, let received = input.received else { return Judgement(Output()) }
    let days = try law.require(DisciplineTerms.appealDays, on: received)
    let team = try law.require(DisciplineTerms.teamLevels, on: received)
    let calendar = law.calendar(in: input.region)
    let last = calendar.adding(workingDays: days.value, to: received)
    var output = Output()
    output.appealBy = last
    output.needsTeam = team.value.contains(level)
    var findings = [
      Finding(
        "discipline.team", DisciplineTerms.teamLevels.title,
        isMet: team.value.contains(level) ? input.hasTeam : true, found: level.title,
        needed: .list(team.value.map(\.title)), by: team),
      Finding(
        "discipline.appeal", DisciplineTerms.appealDays.title,
        isMet: input.filed.map { received <= $0 && $0 <= last }, found: input.filed.map { .day($0) },
        needed: .until(last), by: days),
    ]
    if let holidays = calendar.finding(from: received, through: last) { findings.append(holidays.asAdvice) }
    return Judgement(output, findings)
  }
}
