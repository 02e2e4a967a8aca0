/// What crossing into a higher group takes off the service in grade (peninjauan masa kerja golongan).
public enum ServiceInGrade {
  public static let intoSecond = Parameter(
    "service.crossing.II", Text("Pengurang MKG dari golongan I ke II", en: "Years taken off from group I to II"),
    unit: .years, ParameterVersion(6, basis: basis, certainty: .known))
  public static let intoThird = Parameter(
    "service.crossing.III", Text("Pengurang MKG dari golongan II ke III", en: "Years taken off from group II to III"),
    unit: .years, ParameterVersion(5, basis: basis, certainty: .known))

  static let family = ParameterFamily(
    Text("Masa kerja golongan", en: "Service in grade"), [AnyParameter(intoSecond), AnyParameter(intoThird)])

  private static let basis = Text("PP 7/1977 dan perubahannya", en: "PP 7/1977 as amended")
}
