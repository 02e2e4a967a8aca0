/// Whether someone can be promoted in rank for outstanding performance (prestasi kerja luar biasa).
///
/// Source: PP 99/2000, Peraturan BKN 4/2025; domain reference 2.2.
public enum PerformanceRankPromotion: Rule {
  public struct Input: RankFacts {
    public var grade: Grade?
    public var gradeSince: Day?
    public var legalStatus: LegalStatus?
    public var punishedUntil: Day?
    public var predicateLastYear: PerformancePredicate?
    public var predicateYearBefore: PerformancePredicate?
    public var decreed: Bool?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] =
      rankFields + [
        Field(
          "decreed", Text("Ada keputusan PPK", en: "Decree of the appointing authority"), \.decreed,
          help: Text(
            "Keputusan yang menyatakan prestasi kerja luar biasa.",
            en: "The decree that declares outstanding performance."))
      ]
  }

  public typealias Output = RankPromotionOutcome

  public static let name = "performance-rank-promotion"
  public static let title = Text("Kenaikan pangkat prestasi luar biasa", en: "Rank promotion for outstanding work")
  public static let purpose = Text(
    "Apakah seseorang dapat naik pangkat karena prestasi kerja luar biasa.",
    en: "Whether somebody can be promoted in rank for outstanding performance.")
  public static let basis = RegularRankPromotion.basis
  public static let subject = RuleSubject.career
  public static let parameters = [
    AnyParameter(PromotionPeriods.months), AnyParameter(ChoicePromotion.performanceYears),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day else { return Judgement(Output()) }
    let years = try law.require(ChoicePromotion.performanceYears, on: day)
    let outcome = Output(
      to: input.grade?.next, reached: input.gradeSince?.adding(years: years.value), on: day, by: law)
    let findings = [
      input.time(years, on: day),
      Finding(
        "promotion.veryGood", Text("Predikat tahun terakhir Sangat Baik", en: "Last year rated Sangat Baik"),
        .init(input.predicateLastYear.map { $0 == .veryGood }), found: input.predicateLastYear?.title,
        needed: PerformancePredicate.veryGood.title, basis: basis, certainty: .verified),
      Finding(
        "promotion.decree", Text("Ada keputusan PPK", en: "Decree of the appointing authority"), .init(input.decreed),
        basis: basis, certainty: .verified),
      input.discipline(on: outcome.earliest ?? day), input.serving(basis: basis),
    ]
    return outcome.judged(findings)
  }

  public static func input(for person: PersonFacts) -> Input? {
    var input = Input(about: person)
    let nominations = person.book.rewardNominations.owned(by: person.state.employee.id.raw)
    if nominations.contains(where: { $0.kind == .outstandingPromotion && $0.state == .granted }) {
      input.decreed = true
    }
    return input
  }
}
