/// What the national talent score is made of, in per cent.
///
/// The points inside each item were not found, so the rule takes marks of 0 to 100.
public enum TalentWeights {
  public typealias Weights = ByCode<TalentItem, Decimal>

  public static let axes = Parameter(
    "talent.score.axes", Text("Bobot sumbu skor talenta", en: "Weights of the axes of the talent score"),
    unit: .percent,
    ParameterVersion(
      [.performance: 50, .potentialAxis: 50] as Weights, from: start, basis: basis, certainty: .verified))

  public static let performance = Parameter(
    "talent.score.performance", Text("Bobot sumbu kinerja", en: "Weights of the performance axis"), unit: .percent,
    ParameterVersion([.predicate: 60, .reinforcing: 40] as Weights, from: start, basis: basis, certainty: .verified))

  public static let potential = Parameter(
    "talent.score.potential", Text("Bobot sumbu potensial", en: "Weights of the potential axis"), unit: .percent,
    ParameterVersion(
      [.competency: 40, .potential: 25, .qualification: 20, .integrity: 15] as Weights, from: start, basis: basis,
      certainty: .verified))

  static let family = ParameterFamily(
    Text("Skor talenta", en: "Talent score"),
    [AnyParameter(axes), AnyParameter(performance), AnyParameter(potential)])

  /// The day from which the national system is mandatory.
  private static let start = Day(year: 2_026, month: 1, day: 1)
  private static let basis = Text("Keputusan Kepala BKN 411/2025", en: "Decision of the head of BKN 411/2025")
}
