/// Who may enter the leadership trainings (PKN II, PKA, PKP).
public enum LeadershipTraining {
  /// The lowest rank of administrators and intermediate experts for PKN II.
  public static let nationalGrade = Parameter(
    "pkn2.grade", Text("PKN II: pangkat paling rendah", en: "PKN II: lowest rank"),
    ParameterVersion(Grade.ivA, basis: national, certainty: .verified))

  public static let administratorMonths = Parameter(
    "pkn2.months.administrator", Text("PKN II: masa pangkat administrator", en: "PKN II: time in rank, administrators"),
    unit: .months, ParameterVersion(42, basis: national, certainty: .verified))

  public static let expertMonths = Parameter(
    "pkn2.months.expert", Text("PKN II: masa pangkat ahli madya", en: "PKN II: time in rank, intermediate experts"),
    unit: .months, ParameterVersion(30, basis: national, certainty: .verified))

  /// Months before retirement that executives need.
  public static let marginMonths = Parameter(
    "pkn2.margin", Text("PKN II: sisa masa sebelum BUP, JPT pratama", en: "PKN II: time to retirement, executives"),
    unit: .months, ParameterVersion(18, basis: national, certainty: .verified))

  public static let highestAge = Parameter(
    "pkn2.age", Text("PKN II: usia paling tinggi pejabat lain", en: "PKN II: highest age of others"), unit: .years,
    ParameterVersion(55, basis: national, certainty: .verified))

  /// Ranks of candidates who do not hold the post yet; lowest first.
  public static let candidateRanks = Parameter(
    "leadership.candidates", Text("Pangkat calon peserta PKA dan PKP", en: "Ranks of candidates for PKA and PKP"),
    ParameterVersion(
      [.administratorLeadership: [.iiiD], .supervisorLeadership: [.iiiB, .iiiC]] as ByCode<TrainingKind, [Grade]>,
      basis: Text("Peraturan LAN 15/2019 dan penggantinya", en: "Peraturan LAN 15/2019 and successors"),
      certainty: .unsure))

  static let family = ParameterFamily(
    Text("Pelatihan kepemimpinan", en: "Leadership training"),
    [
      AnyParameter(nationalGrade), AnyParameter(administratorMonths), AnyParameter(expertMonths),
      AnyParameter(marginMonths), AnyParameter(highestAge), AnyParameter(candidateRanks),
    ])

  static let national = Text("Syarat peserta PKN II, LAN", en: "Entry requirements of PKN II, LAN")
}
