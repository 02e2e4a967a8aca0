import JSONText
import JenjangDomain

/// A small office for tests: an agency with two sections, each with a head and staff, all posts held since 2024.
///
/// People: 1 heads the agency (unit 1), 2 and 3 head the sections 2 and 3, 4 and 5 work in section 2, 6 in section 3.
struct Bureau {
  let book: Book
  private let serial = Serial()

  init(on today: String = "2026-03-10", cycle: Bool = true) {
    book = Book.empty(on: today)
    for unit in UInt64(1)...3 {
      book.add(
        make(100 + unit) { (record: inout Unit) in
          record.name = "Unit \(unit)"
          record.code = "U\(unit)"
          record.parent = unit == 1 ? nil : identity(101)
          record.head = identity(200 + unit)
        })
    }
    for post in UInt64(1)...6 {
      book.add(
        make(200 + post) { (record: inout Post) in
          record.name = "Jabatan \(post)"
          record.code = "J\(post)"
          record.kind = post == 1 ? .administrator : post <= 3 ? .supervisor : .operational
          record.unit = identity(Bureau.unit(ofPost: post))
        })
    }
    for person in UInt64(1)...6 { hire(person) }
    if cycle { openCycle(2026) }
  }

  static func unit(ofPost post: UInt64) -> UInt64 {
    switch post {
    case 1: 101
    case 2, 4, 5: 102
    default: 103
    }
  }

  static func person(_ number: UInt64) -> ID<Employee> { identity(300 + number) }

  func hire(_ person: UInt64) {
    book.add(
      make(300 + person) { (record: inout Employee) in
        record.name = "Pegawai \(person)"
        record.kind = .permanent
        record.legalStatus = .active
        record.hireDate = theDay("2015-01-01")
      })
    appoint(person, to: person, since: "2024-01-01")
  }

  /// Gives somebody a position in a post of the map.
  func appoint(
    _ person: UInt64, to post: UInt64, since day: String, until end: String? = nil,
    _ assignment: AssignmentKind = .definitive
  ) {
    let number = 10_000 + UInt64(book.positionHistories.table.rowCount)
    book.add(
      make(number) { (record: inout PositionHistory) in
        record.employee = Bureau.person(person)
        record.post = identity(200 + post)
        record.title = "Jabatan \(post)"
        record.positionKind = post == 1 ? .administrator : post <= 3 ? .supervisor : .operational
        record.unit = identity(Bureau.unit(ofPost: post))
        record.assignment = assignment
        record.effectiveDate = theDay(day)
        record.endDate = end.map { theDay($0) }
      })
  }

  func change(_ person: UInt64, _ change: (inout Employee) -> Void) {
    if let operation = book.employees.updating(Bureau.person(person), change) { book.apply(operation) }
  }

  /// Leaves the service on a day.
  func leave(_ person: UInt64, on day: String) {
    change(person) {
      $0.legalStatus = .retired
      $0.legalStatusDate = theDay(day)
    }
  }

  @discardableResult
  func openCycle(_ year: Int, _ length: CycleLength = .quarterly) -> EvaluationCycle {
    var next = UInt64(year) * 1_000
    let operations = CycleOpening(year: year, length: length)?.operations {
      next += 1
      return RecordID(high: 5 << 16, low: next)
    }
    for operation in operations ?? [] { book.apply(operation) }
    return cycle(year)
  }

  func cycle(_ year: Int = 2026) -> EvaluationCycle {
    book.evaluationCycles.all.first { $0.year == year } ?? EvaluationCycle(id: identity(1))
  }

  /// Makes the plans of all who have none.
  @discardableResult
  func makePlans(_ year: Int = 2026, _ beginning: PlanBeginning = .empty, on day: String? = nil) -> PlanOpening.Tally? {
    let today = day.map { theDay($0) } ?? book.day
    guard var opening = PlanOpening(cycle(year), people: nil, beginning: beginning, in: book, on: today) else {
      return nil
    }
    while !opening.isDone { for operation in opening.next(2, in: book, newID: newID) { book.apply(operation) } }
    return opening.tally
  }

  func newID() -> RecordID { serial.next() }

  func plans(of person: UInt64) -> [PerformancePlan] { book.performancePlans.owned(by: Bureau.person(person).raw) }

  /// Adds a result with one indicator to a plan; gives the result.
  @discardableResult
  func addResult(
    _ text: String, to plan: PerformancePlan, target: String = "12", serves: ID<WorkResult>? = nil, weight: Int? = nil
  ) -> WorkResult {
    var result = WorkResult(id: ID(newID()))
    result.plan = plan.id
    result.number = book.results(of: plan.id).count + 1
    result.kind = .main
    result.text = text
    result.serves = serves
    result.weight = weight
    book.add(result)
    var indicator = Indicator(id: ID(newID()))
    indicator.result = result.id
    indicator.aspect = .quantity
    indicator.text = "Laporan"
    indicator.target = target
    indicator.unit = "dokumen"
    book.add(indicator)
    return result
  }

  func apply(_ operations: [Operation]) { for operation in operations { book.apply(operation) } }
}

/// Identities for records of one office.
final class Serial {
  private var last: UInt64 = 0

  func next() -> RecordID {
    last += 1
    return RecordID(high: 6 << 16, low: last)
  }
}
