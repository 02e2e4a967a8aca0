/// Lesson hours (JP): what counts, and how many a year has to have.
public enum LearningHours {
  public static let minutes = Parameter(
    "learning.minutes", Text("Lama satu jam pelajaran", en: "Length of a lesson hour"),
    unit: Text("menit", en: "minutes"),
    ParameterVersion(45, basis: .verbatim("Peraturan LAN 10/2018"), certainty: .known))

  /// For each day, session or activity, where no certificate states the hours.
  public static let conversion = Parameter(
    "learning.conversion", Text("JP tiap hari, sesi, atau kegiatan", en: "Hours for each day, session or activity"),
    ParameterVersion(
      [
        .seminar: 4, .workshop: 8, .coaching: 2, .community: 2, .benchmarking: 10, .internship: 20,
      ] as ByCode<LearningForm, Int>,
      basis: Text("Lampiran Peraturan LAN, belum diperiksa", en: "Annex of the LAN regulation, not checked"),
      certainty: .unsure))

  /// The most that one record of a form counts; forms without a row have no limit.
  public static let caps = Parameter(
    "learning.caps", Text("JP paling banyak tiap catatan", en: "Most hours of one record"),
    ParameterVersion([:] as ByCode<LearningForm, Int>, basis: .local, certainty: .decided))

  public static let target = Parameter(
    "learning.target", Text("JP setahun bagi PNS", en: "Hours a year, permanent staff"), unit: .verbatim("JP"),
    ParameterVersion(
      20, basis: Text("PP 11/2017 pasal 203", en: "PP 11/2017 article 203"), certainty: .verified))

  /// The most of a contract year; learning being a duty of all since 2023, it may have been lifted.
  public static let contractCeiling = Parameter(
    "learning.ceiling.contract", Text("JP paling banyak setahun bagi PPPK", en: "Most hours a year, contract staff"),
    unit: .verbatim("JP"),
    ParameterVersion(
      24, basis: Text("PP 49/2018, Peraturan LAN 15/2020", en: "PP 49/2018 and LAN 15/2020"), certainty: .unsure))

  static let family = ParameterFamily(
    Text("Jam pelajaran", en: "Lesson hours"),
    [
      AnyParameter(minutes), AnyParameter(conversion), AnyParameter(caps), AnyParameter(target),
      AnyParameter(contractCeiling),
    ])
}
