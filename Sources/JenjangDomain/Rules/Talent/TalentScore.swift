/// The national talent score from both axes and their items.
///
/// Source: Keputusan Kepala BKN 411/2025; domain reference 6.2. The points inside each item were not found: marks of
/// 0 to 100 are given.
public enum TalentScore: Rule {
  public struct Input: Described {
    public var predicate: Decimal?
    public var reinforcing: Decimal?
    public var competency: Decimal?
    public var potential: Decimal?
    public var qualification: Decimal?
    public var integrity: Decimal?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field(
        "predicate", TalentItem.predicate.title, \.predicate, required: true,
        help: Text("Setiap unsur dinilai 0 sampai 100.", en: "Each item is marked 0 to 100.")),
      Field(
        "reinforcing", TalentItem.reinforcing.title, \.reinforcing, required: true,
        help: Text(
          "Penghargaan lima tahun terakhir, penugasan tim.", en: "Awards of the last five years, team assignments.")),
      Field("competency", TalentItem.competency.title, \.competency, required: true),
      Field("potential", TalentItem.potential.title, \.potential, required: true),
      Field("qualification", TalentItem.qualification.title, \.qualification, required: true),
      Field("integrity", TalentItem.integrity.title, \.integrity, required: true),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var performance: Decimal?
    public var potential: Decimal?
    public var score: Decimal?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("performance", TalentItem.performance.title, \.performance),
      Field("potential", TalentItem.potentialAxis.title, \.potential),
      Field("score", Text("Skor talenta", en: "Talent score"), \.score),
    ]
  }

  public static let name = "talent-score"
  public static let title = Text("Skor talenta", en: "Talent score")
  public static let purpose = Text(
    "Skor talenta nasional dari sumbu kinerja dan potensial.",
    en: "The national talent score from performance and potential.")
  public static let basis = Text("Keputusan Kepala BKN 411/2025", en: "Decision of the head of BKN 411/2025")
  public static let subject = RuleSubject.talent
  public static let parameters = [
    AnyParameter(TalentWeights.axes), AnyParameter(TalentWeights.performance), AnyParameter(TalentWeights.potential),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day else { return Judgement(Output()) }
    let marks: [TalentItem: Decimal?] = [
      .predicate: input.predicate, .reinforcing: input.reinforcing, .competency: input.competency,
      .potential: input.potential, .qualification: input.qualification, .integrity: input.integrity,
    ]
    let values = marks.compactMapValues { $0 }
    let axes = try law.require(TalentWeights.axes, on: day)
    let performanceItems = try law.require(TalentWeights.performance, on: day)
    let potentialItems = try law.require(TalentWeights.potential, on: day)
    let performance = performanceItems.value.mean(values)
    let potential = potentialItems.value.mean(values)
    let weight = { (axis: TalentItem) in Fraction(axes.value[axis] ?? 0) }
    let whole = weight(.performance) + weight(.potentialAxis)
    var output = Output()
    output.performance = performance.rounded(2)
    output.potential = potential.rounded(2)
    if whole != .zero {
      output.score =
        ((weight(.performance) * performance + weight(.potentialAxis) * potential) / whole).rounded(2)
    }
    return Judgement(
      output,
      [
        Finding(
          "talent.score.performance", TalentWeights.performance.title, .met, found: output.performance?.words,
          by: performanceItems),
        Finding(
          "talent.score.potential", TalentWeights.potential.title, .met, found: output.potential?.words,
          by: potentialItems),
        Finding("talent.score.axes", TalentWeights.axes.title, .met, found: output.score?.words, by: axes),
      ])
  }
}
