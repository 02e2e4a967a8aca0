/// A post of the position map: what there is to hold, whether or not somebody holds it.
public struct Post: Record {
  public static let kind = Kind("posts", Text("Jabatan", en: "Post"), plural: Text("Jabatan", en: "Posts"))

  public let id: ID<Post>
  public var code: String?
  public var name: String?
  public var kind: PositionKind?
  public var echelon: Echelon?
  /// 1 to 17 by the local job evaluation.
  public var jobClass: Int?
  public var unit: ID<Unit>?
  /// The family of functional posts (guru, perawat), by which some retirement ages differ.
  public var jobFamily: String?
  /// How many holders the position map approves.
  public var requiredCount: Int?
  /// The post to which this one reports.
  public var superior: ID<Post>?
  public var validFrom: Day?
  public var validTo: Day?
  public var note: String?

  public init(id: ID<Post>) { self.id = id }

  public static let fields: [Field<Post>] = [
    Field(
      "code", Text("Kode jabatan", en: "Post code"), \.code, type: .text(maximum: 40), required: true, unique: true,
      synonyms: ["kode", "code"], section: Text("Jabatan", en: "Post data")),
    Field(
      "name", Text("Nama jabatan", en: "Name of post"), \.name, required: true,
      synonyms: ["nama", "jabatan", "nomenklatur", "nomenklatur jabatan", "name", "post"]),
    Field(
      "kind", Text("Jenis jabatan", en: "Kind of post"), \.kind, required: true,
      synonyms: ["jenis", "jenjang", "jenjang jabatan", "kind", "level"]),
    Field("echelon", Text("Eselon", en: "Echelon"), \.echelon, synonyms: ["esl"]),
    Field(
      "jobClass", Text("Kelas jabatan", en: "Job class"), \.jobClass, type: .integer(1...17),
      help: Text("1 sampai 17 menurut evaluasi jabatan.", en: "1 to 17 by the job evaluation."),
      synonyms: ["kelas", "class"]),
    Field(
      "unit", Text("Unit kerja", en: "Work unit"), \.unit, required: true,
      synonyms: ["kode unit", "unit", "opd", "nama unit"]),
    Field(
      "jobFamily", Text("Rumpun jabatan", en: "Job family"), \.jobFamily, type: .text(maximum: 80),
      help: Text(
        "Nama jabatan fungsional, misalnya guru, perawat, peneliti; menentukan batas usia pensiun.",
        en: "The name of the functional post, for instance guru or perawat; retirement age may depend on it."),
      synonyms: ["rumpun", "nama jf", "job family"]),
    Field(
      "requiredCount", Text("Kebutuhan", en: "Required number"), \.requiredCount, type: .integer(0...9_999),
      synonyms: ["formasi", "jumlah kebutuhan", "abk", "kebutuhan pegawai", "required"],
      section: Text("Peta jabatan", en: "Position map")),
    Field(
      "superior", Text("Jabatan atasan", en: "Superior post"), \.superior,
      circular: Text("Jabatan tidak boleh menjadi atasannya sendiri", en: "A post cannot be above itself"),
      synonyms: ["atasan", "kode jabatan atasan", "superior"]),
    Field("validFrom", Text("Berlaku sejak", en: "Valid from"), \.validFrom, synonyms: ["mulai berlaku"]),
    Field("validTo", Text("Berlaku sampai", en: "Valid to"), \.validTo, synonyms: ["berakhir"]),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 2_000), synonyms: ["keterangan"]),
  ]
}

extension Post {
  public static let telling = ["echelon", "name"]

  public func completed(by field: String) -> Post {
    guard Self.telling.contains(field) else { return self }
    var completed = self
    completed.kind = kind ?? PositionKind(title: name, echelon: echelon)
    return completed
  }

  public func problems(in book: Book) -> [Problem] {
    [echelonProblem, Problem.order(start: validFrom, end: validTo, field: "validTo")].compactMap(\.self)
  }

  private var echelonProblem: Problem? {
    guard let kind, let echelon, !kind.echelons.contains(echelon) else { return nil }
    return Problem(
      "echelon",
      Text("Eselon \(echelon.rawValue) tidak sesuai jenis jabatan", en: "\(echelon.rawValue) does not fit the kind"),
      severity: .warning)
  }
}

extension Book {
  public var posts: Records<Post> { self[Post.self] }
}
