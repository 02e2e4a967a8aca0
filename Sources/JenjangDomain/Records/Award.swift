/// An award that an employee received.
public struct Award: HistoryRecord {
  public static let kind = Kind(
    "awards", Text("Penghargaan", en: "Award"), plural: Text("Penghargaan", en: "Awards"), owner: "employee",
    label: "name", date: "date")

  public let id: ID<Award>
  public var employee: ID<Employee>?
  public var kind: AwardKind?
  public var name: String?
  public var date: Day?
  public var decreeNumber: String?
  public var decreeDate: Day?
  public var authority: String?
  public var scan: Attachment?
  public var note: String?

  public init(id: ID<Award>) { self.id = id }

  public static let fields: [Field<Award>] =
    [
      employeeField,
      Field(
        "kind", Text("Jenis penghargaan", en: "Kind of award"), \.kind, required: true,
        synonyms: ["jenis", "tanda jasa", "kind"]),
      Field(
        "name", Text("Nama penghargaan", en: "Award"), \.name, required: true,
        synonyms: ["penghargaan", "nama tanda jasa", "award"]),
      Field(
        "date", Text("Tanggal", en: "Date"), \.date, required: true,
        synonyms: ["tanggal perolehan", "tahun", "tgl", "tmt"]),
    ] + decreeFields
}

extension Award {
  public func problems(in book: Book) -> [Problem] {
    let owner = owner(in: book)
    return [
      Problem.notBeforeBirth(date, of: owner, field: "date"),
      Problem.notBeforeHire(date, of: owner, field: "date"),
      Problem.notAfter(book.day, date, field: "date"),
    ].compactMap(\.self)
  }
}

extension Book {
  public var awards: Records<Award> { self[Award.self] }
}
