/// The ages at which someone can be appointed.
public enum AppointmentAges {
  /// Whole years on the effective date.
  public static let minimum = Parameter(
    "appointment.age.minimum", Text("Usia paling muda saat diangkat", en: "Lowest age when appointed"), unit: .years,
    ParameterVersion(18, basis: basis, certainty: .known))

  /// Whole years; some posts allow 40, and past conversions of honorary staff more, so it only warns.
  public static let usualMaximum = Parameter(
    "appointment.age.usualMaximum",
    Text("Usia paling tua yang lazim saat diangkat", en: "Usual highest age when appointed"),
    unit: .years, ParameterVersion(35, basis: basis, certainty: .known))

  static let family = ParameterFamily(
    Text("Usia pengangkatan", en: "Ages of appointment"), [AnyParameter(minimum), AnyParameter(usualMaximum)])

  private static let basis = Text(
    "PP 11/2017 tentang Manajemen PNS", en: "PP 11/2017 on the management of permanent civil servants")
}

extension Text {
  /// The unit of an age or a length of service.
  static let years = Text("tahun", en: "years")
  static let months = Text("bulan", en: "months")
  static let days = Text("hari", en: "days")
  static let percent = Text.verbatim("%")
}
