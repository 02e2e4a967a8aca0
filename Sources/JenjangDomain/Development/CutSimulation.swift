/// What to do with the events of a year when money is cut: which to keep, and what becomes of the others.
///
/// Ranked by levels gained for each million rupiah, then by the people whose lesson hours are at risk.
///
/// Source: peers reference, idea 9.
public struct CutSimulation {
  public enum Proposal: Sendable, Hashable {
    case keep
    /// Into an event that is kept, has the same programme and the seats.
    case merge(ID<LearningEvent>)
    /// Paid by money that a sponsor promised and nobody uses.
    case sponsor(ID<Pledge>)
    /// Held next year; its need is not urgent.
    case move
    /// Given up, its people go into the rescue queue.
    case cancel
  }

  public struct Line: Sendable {
    public let event: LearningEvent
    public let cost: Int
    public let people: Int
    /// Levels that its people would gain of those they lack.
    public let levels: Int
    /// People whose hours of the year do not suffice without it.
    public let atRisk: Int
    public var proposal: Proposal = .keep

    /// Levels for each thousand million rupiah, so that small ones differ; nil for what costs nothing.
    public var worth: Int? { cost > 0 ? levels * 1_000_000_000 / cost : nil }
  }

  /// The best first.
  public private(set) var lines: [Line] = []
  /// What the events cost together, and what is left for them after the cut.
  public let wanted: Int
  public let available: Int

  /// `percent` is taken away of what is left in the lines of the events and of what the events themselves hold.
  public init(year: Int, percent: Int, in book: Book) {
    let events = CutSimulation.events(of: year, in: book)
    let levels = CompetencyLevels(book, on: book.day)
    let hours = YearHours(book, year: year)
    lines = events.map { CutSimulation.line($0, levels, hours, book) }.sorted(by: CutSimulation.precedes)
    wanted = lines.map(\.cost).reduce(0, +)
    let budgets = Set(events.compactMap(\.budget)).compactMap { book.budgetLines[$0] }
    let left = budgets.map { max(0, book.standing(of: $0).left) }.reduce(0, +)
    // What running events hold is out of reach; what these hold can be given back.
    let held = left + events.map { book.commitment(of: $0) }.reduce(0, +)
    available = max(0, held - held * max(0, min(100, percent)) / 100)
    propose(in: book)
  }

  private static func events(of year: Int, in book: Book) -> [LearningEvent] {
    guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
      return []
    }
    return book.events(from: first, to: last).compactMap { book.learningEvents[$0] }
      .filter { $0.state?.takesNominees ?? false && $0.start?.year == year }
  }

  private static func line(
    _ event: LearningEvent, _ levels: CompetencyLevels, _ hours: YearHours, _ book: Book
  ) -> Line {
    let programme = event.programme.flatMap { book.learningProgrammes[$0] }
    let enrolments = book.enrolments(of: event.id).filter {
      $0.state?.holdsSeat ?? false || $0.state?.isHoping ?? false
    }
    let people = enrolments.compactMap { $0.employee.flatMap { book.employees.table.row(of: $0.raw) } }
    let given = book.lessonHours(of: event) ?? 0
    var gained = 0
    for person in people where programme?.raises != nil {
      let held = levels.held(by: person)
      for (code, mark) in programme?.raises?.all ?? [] {
        let before = held[code].flatMap { $0.isValid(on: levels.day) ? $0.level : nil }
        // Nobody knows what somebody without a level gains: one is counted.
        gained += before.map { max(0, mark.level - $0) } ?? 1
      }
    }
    let cost = event.cost ?? (programme?.costPerHead ?? 0) * (event.capacity ?? people.count)
    return Line(
      event: event, cost: cost, people: people.count, levels: gained,
      atRisk: people.count { hours.shortage(of: $0).map { $0 > 0 && $0 <= given || $0 > given } ?? false })
  }

  /// What costs nothing stands first, then the most levels for the money.
  private static func precedes(_ left: Line, _ right: Line) -> Bool {
    let (mine, yours) = (left.worth ?? .max, right.worth ?? .max)
    if mine != yours { return mine > yours }
    if left.atRisk != right.atRisk { return left.atRisk > right.atRisk }
    return left.event.id.raw < right.event.id.raw
  }

  private mutating func propose(in book: Book) {
    var left = available
    var kept: [ID<LearningProgramme>: (event: ID<LearningEvent>, free: Int)] = [:]
    for place in lines.indices where lines[place].cost <= left {
      left -= lines[place].cost
      if let programme = lines[place].event.programme {
        let free = max(0, (lines[place].event.capacity ?? 0) - lines[place].people)
        if free >= kept[programme]?.free ?? 0 { kept[programme] = (lines[place].event.id, free) }
      }
      lines[place].proposal = .keep
      taken.insert(lines[place].event.id)
    }
    var pledges = book.pledges.all.filter { $0.event == nil && $0.until.map { book.day <= $0 } ?? true }
    for place in lines.indices where !taken.contains(lines[place].event.id) {
      let line = lines[place]
      if let programme = line.event.programme, let other = kept[programme], other.free >= line.people, line.people > 0 {
        lines[place].proposal = .merge(other.event)
        kept[programme] = (other.event, other.free - line.people)
      } else if let index = pledges.firstIndex(where: { ($0.amount ?? 0) >= line.cost }) {
        lines[place].proposal = .sponsor(pledges.remove(at: index).id)
      } else {
        lines[place].proposal = line.atRisk == 0 && line.levels <= line.people ? .move : .cancel
      }
    }
  }

  private var taken: Set<ID<LearningEvent>> = []

  public var kept: [Line] { lines.filter { $0.proposal == .keep } }
  public var lost: [Line] { lines.filter { $0.proposal != .keep } }
}

/// The lesson hours of a year and what is missing of them, for people by row.
public struct YearHours {
  private let trainings: DueTrainings
  private let sessions: SessionHours
  private let caps: ByCode<LearningForm, Int>?
  private let target: Int?
  private let contract: CodeCells<EmployeeKind>
  private let span: ClosedRange<Day>?

  public init(_ book: Book, year: Int) {
    trainings = DueTrainings(book.trainings.table)
    contract = CodeCells(book.employees.table, "kind")
    let first = Day(year: year, month: 1, day: 1)
    let last = Day(year: year, month: 12, day: 31)
    span = first.flatMap { first in last.map { first...$0 } }
    let law = book.law
    sessions = SessionHours(book, by: law)
    caps = first.flatMap { law.find(LearningHours.caps, on: $0)?.value }
    target = first.flatMap { law.find(LearningHours.target, on: $0)?.value }
  }

  /// The hours on file in the year: certified trainings, and sessions of mentoring on either side.
  public func hours(of person: Row) -> Int {
    guard let span else { return 0 }
    return trainings.hours(trainings.rows(of: person), in: span, caps: caps) + sessions.hours(of: person, in: span)
  }

  /// What is missing of the hours that permanent staff must have; nil for contract staff, who have none to reach.
  public func shortage(of person: Row) -> Int? {
    guard let target, contract[person]?.isContract != true else { return nil }
    return max(0, target - hours(of: person))
  }
}
