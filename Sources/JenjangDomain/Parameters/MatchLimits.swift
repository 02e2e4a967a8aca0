/// The limits of the job-person match (JPM), per cent, and how long an assessment holds.
public enum MatchLimits {
  public typealias Limits = ByCode<MatchBand, Decimal>

  public static let mapping = Parameter(
    "jpm.mapping", Text("Batas JPM pemetaan", en: "Match limits for mapping"), unit: .percent,
    ParameterVersion(
      [.optimal: 90, .fairlyOptimal: 78] as Limits,
      basis: Text("Peraturan BRIN 3/2023 pasal 33", en: "Peraturan BRIN 3/2023 article 33"), certainty: .verified))

  public static let filling = Parameter(
    "jpm.filling", Text("Batas JPM pengisian jabatan", en: "Match limits for filling a post"), unit: .percent,
    ParameterVersion(
      [.qualified: 80, .stillQualified: 68] as Limits,
      basis: Text("PermenPANRB 38/2017, seleksi", en: "PermenPANRB 38/2017, selection"), certainty: .known))

  public static let ministrySenior = Parameter(
    "jpm.ministry.senior",
    Text("Batas JPM kementerian, JPT dan ahli utama", en: "Match limits of a ministry, senior posts"), unit: .percent,
    ParameterVersion([.veryGood: 91, .good: 85] as Limits, basis: ministry, certainty: .verified))

  public static let ministryOther = Parameter(
    "jpm.ministry.other", Text("Batas JPM kementerian, jabatan lain", en: "Match limits of a ministry, other posts"),
    unit: .percent,
    ParameterVersion([.veryGood: 85, .good: 75] as Limits, basis: ministry, certainty: .verified))

  /// Whether a match above 100 % counts as 100 %.
  public static let capAt100 = Parameter(
    "jpm.capAt100", Text("JPM dibatasi 100%", en: "Match capped at 100%"),
    ParameterVersion(
      false, basis: Text("Laporan asesmen memuat nilai di atas 100%", en: "Assessment reports print values above 100%"),
      certainty: .decided))

  public static let validYears = Parameter(
    "assessment.validYears", Text("Masa berlaku hasil asesmen", en: "Validity of an assessment"), unit: .years,
    ParameterVersion(
      3, basis: Text("Peraturan BKN 26/2019 pasal 29 ayat (4)", en: "Peraturan BKN 26/2019 article 29(4)"),
      certainty: .verified))

  static let family = ParameterFamily(
    .verbatim("Job person match"),
    [
      AnyParameter(mapping), AnyParameter(filling), AnyParameter(ministrySenior), AnyParameter(ministryOther),
      AnyParameter(capAt100), AnyParameter(validYears),
    ])

  private static let ministry = Text("Permen KKP 39/2023 pasal 52", en: "Permen KKP 39/2023 article 52")

  /// The limits for a purpose; a ministry sets higher ones for its senior posts.
  static func parameter(_ purpose: MatchPurpose, _ kind: PositionKind?) -> Parameter<Limits> {
    switch purpose {
    case .mapping: return mapping
    case .filling: return filling
    case .ministry:
      let senior: [PositionKind?] = [.seniorExecutive1, .seniorExecutive2, .seniorExecutive3, .expert4]
      return senior.contains(kind) ? ministrySenior : ministryOther
    }
  }
}
