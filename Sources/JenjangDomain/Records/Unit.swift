/// A work unit: any node of the organisation's tree.
public struct Unit: Record {
  public static let kind = Kind(
    "units", Text("Unit kerja", en: "Work unit"), plural: Text("Unit kerja", en: "Work units"))

  public let id: ID<Unit>
  public var code: String?
  public var name: String?
  public var kind: UnitKind?
  public var parent: ID<Unit>?
  /// The post whose holder heads the unit.
  public var head: ID<Post>?
  public var validFrom: Day?
  /// The last day on which the unit exists; nil while no end is known.
  public var validTo: Day?
  public var note: String?

  public init(id: ID<Unit>) { self.id = id }

  public static let fields: [Field<Unit>] = [
    Field(
      "code", Text("Kode unit", en: "Unit code"), \.code, type: .text(maximum: 40), required: true, unique: true,
      synonyms: ["kode", "kode opd", "kode unit kerja", "code"], section: Text("Unit", en: "Unit data")),
    Field(
      "name", Text("Nama unit", en: "Unit name"), \.name, required: true,
      synonyms: ["nama", "unit kerja", "nama unit kerja", "nama opd", "opd", "name"]),
    Field(
      "kind", Text("Jenis unit", en: "Kind of unit"), \.kind, synonyms: ["jenis", "jenis perangkat daerah", "kind"]),
    Field(
      "parent", Text("Unit induk", en: "Parent unit"), \.parent,
      circular: Text("Unit tidak boleh berada di bawah dirinya sendiri", en: "A unit cannot lie below itself"),
      help: Text("Kosong hanya untuk pemerintah daerah sendiri.", en: "Empty for the government itself only."),
      synonyms: ["induk", "kode induk", "unit atasan", "parent"]),
    Field(
      "head", Text("Jabatan kepala unit", en: "Post of the head"), \.head,
      synonyms: ["kepala", "jabatan kepala", "head"]),
    Field(
      "validFrom", Text("Berlaku sejak", en: "Valid from"), \.validFrom, synonyms: ["mulai berlaku"],
      section: Text("Masa berlaku", en: "Validity")),
    Field("validTo", Text("Berlaku sampai", en: "Valid to"), \.validTo, synonyms: ["berakhir"]),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 2_000), synonyms: ["keterangan"]),
  ]
}

extension Unit {
  public func problems(in book: Book) -> [Problem] {
    [Problem.order(start: validFrom, end: validTo, field: "validTo")].compactMap(\.self)
  }
}

extension Book {
  public var units: Records<Unit> { self[Unit.self] }
}
