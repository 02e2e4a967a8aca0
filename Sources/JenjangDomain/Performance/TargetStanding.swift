/// How far somebody has come towards one target: what was entered so far against what is aimed at.
///
/// It informs; no rating follows from it.
public struct TargetStanding: Sendable {
  public let result: ID<WorkResult>
  /// Nil for a result without an indicator.
  public let indicator: ID<Indicator>?
  /// Nil for a target in words.
  public let target: Decimal?
  /// The sum of the amounts entered, with two places.
  public let realised: Decimal
  public let entries: Int
  public let last: ProgressEntry?

  /// Whole per cent of the target; nil for a target in words or of nothing.
  public var percent: Int? {
    guard let target, target.units > 0 else { return nil }
    return Int(realised.units * 100 / target.units)
  }
}

extension Book {
  /// The standing against every target of a plan, in the order of its results.
  public func standings(of plan: ID<PerformancePlan>) -> [TargetStanding] {
    results(of: plan).flatMap { result -> [TargetStanding] in
      let entries = progressEntries.owned(by: result.id.raw)
      let indicators = indicators.owned(by: result.id.raw)
      guard !indicators.isEmpty else {
        return [TargetStanding(result: result.id, indicator: nil, target: nil, of: entries)]
      }
      return indicators.map { indicator in
        let own = entries.filter { $0.indicator == indicator.id || $0.indicator == nil && indicators.count == 1 }
        return TargetStanding(result: result.id, indicator: indicator.id, target: indicator.amount, of: own)
      }
    }
  }
}

extension TargetStanding {
  fileprivate init(
    result: ID<WorkResult>, indicator: ID<Indicator>?, target: Decimal?, of entries: [ProgressEntry]
  ) {
    self.result = result
    self.indicator = indicator
    self.target = target
    realised = Decimal(units: entries.reduce(0) { $0 + ($1.amount?.units ?? 0) }, scale: 2)
    self.entries = entries.count
    last = entries.last
  }
}

extension PerformancePlan {
  /// Whole per cent of the plan's time that has passed on a day, 0 to 100; nil without dates.
  public func elapsed(on day: Day) -> Int? {
    guard let start, let end, start <= end else { return nil }
    let whole = Int(end.number - start.number) + 1
    return min(100, max(0, (Int(day.number - start.number) + 1) * 100 / whole))
  }
}
