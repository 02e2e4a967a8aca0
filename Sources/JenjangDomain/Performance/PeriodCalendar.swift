/// From when to when people of a unit are evaluated for a period, and until when what is due.
public struct PeriodDates: Sendable, Hashable {
  public let start: Day
  public let end: Day
  public let realisationDue: Day?
  public let evaluationDue: Day?

  /// Nil while the period has no dates.
  init?(_ period: EvaluationPeriod) {
    guard let start = period.start, let end = period.end else { return nil }
    self.start = start
    self.end = end
    realisationDue = period.realisationDue
    evaluationDue = period.evaluationDue
  }

  public func isLate(on day: Day) -> Bool { evaluationDue.map { $0 < day } ?? false }
}

/// The dates of one period for every unit: those of the nearest unit above that has its own, else everybody's.
public struct PeriodCalendar {
  public let period: EvaluationPeriod
  /// Everybody's; nil while the period has no dates.
  public let usual: PeriodDates?
  /// The rows of the records that mean this period: its own, and those with the dates of a unit.
  let rows: Set<Row>
  private let own: [Row: PeriodDates]
  private let parents: Column<Int32>?
  private let units: Table

  public init(_ period: EvaluationPeriod, in book: Book) {
    let same = book.same(as: period)
    self.period = period
    usual = PeriodDates(period)
    units = book.units.table
    parents = units.references("parent")
    let table = book.evaluationPeriods.table
    rows = Set(same.compactMap { table.row(of: $0.id.raw) })
    var own: [Row: PeriodDates] = [:]
    for other in same {
      guard let unit = other.unit, let row = units.row(of: unit.raw), let dates = PeriodDates(other) else { continue }
      own[row] = dates
    }
    self.own = own
  }

  /// The dates of people of a unit; everybody's without one.
  public func dates(of unit: ID<Unit>?) -> PeriodDates? { dates(in: unit.flatMap { units.row(of: $0.raw) } ?? -1) }

  /// The same by the row of the unit; a circle of units ends after as many steps as there are levels at most.
  func dates(in unit: Row) -> PeriodDates? {
    guard !own.isEmpty else { return usual }
    var row = unit
    for _ in 0..<32 where units.hasRow(row) {
      if let dates = own[row] { return dates }
      row = parents?[row] ?? -1
    }
    return usual
  }
}

extension Book {
  /// The periods of a cycle that hold for everybody, in their order, the year last.
  public func periods(of cycle: ID<EvaluationCycle>) -> [EvaluationPeriod] {
    evaluationPeriods.owned(by: cycle.raw).filter { $0.unit == nil }
      .sorted { ($0.isAnnual ? 99 : $0.number ?? 0) < ($1.isAnnual ? 99 : $1.number ?? 0) }
  }

  /// The period that holds for everybody, for one that has the dates of a unit.
  public func usual(_ period: EvaluationPeriod) -> EvaluationPeriod {
    guard period.unit != nil else { return period }
    return same(as: period).first { $0.unit == nil } ?? period
  }

  /// Every record that means the same period, whosever dates it has.
  func same(as period: EvaluationPeriod) -> [EvaluationPeriod] {
    guard let cycle = period.cycle else { return [period] }
    return evaluationPeriods.owned(by: cycle.raw).filter { $0.number == period.number }
  }

  /// The periods of the cycles that run, oldest first; the year behind the periods that end with it.
  public var runningPeriods: [EvaluationPeriod] {
    evaluationCycles.all.filter { $0.state == .running }.flatMap { periods(of: $0.id) }
      .sorted { ($0.end?.number ?? 0, $0.isAnnual ? 1 : 0) < ($1.end?.number ?? 0, $1.isAnnual ? 1 : 0) }
  }

  /// The period that is being rated on a day: the last one of the running cycles that has ended, else the first.
  public func periodToRate(on day: Day) -> EvaluationPeriod? {
    let periods = runningPeriods
    return periods.last { $0.end.map { $0 <= day } ?? false } ?? periods.first
  }
}
