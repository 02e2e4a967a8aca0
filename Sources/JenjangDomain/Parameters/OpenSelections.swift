/// The numbers of an open selection for senior executive posts.
public enum OpenSelections {
  public static let weights = Parameter(
    "selection.open.weights", Text("Bobot seleksi terbuka", en: "Weights of an open selection"), unit: .percent,
    ParameterVersion(
      [.trackRecord: 20, .assessment: 25, .paper: 20, .interview: 35] as ByCode<SelectionPart, Decimal>, basis: .local,
      certainty: .decided))

  public static let minimumApplicants = Parameter(
    "selection.open.applicants", Text("Pelamar paling sedikit", en: "Fewest applicants"),
    ParameterVersion(3, basis: practice, certainty: .verified))

  public static let nominees = Parameter(
    "selection.open.nominees", Text("Calon yang diusulkan", en: "Names put forward"),
    ParameterVersion(3, basis: practice, certainty: .verified))

  static let family = ParameterFamily(
    Text("Seleksi terbuka JPT", en: "Open selection"),
    [AnyParameter(weights), AnyParameter(minimumApplicants), AnyParameter(nominees)])

  private static let practice = Text(
    "PP 11/2017; pelaksanaan seleksi Papua Barat 2025", en: "PP 11/2017; the selection of Papua Barat in 2025")
}
