/// Who is worth a nomination for a reward; each agency sets its own.
public enum Rewards {
  public static let lowest = Parameter(
    "reward.lowest", Text("Predikat terendah untuk usulan penghargaan", en: "Lowest rating for a nomination"),
    ParameterVersion(PerformancePredicate.veryGood, basis: basis, certainty: .decided))

  /// Adopted innovations of the year that make somebody exemplary.
  public static let innovations = Parameter(
    "reward.innovations", Text("Inovasi diterapkan bagi pegawai teladan", en: "Adopted innovations of the exemplary"),
    ParameterVersion(1, basis: basis, certainty: .decided))

  public static let cleanYears = Parameter(
    "reward.cleanYears", Text("Tanpa hukuman sedang atau berat selama", en: "No moderate or severe punishment for"),
    unit: .years, ParameterVersion(2, basis: basis, certainty: .decided))

  static let family = ParameterFamily(
    Text("Penghargaan kinerja", en: "Rewards for performance"),
    [AnyParameter(lowest), AnyParameter(innovations), AnyParameter(cleanYears)])

  private static let basis = Text(
    "PermenPANRB 6/2022; syarat setempat ditetapkan instansi",
    en: "PermenPANRB 6/2022; the agency sets local conditions")
}
