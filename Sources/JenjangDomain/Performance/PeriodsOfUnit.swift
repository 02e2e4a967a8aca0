extension Book {
  /// The periods of a cycle as they hold for a unit: its own dates, else those of the nearest unit above, else all's.
  ///
  /// In the order of their numbers, the year last.
  public func periods(of cycle: ID<EvaluationCycle>, for unit: ID<Unit>?) -> [EvaluationPeriod] {
    let all = evaluationPeriods.owned(by: cycle.raw)
    let chain = unit.map { unitsAbove($0) } ?? []
    let numbers = Set(all.compactMap(\.number)).sorted { ($0 == 0 ? 13 : $0) < ($1 == 0 ? 13 : $1) }
    return numbers.compactMap { number in
      let dates = all.filter { $0.number == number }
      for unit in chain { if let own = dates.first(where: { $0.unit == unit }) { return own } }
      return dates.first { $0.unit == nil }
    }
  }

  /// A unit and those above it, the nearest first; ends where units lie in a circle.
  public func unitsAbove(_ unit: ID<Unit>) -> [ID<Unit>] {
    var chain: [ID<Unit>] = []
    var next: ID<Unit>? = unit
    while let unit = next, !chain.contains(unit) {
      chain.append(unit)
      next = units.stored(unit)?.parent
    }
    return chain
  }
}
