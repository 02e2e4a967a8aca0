/// Money of a year for development, from one source: what was planned; what happened since are its entries.
///
/// Source: peers reference, rows 24 and 25, screen 16.
public struct BudgetLine: Record {
  public static let kind = Kind(
    "budget-lines", Text("Mata anggaran", en: "Budget line"),
    plural: Text("Anggaran pengembangan", en: "Development budget"), area: .money)

  public let id: ID<BudgetLine>
  public var code: String?
  public var name: String?
  public var year: Int?
  public var source: FundSource?
  public var unit: ID<Unit>?
  public var programme: ID<LearningProgramme>?
  public var planned: Int?
  public var note: String?

  public init(id: ID<BudgetLine>) { self.id = id }

  public static let fields: [Field<BudgetLine>] = [
    Field("code", Text("Kode rekening", en: "Account"), \.code, type: .text(maximum: 60), required: true),
    Field("name", Text("Uraian", en: "Name"), \.name, required: true),
    Field("year", Text("Tahun anggaran", en: "Budget year"), \.year, type: .integer(2_000...2_100), required: true),
    Field("source", Text("Sumber dana", en: "Source of funds"), \.source, required: true),
    Field("unit", Text("Unit kerja", en: "Work unit"), \.unit),
    Field("programme", Text("Program", en: "Programme"), \.programme),
    Field("planned", Text("Pagu semula", en: "Planned"), \.planned, type: .rupiah, required: true),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 2_000)),
  ]
}

extension Book {
  public var budgetLines: Records<BudgetLine> { self[BudgetLine.self] }
}
