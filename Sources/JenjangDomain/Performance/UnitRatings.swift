/// How the predicates of a unit are spread, beside the pattern that the organisation's achievement suggests.
///
/// Guidance to be justified, never a limit. Source: SE MenPANRB 3/2023; domain reference 3.4.
public struct UnitRatings: Sendable {
  public private(set) var counts: [PerformancePredicate: Int] = [:]
  public let achievement: OrganisationPredicate?
  /// Nil while the achievement is not decided.
  public private(set) var judgement: Judgement<RatingDistribution.Output>?

  public var people: Int { counts.values.reduce(0, +) }

  public init(
    _ predicates: some Sequence<PerformancePredicate>, achievement: OrganisationPredicate?, on day: Day, by law: Law
  ) {
    self.achievement = achievement
    for predicate in predicates { counts[predicate, default: 0] += 1 }
    guard achievement != nil else { return }
    var input = RatingDistribution.Input()
    input.organisation = achievement
    (input.veryGood, input.good) = (counts[.veryGood], counts[.good])
    (input.needsImprovement, input.poor, input.veryPoor) = (counts[.needsImprovement], counts[.poor], counts[.veryPoor])
    input.day = day
    do throws(NoParameter) {
      judgement = try RatingDistribution.judge(input, by: law)
    } catch {
      judgement = Judgement(RatingDistribution.Output(), [error.finding])
    }
  }

  public subscript(predicate: PerformancePredicate) -> Int { counts[predicate] ?? 0 }

  /// What does not follow the pattern, or cannot be judged: what the unit is to justify.
  public var remarks: [Finding] { judgement?.findings.filter { $0.status != .met } ?? [] }
}

extension RatingBasis {
  /// What a unit achieved, or the nearest unit above it for which that is decided.
  public func nearestAchievement(of unit: ID<Unit>?, in book: Book) -> OrganisationPredicate? {
    var next = unit
    for _ in 0..<32 {
      guard let unit = next else { return nil }
      if let found = achievement(of: unit) { return found }
      next = book.units[unit]?.parent
    }
    return nil
  }
}
