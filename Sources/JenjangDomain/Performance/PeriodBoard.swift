/// How far somebody's evaluation of a period has come, from the plan that is missing to the final result.
public enum EvaluationStatus: UInt8, Sendable, CaseIterable {
  /// The plan is not agreed, so that nothing is to be rated.
  case unplanned
  /// Nobody has begun.
  case missing
  case draft
  case submitted
  case released
  case accepted
  case objected
  case final

  init(_ state: EvaluationState?) {
    switch state {
    case nil: self = .missing
    case .draft: self = .draft
    case .submitted: self = .submitted
    case .released: self = .released
    case .accepted: self = .accepted
    case .objected: self = .objected
    case .final: self = .final
    }
  }

  public var title: Text {
    switch self {
    case .unplanned: Text("SKP belum ditetapkan", en: "Plan not agreed")
    case .missing: Text("Belum dinilai", en: "Not rated")
    case .draft: EvaluationState.draft.title
    case .submitted: EvaluationState.submitted.title
    case .released: EvaluationState.released.title
    case .accepted: EvaluationState.accepted.title
    case .objected: EvaluationState.objected.title
    case .final: EvaluationState.final.title
    }
  }

  /// Whether the assessor still owes it.
  public var isOwed: Bool { self == .missing || self == .draft }
  public var isReleased: Bool { rawValue >= EvaluationStatus.released.rawValue }
}

/// Who is to be evaluated for one period, and how far that has come: a line for each plan that the actor sees.
///
/// Read from columns in one pass over the plans and one over the evaluations; keep it until the book's revision moves.
public struct PeriodBoard {
  public struct Line: Sendable, Hashable {
    /// Rows of the plan, the person, the unit, the assessor and the superior; below 0 where there is none.
    public let plan: Row
    public let employee: Row
    public let unit: Row
    public let assessor: Row
    public let superior: Row
    public let evaluation: Row?
    public let status: EvaluationStatus
    public let predicate: PerformancePredicate?
    /// It is still owed and the last day for it has passed.
    public let isLate: Bool
    /// Its dates have come to an end, so that it can be rated.
    public let isDue: Bool
  }

  public let calendar: PeriodCalendar
  public let day: Day
  public private(set) var lines: [Line] = []

  public var period: EvaluationPeriod { calendar.period }

  public init(_ period: EvaluationPeriod, in book: Book, on day: Day) {
    calendar = PeriodCalendar(period, in: book)
    self.day = day
    guard let cycle = period.cycle, let cycleRow = book.evaluationCycles.table.row(of: cycle.raw),
      let plans = PlanColumns(book.performancePlans.table)
    else { return }
    let found =
      EvaluationColumns(book.evaluations.table).map { evaluations(of: calendar, $0, plans: plans.table) } ?? []
    let sight = plans.table.sight
    for row in 0..<plans.table.rowCount where plans.cycle[row] == cycleRow && plans.table.isLive(row) {
      guard sight?.sees(row) ?? true, plans.employee[row] >= 0, let dates = calendar.dates(in: plans.unit[row]),
        plans.start[row] <= dates.end.number, plans.end[row] >= dates.start.number
      else { continue }
      lines.append(line(row, dates, plans, found.isEmpty ? -1 : found[Int(row)], book))
    }
  }

  private func line(_ row: Row, _ dates: PeriodDates, _ plans: PlanColumns, _ evaluation: Row, _ book: Book) -> Line {
    let isAgreed = PlanState.at(plans.state[row]) == .agreed
    let table = book.evaluations.table
    let state = evaluation < 0 ? nil : table.places("state").flatMap { EvaluationState.at($0[evaluation]) } ?? .draft
    let status = isAgreed || state != nil ? EvaluationStatus(state) : .unplanned
    let end = min(dates.end.number, plans.end[row])
    return Line(
      plan: row, employee: plans.employee[row], unit: plans.unit[row], assessor: plans.assessor[row],
      superior: plans.superior[row], evaluation: evaluation < 0 ? nil : evaluation, status: status,
      predicate: evaluation < 0
        ? nil : table.places("predicate").flatMap { PerformancePredicate.at($0[evaluation]) },
      isLate: status.isOwed && dates.isLate(on: day), isDue: status.isOwed && end <= day.number)
  }

  /// The row of the evaluation of each plan in the period, -1 where there is none.
  private func evaluations(of calendar: PeriodCalendar, _ columns: EvaluationColumns, plans: Table) -> [Row] {
    var found = [Row](repeating: -1, count: Int(plans.rowCount))
    let sight = columns.table.sight
    for row in 0..<columns.table.rowCount where calendar.rows.contains(columns.period[row]) {
      let plan = columns.plan[row]
      guard plans.hasRow(plan), columns.table.isLive(row), sight?.sees(row) ?? true else { continue }
      found[Int(plan)] = row
    }
    return found
  }
}

/// The columns of the plans that a board reads.
private struct PlanColumns {
  let table: Table
  let employee, cycle, unit, assessor, superior, start, end: Column<Int32>
  let state: Column<UInt16>

  init?(_ table: Table) {
    guard let employee = table.references("employee"), let cycle = table.references("cycle"),
      let unit = table.references("unit"), let assessor = table.references("assessor"),
      let superior = table.references("superior"), let start = table.days("start"), let end = table.days("end"),
      let state = table.places("state")
    else { return nil }
    (self.table, self.state) = (table, state)
    (self.employee, self.cycle, self.unit, self.assessor) = (employee, cycle, unit, assessor)
    (self.superior, self.start, self.end) = (superior, start, end)
  }
}

/// The columns of evaluations that a board reads, without decoding a record.
private struct EvaluationColumns {
  let table: Table
  let plan, period: Column<Int32>

  init?(_ table: Table) {
    guard let plan = table.references("plan"), let period = table.references("period") else { return nil }
    (self.table, self.plan, self.period) = (table, plan, period)
  }
}
