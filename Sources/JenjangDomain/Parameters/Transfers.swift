/// How long somebody stays in a post before a transfer.
public enum Transfers {
  public static let minimum = Parameter(
    "transfer.minimum", Text("Masa jabatan paling singkat", en: "Shortest time in a post"), unit: .years,
    ParameterVersion(2, basis: basis, certainty: .verified))

  public static let maximum = Parameter(
    "transfer.maximum", Text("Masa jabatan paling lama", en: "Longest time in a post"), unit: .years,
    ParameterVersion(5, basis: basis, certainty: .verified))

  /// What a new permanent civil servant promises; a cut to 6 months was announced, its rule was not found.
  public static let promise = Parameter(
    "transfer.promise", Text("Janji PNS baru untuk tidak pindah", en: "Promise of new civil servants not to move"),
    unit: .years,
    ParameterVersion(
      10, until: Day(year: 2_025, month: 7, day: 14),
      basis: Text("Surat pernyataan saat pengadaan", en: "Statement made at recruitment"), certainty: .verified),
    ParameterVersion(
      10, from: Day(year: 2_025, month: 7, day: 15),
      basis: Text(
        "BKN mengumumkan pemotongan menjadi 6 bulan (Juli 2025); aturannya belum ditemukan",
        en: "BKN announced a cut to 6 months (July 2025); its rule was not found"), certainty: .unsure))

  public static let decisionDays = Parameter(
    "transfer.decision", Text("Hari kerja BKN memutus mutasi", en: "Working days for BKN to decide a transfer"),
    unit: .days, ParameterVersion(15, basis: basis, certainty: .verified))

  static let family = ParameterFamily(
    Text("Mutasi", en: "Transfers"),
    [AnyParameter(minimum), AnyParameter(maximum), AnyParameter(promise), AnyParameter(decisionDays)])

  static let basis = Text("Peraturan BKN 5/2019", en: "Peraturan BKN 5/2019 on transfers")
}
