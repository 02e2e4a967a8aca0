/// Something that happened to a budget line: added, cut, shifted, committed, released, spent.
///
/// What is left is computed from them and never entered.
public struct BudgetEntry: Record {
  public static let kind = Kind(
    "budget-entries", Text("Mutasi anggaran", en: "Budget entry"),
    plural: Text("Mutasi anggaran", en: "Budget entries"), owner: "line", label: "kind", date: "date",
    area: .money, standing: Standing(through: "line"))

  public let id: ID<BudgetEntry>
  public var line: ID<BudgetLine>?
  public var date: Day?
  public var kind: BudgetEntryKind?
  public var amount: Int?
  /// Where a shift goes.
  public var toLine: ID<BudgetLine>?
  public var event: ID<LearningEvent>?
  public var document: String?
  public var decision: String?
  public var note: String?

  public init(id: ID<BudgetEntry>) { self.id = id }

  public static let fields: [Field<BudgetEntry>] = [
    Field("line", Text("Mata anggaran", en: "Budget line"), \.line, required: true),
    Field("date", Text("Tanggal", en: "Date"), \.date, required: true),
    Field("kind", Text("Jenis mutasi", en: "Kind of entry"), \.kind, required: true),
    Field("amount", Text("Jumlah", en: "Amount"), \.amount, type: .rupiah, required: true),
    Field("toLine", Text("Ke mata anggaran", en: "To the line"), \.toLine),
    Field("event", Text("Kegiatan", en: "Event"), \.event),
    Field("document", Text("Nomor dokumen", en: "Document"), \.document, type: .text(maximum: 80)),
    Field(
      "decision", Text("Keputusan bila melampaui pagu", en: "Decision to exceed"), \.decision,
      type: .text(maximum: 200),
      help: Text("Wajib bila sisa menjadi kurang dari nol.", en: "Required where less than nothing would be left.")),
    Field("note", Text("Keterangan", en: "Remarks"), \.note, type: .text(maximum: 300)),
  ]
}

extension BudgetEntry {
  public func problems(in book: Book) -> [Problem] {
    [
      kind == .shift && (toLine == nil || toLine == line)
        ? Problem("toLine", Text("Pilih mata anggaran tujuan", en: "Choose the line it goes to")) : nil,
      amount == 0 ? Problem("amount", Text("Jumlah tidak boleh nol", en: "The amount cannot be nothing")) : nil,
      overdraft(in: book),
    ].compactMap(\.self)
  }
}

extension Book {
  public var budgetEntries: Records<BudgetEntry> { self[BudgetEntry.self] }
}
