/// The cut points of the talent map, and who belongs to the succession pool.
public enum TalentCuts {
  public typealias Cuts = ByCode<TalentCutSet, [Decimal]>

  /// The set that counts where a case names none.
  public static let usual = Parameter(
    "talent.cuts", Text("Perangkat batas peta talenta", en: "Set of cut points of the talent map"),
    ParameterVersion(TalentCutSet.c, basis: .local, certainty: .decided))

  /// Above and meets; a set without a row goes by the rating itself.
  public static let performance = Parameter(
    "talent.cuts.performance", Text("Batas kinerja: di atas; sesuai", en: "Performance cuts: above; meets"),
    ParameterVersion([.a: [80, 60], .b: [85, 70], .d: [81, 61]] as Cuts, basis: programs, certainty: .verified))

  /// High and medium.
  public static let potential = Parameter(
    "talent.cuts.potential", Text("Batas potensial: tinggi; menengah", en: "Potential cuts: high; medium"),
    ParameterVersion(
      [.a: [80, 60], .b: [77, 68], .c: [90, 78], .d: [81, 61]] as Cuts, basis: programs, certainty: .verified))

  public static let poolBoxes = Parameter(
    "talent.pool.boxes", Text("Kotak kelompok rencana suksesi", en: "Boxes of the succession pool"),
    ParameterVersion([TalentBox.box7, .box8, .box9], basis: pool, certainty: .verified))

  public static let nationalBoxes = Parameter(
    "talent.pool.boxes.national", Text("Kotak talenta nasional", en: "Boxes of the national pool"),
    ParameterVersion([TalentBox.box9], basis: pool, certainty: .verified))

  public static let goodYears = Parameter(
    "talent.pool.goodYears", Text("Tahun berpredikat paling rendah Baik", en: "Years rated at least Baik"),
    unit: .years,
    ParameterVersion(
      2, basis: Text("PP 11/2017 pasal 199", en: "PP 11/2017 article 199"), certainty: .verified))

  /// Years without a moderate or severe punishment or a breach of ethics: a local gate.
  public static let cleanYears = Parameter(
    "talent.pool.cleanYears", Text("Tahun tanpa hukuman sedang atau berat", en: "Years without punishment"),
    unit: .years,
    ParameterVersion(
      2, basis: Text("Contoh ketentuan satu daerah", en: "Example of one region's rule"), certainty: .unsure))

  static let family = ParameterFamily(
    Text("Peta talenta", en: "Talent map"),
    [
      AnyParameter(usual), AnyParameter(performance), AnyParameter(potential), AnyParameter(poolBoxes),
      AnyParameter(nationalBoxes), AnyParameter(goodYears), AnyParameter(cleanYears),
    ])

  private static let programs = Text("Aplikasi talenta yang dipakai instansi", en: "Talent programs in use at agencies")
  private static let pool = Text("PermenPANRB 3/2020", en: "PermenPANRB 3/2020 on talent")
}
