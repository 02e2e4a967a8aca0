/// The ages at which someone can be appointed.
public enum AppointmentAges {
  /// Whole years on the effective date.
  public static let minimum = ParameterVersions(Parameter(18, basis: basis, certainty: .known))

  /// Whole years; some posts allow 40, and past conversions of honorary staff more, so it only warns.
  public static let usualMaximum = ParameterVersions(Parameter(35, basis: basis, certainty: .known))

  private static let basis = Text(
    "PP 11/2017 tentang Manajemen PNS", en: "PP 11/2017 on the management of permanent civil servants")
}
