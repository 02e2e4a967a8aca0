/// How a plan differs from another one: what came, what went, what is aimed at differently.
public struct PlanDifference: Sendable, Hashable {
  public enum Line: Sendable, Hashable {
    case added(String)
    case removed(String)
    /// The same result in other words.
    case reworded(old: String, new: String)
    /// The targets of a result that both have.
    case target(String, old: String, new: String)
    case expectation(BehaviourValue, old: String?, new: String?)
  }

  public private(set) var lines: [Line] = []
  /// Results that are the same in both, targets too.
  public private(set) var unchanged = 0

  public init(from old: PlanVersion, to new: PlanVersion) {
    let partners = PlanDifference.partners(old.results, new.results)
    for result in new.results {
      guard let before = partners[result.id] else {
        lines.append(.added(result.text))
        continue
      }
      if before.key != result.key { lines.append(.reworded(old: before.text, new: result.text)) }
      if before.targets != result.targets {
        lines.append(.target(result.text, old: before.targets, new: result.targets))
      } else if before.key == result.key {
        unchanged += 1
      }
    }
    let kept = Set(partners.values.map(\.id))
    for result in old.results where !kept.contains(result.id) { lines.append(.removed(result.text)) }
    for value in BehaviourValue.allCases where old.expectations[value] != new.expectations[value] {
      lines.append(.expectation(value, old: old.expectations[value], new: new.expectations[value]))
    }
  }
}

extension PlanDifference {
  /// The old result of each new one: in the same words, else the same record, else in mostly the same words.
  private static func partners(_ old: [PlanVersion.Result], _ new: [PlanVersion.Result])
    -> [RecordID: PlanVersion.Result]
  {
    var free = old
    var found: [RecordID: PlanVersion.Result] = [:]
    let ways: [(PlanVersion.Result, PlanVersion.Result) -> Bool] = [
      { $0.key == $1.key }, { $0.id == $1.id }, { $0.isLike($1) },
    ]
    for isSame in ways {
      for result in new where found[result.id] == nil {
        guard let place = free.firstIndex(where: { isSame($0, result) }) else { continue }
        found[result.id] = free.remove(at: place)
      }
    }
    return found
  }
}

/// What a plan asks for at some time: its results with their targets, and what is expected of behaviour.
public struct PlanVersion: Sendable {
  struct Result: Sendable {
    let id: RecordID
    let text: String
    /// The words without regard to case and blanks.
    let key: String
    let targets: String

    /// Whether at least half of all words of both are in both.
    func isLike(_ other: Result) -> Bool {
      let (mine, yours) = (Set(key.split(separator: " ")), Set(other.key.split(separator: " ")))
      return 2 * mine.intersection(yours).count >= max(1, mine.union(yours).count)
    }
  }

  let results: [Result]
  let expectations: [BehaviourValue: String]

  public init(results: [WorkResult], indicators: [Indicator], expectations: [BehaviourExpectation]) {
    self.results = results.byNumber.map { result in
      let targets = indicators.filter { $0.result == result.id }.map { indicator in
        [indicator.text, indicator.target, indicator.unit].compactMap(\.self).joined(separator: " ")
      }
      return Result(
        id: result.id.raw, text: result.text ?? "?", key: result.key, targets: targets.sorted().joined(separator: "; "))
    }
    let pairs = expectations.compactMap { expected in expected.value.map { ($0, expected.text ?? "") } }
    self.expectations = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// As it stands now.
  public init(_ plan: ID<PerformancePlan>, in book: Book) {
    let results = book.workResults.storedOwned(by: plan.raw)
    self.init(
      results: results, indicators: results.flatMap { book.indicators.storedOwned(by: $0.id.raw) },
      expectations: book.behaviourExpectations.storedOwned(by: plan.raw))
  }
}

extension Book {
  /// The plan that somebody's plan is to be compared with: the part of the year before it, else last year's.
  public func planBefore(_ plan: PerformancePlan) -> PerformancePlan? {
    guard let employee = plan.employee, let start = plan.start else { return nil }
    return performancePlans.storedOwned(by: employee.raw).last {
      $0.id != plan.id && ($0.start.map { $0 < start } ?? false)
    }
  }
}

extension WorkResult {
  fileprivate var key: String { (text ?? "").lowercased().split(separator: " ").joined(separator: " ") }
}

extension [WorkResult] {
  var byNumber: [WorkResult] { sorted { ($0.number ?? 0, $0.id.raw) < ($1.number ?? 0, $1.id.raw) } }
}
