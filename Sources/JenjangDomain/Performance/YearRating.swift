/// What the released evaluations say about whole years: what rules ask for, and what decisions rest on.
///
/// Only what the person has been told counts. A year divided by a move has a yearly result for each part; the last one
/// is the year's, for its assessor saw the others.
extension Book {
  /// The evaluation whose predicate is that of a year; nil while none is released.
  public func yearEvaluation(of employee: ID<Employee>, _ year: Int) -> Evaluation? {
    evaluations.owned(by: employee.raw).last { evaluation in
      guard evaluation.end?.year == year, evaluation.predicate != nil, evaluation.state?.isReleased ?? false,
        let period = evaluation.period
      else { return false }
      return evaluationPeriods[period]?.isAnnual ?? false
    }
  }

  /// The newest yearly evaluation that is released; nil while there is none.
  public func lastYearEvaluation(of employee: ID<Employee>) -> Evaluation? {
    evaluations.owned(by: employee.raw).last { evaluation in
      guard evaluation.predicate != nil, evaluation.state?.isReleased ?? false, let period = evaluation.period else {
        return false
      }
      return evaluationPeriods[period]?.isAnnual ?? false
    }
  }

  /// The rating of a year; nil while none is released.
  public func yearRating(of employee: ID<Employee>, _ year: Int) -> PerformancePredicate? {
    yearEvaluation(of: employee, year)?.predicate
  }
}

extension PersonFacts {
  /// The rating of so many calendar years before the day.
  func rating(yearsBack years: Int) -> PerformancePredicate? {
    book.yearRating(of: state.employee.id, day.year - years)
  }

  var ratingOfLastYear: PerformancePredicate? { rating(yearsBack: 1) }
  var ratingOfYearBefore: PerformancePredicate? { rating(yearsBack: 2) }
}
