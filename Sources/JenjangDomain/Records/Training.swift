/// A training that an employee took part in, with its certificate.
public struct Training: HistoryRecord {
  public static let kind = Kind(
    "trainings", Text("Pelatihan", en: "Training"), plural: Text("Riwayat pelatihan", en: "Training history"),
    owner: "employee", label: "name", date: "startDate")

  public let id: ID<Training>
  public var employee: ID<Employee>?
  public var name: String?
  public var kind: TrainingKind?
  public var mode: TrainingMode?
  public var organiser: String?
  public var place: String?
  public var startDate: Day?
  public var endDate: Day?
  /// Lesson hours (JP) of 45 minutes.
  public var lessonHours: Int?
  public var certificateNumber: String?
  public var certificateDate: Day?
  /// The last day on which the certificate holds; nil when it does not expire.
  public var certificateEnd: Day?
  public var decreeNumber: String?
  public var decreeDate: Day?
  public var authority: String?
  public var scan: Attachment?
  public var note: String?

  public init(id: ID<Training>) { self.id = id }

  public static let fields: [Field<Training>] = [employeeField] + ownFields + decreeFields

  private static let ownFields: [Field<Training>] = [
    Field(
      "name", Text("Nama pelatihan", en: "Training"), \.name, required: true,
      synonyms: ["pelatihan", "diklat", "nama diklat", "nama kursus", "course", "training"]),
    Field("kind", Text("Jenis pelatihan", en: "Kind"), \.kind, synonyms: ["jenis", "jenis diklat", "kind"]),
    Field("mode", Text("Bentuk", en: "Mode"), \.mode, synonyms: ["metode", "moda", "mode"]),
    Field(
      "organiser", Text("Penyelenggara", en: "Organiser"), \.organiser, type: .text(maximum: 120),
      synonyms: ["institusi penyelenggara", "lembaga", "organizer"]),
    Field("place", Text("Tempat", en: "Place"), \.place, type: .text(maximum: 120), synonyms: ["lokasi"]),
    Field(
      "startDate", Text("Tanggal mulai", en: "From"), \.startDate, required: true,
      synonyms: ["tgl mulai", "mulai", "tanggal", "start"]),
    Field("endDate", Text("Tanggal selesai", en: "To"), \.endDate, synonyms: ["tgl selesai", "selesai", "end"]),
    Field(
      "lessonHours", Text("Jam pelajaran", en: "Lesson hours"), \.lessonHours, type: .integer(0...9_999),
      help: Text("Satu JP adalah 45 menit.", en: "One lesson hour is 45 minutes."),
      synonyms: ["jp", "jumlah jam", "jam", "hours"]),
    Field(
      "certificateNumber", Text("Nomor sertifikat", en: "Certificate number"), \.certificateNumber,
      type: .text(maximum: 80), synonyms: ["no sertifikat", "nomor sttpp", "sttpp"],
      section: Text("Sertifikat", en: "Certificate")),
    Field(
      "certificateDate", Text("Tanggal sertifikat", en: "Certificate date"), \.certificateDate,
      synonyms: ["tgl sertifikat"]),
    Field(
      "certificateEnd", Text("Berlaku sampai", en: "Valid to"), \.certificateEnd,
      synonyms: ["masa berlaku", "kedaluwarsa"]),
  ]
}

extension Training {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.order(start: startDate, end: endDate, field: "endDate"),
      Problem.order(start: certificateDate, end: certificateEnd, field: "certificateEnd"),
      Problem.notBeforeBirth(startDate, of: owner(in: book), field: "startDate"),
    ].compactMap(\.self)
  }
}

extension Book {
  public var trainings: Records<Training> { self[Training.self] }
}
