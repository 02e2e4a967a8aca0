/// Whether the holder of a functional post can be promoted in rank (kenaikan pangkat pilihan fungsional).
///
/// Source: PermenPANRB 1/2023; domain reference 2.2 and 3.7. A rank of the next level needs the level promotion first.
public enum FunctionalRankPromotion: Rule {
  public struct Input: RankFacts {
    public var positionKind: PositionKind?
    public var points: Decimal?
    public var grade: Grade?
    public var gradeSince: Day?
    public var legalStatus: LegalStatus?
    public var punishedUntil: Day?
    public var predicateLastYear: PerformancePredicate?
    public var predicateYearBefore: PerformancePredicate?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] =
      [
        Field("positionKind", .level, \.positionKind, required: true),
        Field(
          "points", Text("Angka kredit kumulatif", en: "Credit points in all"), \.points, type: .decimal(scale: 3),
          help: Text("Dengan angka kredit dasar.", en: "With the base points.")),
      ] + rankFields
  }

  public typealias Output = RankPromotionOutcome

  public static let name = "functional-rank-promotion"
  public static let title = Text("Kenaikan pangkat pilihan fungsional", en: "Rank promotion by functional post")
  public static let purpose = Text(
    "Apakah dan sejak kapan pejabat fungsional dapat naik pangkat.",
    en: "Whether and from when the holder of a functional post can be promoted in rank.")
  public static let basis = Text("PermenPANRB 1/2023", en: "PermenPANRB 1/2023 on functional posts")
  public static let subject = RuleSubject.career
  public static let parameters =
    [
      AnyParameter(PromotionPeriods.months), AnyParameter(ChoicePromotion.functionalYears),
      AnyParameter(ChoicePromotion.functionalGoodYears),
    ] + CreditPoints.perRank.parameters + CreditPoints.base.parameters

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day, let level = input.positionKind, let grade = input.grade else {
      return Judgement(Output())
    }
    let years = try law.require(ChoicePromotion.functionalYears, on: day)
    let target = target(from: grade, at: level)
    let isWithin = grade.next.map { level.ranks?.contains($0) ?? false } ?? false
    let outcome = Output(
      to: target, reached: input.gradeSince?.adding(years: years.value), on: day, by: law)
    let findings = try [
      levelFinding(grade, level, isWithin), input.time(years, on: day), points(input, grade, level, on: day, by: law),
      input.performance(law.require(ChoicePromotion.functionalGoodYears, on: day)),
      input.discipline(on: outcome.earliest ?? day), input.serving(basis: RegularRankPromotion.basis),
    ].compactMap(\.self)
    return outcome.judged(findings)
  }

  /// The next rank, when it is within the level of a functional post.
  static func target(from grade: Grade, at level: PositionKind) -> Grade? {
    guard level.isFunctional, let next = grade.next, level.ranks?.contains(next) ?? false else { return nil }
    return next
  }

  public static func input(for person: PersonFacts) -> Input? {
    var input = Input(about: person)
    input.positionKind = person.state.position?.positionKind
    input.points = CreditLedger(of: person).points
    return input
  }

  private static func levelFinding(_ grade: Grade, _ level: PositionKind, _ isWithin: Bool) -> Finding {
    let needed: Text? =
      if !level.isFunctional {
        Text("jabatan fungsional", en: "a functional post")
      } else if let next = level.nextLevel, !isWithin {
        Text("naik jenjang dulu ke \(next.title.indonesian)", en: "first promoted to: \(next.title.english)")
      } else {
        level.ranks.map { .span($0) }
      }
    return Finding(
      "promotion.level", Text("Pangkat berikut masih dalam jenjang", en: "Next rank within the level"),
      .init(isWithin && level.isFunctional), found: grade.next.map { .grade($0) } ?? .grade(grade), needed: needed,
      basis: basis, certainty: .verified)
  }

  private static func points(
    _ input: Input, _ grade: Grade, _ level: PositionKind, on day: Day, by law: Law
  ) throws(NoParameter) -> Finding? {
    guard let perRank = law.find(CreditPoints.perRank, level, on: day) else { return nil }
    let base = try law.require(CreditPoints.base, grade, on: day)
    let need = (Fraction(base.value) + Fraction(perRank.value)).rounded(2)
    return Finding(
      "promotion.points", CreditPoints.perRank.title, .init(input.points.map { $0.rounded(2) >= need }),
      found: input.points.map { .verbatim($0.rounded(2).text) }, needed: .atLeast(.verbatim(need.text)), by: perRank)
  }
}
