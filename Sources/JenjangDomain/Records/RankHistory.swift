/// A rank or contract grade that an employee was given.
public struct RankHistory: HistoryRecord {
  public static let kind = Kind(
    "rank-histories", Text("Riwayat pangkat", en: "Rank"), plural: Text("Riwayat pangkat", en: "Rank history"),
    owner: "employee", label: "grade", date: "effectiveDate")

  public let id: ID<RankHistory>
  public var employee: ID<Employee>?
  public var grade: Grade?
  public var effectiveDate: Day?
  public var reason: RankPromotionKind?
  /// Service in grade (MKG) on the effective date: whole years, and months beside them.
  public var serviceYears: Int?
  public var serviceMonths: Int?
  /// Credit points on which the promotion rests, for functional posts.
  public var creditPoints: Decimal?
  /// Number and date of the technical approval of BKN.
  public var approvalNumber: String?
  public var approvalDate: Day?
  public var decreeNumber: String?
  public var decreeDate: Day?
  public var authority: String?
  public var scan: Attachment?
  public var note: String?

  public init(id: ID<RankHistory>) { self.id = id }

  public static let fields: [Field<RankHistory>] = [employeeField] + ownFields + decreeFields

  private static let ownFields: [Field<RankHistory>] = [
    Field(
      "grade", Text("Golongan", en: "Grade"), \.grade, required: true,
      help: Text("I/a sampai IV/e; PPPK I sampai XVII.", en: "I/a to IV/e; contract staff I to XVII."),
      synonyms: [
        "gol", "gol.", "golongan ruang", "golongan/ruang", "gol/ruang", "pangkat", "pangkat/gol", "pangkat/gol. ruang",
        "rank",
      ]),
    Field(
      "effectiveDate", Text("TMT", en: "Effective date"), \.effectiveDate, required: true,
      synonyms: ["tmt pangkat", "tmt golongan", "tmt gol", "effective"]),
    Field(
      "reason", Text("Jenis kenaikan", en: "Kind of promotion"), \.reason,
      synonyms: ["jenis kp", "jenis kenaikan pangkat", "jenis_kp"]),
    Field(
      "serviceYears", Text("Masa kerja, tahun", en: "Service, years"), \.serviceYears, type: .integer(0...60),
      synonyms: ["mk tahun", "mkg tahun", "masa kerja tahun", "mk_tahun"]),
    Field(
      "serviceMonths", Text("Masa kerja, bulan", en: "Service, months"), \.serviceMonths, type: .integer(0...11),
      synonyms: ["mk bulan", "mkg bulan", "masa kerja bulan", "mk_bulan"]),
    Field(
      "creditPoints", Text("Angka kredit", en: "Credit points"), \.creditPoints, type: .decimal(scale: 3),
      synonyms: ["ak", "jumlah angka kredit"]),
    Field(
      "approvalNumber", Text("Nomor pertek BKN", en: "BKN approval number"), \.approvalNumber,
      type: .text(maximum: 80), synonyms: ["no bkn", "nomor persetujuan bkn", "pertek"]),
    Field(
      "approvalDate", Text("Tanggal pertek BKN", en: "BKN approval date"), \.approvalDate,
      synonyms: ["tgl bkn", "tanggal persetujuan bkn"]),
  ]
}

extension RankHistory {
  public func problems(in book: Book) -> [Problem] {
    let owner = owner(in: book)
    return [
      Problem.notBeforeBirth(effectiveDate, of: owner, field: "effectiveDate"),
      Problem.notBeforeHire(effectiveDate, of: owner, field: "effectiveDate"),
      Problem.decree(decreeDate, effective: effectiveDate), kindProblem(of: owner), orderProblem(in: book),
    ].compactMap(\.self)
  }

  private func kindProblem(of owner: Employee?) -> Problem? {
    guard let grade, let kind = owner?.kind, kind.isContract != grade.isContract else { return nil }
    return Problem(
      "grade",
      Text("Golongan ini bukan untuk \(kind.title.indonesian)", en: "Not a grade for: \(kind.title.english)"),
      severity: .warning)
  }

  /// Ranks rise: one that is lower than the one before is almost always a mistake.
  private func orderProblem(in book: Book) -> Problem? {
    guard let employee, let grade, let effectiveDate else { return nil }
    let before = book.rankHistories.owned(by: employee.raw).last {
      $0.id != id && ($0.effectiveDate ?? effectiveDate) < effectiveDate
    }
    guard let old = before?.grade, old.isContract == grade.isContract, grade < old else { return nil }
    return Problem(
      "grade",
      Text("Lebih rendah daripada golongan sebelumnya (\(old.rawValue))", en: "Lower than before (\(old.rawValue))"),
      severity: .warning)
  }
}

extension Book {
  public var rankHistories: Records<RankHistory> { self[RankHistory.self] }
}
