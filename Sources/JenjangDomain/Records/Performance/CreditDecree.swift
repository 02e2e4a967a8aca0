/// The credit points given to the holder of a functional post for some months (PAK), with how they were found.
///
/// Source: PermenPANRB 1/2023, Peraturan BKN 3/2023; domain reference 3.7.
public struct CreditDecree: Record {
  public static let kind = Kind(
    "credit-decrees", Text("PAK", en: "Credit decree"), plural: Text("Angka kredit", en: "Credit points"),
    owner: "employee", label: "number", date: "end")

  public let id: ID<CreditDecree>
  public var employee: ID<Employee>?
  public var number: String?
  public var date: Day?
  public var start: Day?
  public var end: Day?
  public var positionKind: PositionKind?
  public var grade: Grade?
  public var predicate: PerformancePredicate?
  /// The evaluation whose predicate was converted; nil for points of another origin.
  public var evaluation: ID<Evaluation>?
  public var months: Int?
  public var points: Decimal?
  /// Where points without an evaluation come from: base, former posts, education, adjustment.
  public var origin: CreditOrigin?
  /// A yearly conversion replaced it: it no longer counts.
  public var isReplaced: Bool?
  public var policy: String?
  public var authority: String?
  public var scan: Attachment?
  public var note: String?

  public init(id: ID<CreditDecree>) { self.id = id }

  public static let fields: [Field<CreditDecree>] = [
    Field("employee", Text("Pegawai", en: "Employee"), \.employee, required: true),
    Field("number", Text("Nomor PAK", en: "Decree number"), \.number, type: .text(maximum: 80)),
    Field("date", Text("Tanggal PAK", en: "Decree date"), \.date),
    Field("start", Text("Dari", en: "From"), \.start, required: true),
    Field("end", Text("Sampai", en: "To"), \.end, required: true),
    Field("positionKind", Text("Jenjang", en: "Level"), \.positionKind, required: true),
    Field("grade", Text("Golongan", en: "Grade"), \.grade),
    Field("predicate", Text("Predikat", en: "Rating"), \.predicate),
    Field("evaluation", Text("Penilaian", en: "Evaluation"), \.evaluation),
    Field("months", Text("Bulan", en: "Months"), \.months, type: .integer(0...12)),
    Field("points", Text("Angka kredit", en: "Credit points"), \.points, type: .decimal(scale: 3), required: true),
    Field("origin", Text("Asal", en: "Origin"), \.origin),
    Field("isReplaced", Text("Sudah diganti konversi tahunan", en: "Replaced by the year"), \.isReplaced),
    Field("policy", Text("Dasar perhitungan", en: "Found by"), \.policy, type: .text(maximum: 400)),
    Field("authority", Text("Pejabat penetap", en: "Signed by"), \.authority),
    Field("scan", Text("Berkas pindaian", en: "Scanned file"), \.scan),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 2_000)),
  ]
}

extension CreditDecree {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.order(start: start, end: end, field: "end"),
      evaluation == nil && origin == nil
        ? Problem("origin", Text("Pilih asal angka kreditnya", en: "Choose where the points come from")) : nil,
      positionKind.map { !$0.isFunctional } ?? false
        ? Problem("positionKind", Text("Bukan jenjang jabatan fungsional", en: "Not a level of a functional post"))
        : nil,
    ].compactMap(\.self)
  }
}

extension Book {
  public var creditDecrees: Records<CreditDecree> { self[CreditDecree.self] }
}
