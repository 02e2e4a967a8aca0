/// A cycle of the made-up agency with its periods.
struct DemoYear {
  let cycle: ID<EvaluationCycle>
  let first: Day
  let last: Day
  /// The periods that have ended, the year itself behind the others.
  let ended: [EvaluationPeriod]
}

/// Two years of performance for made-up people: last year's is finished, in this one everything is under way.
///
/// All of it is invented. It comes after the people, so that they are the same with it and without.
struct DemoPerformance {
  private var holders: [DemoHolder] = []
  private var next = 0
  /// What comes next for a person: last year, this year's plan, this year's ratings.
  private var stage = 0
  /// Last year and this one.
  private var years: [DemoYear] = []
  private var isBegun = false
  /// The results of those who head a unit, year by year, for the results below to serve.
  private var results: [[ID<Employee>: [ID<WorkResult>]]] = [[:], [:]]
  private var ratings = DemoRatings()
  /// The plan of this year of the person in turn, when it can be rated.
  private var agreed: (plan: PerformancePlan, results: Int)?

  mutating func note(_ holder: DemoHolder) { holders.append(holder) }

  /// Puts out the next piece, of at most seventy operations; false when everything has been given out.
  mutating func put(into data: inout DemoData) -> Bool {
    guard isBegun else {
      begin(&data)
      return true
    }
    guard next < holders.count else { return false }
    let holder = holders[next]
    switch stage {
    case 0: review(holder, &data)
    case 1: plan(holder, &data)
    default: follow(holder, &data)
    }
    stage = (stage + 1) % 3
    if stage == 0 { next += 1 }
    return true
  }

  private mutating func begin(_ data: inout DemoData) {
    years = [data.today.year - 1, data.today.year].compactMap { open($0, &data) }
    isBegun = true
    if years.count == 2 { templates(&data) } else { holders = [] }
  }

  private func open(_ year: Int, _ data: inout DemoData) -> DemoYear? {
    guard let opening = CycleOpening(year: year, length: .quarterly) else { return nil }
    let isPast = year < data.today.year
    var cycle = opening.cycle(data.newID())
    cycle.state = isPast ? .closed : .running
    cycle.note = "Data contoh; semuanya rekaan."
    guard let first = cycle.start, let last = cycle.end else { return nil }
    let made = cycle
    data.add(cycle.id) { $0 = made }
    let periods = opening.periods(of: cycle, newID: { (data.newID() as ID<EvaluationPeriod>).raw })
    for period in periods { data.add(period.id) { $0 = period } }
    let today = data.today
    let ended = periods.filter { period in
      isPast ? period.isAnnual : !period.isAnnual && period.end.map { $0 < today } ?? false
    }
    return DemoYear(cycle: cycle.id, first: first, last: last, ended: ended)
  }

  private func templates(_ data: inout DemoData) {
    let kinds: [(PositionKind, String?)] = [
      (.seniorExecutive3, nil), (.administrator, nil), (.supervisor, nil), (.operational, nil),
      (.skilled2, "Perawat"), (.skilled3, "Bidan"), (.skilled4, "Perawat"), (.expert1, "Guru"), (.expert2, "Guru"),
      (.expert3, "Guru"),
    ]
    for (kind, family) in kinds {
      let template = data.add(PlanTemplate.self) {
        $0.name = kind.title.indonesian + " (contoh)"
        $0.positionKind = kind
      }
      for (place, result) in DemoResult.all(kind, family: family).prefix(3).enumerated() {
        data.add(TemplateResult.self) {
          $0.template = template
          $0.number = place + 1
          $0.kind = .main
          $0.text = result.text
          $0.aspect = result.aspect
          $0.indicator = result.indicator
          $0.target = String(result.target)
          $0.unit = result.unit
        }
      }
    }
  }

  /// This year's plan, in whatever state.
  private mutating func plan(_ holder: DemoHolder, _ data: inout DemoData) {
    agreed = nil
    let (today, year) = (data.today, years[1])
    guard data.random.chance(97) else { return }
    let moved = year.first < holder.start ? holder.before(year.first) : nil
    let start = moved == nil ? max(year.first, holder.start) : year.first
    let state = Self.state(&data.random)
    let signed = min(today, start.adding(days: data.random.pick(6...28)))
    var plan = PerformancePlan(id: data.newID())
    plan.employee = holder.employee
    plan.cycle = year.cycle
    (plan.start, plan.end) = (start, year.last)
    plan.title = moved?.title ?? holder.post.title
    plan.positionKind = moved?.kind ?? holder.post.kind
    plan.post = moved == nil ? holder.seat.id : nil
    plan.unit = moved == nil ? holder.seat.unit : holder.elsewhere
    plan.grade = holder.grade(on: start)
    (plan.assessor, plan.superior) = (holder.assessor, holder.superior)
    plan.state = state
    plan.submittedOn = state == .draft ? nil : signed
    plan.returnReason = state == .returned ? .unmeasurable : nil
    plan.returnNote = state == .returned ? "Perjelas indikator dan satuannya." : nil
    if state == .agreed { agree(&plan, on: min(today, signed.adding(days: 3))) }
    let made = put(plan, of: holder, in: 1, &data)
    guard state == .agreed, start <= today else { return }
    agreed = (plan, made.count)
    realise(made, holder, plan.id, from: start, &data)
  }

  private func agree(_ plan: inout PerformancePlan, on day: Day) {
    plan.state = .agreed
    plan.agreedOn = day
    plan.agreedBy = plan.assessor
  }

  /// Puts out a plan with its results.
  private mutating func put(
    _ plan: PerformancePlan, of holder: DemoHolder, in year: Int, _ data: inout DemoData
  ) -> [Made] {
    var plan = plan
    plan.model = holder.post.kind.isManagerial || holder.seat.isHead ? .quantitative : .qualitative
    plan.resources = "Peralatan kerja, data, dan dukungan tim."
    plan.accountability = "Laporan setiap triwulan kepada penilai."
    let whole = plan
    data.add(plan.id) { $0 = whole }
    let made = add(holder, to: plan.id, above: plan.assessor.flatMap { results[year][$0] } ?? [], &data)
    if holder.seat.isHead { results[year][holder.employee] = made.map(\.result) }
    return made
  }

  private static func state(_ random: inout SeededRandom) -> PlanState {
    switch random.below(100) {
    case 0..<74: .agreed
    case 74..<86: .submitted
    case 86..<91: .returned
    default: .draft
    }
  }

  private struct Made {
    let result: ID<WorkResult>
    let indicator: ID<Indicator>
    let target: Int
  }

  private func add(
    _ holder: DemoHolder, to plan: ID<PerformancePlan>, above: [ID<WorkResult>], _ data: inout DemoData
  ) -> [Made] {
    let all = DemoResult.all(holder.post.kind, family: holder.post.family)
    let count = data.random.pick(3...5)
    let made = all.prefix(count).enumerated().map { place, result -> Made in
      let serves = above.isEmpty || data.random.chance(12) ? nil : above[min(place, above.count - 1)]
      let target = max(1, result.target * data.random.pick(90...104) / 100)
      let isPercent = result.unit == "persen"
      let id = data.add(WorkResult.self) {
        $0.plan = plan
        $0.number = place + 1
        $0.kind = place == 4 ? .additional : .main
        $0.text = result.text
        $0.serves = serves
      }
      let indicator = data.add(Indicator.self) {
        $0.result = id
        $0.aspect = result.aspect
        $0.text = result.indicator
        $0.target = String(isPercent ? min(100, target) : target)
        $0.unit = result.unit
      }
      return Made(result: id, indicator: indicator, target: isPercent ? min(100, target) : target)
    }
    if data.random.chance(30) {
      let (value, text) = (data.random.pick(BehaviourValue.allCases), data.random.pick(DemoResult.expectations))
      data.add(BehaviourExpectation.self) {
        $0.plan = plan
        $0.value = value
        $0.text = text
      }
    }
    return made
  }

  /// Some entries of progress for some of the results, and a word in either direction.
  private func realise(
    _ made: [Made], _ holder: DemoHolder, _ plan: ID<PerformancePlan>, from start: Day, _ data: inout DemoData
  ) {
    let days = Int(data.today.number - start.number)
    for target in made where data.random.chance(60) {
      for part in 1...data.random.pick(1...3) {
        let date = start.adding(days: days * part / 4)
        let (text, share) = (data.random.pick(DemoResult.notes), data.random.pick(15...32))
        data.add(ProgressEntry.self) {
          $0.result = target.result
          $0.indicator = target.indicator
          $0.date = date
          $0.text = text
          $0.amount = Decimal(units: Int64(target.target * share), scale: 2)
          $0.link = part == 1 ? "Arsip unit, map kinerja" : nil
        }
      }
    }
    guard data.random.chance(35) else { return }
    let isUp = data.random.chance(30)
    let text = data.random.pick(isUp ? DemoResult.replies : DemoResult.praise)
    let date = start.adding(days: data.random.below(days + 1))
    data.add(Feedback.self) {
      $0.plan = plan
      $0.date = date
      $0.direction = isUp ? .up : .down
      $0.author = isUp ? holder.employee : holder.assessor
      $0.text = text
    }
  }
}

extension DemoPerformance {
  /// Last year: a plan for each position held, rated, received, and what followed from it.
  private mutating func review(_ holder: DemoHolder, _ data: inout DemoData) {
    let year = years[0]
    let innovation = DemoFollowUp.innovation(of: holder, &data)
    guard let assessor = holder.isAssessorGone ? holder.superior : holder.assessor, let period = year.ended.first else {
      return
    }
    for part in holder.parts(from: year.first, to: year.last) where data.random.chance(98) {
      var plan = PerformancePlan(id: data.newID())
      plan.employee = holder.employee
      plan.cycle = year.cycle
      (plan.start, plan.end) = (part.start, part.end)
      plan.title = part.spell.title
      plan.positionKind = part.spell.kind
      plan.post = part.isPresent ? holder.seat.id : nil
      plan.unit = part.isPresent ? holder.seat.unit : holder.elsewhere
      plan.grade = holder.grade(on: part.start)
      plan.assessor = assessor
      plan.superior = holder.isAssessorGone ? nil : holder.superior
      plan.submittedOn = part.start.adding(days: data.random.pick(5...20))
      agree(&plan, on: part.start.adding(days: data.random.pick(21...27)))
      let made = put(plan, of: holder, in: 0, &data)
      report(made, on: part.end, &data)
      let rated = evaluate(plan, made.count, holder, in: period, &data)
      guard let rated, part.isPresent else { continue }
      DemoFollowUp.nomination(of: holder, for: rated, year.cycle, innovation: innovation, &data)
    }
  }

  /// What was realised of some results by the end of a part of a year.
  private func report(_ made: [Made], on day: Day, _ data: inout DemoData) {
    for target in made where data.random.chance(50) {
      let (text, share) = (data.random.pick(DemoResult.notes), data.random.pick(82...108))
      data.add(ProgressEntry.self) {
        $0.result = target.result
        $0.indicator = target.indicator
        $0.date = day.adding(days: -5)
        $0.text = text
        $0.amount = Decimal(units: Int64(target.target * share), scale: 2)
        $0.link = "Arsip unit, map kinerja"
      }
    }
  }

  /// The ratings of this year's periods that have ended.
  private mutating func follow(_ holder: DemoHolder, _ data: inout DemoData) {
    guard let (plan, results) = agreed, !holder.isAssessorGone else { return }
    for period in years[1].ended { _ = evaluate(plan, results, holder, in: period, &data) }
  }

  /// How far an assessor has come with a period: the last one that ended is still under way.
  private enum Pace {
    case none
    case draft
    case submitted
    case released
    case done
  }

  private func pace(of assessor: ID<Employee>, in period: EvaluationPeriod) -> Pace {
    var random = SeededRandom(seed: assessor.raw.low ^ period.id.raw.low)
    let lot = random.below(100)
    guard period.id == years[1].ended.last?.id else { return lot < 2 && !period.isAnnual ? .none : .done }
    return switch lot {
    case 0..<45: .done
    case 45..<62: .released
    case 62..<76: .submitted
    case 76..<84: .draft
    default: .none
    }
  }

  /// Rates a plan for a period as far as its assessor has come; nil while nothing was begun.
  private mutating func evaluate(
    _ plan: PerformancePlan, _ results: Int, _ holder: DemoHolder, in period: EvaluationPeriod, _ data: inout DemoData
  ) -> Evaluation? {
    guard let assessor = plan.assessor, let last = period.end, let start = plan.start, start <= last else { return nil }
    let pace = pace(of: assessor, in: period)
    guard pace != .none else { return nil }
    var evaluation = Evaluation(of: plan, in: period, PeriodDates(period))
    let achieved = achievement(of: holder, plan, in: period, &data)
    ratings.rate(&evaluation, results: results, organisation: achieved, &data.random)
    if pace == .draft {
      (evaluation.work, evaluation.behaviour, evaluation.predicate, evaluation.policy) = (nil, nil, nil, nil)
      (evaluation.recommendation, evaluation.recommendationNote) = (nil, nil)
    } else {
      advance(&evaluation, pace, last, achieved, &data)
      if pace == .done || pace == .released {
        DemoFollowUp.objection(to: &evaluation, isRecent: pace == .released, &ratings, &data)
      }
    }
    let made = evaluation
    data.add(evaluation.id) { $0 = made }
    if pace == .done { DemoFollowUp.coaching(after: evaluation, &data) }
    return evaluation
  }

  /// Submits, calibrates, releases and hands over.
  private mutating func advance(
    _ evaluation: inout Evaluation, _ pace: Pace, _ last: Day, _ achieved: OrganisationPredicate?,
    _ data: inout DemoData
  ) {
    let today = data.today
    let rated = min(today, last.adding(days: data.random.pick(4...16)))
    evaluation.state = .submitted
    evaluation.ratedOn = rated
    guard pace != .submitted else { return }
    ratings.calibrate(&evaluation, on: rated, organisation: achieved, &data.random)
    let released =
      pace == .released
      ? max(rated, today.adding(days: -data.random.pick(1...9)))
      : min(today, rated.adding(days: data.random.pick(2...8)))
    evaluation.state = .released
    evaluation.releasedOn = released
    guard pace == .done || data.random.chance(60) else { return }
    evaluation.state = .accepted
    evaluation.acknowledgedOn = min(today, released.adding(days: data.random.pick(0...6)))
    if data.random.chance(12) { evaluation.acknowledgement = data.random.pick(DemoAppraisal.replies) }
  }

  /// What the unit of a managerial head achieved in a period, decided as the head is rated.
  private func achievement(
    of holder: DemoHolder, _ plan: PerformancePlan, in period: EvaluationPeriod, _ data: inout DemoData
  ) -> OrganisationPredicate? {
    guard holder.seat.isHead, holder.post.kind.isManagerial, plan.post == holder.seat.id else { return nil }
    let lot = data.random.below(100)
    let predicate: OrganisationPredicate = lot < 18 ? .excellent : lot < 94 ? .good : .needsImprovement
    let decided = min(data.today, (period.end ?? data.today).adding(days: 5))
    data.add(OrganisationAchievement.self) {
      $0.unit = holder.seat.unit
      $0.period = period.id
      $0.predicate = predicate
      $0.basis = "Laporan kinerja \(period.name ?? "")"
      $0.decidedBy = "Bupati Contoh"
      $0.decidedOn = decided
    }
    return predicate
  }
}
