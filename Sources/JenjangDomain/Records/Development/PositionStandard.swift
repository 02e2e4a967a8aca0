/// The levels that a kind of post or a named post requires, from a day on: one version of its standard.
///
/// The standard of the named post goes before that of its kind, and that before the general table. A version holds until the next begins.
///
/// Source: PermenPANRB 38/2017; domain reference 4.1.
public struct PositionStandard: Record {
  public static let kind = Kind(
    "position-standards", Text("Standar kompetensi", en: "Competency standard"),
    plural: Text("Standar kompetensi jabatan", en: "Competency standards of posts"), date: "validFrom", area: .reference
  )

  public let id: ID<PositionStandard>
  public var name: String?
  /// Nil for the standard of a kind of post.
  public var post: ID<Post>?
  public var positionKind: PositionKind?
  public var jobFamily: String?
  public var levels: CompetencyMarks?
  public var validFrom: Day?
  /// The last day, where it ends without a successor.
  public var validTo: Day?
  public var basis: String?
  public var note: String?

  public init(id: ID<PositionStandard>) { self.id = id }

  public static let fields: [Field<PositionStandard>] = [
    Field("name", Text("Nama standar", en: "Name of the standard"), \.name, required: true),
    Field("post", Text("Jabatan bernama", en: "Named post"), \.post),
    Field(
      "positionKind", Text("Jenis jabatan", en: "Kind of position"), \.positionKind,
      help: Text(
        "Diisi bila standar berlaku untuk semua jabatan sejenis.",
        en: "Filled in when it holds for all posts of the kind.")),
    Field(
      "jobFamily", Text("Rumpun jabatan", en: "Job family"), \.jobFamily, type: .text(maximum: 80),
      help: Text(
        "Hanya untuk rumpun ini, misalnya guru; kosong untuk semua.",
        en: "Only for this family, for instance guru; empty for all.")),
    Field(
      "levels", Text("Tingkat dipersyaratkan", en: "Levels required"), \.levels, required: true,
      help: Text("Kode dan tingkat: INTEGRITAS 3, KEU-01 2.", en: "Codes and levels: INTEGRITAS 3, KEU-01 2.")),
    Field("validFrom", Text("Berlaku sejak", en: "Valid from"), \.validFrom, required: true),
    Field("validTo", Text("Berlaku sampai", en: "Valid to"), \.validTo),
    Field("basis", Text("Dasar penetapan", en: "Set by"), \.basis, type: .text(maximum: 200)),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 2_000)),
  ]
}

extension PositionStandard {
  public func problems(in book: Book) -> [Problem] {
    [
      post == nil && positionKind == nil
        ? Problem(
          "post", Text("Isi jabatan bernama atau jenis jabatan", en: "Enter a named post or a kind of position")) : nil,
      post != nil && positionKind != nil
        ? Problem("positionKind", Text("Jabatan bernama sudah menentukan jenisnya", en: "The named post says its kind"))
        : nil,
      levels?.unknown(in: book, field: "levels"),
      Problem.order(start: validFrom, end: validTo, field: "validTo"),
    ].compactMap(\.self)
  }
}

extension Book {
  public var positionStandards: Records<PositionStandard> { self[PositionStandard.self] }
}
