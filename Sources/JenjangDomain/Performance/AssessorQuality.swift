/// How somebody rates, seen from outside: leniency, spread, lateness, text used again, objections that held.
///
/// Worked out in slices, for the notes must be read; `advance` goes on until everybody was looked at.
public struct AssessorQuality {
  public struct Line: Sendable {
    public let assessor: Row
    public var owed = 0
    public var late = 0
    /// Rated after the last day for it.
    public var ratedLate = 0
    public var counts: [PerformancePredicate: Int] = [:]
    public var notes = 0
    /// Notes with the same words as another note of the same assessor.
    public var reused = 0
    public var objections = 0
    public var upheld = 0

    public var rated: Int { counts.values.reduce(0, +) }
    /// The mean place of the predicates given in hundredths, 500 the best; nil when none was.
    public var mean: Int? {
      rated == 0 ? nil : counts.reduce(0) { $0 + $1.key.order * $1.value } * 100 / rated
    }
    /// Per cent of the predicate that was given most: 100 where all are alike.
    public var alike: Int? { rated == 0 ? nil : (counts.values.max() ?? 0) * 100 / rated }
  }

  public let board: PeriodBoard
  private let book: Book
  private var found: [Row: Line] = [:]
  private var seen: [Row: [String: Int]] = [:]
  private var next = 0

  public init(_ board: PeriodBoard, in book: Book) {
    self.board = board
    self.book = book
  }

  public var isComplete: Bool { next >= board.lines.count }
  public var progress: (done: Int, total: Int) { (next, board.lines.count) }

  /// The mean of everybody in hundredths; nil while nobody is rated.
  public var mean: Int? {
    let (sum, people) = found.values.reduce((0, 0)) { total, line in
      (total.0 + line.counts.reduce(0) { $0 + $1.key.order * $1.value }, total.1 + line.rated)
    }
    return people == 0 ? nil : sum * 100 / people
  }

  /// How much kinder somebody rates than all together, in hundredths; below 0 stricter.
  public func leniency(of line: Line) -> Int? {
    guard let own = line.mean, let mean else { return nil }
    return own - mean
  }

  /// Everybody who rates or should, those who differ most from the mean first.
  public var lines: [Line] {
    found.values.sorted {
      let (left, right) = (abs(leniency(of: $0) ?? 0), abs(leniency(of: $1) ?? 0))
      return (right, $1.rated, $0.assessor) < (left, $0.rated, $1.assessor)
    }
  }

  /// Looks at so many more people; true when everybody was looked at.
  public mutating func advance(people count: Int) -> Bool {
    let end = min(board.lines.count, next + count)
    for line in board.lines[next..<end] where line.assessor >= 0 { look(at: line) }
    next = end
    return isComplete
  }

  private mutating func look(at line: PeriodBoard.Line) {
    var quality = found[line.assessor] ?? Line(assessor: line.assessor)
    defer { found[line.assessor] = quality }
    if line.status.isOwed { quality.owed += 1 }
    if line.isLate { quality.late += 1 }
    guard !line.status.isOwed, let row = line.evaluation, let evaluation = book.evaluations[row] else { return }
    if let predicate = evaluation.predicate { quality.counts[predicate, default: 0] += 1 }
    if let rated = evaluation.ratedOn, let due = board.calendar.dates(in: line.unit)?.evaluationDue, due < rated {
      quality.ratedLate += 1
    }
    if let note = evaluation.note {
      quality.notes += 1
      let words = note.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
      let before = seen[line.assessor]?[words] ?? 0
      if before > 0 { quality.reused += 1 }
      if before == 1 { quality.reused += 1 }
      seen[line.assessor, default: [:]][words] = before + 1
    }
    guard evaluation.state == .objected || evaluation.state == .final else { return }
    let objection = evaluation.employee.map { book.objections.owned(by: $0.raw) }?
      .last { $0.evaluation == evaluation.id && $0.state != .withdrawn }
    if objection != nil { quality.objections += 1 }
    if objection?.ruling == .upheld || objection?.ruling == .partly { quality.upheld += 1 }
  }

  /// How a leader does in the own plan of the same cycle: its state, and whether it was agreed in time.
  public func ownPlan(of line: Line) -> (state: PlanState?, isLate: Bool)? {
    guard let cycle = board.period.cycle, book.employees.table.hasRow(line.assessor) else { return nil }
    let person = book.employees.table.id(of: line.assessor)
    guard let plan = book.performancePlans.owned(by: person).first(where: { $0.cycle == cycle }) else { return nil }
    guard let due = book.evaluationCycles[cycle]?.planDue else { return (plan.state, false) }
    return (plan.state, (plan.agreedOn ?? board.day) > due)
  }
}
