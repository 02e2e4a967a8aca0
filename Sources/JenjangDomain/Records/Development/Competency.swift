/// A competency of the dictionary, with what is to be seen of it at each level.
///
/// The nine that every post requires bear the codes of `StandardCompetency`; technical ones have codes of the agency.
///
/// Source: PermenPANRB 38/2017; domain reference 4.1.
public struct Competency: Record {
  public static let kind = Kind(
    "competencies", Text("Kompetensi", en: "Competency"), plural: Text("Kamus kompetensi", en: "Competency dictionary"),
    area: .reference)

  public let id: ID<Competency>
  /// What standards and assessments call it; without blanks, commas and strokes.
  public var code: String?
  public var name: String?
  public var kind: CompetencyKind?
  public var field: String?
  public var definition: String?
  public var validFrom: Day?
  public var validTo: Day?
  public var level1: String?
  public var level2: String?
  public var level3: String?
  public var level4: String?
  public var level5: String?
  public var knowledge: String?
  public var skill: String?
  public var attitude: String?
  public var basis: String?

  public init(id: ID<Competency>) { self.id = id }

  public static let fields: [Field<Competency>] = headFields + moreFields

  private static let headFields: [Field<Competency>] = [
    Field(
      "code", Text("Kode", en: "Code"), \.code, type: .text(maximum: 30), required: true, unique: true,
      synonyms: ["kode kompetensi"]),
    Field("name", Text("Nama kompetensi", en: "Competency"), \.name, required: true, synonyms: ["nama", "kompetensi"]),
    Field("kind", Text("Jenis", en: "Kind"), \.kind, required: true),
    Field(
      "field", Text("Bidang", en: "Field"), \.field, type: .text(maximum: 80),
      help: Text(
        "Bidang kerja kompetensi teknis, misalnya keuangan.",
        en: "The field of a technical competency, for instance finance.")),
    Field("definition", Text("Definisi", en: "Definition"), \.definition, type: .note(maximum: 2_000)),
    Field("validFrom", Text("Berlaku sejak", en: "Valid from"), \.validFrom),
    Field("validTo", Text("Berlaku sampai", en: "Valid to"), \.validTo),
  ]

  private static let moreFields: [Field<Competency>] = [
    Field(
      "level1", Text("Perilaku tingkat 1", en: "Behaviour at level 1"), \.level1, type: .note(maximum: 2_000),
      section: Text("Perilaku tiap tingkat", en: "Behaviour at each level")),
    Field("level2", Text("Perilaku tingkat 2", en: "Behaviour at level 2"), \.level2, type: .note(maximum: 2_000)),
    Field("level3", Text("Perilaku tingkat 3", en: "Behaviour at level 3"), \.level3, type: .note(maximum: 2_000)),
    Field("level4", Text("Perilaku tingkat 4", en: "Behaviour at level 4"), \.level4, type: .note(maximum: 2_000)),
    Field("level5", Text("Perilaku tingkat 5", en: "Behaviour at level 5"), \.level5, type: .note(maximum: 2_000)),
    Field(
      "knowledge", Text("Bagian pengetahuan", en: "Part of knowledge"), \.knowledge, type: .note(maximum: 2_000),
      section: Text("Bagian kompetensi teknis", en: "Parts of a technical competency")),
    Field("skill", Text("Bagian keterampilan", en: "Part of skill"), \.skill, type: .note(maximum: 2_000)),
    Field("attitude", Text("Bagian sikap", en: "Part of attitude"), \.attitude, type: .note(maximum: 2_000)),
    Field("basis", Text("Dasar", en: "Basis"), \.basis, type: .text(maximum: 200)),
  ]
}

extension Competency {
  public func problems(in book: Book) -> [Problem] {
    [
      codeProblem,
      standard.map { $0.kind } != nil && standard?.kind != kind
        ? Problem(
          "kind", Text("Jenis kompetensi standar ini sudah tetap", en: "The kind of this standard competency is fixed"))
        : nil,
      Problem.order(start: validFrom, end: validTo, field: "validTo"),
    ].compactMap(\.self)
  }

  /// Codes stand in lists of levels, so what separates those may not be in them.
  private var codeProblem: Problem? {
    guard let code, !CompetencyMarks.isCode(code) else { return nil }
    return Problem(
      "code", Text("Kode tanpa spasi, koma, atau garis miring", en: "A code has no blanks, commas or strokes"))
  }

  /// Which of the nine standard ones it is; nil for a technical one.
  public var standard: StandardCompetency? { code.flatMap { StandardCompetency(rawValue: $0) } }

  /// What is to be seen at a level.
  public func behaviour(at level: CompetencyLevel) -> String? {
    switch level {
    case .aware: level1
    case .basic: level2
    case .intermediate: level3
    case .proficient: level4
    case .expert: level5
    }
  }

  /// What is measured of it by an aspect.
  public func part(_ aspect: CompetencyAspect) -> String? {
    switch aspect {
    case .knowledge: knowledge
    case .skill: skill
    case .attitude: attitude
    }
  }
}

extension Book {
  public var competencies: Records<Competency> { self[Competency.self] }
}
