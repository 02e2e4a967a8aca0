/// A year of performance to be opened: its periods and the days by which things are due, all editable afterwards.
///
/// The days are this program's habit, not law: plans by the end of January, what was realised within ten days of a
/// period's end, ratings within twenty; for the year ten and thirty-one days.
public struct CycleOpening: Sendable {
  public let year: Int
  public let length: CycleLength

  /// Nil for a year that no cycle can have.
  public init?(year: Int, length: CycleLength) {
    guard 2_000...2_100 ~= year else { return nil }
    self.year = year
    self.length = length
  }

  /// The cycle and its periods as new records.
  public func operations(newID: () -> RecordID) -> [Operation] {
    let cycle = cycle(ID(newID()))
    return [.creating(cycle)] + periods(of: cycle, newID: newID).map { .creating($0) }
  }

  public func cycle(_ id: ID<EvaluationCycle>) -> EvaluationCycle {
    var cycle = EvaluationCycle(id: id)
    cycle.name = "Kinerja \(year)"
    cycle.year = year
    cycle.length = length
    cycle.state = .running
    cycle.start = Day(year: year, month: 1, day: 1)
    cycle.end = Day(year: year, month: 12, day: 31)
    cycle.planDue = Day(year: year, month: 1, day: 31)
    return cycle
  }

  public func periods(of cycle: EvaluationCycle, newID: () -> RecordID) -> [EvaluationPeriod] {
    guard let start = cycle.start, let end = cycle.end else { return [] }
    var periods: [EvaluationPeriod] = []
    for number in 1...(12 / length.months) {
      let first = start.adding(months: (number - 1) * length.months)
      let last = first.adding(months: length.months).adding(days: -1)
      periods.append(period(number, of: cycle, ID(newID()), first, last, realised: 10, rated: 20))
    }
    return periods + [period(0, of: cycle, ID(newID()), start, end, realised: 10, rated: 31)]
  }

  private func period(
    _ number: Int, of cycle: EvaluationCycle, _ id: ID<EvaluationPeriod>, _ first: Day, _ last: Day, realised: Int,
    rated: Int
  ) -> EvaluationPeriod {
    var period = EvaluationPeriod(id: id)
    period.cycle = cycle.id
    period.number = number
    period.name = name(number, first)
    period.start = first
    period.end = last
    period.realisationDue = last.adding(days: realised)
    period.evaluationDue = last.adding(days: rated)
    return period
  }

  private func name(_ number: Int, _ first: Day) -> String {
    guard number > 0 else { return "Tahunan \(year)" }
    return length == .monthly
      ? first.monthAndYear.indonesian : "Triwulan \(["I", "II", "III", "IV"][number - 1]) \(year)"
  }
}

extension CycleOpening {
  /// Why the year cannot be opened; nil when it can.
  public func refusal(in book: Book) -> Text? {
    guard let known = book.evaluationCycles.all.first(where: { $0.year == year }) else { return nil }
    let name = known.name ?? String(year)
    return Text("Tahun \(year) sudah dibuka: \(name)", en: "The year \(year) is open already: \(name)")
  }

  /// The year that is usually opened next: the present one, or the next when that is open or nearly over.
  public static func usualYear(in book: Book, on day: Day) -> Int {
    let open = Set(book.evaluationCycles.all.compactMap(\.year))
    return (day.year...(day.year + 5)).first { !open.contains($0) } ?? day.year
  }
}

extension Book {
  /// The cycle that covers a day; nil when none does.
  public func cycle(on day: Day) -> EvaluationCycle? {
    evaluationCycles.all.first { ($0.start.map { $0 <= day } ?? false) && ($0.end.map { day <= $0 } ?? false) }
  }

  /// The cycle of the year before.
  public func cycle(before cycle: EvaluationCycle) -> EvaluationCycle? {
    evaluationCycles.all.first { $0.year != nil && $0.year == cycle.year.map { $0 - 1 } }
  }
}
