/// Whether the holder of a functional post can be promoted to the next level (kenaikan jenjang).
///
/// Source: PermenPANRB 1/2023; domain reference 3.7.
public enum LevelPromotion: Rule {
  public struct Input: Described {
    public var positionKind: PositionKind?
    public var points: Decimal?
    public var enteredAtIIc: Bool?
    public var predicateLastYear: PerformancePredicate?
    public var hasVacancy: Bool?
    public var testPassed: Bool?
    public var punishedUntil: Day?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("positionKind", .level, \.positionKind, required: true),
      Field(
        "points", Text("Angka kredit kumulatif", en: "Credit points in all"), \.points, type: .decimal(scale: 3)),
      Field(
        "enteredAtIIc", Text("Terampil yang masuk pada II/c", en: "Terampil who entered at II/c"), \.enteredAtIIc),
      Field("predicateLastYear", .lastRating, \.predicateLastYear),
      Field("hasVacancy", Text("Ada lowongan dalam formasi", en: "Vacancy in the establishment"), \.hasVacancy),
      Field("testPassed", Text("Lulus uji kompetensi", en: "Competency test passed"), \.testPassed),
      Field("punishedUntil", .punishedUntil, \.punishedUntil),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var target: PositionKind?
    public var isPossible: Bool?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("target", Text("Jenjang yang dituju", en: "Level to be reached"), \.target),
      Field("isPossible", Text("Tidak ada halangan", en: "Nothing stands against it"), \.isPossible),
    ]
  }

  public static let name = "level-promotion"
  public static let title = Text("Kenaikan jenjang fungsional", en: "Level promotion")
  public static let purpose = Text(
    "Apakah pejabat fungsional dapat naik ke jenjang berikut.",
    en: "Whether the holder of a functional post can be promoted to the next level.")
  public static let basis = FunctionalRankPromotion.basis
  public static let subject = RuleSubject.career
  public static let parameters =
    [AnyParameter(CreditPoints.skilledFromDiploma3), AnyParameter(ChoicePromotion.levelGoodYears)]
    + CreditPoints.perLevel.parameters

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day, let level = input.positionKind else { return Judgement(Output()) }
    var output = Output()
    output.target = level.nextLevel
    let goodYears = try law.require(ChoicePromotion.levelGoodYears, on: day)
    let findings = try [
      Finding(
        "level.next", Text("Ada jenjang berikut", en: "There is a next level"), .init(level.nextLevel != nil),
        found: level.title, basis: basis, certainty: .verified),
      points(input, level, on: day, by: law),
      Finding(
        "level.performance", .ratedGood,
        .init(input.predicateLastYear.map { $0 >= .good }), found: input.predicateLastYear?.title,
        needed: .count(years: goodYears.value), by: goodYears),
      Finding(
        "level.vacancy", Text("Ada lowongan dalam formasi", en: "Vacancy in the establishment"),
        .init(input.hasVacancy), basis: basis, certainty: .verified),
      Finding(
        "level.test", Text("Lulus uji kompetensi", en: "Competency test passed"), .init(input.testPassed),
        basis: basis, certainty: .verified),
      .notPunished("promotion.discipline", until: input.punishedUntil, on: day),
    ].compactMap(\.self)
    output.isPossible = output.target != nil && findings.verdict != .notMet
    return Judgement(output, findings)
  }

  public static func input(for person: PersonFacts) -> Input? {
    var input = Input()
    input.positionKind = person.state.position?.positionKind
    input.punishedUntil = person.state.punishedUntil
    input.predicateLastYear = person.ratingOfLastYear
    input.points = CreditLedger(of: person).points
    input.day = person.day
    return input
  }

  private static func points(
    _ input: Input, _ level: PositionKind, on day: Day, by law: Law
  ) throws(NoParameter) -> Finding? {
    let need = try CreditPoints.need(
      forLevelAbove: level, enteredAtIIc: input.enteredAtIIc ?? false, on: day, by: law)
    guard let need else { return nil }
    return Finding(
      "level.points", CreditPoints.perLevel.title, .init(input.points.map { $0.rounded(2) >= need.value }),
      found: input.points.map { .verbatim($0.rounded(2).text) }, needed: .atLeast(.verbatim(need.value.text)), by: need)
  }
}
