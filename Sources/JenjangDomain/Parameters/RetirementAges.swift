/// The ages at which civil servants retire (batas usia pensiun), by position and by named functional family.
public enum RetirementAges {
  public typealias Ages = ByCode<PositionKind, Int>

  /// The age by the kind of position, in years.
  public static let byKind = Parameter(
    "retirement.age", Text("Batas usia pensiun menurut jabatan", en: "Retirement age by position"), unit: .years,
    ParameterVersion(
      [
        .seniorExecutive1: 60, .seniorExecutive2: 60, .seniorExecutive3: 60, .administrator: 58, .supervisor: 58,
        .operational: 58, .expert4: 65, .expert3: 60, .expert2: 58, .expert1: 58, .skilled4: 58, .skilled3: 58,
        .skilled2: 58, .skilled1: 58,
      ] as Ages,
      basis: Text(
        "UU 20/2023; PP 11/2017 dan surat BKN tentang BUP pejabat fungsional",
        en: "UU 20/2023; PP 11/2017 and BKN letter on functional posts"), certainty: .verified))

  public static let professors = named(
    "retirement.age.professors", Text("BUP profesor", en: "Retirement age of professors"), 70, .lecturers)
  public static let lecturers = named(
    "retirement.age.lecturers", Text("BUP dosen", en: "Retirement age of lecturers"), 65, .lecturers)
  public static let teachers = named(
    "retirement.age.teachers", Text("BUP guru", en: "Retirement age of teachers"), 60, .teachers)
  public static let principalResearchers = named(
    "retirement.age.researchers.principal",
    Text("BUP peneliti dan perekayasa ahli utama", en: "Retirement age of principal researchers and engineers"), 70,
    .researchers)
  public static let intermediateResearchers = named(
    "retirement.age.researchers.intermediate",
    Text("BUP peneliti dan perekayasa ahli madya", en: "Retirement age of intermediate researchers and engineers"), 65,
    .researchers)
  public static let otherResearchers = named(
    "retirement.age.researchers.other",
    Text("BUP peneliti dan perekayasa lainnya", en: "Retirement age of other researchers and engineers"), 58,
    .researchers)

  /// How long before the retirement age of the post a work agreement must at the latest be applied for.
  public static let yearsBeforeContract = Parameter(
    "retirement.contractYears", Text("Melamar PPPK sebelum BUP", en: "Application before the retirement age"),
    unit: .years,
    ParameterVersion(1, basis: Text("PP 49/2018", en: "PP 49/2018 on contract staff"), certainty: .known))

  static let family = ParameterFamily(
    Text("Batas usia pensiun", en: "Retirement ages"),
    [
      AnyParameter(byKind), AnyParameter(professors), AnyParameter(lecturers), AnyParameter(teachers),
      AnyParameter(principalResearchers), AnyParameter(intermediateResearchers), AnyParameter(otherResearchers),
      AnyParameter(yearsBeforeContract),
    ])

  /// The parameter of a functional family that a law of its own governs; nil for all other families.
  public static func ofFamily(_ family: String, kind: PositionKind) -> Parameter<Int>? {
    let words = Set(family.lowercased().split(separator: " ").map(String.init))
    if words.contains("profesor") || words.isSuperset(of: ["guru", "besar"]) { return professors }
    if words.contains("dosen") { return lecturers }
    if words.contains("guru") { return teachers }
    guard words.contains("peneliti") || words.contains("perekayasa") else { return nil }
    switch kind {
    case .expert4: return principalResearchers
    case .expert3: return intermediateResearchers
    default: return otherResearchers
    }
  }

  /// The age that is usual for a post, as generated data need it.
  public static func usual(_ kind: PositionKind, family: String?) -> Int {
    let day = Day(number: 0)
    return family.flatMap { ofFamily($0, kind: kind) }?.usual(on: day) ?? byKind.usual(on: day)[kind] ?? 58
  }

  private static func named(_ key: String, _ title: Text, _ age: Int, _ basis: Text) -> Parameter<Int> {
    Parameter(key, title, unit: .years, ParameterVersion(age, basis: basis, certainty: .verified))
  }
}

extension Text {
  fileprivate static let lecturers = Text(
    "UU 14/2005 tentang Guru dan Dosen", en: "UU 14/2005 on teachers and lecturers")
  fileprivate static let teachers = Text(
    "UU 14/2005 tentang Guru dan Dosen, guru", en: "UU 14/2005 on teachers and lecturers, teachers")
  fileprivate static let researchers = Text(
    "UU 11/2019 pasal 53, peneliti dan perekayasa", en: "UU 11/2019 article 53, researchers and engineers")
}
