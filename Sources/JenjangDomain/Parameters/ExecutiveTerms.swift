/// How long a senior executive post is held, and who selects for it.
public enum ExecutiveTerms {
  public static let years = Parameter(
    "executive.years", Text("JPT tidak diganti sebelum", en: "Executives are not replaced before"), unit: .years,
    ParameterVersion(2, basis: basis, certainty: .known))

  public static let reviewYears = Parameter(
    "executive.review", Text("JPT dievaluasi kembali setelah", en: "Executives are reviewed after"), unit: .years,
    ParameterVersion(5, basis: basis, certainty: .known))

  public static let electionMonths = Parameter(
    "executive.election.months", Text("Larangan sebelum penetapan calon", en: "Bar before the nomination"),
    unit: .months, ParameterVersion(6, basis: election, certainty: .known))

  public static let committeeSize = Parameter(
    "selection.committee.size", Text("Anggota panitia seleksi", en: "Members of the committee"),
    ParameterVersion([5, 7, 9], basis: selection, certainty: .known))

  public static let internalShare = Parameter(
    "selection.committee.internal", Text("Anggota dari dalam paling banyak", en: "Members from within at most"),
    unit: .percent, ParameterVersion(45, basis: selection, certainty: .known))

  public static let announcementDays = Parameter(
    "selection.announcement", Text("Pengumuman paling singkat", en: "Announced for at least"), unit: .days,
    ParameterVersion(15, basis: selection, certainty: .known))

  static let family = ParameterFamily(
    Text("Masa jabatan JPT dan panitia seleksi", en: "Tenure of executives and committees"),
    [
      AnyParameter(years), AnyParameter(reviewYears), AnyParameter(electionMonths), AnyParameter(committeeSize),
      AnyParameter(internalShare), AnyParameter(announcementDays),
    ])

  static let basis = Text("UU ASN, PP 11/2017", en: "Law on civil servants, PP 11/2017")
  private static let election = Text("UU pemilihan kepala daerah", en: "Law on regional elections")
  static let selection = Text("PP 11/2017, PermenPANRB 15/2019", en: "PP 11/2017, PermenPANRB 15/2019 on selection")
}
