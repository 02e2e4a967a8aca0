/// A round of mentoring with its period, whose pairs are reported together.
///
/// Source: peers reference, screen 18.
public struct MentoringProgramme: Record {
  public static let kind = Kind(
    "mentoring-programmes", Text("Program bimbingan", en: "Mentoring programme"),
    plural: Text("Program bimbingan", en: "Mentoring programmes"), date: "start", area: .reference)

  public let id: ID<MentoringProgramme>
  public var name: String?
  public var kind: MentoringKind?
  public var start: Day?
  public var end: Day?
  public var unit: ID<Unit>?
  public var coordinator: ID<Employee>?
  public var allowsAssessor: Bool?
  public var purpose: String?

  public init(id: ID<MentoringProgramme>) { self.id = id }

  public static let fields: [Field<MentoringProgramme>] = [
    Field("name", Text("Nama program", en: "Name"), \.name, required: true),
    Field("kind", Text("Bentuk", en: "Form"), \.kind, required: true),
    Field("start", Text("Mulai", en: "From"), \.start, required: true),
    Field("end", Text("Sampai", en: "To"), \.end, required: true),
    Field("unit", Text("Untuk unit", en: "For unit"), \.unit),
    Field("coordinator", Text("Koordinator", en: "Coordinator"), \.coordinator),
    Field(
      "allowsAssessor", Text("Penilai langsung boleh membimbing", en: "The direct assessor may mentor"),
      \.allowsAssessor),
    Field("purpose", Text("Tujuan", en: "Purpose"), \.purpose, type: .note(maximum: 1000)),
  ]
}

extension MentoringProgramme {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.order(start: start, end: end, field: "end")
    ].compactMap(\.self)
  }
}

extension Book {
  public var mentoringProgrammes: Records<MentoringProgramme> { self[MentoringProgramme.self] }
}
