/// Pre-retirement leave (masa persiapan pensiun).
public enum PreRetirement {
  /// How long before retirement it can begin.
  public static let months = Parameter(
    "retirement.preRetirement.months", Text("MPP paling lama", en: "Longest pre-retirement leave"), unit: .months,
    ParameterVersion(12, basis: Text("PP 11/2017", en: "PP 11/2017 on civil servants"), certainty: .known))

  static let family = ParameterFamily(
    Text("Masa persiapan pensiun", en: "Pre-retirement leave"), [AnyParameter(months)])
}
