/// What somebody noted about a session for nobody else: hidden from the other of the pair and from every role.
///
/// It is never shown, searched, exported or told by a history but to its writer. Where a store knows no roles nobody is
/// known to be the writer, and whoever opens the files reads them.
public struct MentoringNote: Record {
  public static let kind = Kind(
    "mentoring-notes", Text("Catatan pribadi", en: "Private note"),
    plural: Text("Catatan pribadi", en: "Private notes"), owner: "session", label: "writtenOn", date: "writtenOn",
    area: .privateNote, person: "writer",
    standing: Standing(own: OwnPart()))

  public let id: ID<MentoringNote>
  public var session: ID<MentoringSession>?
  public var writer: ID<Employee>?
  public var writtenOn: Day?
  public var text: String?

  public init(id: ID<MentoringNote>) { self.id = id }

  public static let fields: [Field<MentoringNote>] = [
    Field("session", Text("Sesi", en: "Session"), \.session, required: true),
    Field("writer", Text("Penulis", en: "Writer"), \.writer, required: true),
    Field("writtenOn", Text("Ditulis pada", en: "Written on"), \.writtenOn, required: true),
    Field("text", Text("Catatan", en: "Note"), \.text, type: .note(maximum: 4_000), required: true),
  ]
}

extension Book {
  public var mentoringNotes: Records<MentoringNote> { self[MentoringNote.self] }
}
