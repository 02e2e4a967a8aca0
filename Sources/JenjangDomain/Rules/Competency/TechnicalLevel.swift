/// The level of a technical competency from knowledge, skill and attitude.
///
/// Source: domain reference 4.3; weights and limits are local.
public enum TechnicalLevel: Rule {
  public struct Input: Described {
    public var knowledge: Decimal?
    public var skill: Decimal?
    public var attitude: Decimal?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field(
        "knowledge", CompetencyAspect.knowledge.title, \.knowledge, required: true,
        help: Text("Nilai tes, 0 sampai 100.", en: "Mark of the test, 0 to 100.")),
      Field(
        "skill", CompetencyAspect.skill.title, \.skill, required: true,
        help: Text("Nilai praktik atau portofolio.", en: "Mark of practice or portfolio.")),
      Field(
        "attitude", CompetencyAspect.attitude.title, \.attitude, required: true,
        help: Text("Nilai pengamatan.", en: "Mark of observation.")),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var composite: Decimal?
    public var level: CompetencyLevel?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("composite", Text("Nilai gabungan", en: "Composite"), \.composite),
      Field("level", Text("Tingkat", en: "Level"), \.level),
    ]
  }

  public static let name = "technical-level"
  public static let title = Text("Tingkat kompetensi teknis", en: "Level of a technical competency")
  public static let purpose = Text(
    "Nilai gabungan pengetahuan, keterampilan, dan sikap serta tingkatnya.",
    en: "The composite of knowledge, skill and attitude, and its level.")
  public static let basis = Text.local
  public static let subject = RuleSubject.competency
  public static let parameters = [AnyParameter(TechnicalCompetency.weights), AnyParameter(TechnicalCompetency.limits)]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let knowledge = input.knowledge, let skill = input.skill, let attitude = input.attitude, let day = input.day
    else { return Judgement(Output()) }
    let weights = try law.require(TechnicalCompetency.weights, on: day)
    let limits = try law.require(TechnicalCompetency.limits, on: day)
    let composite = weights.value.mean([.knowledge: knowledge, .skill: skill, .attitude: attitude])
    var output = Output()
    output.composite = composite.rounded(2)
    let reached = CompetencyLevel.allCases.last { level in
      limits.value[level].map { composite.rounded(2) >= $0 } ?? (level == .aware)
    }
    output.level = reached
    return Judgement(
      output,
      [
        Finding(
          "competency.technical.weights", Text("Bobot", en: "Weights"), .met, found: output.composite?.words,
          by: weights),
        Finding("competency.technical.level", title, .met, found: reached?.title, by: limits),
      ])
  }
}

extension ByCode where Value == Decimal {
  /// The weighted mean of some values; a missing value counts as 0, a missing weight as none.
  func mean(_ values: [Key: Decimal]) -> Fraction {
    var sum = Fraction.zero
    var whole = Fraction.zero
    for (key, weight) in rows {
      sum = sum + Fraction(weight) * Fraction(values[key] ?? 0)
      whole = whole + Fraction(weight)
    }
    return whole == .zero ? .zero : sum / whole
  }
}
