import JSONText

/// What decides ratings in one period besides the assessor: the law, and what the organisations achieved.
///
/// Made once for a period and used for many people; it holds until the book's revision moves.
public struct RatingBasis {
  public let period: ID<EvaluationPeriod>
  public let law: Law
  private let achievements: [ID<Unit>: OrganisationPredicate]
  /// The units by the post that heads them.
  private let headed: [ID<Post>: [ID<Unit>]]

  /// With `decided` the achievements of these units are as they are about to be saved; nil takes one away.
  public init(
    _ book: Book, period: EvaluationPeriod, decided: [ID<Unit>: OrganisationPredicate?] = [:]
  ) {
    self.period = period.id
    law = book.law
    var achievements = RatingBasis.achievements(book, PeriodCalendar(period, in: book).rows)
    for (unit, predicate) in decided { achievements[unit] = predicate }
    self.achievements = achievements
    var headed: [ID<Post>: [ID<Unit>]] = [:]
    let (units, posts) = (book.units.table, book.posts.table)
    if let heads = units.references("head") {
      for unit in achievements.keys {
        guard let row = units.row(of: unit.raw), posts.hasRow(heads[row]) else { continue }
        headed[ID(posts.id(of: heads[row])), default: []].append(unit)
      }
    }
    self.headed = headed
  }

  /// The achievements of a period from their columns: a large agency has some thousand units.
  private static func achievements(_ book: Book, _ periods: Set<Row>) -> [ID<Unit>: OrganisationPredicate] {
    let (table, units) = (book.organisationAchievements.table, book.units.table)
    guard let unit = table.references("unit"), let period = table.references("period"),
      let predicate = table.places("predicate")
    else { return [:] }
    var found: [ID<Unit>: OrganisationPredicate] = [:]
    for row in 0..<table.rowCount where table.isLive(row) && periods.contains(period[row]) && units.hasRow(unit[row]) {
      found[ID(units.id(of: unit[row]))] = OrganisationPredicate.at(predicate[row])
    }
    return found
  }

  /// What a unit achieved; nil while that is not decided.
  public func achievement(of unit: ID<Unit>) -> OrganisationPredicate? { achievements[unit] }

  /// The unit whose head holds the post of a plan, with what it achieved; nil where that is nobody's or not decided.
  public func achievement(headedBy plan: PerformancePlan) -> (unit: ID<Unit>, predicate: OrganisationPredicate)? {
    guard let post = plan.post, let unit = headed[post]?.first, let predicate = achievements[unit] else { return nil }
    return (unit, predicate)
  }

  /// The predicate that follows from the ratings that count, with what the rule found.
  ///
  /// A ruling on an objection counts before what the organisation achieved: it is final.
  public func judge(_ evaluation: Evaluation, of plan: PerformancePlan) -> Judgement<PredicateMatrix.Output> {
    var input = PredicateMatrix.Input()
    input.workResult = evaluation.finalWork
    input.behaviour = evaluation.finalBehaviour
    input.organisation = evaluation.ruledWork == nil ? achievement(headedBy: plan)?.predicate : nil
    input.day = evaluation.end ?? plan.end
    do throws(NoParameter) {
      return try PredicateMatrix.judge(input, by: law)
    } catch {
      return Judgement(PredicateMatrix.Output(), [error.finding])
    }
  }

  /// The evaluation with the predicate that its ratings give, and by which parameters.
  ///
  /// Asked where ratings change and nowhere else: what was decided under earlier parameters stays as it was decided.
  public func judged(_ evaluation: Evaluation, of plan: PerformancePlan) -> Evaluation {
    var evaluation = evaluation
    let judgement = judge(evaluation, of: plan)
    if evaluation.ruledWork == nil, achievement(headedBy: plan) != nil {
      evaluation.work = judgement.output.workResult
      evaluation.calibratedWork = nil
    }
    evaluation.predicate = judgement.output.predicate
    evaluation.policy = evaluation.predicate == nil ? nil : judgement.findings.policy
    return evaluation
  }
}

extension Evaluation {
  /// The same evaluation with the predicate that follows from its ratings, its calibration and a ruling on it.
  public func judged(in book: Book) -> Evaluation {
    guard let plan = plan.flatMap({ book.performancePlans[$0] }),
      let period = period.flatMap({ book.evaluationPeriods[$0] })
    else { return self }
    return RatingBasis(book, period: period).judged(self, of: plan)
  }
}
