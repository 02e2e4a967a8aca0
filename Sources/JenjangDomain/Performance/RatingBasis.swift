/// What decides ratings in one period besides the assessor: the law, and what the organisations achieved.
///
/// Made once for a period and used for many people; it holds until the book's revision moves.
public struct RatingBasis {
  public let period: ID<EvaluationPeriod>
  public let law: Law
  private let achievements: [ID<Unit>: OrganisationPredicate]
  /// The units by the post that heads them.
  private let headed: [ID<Post>: [ID<Unit>]]

  public init(_ book: Book, period: EvaluationPeriod) {
    self.period = period.id
    law = book.law
    let same = Set(book.same(as: period).map(\.id))
    var achievements: [ID<Unit>: OrganisationPredicate] = [:]
    for record in book.organisationAchievements.all where record.period.map(same.contains) ?? false {
      if let unit = record.unit { achievements[unit] = record.predicate }
    }
    self.achievements = achievements
    var headed: [ID<Post>: [ID<Unit>]] = [:]
    let table = book.units.table
    for unit in achievements.keys {
      guard let row = table.row(of: unit.raw),
        let head = table.storedValue("head", at: row)?.text.flatMap(RecordID.init)
      else { continue }
      headed[ID(head), default: []].append(unit)
    }
    self.headed = headed
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

extension Sequence<Finding> {
  /// The parameter versions that decided, as one text to be kept with the result.
  public var policy: String {
    var uses: [String] = []
    for use in compactMap(\.parameter) where !uses.contains(use.text) { uses.append(use.text) }
    return uses.joined(separator: ", ")
  }
}

extension ParameterUse {
  /// `performance.matrix`, behind it since when it holds and the record of an agency's own value.
  public var text: String {
    var text = key
    if let from { text += " @" + from.iso }
    if case .agency(let record) = scope { text += " #" + record.text }
    return text
  }
}
