/// The evaluations of heads of units that follow from what their units achieved.
public enum HeadRatings {
  /// The changes of the evaluations of a period that are not released, when units are given another achievement.
  public static func operations(
    _ period: EvaluationPeriod, _ achievements: [ID<Unit>: OrganisationPredicate?], in book: Book, on day: Day
  ) -> [Operation] {
    let basis = RatingBasis(book, period: period, decided: achievements)
    let posts = Set(achievements.keys.compactMap { book.units[$0]?.head })
    return PeriodBoard(period, in: book, on: day).lines.compactMap { line -> Operation? in
      guard let row = line.evaluation, line.status == .draft || line.status == .submitted,
        let plan = book.performancePlans[line.plan], plan.post.map(posts.contains) ?? false,
        let evaluation = book.evaluations[row]
      else { return nil }
      return book.evaluations.saving(basis.judged(evaluation, of: plan))
    }
  }
}
