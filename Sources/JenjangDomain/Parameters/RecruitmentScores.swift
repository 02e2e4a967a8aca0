/// How the marks of an intake are put together.
public enum RecruitmentScores {
  /// Candidates for the field test, for each vacancy.
  public static let shortlist = Parameter(
    "skb.shortlist", Text("Peserta SKB untuk tiap formasi", en: "Candidates for the field test for each vacancy"),
    ParameterVersion(3, basis: intake, certainty: .verified))

  public static let basicWeight = Parameter(
    "final.skd.weight", Text("Bobot SKD", en: "Weight of the basic test"), unit: .percent,
    ParameterVersion(40, basis: intake, certainty: .verified))

  public static let fieldMaximum = Parameter(
    "skb.maximum", Text("Nilai tertinggi CAT SKB", en: "Highest mark of the computer field test"),
    ParameterVersion(500, basis: intake, certainty: .known))

  public static let extraMaximum = Parameter(
    "skb.extra.maximum", Text("Bobot paling tinggi tes tambahan SKB", en: "Highest weight of an extra field test"),
    unit: .percent,
    ParameterVersion(
      40, basis: Text("Pengadaan CPNS 2019 dan 2021, daerah", en: "CPNS intakes of 2019 and 2021, regions"),
      certainty: .verified))

  public static let extraMaximumCentral = Parameter(
    "skb.extra.maximum.central",
    Text("Bobot paling tinggi tes tambahan, instansi pusat", en: "Highest weight of extra tests, central agencies"),
    unit: .percent,
    ParameterVersion(
      50, basis: Text("Pengadaan CPNS 2019, pusat", en: "CPNS intake of 2019, central agencies"),
      certainty: .verified))

  public static let contractTechnicalMaximum = Parameter(
    "pppk.technical.maximum", Text("Nilai tertinggi kompetensi teknis PPPK", en: "Highest technical mark, contract"),
    ParameterVersion(
      450, basis: Text("Pengadaan PPPK 2024, 90 butir", en: "Contract intake of 2024, 90 items"), certainty: .known))

  public static let certificateShare = Parameter(
    "pppk.certificate.percent",
    Text("Tambahan nilai sertifikat paling tinggi", en: "Highest addition for certificates"), unit: .percent,
    ParameterVersion(
      10, basis: Text("PermenPANRB 6/2024", en: "PermenPANRB 6/2024 on recruitment"), certainty: .verified))

  static let family = ParameterFamily(
    Text("Nilai pengadaan", en: "Marks of recruitment"),
    [
      AnyParameter(shortlist), AnyParameter(basicWeight), AnyParameter(fieldMaximum), AnyParameter(extraMaximum),
      AnyParameter(extraMaximumCentral), AnyParameter(contractTechnicalMaximum), AnyParameter(certificateShare),
    ])

  private static let intake = Text("Ketentuan pengadaan CPNS 2021", en: "Rules of the CPNS intake of 2021")
}
