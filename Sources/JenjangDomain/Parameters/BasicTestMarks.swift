/// The pass marks of the basic test (SKD), set by the minister for each intake.
public enum BasicTestMarks {
  /// What each part needs.
  public static let parts = Parameter(
    "skd.marks", Text("Nilai ambang batas SKD", en: "Pass marks of the basic test"),
    ParameterVersion(
      [.nationalInsight: 65, .generalIntelligence: 80, .personalTraits: 166] as ByCode<BasicTest, Int>,
      from: Day(year: 2_024, month: 1, day: 1), until: Day(year: 2_024, month: 12, day: 31),
      basis: Text("KepmenPANRB 321/2024, formasi umum", en: "KepmenPANRB 321/2024, general"), certainty: .verified))

  /// The sum and the general intelligence that special groups need.
  public static let special = Parameter(
    "skd.marks.special", Text("Ambang batas SKD khusus: jumlah; TIU", en: "Special pass marks: sum; TIU"),
    ParameterVersion(
      [.cumLaude: [311, 85], .disability: [286, 60], .otherSpecial: [286, 60]] as ByCode<ApplicantGroup, [Int]>,
      from: Day(year: 2_024, month: 1, day: 1), until: Day(year: 2_024, month: 12, day: 31),
      basis: Text("KepmenPANRB 321/2024, kebutuhan khusus", en: "KepmenPANRB 321/2024, special groups"),
      certainty: .verified))

  /// The same for groups whose marks were read in the form of 2021 only.
  public static let special2021 = Parameter(
    "skd.marks.special2021",
    Text("Ambang batas SKD khusus bentuk 2021: jumlah; TIU", en: "Special pass marks of the 2021 form: sum; TIU"),
    ParameterVersion(
      of2021, from: Day(year: 2_021, month: 1, day: 1), until: Day(year: 2_021, month: 12, day: 31),
      basis: Text("Pengadaan CPNS 2021", en: "CPNS intake of 2021"), certainty: .verified),
    ParameterVersion(
      of2021, from: Day(year: 2_024, month: 1, day: 1), until: Day(year: 2_024, month: 12, day: 31),
      basis: Text("Bentuk 2021, periksa keputusan 2024", en: "Form of 2021, check the decision of 2024"),
      certainty: .unsure))

  private static let of2021: ByCode<ApplicantGroup, [Int]> = [
    .diaspora: [311, 85], .doctor: [311, 80], .crew: [286, 70],
  ]

  static let family = ParameterFamily(
    Text("Ambang batas SKD", en: "Pass marks of the basic test"),
    [AnyParameter(parts), AnyParameter(special), AnyParameter(special2021)])
}
