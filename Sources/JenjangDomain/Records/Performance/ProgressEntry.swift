/// What somebody realised of a work result by a day, with its evidence.
public struct ProgressEntry: Record {
  public static let kind = Kind(
    "progress-entries", Text("Realisasi", en: "Progress"), plural: Text("Realisasi", en: "Progress"), owner: "result",
    label: "text", date: "date", area: .progress, standing: Standing(through: "result", own: OwnPart()))

  public let id: ID<ProgressEntry>
  public var result: ID<WorkResult>?
  public var indicator: ID<Indicator>?
  public var date: Day?
  public var text: String?
  /// How much was realised in the indicator's unit since the entry before; nil for targets in words.
  public var amount: Decimal?
  public var evidence: Attachment?
  /// Where the evidence can be seen when it is no file here.
  public var link: String?

  public init(id: ID<ProgressEntry>) { self.id = id }

  public static let fields: [Field<ProgressEntry>] = [
    Field("result", Text("Hasil kerja", en: "Work result"), \.result, required: true),
    Field("indicator", Text("Indikator", en: "Indicator"), \.indicator),
    Field("date", Text("Tanggal", en: "Date"), \.date, required: true),
    Field("text", Text("Realisasi", en: "What was done"), \.text, type: .note(maximum: 1_000), required: true),
    Field(
      "amount", Text("Jumlah", en: "Amount"), \.amount,
      help: Text("Tambahan sejak isian sebelumnya, dalam satuan indikator.", en: "Since the entry before, in its unit.")
    ),
    Field("evidence", Text("Bukti dukung", en: "Evidence"), \.evidence),
    Field("link", Text("Letak bukti", en: "Where the evidence is"), \.link, type: .text(maximum: 400)),
  ]
}

extension ProgressEntry {
  public func problems(in book: Book) -> [Problem] {
    let result = result.flatMap { book.workResults[$0] }
    let plan = result?.plan.flatMap { book.performancePlans[$0] }
    let isElsewhere = indicator.flatMap { book.indicators[$0] }.map { $0.result != self.result } ?? false
    return [
      Problem.within(date, plan?.start, plan?.end, field: "date"),
      Problem.notAfter(book.day, date, field: "date"),
      isElsewhere
        ? Problem("indicator", Text("Bukan indikator hasil kerja ini", en: "Not an indicator of this result")) : nil,
    ].compactMap(\.self)
  }
}

extension Book {
  public var progressEntries: Records<ProgressEntry> { self[ProgressEntry.self] }
}
