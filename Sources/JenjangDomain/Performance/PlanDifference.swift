/// How a plan differs from another one: what came, what went, what is aimed at differently.
public struct PlanDifference: Sendable, Hashable {
  public enum Line: Sendable, Hashable {
    case added(String)
    case removed(String)
    /// The targets of a result that both have.
    case target(String, old: String, new: String)
    case expectation(BehaviourValue, old: String?, new: String?)
  }

  public private(set) var lines: [Line] = []
  /// Results that are the same in both, targets too.
  public private(set) var unchanged = 0

  public init(from old: PlanVersion, to new: PlanVersion) {
    for result in new.results {
      guard let same = old.results.first(where: { $0.key == result.key }) else {
        lines.append(.added(result.text))
        continue
      }
      if same.targets == result.targets {
        unchanged += 1
      } else {
        lines.append(.target(result.text, old: same.targets, new: result.targets))
      }
    }
    for result in old.results where !new.results.contains(where: { $0.key == result.key }) {
      lines.append(.removed(result.text))
    }
    for value in BehaviourValue.allCases where old.expectations[value] != new.expectations[value] {
      lines.append(.expectation(value, old: old.expectations[value], new: new.expectations[value]))
    }
  }
}

/// What a plan asks for at some time: its results with their targets, and what is expected of behaviour.
public struct PlanVersion: Sendable {
  struct Result: Sendable {
    let text: String
    /// The words without regard to case and blanks.
    let key: String
    let targets: String
  }

  let results: [Result]
  let expectations: [BehaviourValue: String]

  public init(results: [WorkResult], indicators: [Indicator], expectations: [BehaviourExpectation]) {
    self.results = results.byNumber.map { result in
      let targets = indicators.filter { $0.result == result.id }.map { indicator in
        [indicator.text, indicator.target, indicator.unit].compactMap(\.self).joined(separator: " ")
      }
      return Result(text: result.text ?? "?", key: result.key, targets: targets.sorted().joined(separator: "; "))
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
