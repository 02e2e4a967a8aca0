/// What somebody is drawn to: a field, a post, a place, a training.
///
/// Source: peers reference, rows 10 and 11, idea 11.
public struct Interest: Record {
  public static let kind = Kind(
    "interests", Text("Minat", en: "Interest"), plural: Text("Minat", en: "Interests"), owner: "employee",
    label: "subject", date: "recordedOn",
    area: .development, standing: Standing(own: OwnPart(withheld: ["employee"])))

  public let id: ID<Interest>
  public var employee: ID<Employee>?
  public var recordedOn: Day?
  public var kind: InterestKind?
  public var subject: String?
  public var post: ID<Post>?
  public var unit: ID<Unit>?
  public var programme: ID<LearningProgramme>?
  public var competency: ID<Competency>?
  public var when: Day?
  /// 1 for what is wanted most.
  public var rank: Int?
  public var endedOn: Day?
  public var note: String?

  public init(id: ID<Interest>) { self.id = id }

  public static let fields: [Field<Interest>] = [
    Field("employee", Text("Pegawai", en: "Employee"), \.employee, required: true),
    Field("recordedOn", Text("Dicatat pada", en: "Recorded on"), \.recordedOn, required: true),
    Field("kind", Text("Jenis minat", en: "Kind of interest"), \.kind, required: true),
    Field("subject", Text("Minat", en: "What"), \.subject, required: true),
    Field("post", Text("Jabatan", en: "Post"), \.post),
    Field("unit", Text("Unit kerja", en: "Work unit"), \.unit),
    Field("programme", Text("Program", en: "Programme"), \.programme),
    Field("competency", Text("Kompetensi", en: "Competency"), \.competency),
    Field("when", Text("Sejak atau mulai kapan", en: "From when"), \.when),
    Field("rank", Text("Urutan minat", en: "Order of preference"), \.rank, type: .integer(1...9)),
    Field("endedOn", Text("Tidak lagi sejak", en: "No longer since"), \.endedOn),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 1_000)),
  ]
}

extension Interest {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.order(start: recordedOn, end: endedOn, field: "endedOn")
    ].compactMap(\.self)
  }
}

extension Book {
  public var interests: Records<Interest> { self[Interest.self] }
}
