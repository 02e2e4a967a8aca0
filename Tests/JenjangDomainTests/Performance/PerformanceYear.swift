import JSONText
import JenjangDomain

/// A person (1) in a functional post with an assessor (2) and the assessor's superior (3), and years of evaluations.
struct PerformanceYear {
  let book: Book

  init(
    on today: String = "2026-11-24", level: PositionKind = .expert1, since: String = "2020-01-01",
    grade: Grade = .iiiA, gradeSince: String = "2020-01-01"
  ) {
    book = .empty(on: today)
    for (number, name) in [(1, "Dewi"), (2, "Rina"), (3, "Robert")] as [(UInt64, String)] {
      book.add(
        make(number) { (employee: inout Employee) in
          employee.name = name
          employee.employeeNumber = "19900101201903200\(number)"
          employee.kind = .permanent
          employee.legalStatus = .active
          employee.birthDate = theDay("1990-01-01")
          employee.hireDate = theDay("2019-03-01")
        })
    }
    hold(11, level, since: since)
    book.add(
      make(12) { (rank: inout RankHistory) in
        rank.employee = identity(1)
        rank.grade = grade
        rank.effectiveDate = theDay(gradeSince)
      })
  }

  func hold(_ id: UInt64, _ level: PositionKind, since: String) {
    book.add(
      make(id) { (held: inout PositionHistory) in
        held.employee = identity(1)
        held.title = "Analis"
        held.positionKind = level
        held.effectiveDate = theDay(since)
      })
  }

  /// The cycle of a year with a period of it: 0 for the whole year.
  func period(_ number: Int, _ start: String, _ end: String, due: String? = nil) -> ID<EvaluationPeriod> {
    let year = theDay(start).year
    let cycle: ID<EvaluationCycle> = identity(UInt64(year))
    if book.evaluationCycles[cycle] == nil {
      book.add(
        make(UInt64(year)) { (cycle: inout EvaluationCycle) in
          cycle.name = "Kinerja \(year)"
          cycle.year = year
          cycle.length = .quarterly
          cycle.state = .running
          cycle.start = theDay("\(year)-01-01")
          cycle.end = theDay("\(year)-12-31")
          cycle.planDue = theDay("\(year)-01-31")
        })
    }
    let id = UInt64(year * 100 + number)
    if book.evaluationPeriods[identity(id)] == nil {
      book.add(
        make(id) { (period: inout EvaluationPeriod) in
          period.cycle = cycle
          period.number = number
          period.name = number == 0 ? "Tahunan \(year)" : "Triwulan \(number)"
          period.start = theDay(start)
          period.end = theDay(end)
          period.evaluationDue = due.map(theDay)
        })
    }
    return identity(id)
  }

  func plan(_ id: UInt64, _ start: String, _ end: String, state: PlanState = .agreed) -> ID<PerformancePlan> {
    if book.performancePlans[identity(id)] == nil {
      book.add(
        make(id) { (plan: inout PerformancePlan) in
          plan.employee = identity(1)
          plan.cycle = identity(UInt64(theDay(start).year))
          plan.start = theDay(start)
          plan.end = theDay(end)
          plan.title = "Analis"
          plan.assessor = identity(2)
          plan.superior = identity(3)
          plan.state = state
        })
    }
    return identity(id)
  }

  /// An evaluation as it was released, rated and judged.
  @discardableResult
  func evaluate(
    _ number: Int = 0, _ start: String = "2025-01-01", _ end: String = "2025-12-31",
    work: ExpectationRating = .asExpected, behaviour: ExpectationRating = .asExpected,
    state: EvaluationState = .released, released: String? = nil
  ) -> Evaluation {
    let year = theDay(start).year
    let period = period(number, start, end)
    let plan = plan(UInt64(year * 10), "\(year)-01-01", "\(year)-12-31")
    var evaluation: Evaluation = make(UInt64(year * 1_000 + number)) { (evaluation: inout Evaluation) in
      evaluation.employee = identity(1)
      evaluation.plan = plan
      evaluation.period = period
      evaluation.end = theDay(end)
      evaluation.assessor = identity(2)
      evaluation.superior = identity(3)
      evaluation.state = state
      evaluation.work = work
      evaluation.behaviour = behaviour
      evaluation.note = "Catatan"
      if state.isReleased { evaluation.releasedOn = theDay(released ?? "\(year + 1)-01-15") }
    }
    evaluation = evaluation.judged(in: book)
    book.add(evaluation)
    return evaluation
  }

  /// Converts an evaluation and puts the decrees into the book.
  @discardableResult
  func convert(_ evaluation: Evaluation) -> CreditPosting {
    var chance = SeededRandom(seed: UInt64(evaluation.end?.number ?? 0) + UInt64(evaluation.id.raw.low))
    let posting = CreditPosting(of: evaluation, on: book.day, in: book) {
      RecordID(high: chance.next() >> 16, low: chance.next())
    }
    apply(posting.operations(in: book))
    return posting
  }

  func apply(_ operations: [JenjangDomain.Operation]) { for operation in operations { book.apply(operation) } }

  var person: PersonFacts {
    guard let state = book.state(of: identity(1), on: book.day) else { preconditionFailure("nobody") }
    return PersonFacts(state, in: book, by: book.law)
  }

  var ledger: CreditLedger { CreditLedger(of: person) }

  func actor(_ number: UInt64, _ role: UserRole, actingFor: UInt64? = nil) -> Access {
    let person: ID<Employee> = identity(number)
    let other: ID<Employee>? = actingFor.map { identity($0) }
    return Access(Actor(person: person.raw, role: role, actingFor: other?.raw), in: book, on: book.day)
  }
}
