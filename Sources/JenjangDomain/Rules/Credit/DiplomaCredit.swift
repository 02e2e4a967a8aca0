/// The credit points that a higher diploma earns in a functional post.
///
/// Source: Peraturan BKN 3/2023; domain reference 3.7.
public enum DiplomaCredit: Rule {
  public struct Input: Described {
    public var positionKind: PositionKind?
    public var isRelevant: Bool?
    public var isFirst: Bool?
    public var predicate: PerformancePredicate?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("positionKind", .level, \.positionKind, required: true),
      Field("isRelevant", Text("Ijazah sesuai tugas jabatan", en: "Diploma fits the post"), \.isRelevant),
      Field(
        "isFirst", Text("Belum pernah dinilai untuk jenjang pendidikan itu", en: "First for that level of education"),
        \.isFirst),
      Field("predicate", .predicate, \.predicate),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var points: Decimal?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("points", Text("Angka kredit pendidikan", en: "Credit points of education"), \.points)
    ]
  }

  public static let name = "credit-diploma"
  public static let title = Text("Angka kredit ijazah lebih tinggi", en: "Credit points of a higher diploma")
  public static let purpose = Text(
    "Angka kredit dari ijazah lebih tinggi yang sesuai dengan jabatan.",
    en: "The credit points of a higher diploma that fits the post.")
  public static let basis = Text("Peraturan BKN 3/2023", en: "Peraturan BKN 3/2023 on credit points")
  public static let subject = RuleSubject.performance
  public static let parameters = [AnyParameter(CreditPoints.diploma)] + CreditPoints.perRank.parameters

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let level = input.positionKind, let day = input.day else { return Judgement(Output()) }
    let percent = try law.require(CreditPoints.diploma, on: day)
    let perRank = try law.require(CreditPoints.perRank, level, on: day)
    let findings = [
      Finding(
        "credit.diploma", CreditPoints.diploma.title, .met,
        found: .verbatim("\(percent.value)% × \(perRank.value.text)"),
        by: percent),
      Finding(
        "credit.relevant", Text("Ijazah sesuai tugas jabatan", en: "Diploma fits the post"), .init(input.isRelevant),
        basis: basis, certainty: .known),
      Finding(
        "credit.first", Text("Sekali untuk tiap jenjang pendidikan", en: "Once for each level of education"),
        .init(input.isFirst), basis: basis, certainty: .known),
      Finding(
        "credit.rating", .ratedGood,
        .init(input.predicate.map { $0 >= .good }), found: input.predicate?.title, basis: basis, certainty: .known),
    ]
    var output = Output()
    if findings.verdict != .notMet {
      output.points = (Fraction(perRank.value) * Fraction(Int128(percent.value), 100)).rounded(2)
    }
    return Judgement(output, findings)
  }

  public static func input(for person: PersonFacts) -> Input? {
    var input = Input()
    input.positionKind = person.state.position?.positionKind
    input.predicate = person.ratingOfLastYear
    input.day = person.day
    return input
  }
}
