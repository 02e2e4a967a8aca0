/// The programme for those whose performance falls short.
public enum LowPerformance {
  public static let months = Parameter(
    "performance.programme.months", Text("Lama program perbaikan kinerja", en: "Length of the improvement programme"),
    unit: .months, ParameterVersion(6, basis: basis, certainty: .known))

  /// How long somebody without a fitting post can be placed for the time being.
  public static let placementMonths = Parameter(
    "performance.programme.placementMonths",
    Text("Penempatan sementara paling lama", en: "Longest temporary placement"), unit: .months,
    ParameterVersion(12, basis: basis, certainty: .verified))

  static let family = ParameterFamily(
    Text("Perbaikan kinerja", en: "Improvement of performance"),
    [AnyParameter(months), AnyParameter(placementMonths)])

  private static let basis = Text("PP 30/2019 pasal 56-58", en: "PP 30/2019, articles 56 to 58")
}
