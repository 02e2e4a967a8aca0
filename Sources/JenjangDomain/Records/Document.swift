/// A document in an employee's file: what it is, where it is kept, and the scan of it when there is one.
public struct Document: Record {
  public static let kind = Kind(
    "documents", Text("Dokumen", en: "Document"), plural: Text("Dokumen", en: "Documents"), owner: "employee",
    label: "title", date: "date")

  public let id: ID<Document>
  public var employee: ID<Employee>?
  public var kind: DocumentKind?
  public var title: String?
  public var number: String?
  public var date: Day?
  public var issuer: String?
  /// The place of the paper.
  public var fileName: String?
  public var scan: Attachment?
  public var note: String?

  public init(id: ID<Document>) { self.id = id }

  public static let fields: [Field<Document>] = [
    Field(
      "employee", Text("Pegawai", en: "Employee"), \.employee, required: true,
      synonyms: ["nip", "nip baru", "nip/ni pppk", "employee number", "pegawai"]),
    Field(
      "kind", Text("Jenis dokumen", en: "Kind of document"), \.kind, required: true, synonyms: ["jenis", "kind"]),
    Field(
      "title", Text("Judul", en: "Title"), \.title, required: true,
      synonyms: ["dokumen", "nama dokumen", "perihal", "title"]),
    Field(
      "number", Text("Nomor", en: "Number"), \.number, type: .text(maximum: 80),
      synonyms: ["no", "nomor dokumen", "no dokumen"]),
    Field("date", Text("Tanggal", en: "Date"), \.date, synonyms: ["tgl", "tanggal dokumen"]),
    Field("issuer", Text("Penerbit", en: "Issuer"), \.issuer, type: .text(maximum: 120), synonyms: ["pejabat"]),
    Field(
      "fileName", Text("Nama berkas", en: "File name"), \.fileName,
      help: Text("Nama berkas pindaian atau tempat arsip kertas.", en: "The scanned file, or where the paper lies."),
      synonyms: ["berkas", "file", "arsip"]),
    Field(
      "scan", Text("Berkas pindaian", en: "Scanned file"), \.scan,
      help: Text(
        "Dokumennya sendiri: PDF atau gambar, paling besar 20 MiB.", en: "The document itself: PDF or image, 20 MiB.")),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 2_000), synonyms: ["keterangan"]),
  ]
}

extension Document {
  public func problems(in book: Book) -> [Problem] {
    [Problem.notAfter(book.day, date, field: "date")].compactMap(\.self)
  }
}

extension Book {
  public var documents: Records<Document> { self[Document.self] }
}
