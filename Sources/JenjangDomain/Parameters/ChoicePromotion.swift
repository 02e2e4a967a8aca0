/// The numbers of promotions in rank other than the regular one (kenaikan pangkat pilihan).
public enum ChoicePromotion {
  public static let structuralBelow = years(
    "promotion.structural.years.below",
    Text("Masa dalam pangkat, di bawah jenjang jabatan", en: "Time in rank, below the span of the post"), 1,
    choice, .known)
  public static let structuralPost = years(
    "promotion.structural.postYears", Text("Masa dalam jabatan struktural", en: "Time in the managerial post"), 1,
    choice, .known)
  public static let structuralWithin = years(
    "promotion.structural.years.within",
    Text("Masa dalam pangkat, di dalam jenjang jabatan", en: "Time in rank, within the span of the post"), 4,
    choice, .known)
  public static let structuralGoodYears = years(
    "promotion.structural.goodYears",
    Text("Tahun berpredikat Baik, jabatan struktural", en: "Years rated at least Baik, managerial post"), 2, choice,
    .known)

  public static let functionalYears = years(
    "promotion.functional.years",
    Text("Masa dalam pangkat, jabatan fungsional", en: "Time in rank, functional post"), 2, functional, .verified)
  public static let functionalGoodYears = years(
    "promotion.functional.goodYears",
    Text("Tahun berpredikat Baik, jabatan fungsional", en: "Years rated at least Baik, functional post"), 2,
    functional, .verified)
  public static let levelGoodYears = years(
    "promotion.level.goodYears",
    Text("Tahun berpredikat Baik, kenaikan jenjang", en: "Years rated at least Baik, level promotion"), 1, functional,
    .verified)

  public static let performanceYears = years(
    "promotion.performance.years",
    Text("Masa dalam pangkat, prestasi luar biasa", en: "Time in rank, outstanding performance"), 1, choice, .verified)
  public static let diplomaYears = years(
    "promotion.diploma.years", Text("Masa dalam pangkat, ijazah baru", en: "Time in rank, new diploma"), 1,
    Text("PP 99/2000; tabel syarat ijazah dapat lebih lama", en: "PP 99/2000; tables of diplomas may ask for more"),
    .verified)

  /// Months in rank that a promotion at leaving needs, after so many years of service.
  public static let service30 = service("30", 1)
  public static let service20 = service("20", 24)
  public static let service10 = service("10", 48)
  public static let servicePunishment = Parameter(
    "promotion.service.punishmentMonths",
    Text("Bulan terakhir tanpa hukuman disiplin, pengabdian", en: "Last months without punishment, long service"),
    unit: .months, ParameterVersion(12, basis: choice, certainty: .unsure))

  static let family = ParameterFamily(
    Text("Kenaikan pangkat pilihan", en: "Choice rank promotion"),
    [
      AnyParameter(structuralBelow), AnyParameter(structuralPost), AnyParameter(structuralWithin),
      AnyParameter(structuralGoodYears), AnyParameter(functionalYears), AnyParameter(functionalGoodYears),
      AnyParameter(levelGoodYears), AnyParameter(performanceYears), AnyParameter(diplomaYears),
      AnyParameter(service30), AnyParameter(service20), AnyParameter(service10), AnyParameter(servicePunishment),
    ])

  private static let choice = Text("PP 99/2000 jo. PP 12/2002", en: "PP 99/2000 with PP 12/2002")
  private static let functional = Text(
    "PermenPANRB 1/2023, Peraturan BKN 3/2023", en: "PermenPANRB 1/2023 and Peraturan BKN 3/2023")

  private static func years(
    _ key: String, _ title: Text, _ years: Int, _ basis: Text, _ certainty: Certainty
  ) -> Parameter<Int> {
    Parameter(key, title, unit: .years, ParameterVersion(years, basis: basis, certainty: certainty))
  }

  private static func service(_ years: String, _ months: Int) -> Parameter<Int> {
    Parameter(
      "promotion.service.after\(years)",
      Text(
        "Masa dalam pangkat, pengabdian sesudah \(years) tahun", en: "Time in rank, leaving after \(years) years"),
      unit: .months, ParameterVersion(months, basis: choice, certainty: .unsure))
  }
}
