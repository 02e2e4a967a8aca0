/// A year of performance management: plans, periods, evaluations.
///
/// Source: PermenPANRB 6/2022; domain reference 3.5.
public struct EvaluationCycle: Record {
  public static let kind = Kind(
    "evaluation-cycles", Text("Siklus kinerja", en: "Performance cycle"),
    plural: Text("Siklus kinerja", en: "Performance cycles"), date: "start", key: ["year"])

  public let id: ID<EvaluationCycle>
  public var name: String?
  public var year: Int?
  public var length: CycleLength?
  public var state: CycleState?
  public var start: Day?
  public var end: Day?
  /// The last day on which plans should be agreed.
  public var planDue: Day?
  public var note: String?

  public init(id: ID<EvaluationCycle>) { self.id = id }

  public static let fields: [Field<EvaluationCycle>] = [
    Field("name", Text("Nama siklus", en: "Name of the cycle"), \.name, required: true),
    Field("year", Text("Tahun", en: "Year"), \.year, type: .integer(2_000...2_100), required: true, unique: true),
    Field("length", Text("Evaluasi periodik", en: "Periodic evaluation"), \.length, required: true),
    Field("state", Text("Keadaan", en: "State"), \.state, required: true),
    Field("start", Text("Mulai", en: "Start"), \.start, required: true),
    Field("end", Text("Selesai", en: "End"), \.end, required: true),
    Field(
      "planDue", Text("Batas penetapan SKP", en: "Plans agreed by"), \.planDue,
      help: Text("Biasanya akhir Januari.", en: "Usually the end of January.")),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 2_000)),
  ]
}

extension EvaluationCycle {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.order(start: start, end: end, field: "end"), Problem.within(planDue, start, end, field: "planDue"),
      yearProblem,
    ].compactMap(\.self)
  }

  private var yearProblem: Problem? {
    guard let year, let start, start.year != year else { return nil }
    return Problem("start", Text("Di luar tahun \(year)", en: "Outside the year \(year)"))
  }
}

extension Book {
  public var evaluationCycles: Records<EvaluationCycle> { self[EvaluationCycle.self] }
}
