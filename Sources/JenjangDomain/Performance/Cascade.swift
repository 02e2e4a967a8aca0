/// How a superior's results are carried by those below: who serves each, what nobody serves, and what serves nothing.
public struct Cascade: Sendable {
  public struct Share: Sendable, Hashable {
    public let plan: ID<PerformancePlan>
    public let employee: ID<Employee>
    public let result: WorkResult.Summary
  }

  public struct Line: Sendable, Hashable {
    public let result: WorkResult.Summary
    public let shares: [Share]
  }

  public private(set) var lines: [Line] = []
  /// Results of people below that serve none of these.
  public private(set) var loose: [Share] = []
  /// People below who have no results yet.
  public private(set) var empty: [ID<Employee>] = []

  public init(of plan: PerformancePlan, in book: Book) {
    let own = book.results(of: plan.id)
    let known = Set(own.map(\.id))
    var shares: [ID<WorkResult>: [Share]] = [:]
    for below in book.plansBelow(plan) {
      guard let employee = below.employee else { continue }
      let results = book.results(of: below.id)
      if results.isEmpty { empty.append(employee) }
      for result in results {
        let share = Share(plan: below.id, employee: employee, result: result.summary)
        if let serves = result.serves, known.contains(serves) {
          shares[serves, default: []].append(share)
        } else {
          loose.append(share)
        }
      }
    }
    lines = own.map { Line(result: $0.summary, shares: shares[$0.id] ?? []) }
  }
}

extension WorkResult {
  /// What a list shows of a result.
  public struct Summary: Sendable, Hashable {
    public let id: ID<WorkResult>
    public let number: Int
    public let text: String
  }

  public var summary: Summary { Summary(id: id, number: number ?? 0, text: text ?? "") }
}

extension Book {
  /// The plans of the same cycle and time whose assessor is the person of this one.
  public func plansBelow(_ plan: PerformancePlan) -> [PerformancePlan] {
    guard let employee = plan.employee, let start = plan.start, let end = plan.end else { return [] }
    return performancePlans.rows(where: "assessor", is: employee.raw.text).compactMap { performancePlans[$0] }
      .filter { $0.cycle == plan.cycle && $0.overlaps(start, end) }
  }

  /// The results of the assessor that somebody's results can serve, whoever looks: whom one serves one may know.
  public func resultsAbove(_ plan: PerformancePlan) -> [WorkResult.Summary] {
    guard let assessor = plan.assessor, let start = plan.start, let end = plan.end else { return [] }
    return performancePlans.storedOwned(by: assessor.raw).filter { $0.cycle == plan.cycle && $0.overlaps(start, end) }
      .flatMap { workResults.storedOwned(by: $0.id.raw).byNumber }.map(\.summary)
  }
}
