/// What was seen that speaks for a level, and what each assessor of a panel gave.
public struct AssessmentEvidence: Record {
  public static let kind = Kind(
    "assessment-evidence", Text("Bukti asesmen", en: "Evidence of an assessment"),
    plural: Text("Bukti asesmen", en: "Evidence of assessments"), owner: "assessment",
    label: "text", area: .assessment, standing: Standing(through: "assessment", own: OwnPart(fields: [], mayAdd: false))
  )

  public let id: ID<AssessmentEvidence>
  public var assessment: ID<Assessment>?
  public var competency: ID<Competency>?
  public var text: String?
  public var panel: String?
  public var file: Attachment?

  public init(id: ID<AssessmentEvidence>) { self.id = id }

  public static let fields: [Field<AssessmentEvidence>] = [
    Field("assessment", Text("Asesmen", en: "Assessment"), \.assessment, required: true),
    Field("competency", Text("Kompetensi", en: "Competency"), \.competency, required: true),
    Field("text", Text("Bukti perilaku", en: "Behaviour seen"), \.text, type: .note(maximum: 2_000)),
    Field(
      "panel", Text("Tingkat tiap asesor", en: "Each assessor's level"), \.panel, type: .text(maximum: 60),
      help: Text(
        "Angka dipisah spasi, urut asesor: 3 4 3.", en: "Numbers with blanks, in the order of assessors: 3 4 3.")),
    Field("file", Text("Berkas", en: "File"), \.file),
  ]
}

extension AssessmentEvidence {
  public func problems(in book: Book) -> [Problem] {
    [
      panel.map { AssessmentEvidence.levels($0) == nil } == true
        ? Problem("panel", Text("Tingkat 1 sampai 5, dipisah spasi", en: "Levels 1 to 5 with blanks between")) : nil,
      (text ?? "").isEmpty && panel == nil && file == nil
        ? Problem("text", Text("Isi bukti atau tingkat asesor", en: "Enter evidence or the levels")) : nil,
    ].compactMap(\.self)
  }

  /// The levels that the assessors gave; nil when the text is something else.
  public static func levels(_ text: String) -> [CompetencyLevel]? {
    let levels = text.split(separator: " ").map { CompetencyLevel(rawValue: String($0)) }
    return levels.isEmpty || levels.contains(nil) ? nil : levels.compactMap(\.self)
  }
}

extension Book {
  public var assessmentEvidence: Records<AssessmentEvidence> { self[AssessmentEvidence.self] }
}
