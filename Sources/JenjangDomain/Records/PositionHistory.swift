/// A position that an employee holds or held, from one day to another.
public struct PositionHistory: HistoryRecord {
  public static let kind = Kind(
    "position-histories", Text("Riwayat jabatan", en: "Position"),
    plural: Text("Riwayat jabatan", en: "Position history"), owner: "employee", label: "title", date: "effectiveDate")

  public let id: ID<PositionHistory>
  public var employee: ID<Employee>?
  /// The name of the position as the decree prints it; nil where only the unit is known, as in many staff lists.
  public var title: String?
  public var positionKind: PositionKind?
  public var echelon: Echelon?
  public var jobClass: Int?
  /// The post in the position map; nil for positions of the past or of another agency.
  public var post: ID<Post>?
  public var unit: ID<Unit>?
  public var assignment: AssignmentKind?
  public var effectiveDate: Day?
  /// The last day in the position; nil while it is held or until the next one begins.
  public var endDate: Day?
  public var inaugurationDate: Day?
  public var decreeNumber: String?
  public var decreeDate: Day?
  public var authority: String?
  public var scan: Attachment?
  public var note: String?

  public init(id: ID<PositionHistory>) { self.id = id }

  public static let fields: [Field<PositionHistory>] = [employeeField] + ownFields + decreeFields

  private static let ownFields: [Field<PositionHistory>] = [
    Field(
      "post", Text("Jabatan di peta", en: "Post in the map"), \.post,
      help: Text(
        "Pilih dari peta jabatan; kosong bila jabatan lama atau di instansi lain.",
        en: "Choose from the position map; empty for a past post or one elsewhere."),
      synonyms: ["kode jabatan", "post"]),
    Field(
      "title", Text("Nama jabatan", en: "Position"), \.title,
      help: Text(
        "Seperti di SK. Kosong hanya bila baru unitnya yang diketahui.",
        en: "As the decree has it. Empty only while nothing but the unit is known."),
      synonyms: ["jabatan", "nama jabatan", "nomenklatur", "position"]),
    Field(
      "positionKind", Text("Jenis jabatan", en: "Kind of position"), \.positionKind,
      synonyms: ["jenis", "jenjang", "jenis_jabatan"]),
    Field("echelon", Text("Eselon", en: "Echelon"), \.echelon, synonyms: ["esl"]),
    Field(
      "jobClass", Text("Kelas jabatan", en: "Job class"), \.jobClass, type: .integer(1...17), synonyms: ["kelas"]),
    Field(
      "unit", Text("Unit kerja", en: "Work unit"), \.unit,
      synonyms: [
        "unit", "kode unit", "opd", "skpd", "perangkat daerah", "satuan kerja", "nama unit", "unit organisasi",
        "tempat tugas",
      ]),
    Field(
      "assignment", Text("Penugasan", en: "Assignment"), \.assignment,
      help: Text("Kosong berarti definitif.", en: "Empty means definitive."), synonyms: ["jenis penugasan", "status"]),
    Field(
      "effectiveDate", Text("TMT", en: "Effective date"), \.effectiveDate, required: true,
      synonyms: ["tmt jabatan", "tmt_jabatan", "mulai", "effective"]),
    Field(
      "endDate", Text("Sampai", en: "Until"), \.endDate, synonyms: ["tanggal akhir", "selesai", "berakhir", "end"]),
    Field(
      "inaugurationDate", Text("Tanggal pelantikan", en: "Inaugurated on"), \.inaugurationDate,
      synonyms: ["tmt pelantikan", "pelantikan"]),
  ]

  /// The position in words, also while only its unit is known.
  public var name: Text {
    title.map { .verbatim($0) } ?? Text("(jabatan belum tercatat)", en: "(position not recorded yet)")
  }

  /// Held in one's own right, which is also meant when nothing is said.
  public var isDefinitive: Bool { (assignment ?? .definitive) == .definitive }

  /// Whether the position, looked at alone, covers a day.
  public func covers(_ day: Day) -> Bool {
    guard let effectiveDate, effectiveDate <= day else { return false }
    return endDate.map { day <= $0 } ?? true
  }
}

extension PositionHistory {
  public static let telling = ["echelon", "title"]

  public func completed(by field: String) -> PositionHistory {
    guard Self.telling.contains(field) else { return self }
    var completed = self
    completed.positionKind = positionKind ?? PositionKind(title: title, echelon: echelon)
    return completed
  }

  public func problems(in book: Book) -> [Problem] {
    let owner = owner(in: book)
    return [
      titleProblem,
      Problem.order(start: effectiveDate, end: endDate, field: "endDate"),
      Problem.notBeforeBirth(effectiveDate, of: owner, field: "effectiveDate"),
      Problem.notBeforeHire(effectiveDate, of: owner, field: "effectiveDate"),
      Problem.decree(decreeDate, effective: effectiveDate), overlapProblem(in: book), unitProblem(in: book),
    ].compactMap(\.self)
  }

  private var titleProblem: Problem? {
    guard title == nil else { return nil }
    return unit == nil
      ? Problem("title", Text("Nama jabatan wajib diisi", en: "Position is required"))
      : Problem(
        "title", Text("Nama jabatan belum tercatat", en: "The position is not recorded yet"), severity: .warning)
  }

  /// Two definitive positions with a stated end must not cover the same day.
  private func overlapProblem(in book: Book) -> Problem? {
    guard let employee, isDefinitive, let start = effectiveDate else { return nil }
    let other = book.positionHistories.owned(by: employee.raw).first { other in
      guard other.id != id, other.isDefinitive, let otherStart = other.effectiveDate else { return false }
      if otherStart == start { return true }
      if otherStart < start { return other.endDate.map { start <= $0 } ?? false }
      return endDate.map { otherStart <= $0 } ?? false
    }
    guard let name = other?.name else { return nil }
    return Problem(
      "effectiveDate",
      Text(
        "Bertumpuk dengan jabatan definitif \(name.indonesian)", en: "Overlaps the definitive position \(name.english)"),
      severity: .warning)
  }

  private func unitProblem(in book: Book) -> Problem? {
    guard let post, let unit, let expected = book.posts[post]?.unit, expected != unit else { return nil }
    return Problem(
      "unit", Text("Bukan unit dari jabatan yang dipilih", en: "Not the unit of the chosen post"), severity: .warning)
  }
}

extension Book {
  public var positionHistories: Records<PositionHistory> { self[PositionHistory.self] }
}
