/// Ratings as assessors give them: most as expected, some above, few below; the predicate is the rule's.
struct DemoRatings {
  private struct Case: Hashable {
    let work: ExpectationRating?
    let behaviour: ExpectationRating?
    let organisation: OrganisationPredicate?
    let year: Int
  }

  private struct Verdict {
    let work: ExpectationRating?
    let predicate: PerformancePredicate?
    let policy: String
  }

  /// What the rule said of each case that came up.
  private var verdicts: [Case: Verdict] = [:]

  /// Rates every result and value, and both as a whole.
  mutating func rate(
    _ evaluation: inout Evaluation, results: Int, organisation: OrganisationPredicate?,
    _ random: inout SeededRandom
  ) {
    let work = DemoRatings.whole(&random, above: 24, below: 5)
    let behaviour = DemoRatings.whole(&random, above: 22, below: 1)
    var ratings = ResultRatings()
    for number in 1...max(1, results) { ratings[number] = DemoRatings.item(of: work, number - 1, &random) }
    evaluation.results = ratings
    for (place, value) in BehaviourValue.allCases.enumerated() {
      evaluation[value] = DemoRatings.item(of: behaviour, place, &random)
    }
    (evaluation.work, evaluation.behaviour) = (work, behaviour)
    judge(&evaluation, organisation)
    comment(&evaluation, &random)
  }

  /// What the superior puts in the place of a rating of work, for some.
  mutating func calibrate(
    _ evaluation: inout Evaluation, on day: Day, organisation: OrganisationPredicate?, _ random: inout SeededRandom
  ) {
    guard organisation == nil, let superior = evaluation.superior, random.chance(4),
      let work = evaluation.work, work != .below
    else { return }
    evaluation.calibratedWork = work == .above ? .asExpected : .above
    evaluation.calibratedBy = superior
    evaluation.calibratedOn = day
    evaluation.calibrationReason = random.pick(work == .above ? DemoAppraisal.lowered : DemoAppraisal.raised)
    judge(&evaluation, organisation)
  }

  /// A ruling that changes the rating of work, or of behaviour where work cannot rise.
  mutating func rule(_ evaluation: inout Evaluation) {
    switch evaluation.finalWork {
    case .below?: evaluation.ruledWork = .asExpected
    case .asExpected?: evaluation.ruledWork = .above
    default: evaluation.ruledBehaviour = evaluation.finalBehaviour == .below ? .asExpected : .above
    }
    judge(&evaluation, nil)
  }

  private mutating func judge(_ evaluation: inout Evaluation, _ organisation: OrganisationPredicate?) {
    guard let end = evaluation.end else { return }
    let it = Case(
      work: evaluation.finalWork, behaviour: evaluation.finalBehaviour, organisation: organisation, year: end.year)
    let verdict = verdicts[it] ?? DemoRatings.verdict(it, on: end)
    verdicts[it] = verdict
    if organisation != nil { evaluation.work = verdict.work }
    evaluation.predicate = verdict.predicate
    evaluation.policy = verdict.policy
  }

  private static func verdict(_ it: Case, on day: Day) -> Verdict {
    var input = PredicateMatrix.Input()
    input.workResult = it.work
    input.behaviour = it.behaviour
    input.organisation = it.organisation
    input.day = day
    do throws(NoParameter) {
      let judgement = try PredicateMatrix.judge(input, by: .national)
      return Verdict(
        work: judgement.output.workResult, predicate: judgement.output.predicate, policy: judgement.findings.policy)
    } catch {
      return Verdict(work: it.work, predicate: nil, policy: "")
    }
  }

  private static func whole(_ random: inout SeededRandom, above: Int, below: Int) -> ExpectationRating {
    switch random.below(100) {
    case 0..<below: .below
    case below..<(below + above): .above
    default: .asExpected
    }
  }

  /// One of the items below a whole: the first is rated as the whole, the others mostly.
  private static func item(
    of whole: ExpectationRating, _ place: Int, _ random: inout SeededRandom
  ) -> ExpectationRating {
    place == 0 || random.chance(70) ? whole : .asExpected
  }

  private func comment(_ evaluation: inout Evaluation, _ random: inout SeededRandom) {
    if evaluation.behaviour == .below {
      evaluation.note = random.pick(DemoAppraisal.misconduct)
    } else if evaluation.work == .below {
      evaluation.note = random.pick(DemoAppraisal.weak)
    } else if random.chance(25) {
      evaluation.note = random.pick(DemoAppraisal.notes)
    }
    let (recommendation, words): (Recommendation?, String?) =
      switch evaluation.predicate {
      case .veryGood?: (random.chance(60) ? .reward : .promote, nil)
      case .good?: random.chance(15) ? (.develop, random.pick(DemoAppraisal.development)) : (nil, nil)
      case .needsImprovement?, .poor?, .veryPoor?: (.coach, random.pick(DemoAppraisal.coaching))
      case nil: (nil, nil)
      }
    (evaluation.recommendation, evaluation.recommendationNote) = (recommendation, words)
  }
}
