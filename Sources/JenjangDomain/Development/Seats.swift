/// The seats of an event: who has one, who waits, and who moves up when one is free.
///
/// Source: domain reference 9.2: the waiting list is in the order of need, then of request.
public struct Seats {
  public let event: LearningEvent
  /// As far as the actor sees them.
  public private(set) var enrolments: [Enrolment]
  /// Who else has a seat: people whom the actor does not see take seats all the same.
  private let unseen: [ID<Employee>?]
  private let book: Book
  private let quotas: [(code: String, seats: Int, units: Set<RecordID>)]
  private let clashes: Clashes

  /// What stands against a seat, gathered when the first nomination is judged: mostly only seats are counted.
  private final class Clashes {
    lazy var found = EventClashes(event, in: book)
    private let event: LearningEvent
    private let book: Book

    init(_ event: LearningEvent, in book: Book) {
      self.event = event
      self.book = book
    }
  }

  public init(_ event: LearningEvent, in book: Book) {
    self.event = event
    self.book = book
    let table = book.enrolments.table
    let rows = table.storedRows(referring: "event", to: event.id.raw)
    enrolments = rows.compactMap { book.enrolments[$0] }
    unseen = rows.filter { !table.isSeen($0) }.compactMap { book.enrolments.stored($0) }
      .filter { $0.state?.holdsSeat ?? false }.map(\.employee)
    clashes = Clashes(event, in: book)
    let tree = event.quotas == nil ? nil : UnitTree(book, on: event.start ?? book.day)
    quotas = (event.quotas?.codes ?? []).compactMap { code in
      guard let row = book.units.table.firstRow(where: "code", is: code) else { return nil }
      let units = tree?.branch(of: ID(book.units.table.id(of: row))).map(\.unit.id.raw) ?? []
      return (code, event.quotas?[code] ?? 0, Set(units))
    }
  }

  public var capacity: Int? { event.capacity }
  public var taken: [Enrolment] { enrolments.filter { $0.state?.holdsSeat ?? false } }
  /// How many seats are taken, whoever looks.
  public var count: Int { taken.count + unseen.count }
  /// Those who wait for a seat, who moves up first standing first.
  public var waiting: [Enrolment] { enrolments.filter { $0.state == .waiting }.sorted(by: Seats.precedes) }
  public var nominated: [Enrolment] { enrolments.filter { $0.state == .nominated }.sorted(by: Seats.precedes) }
  /// Those who have asked for a seat and have none yet, the most urgent first.
  public var hoping: [Enrolment] { enrolments.filter { $0.state?.isHoping ?? false }.sorted(by: Seats.precedes) }
  public var isFull: Bool { capacity.map { count >= $0 } ?? false }

  /// The seats that are free; nil without a capacity.
  public var free: Int? { capacity.map { max(0, $0 - count) } }

  static func precedes(_ left: Enrolment, _ right: Enrolment) -> Bool {
    let (mine, yours) = (left.priority ?? 0, right.priority ?? 0)
    if mine != yours { return mine > yours }
    let (first, second) = (left.requestedOn?.number ?? .max, right.requestedOn?.number ?? .max)
    return first == second ? left.id.raw < right.id.raw : first < second
  }

  /// Whether there is a seat for somebody: one of the unit's own, or one that no unit holds.
  public func hasSeat(for person: ID<Employee>?) -> Bool {
    guard let capacity else { return true }
    guard count < capacity else { return false }
    guard !quotas.isEmpty else { return true }
    let own = quota(of: person)
    if let own, count(in: own) < quotas[own].seats { return true }
    let inQuotas = quotas.indices.map { min(count(in: $0), quotas[$0].seats) }.reduce(0, +)
    let common = capacity - quotas.map(\.seats).reduce(0, +)
    return count - inQuotas < common
  }

  private func quota(of person: ID<Employee>?) -> Int? {
    guard let unit = person.flatMap({ book.unit(of: $0.raw) }) else { return nil }
    return quotas.firstIndex { $0.units.contains(unit) }
  }

  private func count(in place: Int) -> Int { (taken.map(\.employee) + unseen).count { quota(of: $0) == place } }

  /// What becomes of a nomination, and why, by the rule `training-enrolment`.
  public func outcome(of enrolment: Enrolment) -> Judgement<TrainingEnrolment.Output> {
    var input = TrainingEnrolment.Input()
    input.start = event.start
    input.end = event.end
    input.quota = event.capacity
    input.taken = hasSeat(for: enrolment.employee) ? count : event.capacity
    input.isApproved = enrolment.approvedOn != nil ? true : enrolment.state == .refused ? false : nil
    input.meetsPrerequisite = meetsPrerequisite(enrolment.employee)
    input.others = enrolment.employee.map { others(of: $0) } ?? []
    do throws(NoParameter) {
      return try TrainingEnrolment.judge(input, by: book.law)
    } catch {
      return Judgement(TrainingEnrolment.Output(), [error.finding])
    }
  }

  private func others(of person: ID<Employee>) -> [TrainingEnrolment.Other] {
    clashes.found.of(person).filter { $0.kind == .person }.compactMap { clash in
      guard let found = clash.event.flatMap({ book.learningEvents[$0] }) else { return nil }
      var other = TrainingEnrolment.Other()
      other.name = found.name
      other.start = clash.day
      other.end = clash.day
      return other
    }
  }

  private func meetsPrerequisite(_ person: ID<Employee>?) -> Bool? {
    guard let needed = event.programme.flatMap({ book.learningProgrammes[$0]?.prerequisite }) else { return true }
    guard let person else { return nil }
    let passed = book.enrolments.storedOwned(by: person.raw).contains { other in
      other.state == .passed && other.event.flatMap { book.learningEvents[$0]?.programme } == needed
    }
    guard !passed, let name = book.learningProgrammes[needed]?.name else { return passed }
    let wanted = Folding.plain(name)
    return book.trainings.storedOwned(by: person.raw).contains { Folding.plain($0.name ?? "") == wanted }
  }

  /// Gives a seat or a place on the waiting list to a nomination that the superior approved.
  public mutating func place(_ id: ID<Enrolment>) {
    guard let index = enrolments.firstIndex(where: { $0.id == id }) else { return }
    switch outcome(of: enrolments[index]).output.outcome {
    case .accepted: enrolments[index].state = .accepted
    case .waiting: enrolments[index].state = .waiting
    case .refused, nil: break
    }
  }

  public mutating func change(_ id: ID<Enrolment>, _ change: (inout Enrolment) -> Void) {
    guard let index = enrolments.firstIndex(where: { $0.id == id }) else { return }
    change(&enrolments[index])
  }

  public mutating func add(_ enrolment: Enrolment) { enrolments.append(enrolment) }

  /// Lets those who wait move up while there are seats; gives who did.
  public mutating func settle() -> [Enrolment] {
    guard event.state.map({ $0.takesNominees }) ?? true else { return [] }
    var moved: [Enrolment] = []
    for waiting in waiting where outcome(of: waiting).output.outcome == .accepted {
      change(waiting.id) { $0.state = .accepted }
      if let now = enrolments.first(where: { $0.id == waiting.id }) { moved.append(now) }
    }
    return moved
  }

  /// What brings the store to this state, the event's own among it: full when no seat is left, else open.
  public func operations() -> [Operation] {
    var operations = enrolments.compactMap { book.saving($0) }
    guard event.state == .open || event.state == .full else { return operations }
    let state: EventState = isFull ? .full : .open
    operations += [book.learningEvents.updating(event.id) { $0.state = state }].compactMap(\.self)
    return operations
  }
}
