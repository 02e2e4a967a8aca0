/// The numbers of study assignments (tugas belajar).
public enum StudyAssignments {
  public static let serviceYears = Parameter(
    "study.service", Text("Masa kerja PNS paling singkat", en: "Shortest service as permanent staff"), unit: .years,
    ParameterVersion(1, basis: circular, certainty: .verified))

  public static let goodYears = Parameter(
    "study.goodYears", Text("Tahun berpredikat Baik untuk tugas belajar", en: "Years rated Baik for study"),
    unit: .years, ParameterVersion(2, basis: circular, certainty: .known))

  /// Years that a programme normally lasts.
  public static let duration = Parameter(
    "study.duration", Text("Lama studi normal", en: "Normal length of study"), unit: .years,
    ParameterVersion(
      [
        .diploma1: 1, .diploma2: 2, .diploma3: 3, .bachelor: 4, .master: 2, .doctor: 4,
      ] as ByCode<StudyProgramme, Int>, basis: circular, certainty: .known))

  public static let extensionYears = Parameter(
    "study.extension", Text("Perpanjangan paling lama", en: "Longest extension"), unit: .years,
    ParameterVersion(1, basis: circular, certainty: .known))

  /// Remaining service as a multiple of the normal length.
  public static let remainingReleased = Parameter(
    "study.remaining.released",
    Text("Sisa masa kerja bila dibebaskan, kali", en: "Remaining service if released, times"),
    ParameterVersion(3, basis: circular, certainty: .unsure))
  public static let remainingWorking = Parameter(
    "study.remaining.working",
    Text("Sisa masa kerja bila tidak dibebaskan, kali", en: "Remaining service if not released, times"),
    ParameterVersion(2, basis: circular, certainty: .unsure))

  /// The service bond as a multiple of the study.
  public static let bondReleased = Parameter(
    "study.bond.released", Text("Ikatan dinas bila dibebaskan, kali", en: "Service bond if released, times"),
    ParameterVersion(2, basis: circular, certainty: .known))
  public static let bondWorking = Parameter(
    "study.bond.working", Text("Ikatan dinas bila tidak dibebaskan, kali", en: "Service bond if not released, times"),
    ParameterVersion(1, basis: circular, certainty: .unsure))

  static let family = ParameterFamily(
    Text("Tugas belajar", en: "Study assignments"),
    [
      AnyParameter(serviceYears), AnyParameter(goodYears), AnyParameter(duration), AnyParameter(extensionYears),
      AnyParameter(remainingReleased), AnyParameter(remainingWorking), AnyParameter(bondReleased),
      AnyParameter(bondWorking),
    ])

  static let circular = Text("SE MenPANRB 28/2021", en: "Circular of MenPANRB 28/2021")
}
