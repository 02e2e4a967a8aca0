/// The numbers of regular rank promotion (kenaikan pangkat reguler).
public enum RegularPromotion {
  /// Whole years in the last rank.
  public static let yearsInRank = Parameter(
    "promotion.regular.years", Text("Masa dalam pangkat terakhir", en: "Time in the last rank"), unit: .years,
    ParameterVersion(
      4, basis: Text("PP 99/2000 jo. PP 12/2002", en: "PP 99/2000 with PP 12/2002"), certainty: .verified))

  /// Past years whose performance must be at least Baik.
  public static let goodYears = Parameter(
    "promotion.regular.goodYears",
    Text("Tahun terakhir berpredikat paling rendah Baik", en: "Last years rated at least Baik"), unit: .years,
    ParameterVersion(
      2, basis: Text("PP 99/2000, Peraturan BKN 4/2025", en: "PP 99/2000, Peraturan BKN 4/2025"), certainty: .verified))

  /// The ranks that need a service examination to be reached.
  public static let examinedRanks = Parameter(
    "promotion.regular.examinedRanks",
    Text("Pangkat yang dicapai lewat ujian dinas", en: "Ranks reached by examination"),
    ParameterVersion(
      [Grade.iiiA, Grade.ivA],
      basis: Text("PP 99/2000, ujian dinas tingkat I dan II", en: "PP 99/2000, service examinations I and II"),
      certainty: .verified))

  /// Whether nobody may rank above the direct superior.
  public static let superiorLimits = Parameter(
    "promotion.superiorLimits", Text("Pangkat atasan membatasi", en: "The superior's rank is a limit"),
    ParameterVersion(true, basis: Text("PP 99/2000", en: "PP 99/2000 on rank promotion"), certainty: .verified),
    ParameterVersion(
      false, from: Day(year: 2_025, month: 5, day: 20),
      basis: Text("Peraturan BKN 2/2025", en: "Peraturan BKN 2/2025 on regular promotion"), certainty: .verified))

  static let family = ParameterFamily(
    Text("Kenaikan pangkat reguler", en: "Regular rank promotion"),
    [AnyParameter(yearsInRank), AnyParameter(goodYears), AnyParameter(examinedRanks), AnyParameter(superiorLimits)])
}
