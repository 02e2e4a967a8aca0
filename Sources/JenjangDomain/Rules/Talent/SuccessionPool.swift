/// Whether a person belongs to the succession pool (kelompok rencana suksesi).
///
/// Source: PP 11/2017 article 199, PermenPANRB 3/2020; domain reference 6.1 to 6.3.
public enum SuccessionPool: Rule {
  public struct Input: Described {
    public var box: TalentBox?
    public var predicateLastYear: PerformancePredicate?
    public var predicateYearBefore: PerformancePredicate?
    public var competencyFits: Bool?
    public var dutyDone: Bool?
    public var lastPunishment: Day?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("box", Text("Kotak talenta", en: "Talent box"), \.box),
      Field("predicateLastYear", .lastRating, \.predicateLastYear),
      Field("predicateYearBefore", .predicateYearBefore, \.predicateYearBefore),
      Field("competencyFits", .competencyFits, \.competencyFits),
      Field("dutyDone", .dutyDone, \.dutyDone),
      Field("lastPunishment", .lastPunishment, \.lastPunishment, help: .noPunishment),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var isMember: Bool?
    public var isNational: Bool?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("isMember", Text("Kelompok rencana suksesi", en: "Succession pool"), \.isMember),
      Field("isNational", Text("Talenta nasional", en: "National pool"), \.isNational),
    ]
  }

  public static let name = "succession-pool"
  public static let title = Text("Kelompok rencana suksesi", en: "Succession pool")
  public static let purpose = Text(
    "Apakah seseorang masuk kelompok rencana suksesi.", en: "Whether a person belongs to the succession pool.")
  public static let basis = Text(
    "PP 11/2017 pasal 199, PermenPANRB 3/2020", en: "PP 11/2017 article 199, PermenPANRB 3/2020")
  public static let subject = RuleSubject.talent
  public static let parameters = [
    AnyParameter(TalentCuts.poolBoxes), AnyParameter(TalentCuts.nationalBoxes), AnyParameter(TalentCuts.goodYears),
    AnyParameter(TalentCuts.cleanYears),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day else { return Judgement(Output()) }
    let boxes = try law.require(TalentCuts.poolBoxes, on: day)
    let national = try law.require(TalentCuts.nationalBoxes, on: day)
    let years = try law.require(TalentCuts.goodYears, on: day)
    let clean = try law.require(TalentCuts.cleanYears, on: day)
    let findings = [
      Finding(
        "pool.box", Text("Kotak talenta", en: "Talent box"), isMet: input.box.map { boxes.value.contains($0) },
        found: input.box?.title, needed: Text.list(boxes.value.map(\.title)), by: boxes),
      .goodRatings("pool.performance", [input.predicateLastYear, input.predicateYearBefore], years),
      Finding("pool.competency", .competencyFits, .init(input.competencyFits), basis: basis, certainty: .verified),
      Finding("pool.duty", .dutyDone, .init(input.dutyDone), basis: basis, certainty: .verified),
      .clean("pool.clean", input.lastPunishment, on: day, clean),
    ]
    var output = Output()
    output.isMember = findings.verdict.isMet
    output.isNational = output.isMember.map { member in
      member && (input.box.map { national.value.contains($0) } ?? false)
    }
    return Judgement(output, findings)
  }

  public static func input(for person: PersonFacts) -> Input? {
    var input = Input()
    input.lastPunishment = person.state.lastPunishment
    input.predicateLastYear = person.ratingOfLastYear
    input.predicateYearBefore = person.ratingOfYearBefore
    input.day = person.day
    return input
  }
}

extension EmployeeState {
  /// The last day on which a moderate or severe punishment was or will be served; nil when there was none.
  var lastPunishment: Day? {
    disciplines.filter { $0.kind?.level != .light }.compactMap { $0.lastDay ?? $0.effectiveDate }.max()
  }
}

extension Text {
  static let competencyFits = Text("Kompetensi sesuai klasifikasi jabatan", en: "Competency fits the class of post")
  static let dutyDone = Text("Kewajiban pengembangan kompetensi dipenuhi", en: "Duty of development met")
  static let lastPunishment = Text(
    "Hukuman sedang atau berat terakhir sampai", en: "Last moderate or severe punishment until")
  static let noPunishment = Text("Kosong bila tidak pernah.", en: "Empty when there was none.")
  static let cleanForYears = Text(
    "Tanpa hukuman sedang atau berat beberapa tahun terakhir",
    en: "No moderate or severe punishment in the last years")
}
