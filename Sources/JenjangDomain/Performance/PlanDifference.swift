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

  public init(from old: ID<PerformancePlan>, to new: ID<PerformancePlan>, in book: Book) {
    let before = book.workResults.storedOwned(by: old.raw).byNumber
    let after = book.workResults.storedOwned(by: new.raw).byNumber
    for result in after {
      guard let same = before.first(where: { $0.key == result.key }) else {
        lines.append(.added(result.text ?? "?"))
        continue
      }
      let (was, now) = (book.targets(of: same.id), book.targets(of: result.id))
      if was == now { unchanged += 1 } else { lines.append(.target(result.text ?? "?", old: was, new: now)) }
    }
    for result in before where !after.contains(where: { $0.key == result.key }) {
      lines.append(.removed(result.text ?? "?"))
    }
    let was = book.behaviourExpectations.storedOwned(by: old.raw)
    let now = book.behaviourExpectations.storedOwned(by: new.raw)
    for value in BehaviourValue.allCases {
      let (old, new) = (was.first { $0.value == value }?.text, now.first { $0.value == value }?.text)
      if old != new { lines.append(.expectation(value, old: old, new: new)) }
    }
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

  fileprivate func targets(of result: ID<WorkResult>) -> String {
    indicators.storedOwned(by: result.raw).map { indicator in
      [indicator.text, indicator.target, indicator.unit].compactMap(\.self).joined(separator: " ")
    }.sorted().joined(separator: "; ")
  }
}

extension WorkResult {
  /// The words without regard to case and blanks.
  fileprivate var key: String { (text ?? "").lowercased().split(separator: " ").joined(separator: " ") }
}

extension [WorkResult] {
  var byNumber: [WorkResult] { sorted { ($0.number ?? 0, $0.id.raw) < ($1.number ?? 0, $1.id.raw) } }
}
