/// Overall ratings that the single ratings suggest: help of this program, not a formula of law.
///
/// Above where the mean leans to above, below where it leans to below; results count by their local weights, and main
/// results twice as much as additional ones where there are none.
public struct SuggestedRatings: Sendable, Hashable {
  public let work: ExpectationRating?
  public let behaviour: ExpectationRating?

  public init(_ evaluation: Evaluation, results: [WorkResult]) {
    let isWeighted = results.contains { $0.weight != nil }
    work = SuggestedRatings.lean(
      results.map { result in
        let weight = isWeighted ? result.weight ?? 0 : result.kind == .additional ? 1 : 2
        return (result.number.flatMap { evaluation.results?[$0] }, weight)
      })
    behaviour = SuggestedRatings.lean(BehaviourValue.allCases.map { (evaluation[$0], 1) })
  }

  /// Nil while not all that counts is rated.
  private static func lean(_ ratings: [(rating: ExpectationRating?, weight: Int)]) -> ExpectationRating? {
    var (sum, total) = (0, 0)
    for (rating, weight) in ratings where weight > 0 {
      guard let rating else { return nil }
      sum += weight * rating.step
      total += weight
    }
    guard total > 0 else { return nil }
    return 2 * sum >= total ? .above : 2 * sum <= -total ? .below : .asExpected
  }
}

extension ExpectationRating {
  /// 1 above, 0 as expected, -1 below.
  var step: Int {
    switch self {
    case .above: 1
    case .asExpected: 0
    case .below: -1
    }
  }

  /// The key that rates with it: 1 below, 2 as expected, 3 above.
  public var digit: Int { step + 2 }

  public init?(digit: Int) {
    guard let rating = ExpectationRating.allCases.first(where: { $0.digit == digit }) else { return nil }
    self = rating
  }
}

extension PerformancePredicate {
  /// One to three letters, where a column is narrow.
  public var shortTitle: Text {
    switch self {
    case .veryGood: Text("SB", en: "VG")
    case .good: Text("B", en: "G")
    case .needsImprovement: Text("BP", en: "NI")
    case .poor: Text("K", en: "P")
    case .veryPoor: Text("SK", en: "VP")
    }
  }
}
