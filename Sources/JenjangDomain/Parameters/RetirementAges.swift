/// The ages at which civil servants retire (batas usia pensiun), by position and by named functional family.
public enum RetirementAges {
  /// The age by the kind of position, in years.
  public static func ofKind(_ kind: PositionKind) -> ParameterVersions<Int> {
    switch kind {
    case .seniorExecutive1, .seniorExecutive2, .seniorExecutive3: age(60, .civilServants)
    case .administrator, .supervisor, .operational: age(58, .civilServants)
    case .expert4: age(65, .functional)
    case .expert3: age(60, .functional)
    case .expert1, .expert2, .skilled1, .skilled2, .skilled3, .skilled4: age(58, .functional)
    }
  }

  /// The age by a functional family that a law of its own governs; nil for all other families.
  public static func ofFamily(_ family: String, kind: PositionKind) -> ParameterVersions<Int>? {
    let words = Set(family.lowercased().split(separator: " ").map(String.init))
    if words.contains("profesor") || words.isSuperset(of: ["guru", "besar"]) { return age(70, .lecturers) }
    if words.contains("dosen") { return age(65, .lecturers) }
    if words.contains("guru") { return age(60, .teachers) }
    guard words.contains("peneliti") || words.contains("perekayasa") else { return nil }
    switch kind {
    case .expert4: return age(70, .researchers)
    case .expert3: return age(65, .researchers)
    default: return age(58, .researchers)
    }
  }

  private static func age(_ years: Int, _ basis: Text) -> ParameterVersions<Int> {
    ParameterVersions(Parameter(years, basis: basis, certainty: .verified))
  }
}

extension Text {
  fileprivate static let civilServants = Text("UU 20/2023 tentang ASN", en: "UU 20/2023 on civil servants")
  fileprivate static let functional = Text(
    "PP 11/2017 dan surat BKN tentang BUP pejabat fungsional", en: "PP 11/2017 and BKN letter on functional posts")
  fileprivate static let lecturers = Text(
    "UU 14/2005 tentang Guru dan Dosen", en: "UU 14/2005 on teachers and lecturers")
  fileprivate static let teachers = Text(
    "UU 14/2005 tentang Guru dan Dosen, guru", en: "UU 14/2005 on teachers and lecturers, teachers")
  fileprivate static let researchers = Text(
    "UU 11/2019 pasal 53, peneliti dan perekayasa", en: "UU 11/2019 article 53, researchers and engineers")
}
