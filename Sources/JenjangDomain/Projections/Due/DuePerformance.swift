import JSONText

/// What of the year of performance falls due for a person, read from columns.
struct DuePerformance {
  private let book: Book
  private let day: Day
  private let plans: Table
  private let planState: CodeCells<PlanState>
  private let planCycle: ReferenceCells
  private let planUnit: ReferenceCells
  private let planStart: DayCells
  private let planEnd: DayCells
  private let evaluations: Table
  private let evaluationState: CodeCells<EvaluationState>
  private let evaluationPeriod: ReferenceCells
  private let evaluationPlan: ReferenceCells
  private let released: DayCells
  private let acknowledged: DayCells
  private let objections: Table
  private let objectionState: CodeCells<ObjectionState>
  private let filed: DayCells
  private let programmes: Table
  private let programmeState: CodeCells<CoachingState>
  private let programmeEnd: DayCells
  private let dialogues: Table
  private let dialogueDue: DayCells
  private let dialogueHeld: DayCells
  /// The last day for plans, by the row of a running cycle.
  private var planDue: [Row: Day] = [:]
  /// The periods of a running cycle whose time for rating has passed.
  private var latePeriods: [Row: [Period]] = [:]
  private let objectionDays: Int?
  private let rulingDays: Int?

  private struct Period {
    let row: Row
    let due: Day
    let start: Day
    let end: Day
    /// Other days by the row of the unit whose they are.
    var dues: [Row: Day] = [:]
    /// The rows of the same period in units with days of their own.
    var rows: Set<Row>
  }

  init(_ book: Book, law: Law) {
    self.book = book
    day = book.day
    plans = book.performancePlans.table
    planState = CodeCells(plans, "state")
    planCycle = ReferenceCells(plans, "cycle")
    planUnit = ReferenceCells(plans, "unit")
    planStart = DayCells(plans, "start")
    planEnd = DayCells(plans, "end")
    evaluations = book.evaluations.table
    evaluationState = CodeCells(evaluations, "state")
    evaluationPeriod = ReferenceCells(evaluations, "period")
    evaluationPlan = ReferenceCells(evaluations, "plan")
    released = DayCells(evaluations, "releasedOn")
    acknowledged = DayCells(evaluations, "acknowledgedOn")
    objections = book.objections.table
    objectionState = CodeCells(objections, "state")
    filed = DayCells(objections, "filedOn")
    programmes = book.coachingProgrammes.table
    programmeState = CodeCells(programmes, "state")
    programmeEnd = DayCells(programmes, "end")
    dialogues = book.coachingDialogues.table
    dialogueDue = DayCells(dialogues, "due")
    dialogueHeld = DayCells(dialogues, "heldOn")
    objectionDays = law.find(PerformanceRating.objectionDays, on: book.day)?.value
    rulingDays = law.find(PerformanceRating.rulingDays, on: book.day)?.value
    readCycles()
  }

  /// Running cycles are few: they are read as records, once.
  private mutating func readCycles() {
    var tree: UnitTree?
    let cycles = book.evaluationCycles.table
    for cycle in 0..<cycles.rowCount {
      guard cycles.isLive(cycle), let record = book.evaluationCycles.stored(cycle), record.state == .running else {
        continue
      }
      if let due = record.planDue { planDue[cycle] = due }
      let periods = book.evaluationPeriods.storedOwned(by: record.id.raw)
      if tree == nil, periods.contains(where: { $0.unit != nil }) { tree = UnitTree(book, on: day) }
      latePeriods[cycle] = periods.filter { $0.unit == nil }.compactMap { period(of: $0, among: periods, tree) }
    }
  }

  private func period(of period: EvaluationPeriod, among all: [EvaluationPeriod], _ tree: UnitTree?) -> Period? {
    let table = book.evaluationPeriods.table
    guard let row = table.row(of: period.id.raw), let due = period.evaluationDue, let start = period.start,
      let end = period.end
    else { return nil }
    var found = Period(row: row, due: due, start: start, end: end, rows: [row])
    for other in all where other.number == period.number {
      guard let unit = other.unit, let otherDue = other.evaluationDue, let otherRow = table.row(of: other.id.raw) else {
        continue
      }
      found.rows.insert(otherRow)
      for below in tree?.branch(of: unit) ?? [] {
        if let place = book.units.table.row(of: below.unit.id.raw) { found.dues[place] = otherDue }
      }
    }
    return found.due < day || found.dues.values.contains { $0 < day } ? found : nil
  }

  private func rows(_ table: Table, of owner: Row) -> [Row] { table.children.rows(of: owner).filter(table.hasRow) }

  /// Plans that should have been agreed by now.
  func openPlans(of person: Row, _ found: (Day, Row?) -> Void) {
    guard !planDue.isEmpty else { return }
    for row in rows(plans, of: person) where planState[row] != .agreed {
      guard let due = planCycle[row].flatMap({ planDue[$0] }), due < day else { continue }
      found(due, row)
    }
  }

  /// Agreed plans whose rating for a period is late; the line comes from the plan.
  func lateEvaluations(of person: Row, _ found: (Day, Row?) -> Void) {
    guard latePeriods.contains(where: { !$0.value.isEmpty }) else { return }
    let rated = rows(evaluations, of: person)
    for plan in rows(plans, of: person) where planState[plan] == .agreed {
      guard let periods = planCycle[plan].flatMap({ latePeriods[$0] }) else { continue }
      for period in periods {
        let due = planUnit[plan].flatMap { period.dues[$0] } ?? period.due
        let isInside =
          (planStart[plan].map { $0 <= period.end } ?? true) && (planEnd[plan].map { period.start <= $0 } ?? true)
        guard due < day, isInside else { continue }
        let isRated = rated.contains { row in
          evaluationPlan[row] == plan && (evaluationPeriod[row].map(period.rows.contains) ?? false)
            && evaluationState[row] != .draft && evaluationState[row] != nil
        }
        if !isRated { found(due, plan) }
      }
    }
  }

  /// Released results that were not received; due on the last day for an objection counted from the release.
  func openReceipts(of person: Row, _ found: (Day, Row?) -> Void) {
    guard let objectionDays else { return }
    for row in rows(evaluations, of: person) where evaluationState[row] == .released {
      guard let day = released[row], acknowledged[row] == nil else { continue }
      found(day.adding(days: objectionDays), row)
    }
  }

  /// Objections that wait for a ruling.
  func openObjections(of person: Row, _ found: (Day, Row?) -> Void) {
    for row in rows(objections, of: person) {
      guard let state = objectionState[row], state == .filed || state == .heard, let filed = filed[row], let rulingDays
      else { continue }
      found(filed.adding(days: rulingDays), row)
    }
  }

  /// The next dialogue of each running programme.
  func openDialogues(of person: Row, _ found: (Day, Row?) -> Void) {
    for programme in rows(programmes, of: person) where programmeState[programme] == .running {
      let open = rows(dialogues, of: programme).filter { dialogueHeld[$0] == nil }
      let next = open.compactMap { row in dialogueDue[row].map { (day: $0, row: row) } }.min { $0.day < $1.day }
      if let next { found(next.day, next.row) }
    }
  }

  /// Running programmes, on the day they end.
  func endingProgrammes(of person: Row, _ found: (Day, Row?) -> Void) {
    for programme in rows(programmes, of: person) where programmeState[programme] == .running {
      if let end = programmeEnd[programme] { found(end, programme) }
    }
  }
}
