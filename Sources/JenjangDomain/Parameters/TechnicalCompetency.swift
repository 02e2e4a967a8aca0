/// How a technical competency is measured on knowledge, skill and attitude.
public enum TechnicalCompetency {
  /// Shares of the whole; their sum counts as one.
  public static let weights = Parameter(
    "competency.technical.weights", Text("Bobot unsur kompetensi teknis", en: "Weights of technical competency"),
    ParameterVersion(
      [.knowledge: 1, .skill: 1, .attitude: 1] as ByCode<CompetencyAspect, Decimal>, basis: .local,
      certainty: .decided))

  /// The lowest composite of each level above the first.
  public static let limits = Parameter(
    "competency.technical.levels", Text("Batas tingkat kompetensi teknis", en: "Limits of the technical levels"),
    ParameterVersion(
      [.basic: 40, .intermediate: 60, .proficient: 75, .expert: 90] as ByCode<CompetencyLevel, Decimal>,
      basis: .local, certainty: .decided))

  static let family = ParameterFamily(
    Text("Kompetensi teknis", en: "Technical competency"), [AnyParameter(weights), AnyParameter(limits)])
}

extension Text {
  /// The basis of what each agency decides for itself.
  static let local = Text("Ketentuan setempat, bawaan program", en: "Local rule, default of this program")
}
