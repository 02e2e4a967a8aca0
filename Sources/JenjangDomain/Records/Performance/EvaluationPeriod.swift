/// A part of a cycle that is evaluated by itself: a quarter, a month, or the year as a whole.
///
/// With a unit it is the same period with other dates for that unit and all below it.
public struct EvaluationPeriod: Record {
  public static let kind = Kind(
    "evaluation-periods", Text("Periode penilaian", en: "Evaluation period"),
    plural: Text("Periode penilaian", en: "Evaluation periods"), owner: "cycle", date: "start", area: .reference,
    key: ["number", "unit"])

  public let id: ID<EvaluationPeriod>
  public var cycle: ID<EvaluationCycle>?
  /// 1 for the first quarter or month; 0 for the year.
  public var number: Int?
  public var name: String?
  public var start: Day?
  public var end: Day?
  /// The last day on which people should have filled in what they realised.
  public var realisationDue: Day?
  /// The last day on which assessors should have rated.
  public var evaluationDue: Day?
  /// The unit whose dates these are, with all below it; nil for everybody else.
  public var unit: ID<Unit>?
  public var reason: String?

  public init(id: ID<EvaluationPeriod>) { self.id = id }

  public var isAnnual: Bool { number == 0 }

  public static let fields: [Field<EvaluationPeriod>] = [
    Field("cycle", Text("Siklus", en: "Cycle"), \.cycle, required: true),
    Field(
      "number", Text("Periode ke-", en: "Period"), \.number, type: .integer(0...12), required: true,
      help: Text("0 untuk penilaian tahunan.", en: "0 for the year.")),
    Field("name", Text("Nama periode", en: "Name of the period"), \.name, required: true),
    Field("start", Text("Mulai", en: "From"), \.start, required: true),
    Field("end", Text("Sampai", en: "To"), \.end, required: true),
    Field("realisationDue", Text("Batas isi realisasi", en: "Realisation due"), \.realisationDue),
    Field("evaluationDue", Text("Batas penilaian", en: "Evaluation due"), \.evaluationDue),
    Field(
      "unit", Text("Khusus unit", en: "Only for the unit"), \.unit,
      help: Text("Tanggal lain untuk unit ini dan semua di bawahnya.", en: "Other dates for this unit and all below.")),
    Field("reason", Text("Alasan tanggal khusus", en: "Why other dates"), \.reason),
  ]
}

extension EvaluationPeriod {
  public func problems(in book: Book) -> [Problem] {
    let cycle = cycle.flatMap { book.evaluationCycles[$0] }
    return [
      Problem.order(start: start, end: end, field: "end"),
      Problem.within(start, cycle?.start, cycle?.end, field: "start"),
      Problem.within(end, cycle?.start, cycle?.end, field: "end"),
      Problem.order(start: end, end: evaluationDue, field: "evaluationDue"),
      unit != nil && (reason ?? "").isEmpty
        ? Problem("reason", Text("Tuliskan alasan tanggal khusus", en: "Say why the unit has other dates")) : nil,
    ].compactMap(\.self)
  }
}

extension Book {
  public var evaluationPeriods: Records<EvaluationPeriod> { self[EvaluationPeriod.self] }
}
