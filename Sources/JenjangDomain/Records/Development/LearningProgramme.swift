/// A programme of the catalogue: what it teaches, to whom, in how many hours, at what cost, how often.
///
/// Source: peers reference, screen 12; domain reference 9.1.
public struct LearningProgramme: Record {
  public static let kind = Kind(
    "learning-programmes", Text("Program pengembangan", en: "Learning programme"),
    plural: Text("Katalog program", en: "Programme catalogue"), area: .reference)

  public let id: ID<LearningProgramme>
  public var code: String?
  public var name: String?
  public var kind: TrainingKind?
  public var form: LearningForm?
  public var mode: TrainingMode?
  public var field: String?
  public var raises: CompetencyMarks?
  public var lessonHours: Int?
  public var days: Int?
  public var recurrence: Recurrence?
  /// The month of the year in which it is usually first held.
  public var firstMonth: Int?
  public var provider: ID<Partner>?
  public var capacity: Int?
  public var smallest: Int?
  public var costPerHead: Int?
  public var source: FundSource?
  public var targetKinds: String?
  public var prerequisite: ID<LearningProgramme>?
  public var certificateMonths: Int?
  public var speakers: String?
  public var benefit: String?
  public var contents: String?
  public var validFrom: Day?
  public var validTo: Day?

  public init(id: ID<LearningProgramme>) { self.id = id }

  public static let fields: [Field<LearningProgramme>] = headFields + moreFields + laterFields

  private static let headFields: [Field<LearningProgramme>] = [
    Field(
      "code", Text("Kode program", en: "Programme code"), \.code, type: .text(maximum: 30), required: true,
      unique: true, synonyms: ["kode"]),
    Field(
      "name", Text("Nama program", en: "Programme"), \.name, required: true, synonyms: ["nama", "program", "judul"]),
    Field("kind", Text("Jenis pelatihan", en: "Kind of training"), \.kind),
    Field("form", Text("Bentuk", en: "Form"), \.form, required: true),
    Field("mode", Text("Moda", en: "Mode"), \.mode),
    Field("field", Text("Bidang", en: "Field"), \.field, type: .text(maximum: 80)),
    Field(
      "raises", Text("Kompetensi dan tingkat dicapai", en: "Competencies and level reached"), \.raises,
      help: Text("Kode dan tingkat: KEU-01 3, KOMUNIKASI 2.", en: "Codes and levels: KEU-01 3, KOMUNIKASI 2.")),
    Field("lessonHours", Text("JP", en: "Hours (JP)"), \.lessonHours, type: .integer(0...9_999)),
    Field("days", Text("Lama (hari)", en: "Days"), \.days, type: .integer(1...400)),
    Field("recurrence", Text("Keterulangan", en: "Recurs"), \.recurrence),
    Field("firstMonth", Text("Bulan pertama", en: "First month"), \.firstMonth, type: .integer(1...12)),
  ]

  private static let moreFields: [Field<LearningProgramme>] = [
    Field(
      "provider", Text("Penyelenggara", en: "Provider"), \.provider,
      section: Text("Penyelenggaraan", en: "How it is held")),
    Field("capacity", Text("Peserta paling banyak", en: "Most participants"), \.capacity, type: .integer(1...9_999)),
    Field("smallest", Text("Peserta paling sedikit", en: "Fewest participants"), \.smallest, type: .integer(0...9_999)),
    Field("costPerHead", Text("Biaya per peserta", en: "Cost per participant"), \.costPerHead, type: .rupiah),
    Field("source", Text("Sumber dana", en: "Source of funds"), \.source),
    Field(
      "targetKinds", Text("Jabatan sasaran", en: "Target posts"), \.targetKinds, type: .text(maximum: 300),
      help: Text(
        "Kode jenis jabatan, dipisah koma; kosong untuk semua.",
        en: "Codes of kinds of positions with commas; empty for all.")),
    Field(
      "prerequisite", Text("Prasyarat", en: "Prerequisite"), \.prerequisite,
      circular: Text(
        "Program tidak boleh menjadi prasyaratnya sendiri", en: "A programme cannot be its own prerequisite")),
    Field(
      "certificateMonths", Text("Masa berlaku sertifikat (bulan)", en: "Certificate holds (months)"),
      \.certificateMonths, type: .integer(1...600)),
    Field("speakers", Text("Narasumber biasa", en: "Usual speakers"), \.speakers, type: .text(maximum: 300)),
  ]

  private static let laterFields: [Field<LearningProgramme>] = [
    Field(
      "benefit", Text("Manfaat", en: "Benefit"), \.benefit, type: .note(maximum: 2_000),
      section: Text("Isi", en: "Contents")),
    Field("contents", Text("Pokok bahasan", en: "Contents"), \.contents, type: .note(maximum: 4_000)),
    Field("validFrom", Text("Ditawarkan sejak", en: "Offered from"), \.validFrom),
    Field("validTo", Text("Ditawarkan sampai", en: "Offered to"), \.validTo),
  ]
}

extension LearningProgramme {
  public func problems(in book: Book) -> [Problem] {
    [
      raises?.unknown(in: book, field: "raises"),
      smallest.map { $0 > capacity ?? .max } == true
        ? Problem(
          "smallest", Text("Lebih banyak daripada peserta paling banyak", en: "More than the most participants")) : nil,
      targets.contains(nil)
        ? Problem(
          "targetKinds", Text("Ada kode jenis jabatan yang tidak dikenal", en: "A kind of position is not known"))
        : nil,
      Problem.order(start: validFrom, end: validTo, field: "validTo"),
    ].compactMap(\.self)
  }

  /// The kinds of posts it is for; empty for all, nil for a code that is none.
  private var targets: [PositionKind?] {
    (targetKinds ?? "").split(separator: ",").map { part in
      PositionKind(rawValue: String(part.drop { $0 == " " }.prefix { $0 != " " }))
    }
  }

  /// Whether it is for holders of a kind of post.
  public func isFor(_ kind: PositionKind?) -> Bool {
    let targets = targets
    return targets.isEmpty || kind.map { targets.contains($0) } ?? true
  }
}

extension Book {
  public var learningProgrammes: Records<LearningProgramme> { self[LearningProgramme.self] }
}
