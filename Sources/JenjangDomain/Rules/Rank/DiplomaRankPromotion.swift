/// Whether a new diploma raises the rank (kenaikan pangkat penyesuaian ijazah).
///
/// Source: PP 99/2000; domain reference 2.2. The rank reached is the entry rank of the diploma.
public enum DiplomaRankPromotion: Rule {
  public struct Input: RankFacts {
    public var diploma: EducationLevel?
    public var isNeeded: Bool?
    public var examinationPassed: Bool?
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
        Field("diploma", Text("Ijazah baru", en: "New diploma"), \.diploma, required: true),
        Field("isNeeded", Text("Jabatan memerlukan ijazah itu", en: "The post needs the diploma"), \.isNeeded),
        Field(
          "examinationPassed", Text("Lulus ujian penyesuaian ijazah", en: "Diploma examination passed"),
          \.examinationPassed),
      ] + rankFields
  }

  public typealias Output = RankPromotionOutcome

  public static let name = "diploma-rank-promotion"
  public static let title = Text("Kenaikan pangkat penyesuaian ijazah", en: "Rank promotion by new diploma")
  public static let purpose = Text(
    "Apakah ijazah baru menaikkan pangkat, dan sejak kapan.",
    en: "Whether a new diploma raises the rank, and from when.")
  public static let basis = RegularRankPromotion.basis
  public static let subject = RuleSubject.career
  public static let parameters = [AnyParameter(PromotionPeriods.months), AnyParameter(ChoicePromotion.diplomaYears)]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    try judge(input, by: law, certainty: .verified)
  }

  public static func input(for person: PersonFacts) -> Input? {
    var input = Input(about: person)
    input.diploma = person.state.education?.level
    return input
  }

  static func judge(
    _ input: Input, by law: Law, certainty: Certainty
  ) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day else { return Judgement(Output()) }
    let years = try law.require(ChoicePromotion.diplomaYears, on: day)
    let entry = input.diploma?.entryRank
    let isHigher = input.grade.flatMap { grade in entry.map { !grade.isContract && grade < $0 } }
    let outcome = Output(
      to: isHigher == true ? entry : nil, reached: input.gradeSince?.adding(years: years.value), on: day, by: law)
    let findings = [
      Finding(
        "promotion.diploma", Text("Ijazah di atas pangkat sekarang", en: "Diploma above the present rank"),
        .init(isHigher), found: entry.map { .grade($0) },
        needed: input.grade.map { Text("lebih tinggi dari \($0.rawValue)", en: "higher than \($0.rawValue)") },
        basis: basis, certainty: certainty),
      input.time(years, on: day),
      Finding(
        "promotion.diplomaNeeded", Text("Jabatan memerlukan ijazah itu", en: "The post needs the diploma"),
        .init(input.isNeeded), basis: basis, certainty: certainty),
      Finding(
        "promotion.diplomaExamination", Text("Lulus ujian penyesuaian ijazah", en: "Diploma examination passed"),
        .init(input.examinationPassed), basis: basis, certainty: certainty),
      input.discipline(on: outcome.earliest ?? day), input.serving(basis: basis),
    ]
    return outcome.judged(findings)
  }
}
