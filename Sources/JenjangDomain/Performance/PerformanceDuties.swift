/// One kind of thing that somebody has to do now about performance, and for how many.
public struct PerformanceDuty: Sendable {
  public enum Kind: Sendable, Hashable {
    /// Submitted plans wait for the assessor's agreement.
    case agreePlans
    case rate(ID<EvaluationPeriod>)
    case calibrate(ID<EvaluationPeriod>)
    /// An objection waits for the assessor's side.
    case answerObjections
    /// An objection waits for the hearing or the ruling.
    case ruleObjections
    case coach
    /// One's own plan is still open.
    case writePlan
    /// One's own results wait to be received.
    case acknowledge
  }

  public let kind: Kind
  /// What it is about, where a kind can stand more than once: the name of the period.
  public var name: String?
  public var count = 0
  /// How many of them are past their last day.
  public var late = 0
  /// The last day for it; nil where none is known.
  public var due: Day?
}

/// What an actor has to do about performance on a day; empty for who stands for no person.
///
/// Reads columns of all plans and evaluations once: for moments in which no key waits.
public struct PerformanceDuties {
  public private(set) var duties: [PerformanceDuty] = []

  public init(_ book: Book, on day: Day, for access: Access?) {
    guard let actor = access?.actor, let person = actor.person else { return }
    let people = book.employees.table
    let parties = Set(actor.parties.compactMap { people.rowEver(of: $0) })
    addPlans(book, parties)
    addPeriods(book, on: day, parties)
    addObjections(book, parties)
    addDialogues(book, on: day, parties)
    addOwn(book, on: day, ID(person))
    duties.removeAll { $0.count == 0 }
  }

  private mutating func addPlans(_ book: Book, _ parties: Set<Row>) {
    let table = book.performancePlans.table
    guard let state = table.places("state"), let assessor = table.references("assessor") else { return }
    let submitted = (0..<table.rowCount).filter { row in
      parties.contains(assessor[row]) && PlanState.at(state[row]) == .submitted && table.isSeen(row)
    }
    duties.append(PerformanceDuty(kind: .agreePlans, count: submitted.count))
  }

  private mutating func addPeriods(_ book: Book, on day: Day, _ parties: Set<Row>) {
    for period in book.runningPeriods where period.start.map({ $0 <= day }) ?? false {
      let board = PeriodBoard(period, in: book, on: day)
      let others = board.lines.filter { !parties.contains($0.employee) }
      let owed = others.filter { parties.contains($0.assessor) && $0.isDue }
      duties.append(
        PerformanceDuty(
          kind: .rate(period.id), name: period.name, count: owed.count, late: owed.count { $0.isLate },
          due: board.calendar.usual?.evaluationDue))
      let open = others.filter { parties.contains($0.superior) && $0.status == .submitted }
      duties.append(PerformanceDuty(kind: .calibrate(period.id), name: period.name, count: open.count))
    }
  }

  private mutating func addObjections(_ book: Book, _ parties: Set<Row>) {
    let table = book.objections.table
    guard let state = table.places("state"), let assessor = table.references("assessor"),
      let hearer = table.references("hearer")
    else { return }
    var (answers, rulings) = (0, 0)
    for row in 0..<table.rowCount where table.isSeen(row) {
      guard let state = ObjectionState.at(state[row]), state == .filed || state == .heard else { continue }
      if parties.contains(assessor[row]), table.storedValue("answer", at: row) == nil { answers += 1 }
      if parties.contains(hearer[row]) { rulings += 1 }
    }
    duties.append(PerformanceDuty(kind: .answerObjections, count: answers))
    duties.append(PerformanceDuty(kind: .ruleObjections, count: rulings))
  }

  private mutating func addDialogues(_ book: Book, on day: Day, _ parties: Set<Row>) {
    let programmes = book.coachingProgrammes.table
    let table = book.coachingDialogues.table
    guard let coach = programmes.references("coach"), let state = programmes.places("state"),
      let programme = table.references("programme"), let due = table.days("due"), let held = table.days("heldOn")
    else { return }
    let soon = day.adding(days: 14).number
    var duty = PerformanceDuty(kind: .coach)
    for row in 0..<table.rowCount where table.isSeen(row) && held[row] == Mark.absentDay && due[row] <= soon {
      let above = programme[row]
      guard programmes.hasRow(above), parties.contains(coach[above]), CoachingState.at(state[above]) == .running,
        due[row] > Mark.irregularDay
      else { continue }
      duty.count += 1
      if due[row] < day.number { duty.late += 1 }
    }
    duties.append(duty)
  }

  private mutating func addOwn(_ book: Book, on day: Day, _ person: ID<Employee>) {
    let plans = book.performancePlans.owned(by: person.raw)
    let running = Set(book.evaluationCycles.all.filter { $0.state == .running }.map(\.id))
    var plan = PerformanceDuty(kind: .writePlan)
    for open in plans where open.cycle.map(running.contains) ?? false && open.state?.isOpen ?? true {
      plan.count += 1
      plan.due = open.cycle.flatMap { book.evaluationCycles[$0]?.planDue }
      if let due = plan.due, due < day { plan.late += 1 }
    }
    duties.append(plan)
    let released = book.evaluations.owned(by: person.raw).filter { $0.state == .released }
    duties.append(PerformanceDuty(kind: .acknowledge, count: released.count))
  }
}
