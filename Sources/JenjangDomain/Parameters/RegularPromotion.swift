/// The numbers of regular rank promotion (kenaikan pangkat reguler).
public enum RegularPromotion {
  /// Whole years in the last rank.
  public static let yearsInRank = ParameterVersions(
    Parameter(4, basis: Text("PP 99/2000 jo. PP 12/2002", en: "PP 99/2000 with PP 12/2002"), certainty: .verified))

  /// Past years whose performance must be at least Baik.
  public static let goodYears = ParameterVersions(
    Parameter(
      2, basis: Text("PP 99/2000, Peraturan BKN 4/2025", en: "PP 99/2000, Peraturan BKN 4/2025"), certainty: .verified))

  /// The ranks that need a service examination to be reached.
  public static let examinedRanks = ParameterVersions(
    Parameter(
      [Grade.iiiA, Grade.ivA],
      basis: Text("PP 99/2000, ujian dinas tingkat I dan II", en: "PP 99/2000, service examinations I and II"),
      certainty: .verified))
}
