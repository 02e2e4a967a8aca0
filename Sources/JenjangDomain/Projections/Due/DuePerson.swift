/// One person as the radar reads them.
struct DuePerson {
  let facts: DueFacts
  let row: Row
  /// The legal status today; nil before the appointment.
  let status: LegalStatus?
  let isContract: Bool

  /// Nil for somebody who has left for good or is not appointed yet: nothing falls due.
  init?(_ row: Row, in facts: DueFacts) {
    guard facts.employees.isLive(row) else { return nil }
    self.facts = facts
    self.row = row
    if let hired = facts.hired[row], facts.day < hired { return nil }
    let isChanged = facts.statusSince[row].map { $0 <= facts.day } ?? true
    status = isChanged ? facts.status[row] : .active
    if status?.isFinal ?? false { return nil }
    isContract = facts.kind[row]?.isContract ?? false
  }

  var isServing: Bool { status?.isServing ?? true }
  var day: Day { facts.day }

  /// The kind of the position held today.
  var positionKind: PositionKind? { holdsPosition ? facts.positionKind[row] : nil }

  private var holdsPosition: Bool { facts.positionEnd[row].map { facts.day <= $0 } ?? true }

  var positionSince: Day? { holdsPosition ? facts.positionSince[row] : nil }

  /// The first day of retirement.
  var retirement: Day? {
    guard let birth = facts.birth[row], let kind = positionKind else { return nil }
    return facts.retirementAge(kind, post: facts.post[row]).map { RetirementRule.day(born: birth, age: $0) }
  }

  /// The earliest day of the next promotion in rank by the rule for the position held.
  var rankPromotion: Day? {
    guard !isContract, isServing, let grade = facts.grade[row], let since = facts.gradeSince[row] else { return nil }
    let position = positionKind
    if position?.isManagerial ?? false { return structuralPromotion(grade, since) }
    if let position, position.isFunctional {
      return FunctionalRankPromotion.target(from: grade, at: position)
        .flatMap { _ in promotion(since, years: facts.numbers.functionalYears) }
    }
    guard let next = grade.next, facts.education[row].map({ next <= $0.ceiling }) ?? true else { return nil }
    guard position == .operational || status == .studying else { return nil }
    return promotion(since, years: facts.numbers.yearsInRank)
  }

  private func promotion(_ since: Day, years: Int?) -> Day? {
    guard let years else { return nil }
    let reached = since.adding(years: years)
    if reached <= day.firstOfMonth { return facts.numbers.nextPromotion }
    return reached > facts.horizon ? nil : PromotionPeriods.first(onOrAfter: reached, by: facts.law)
  }

  private func structuralPromotion(_ grade: Grade, _ since: Day) -> Day? {
    var input = StructuralRankPromotion.Input()
    input.positionKind = positionKind
    input.echelon = facts.positions.echelon(of: row, on: day)
    input.positionSince = positionSince
    input.grade = grade
    input.gradeSince = since
    input.legalStatus = status
    input.day = day
    let outcome = try? StructuralRankPromotion.judge(input, by: facts.law).output
    return outcome?.target == nil ? nil : outcome?.earliest
  }

  /// The next salary step, with the rank from which its service is counted.
  var salaryStep: (day: Day, source: Row)? {
    guard isServing, let grade = facts.grade[row], let steps = facts.numbers.steps?[grade],
      let since = facts.gradeSince[row], let service = facts.ranks.service(of: row, on: day),
      let next = SalaryStep.upcoming(steps, since: since, served: service.months, on: day).first
    else { return nil }
    return (SalaryStep.day(of: next, since: since, served: service.months), service.row)
  }

  /// The days on which the classes of the long-service medal are reached that are not held: the highest one that was
  /// reached already, and the next.
  var medals: [Day] {
    guard !isContract, isServing, let since = facts.hired[row] else { return [] }
    let lastBreak = facts.numbers.medalRestarts ? lastPunishment : nil
    let start = ServiceMedal.start(since: since, lastBreak: lastBreak, restarts: facts.numbers.medalRestarts)
    let days = facts.numbers.medalYears.map { start.adding(years: $0) }
    let held = facts.awards.highestMedal(of: row)
    let reached = days.lastIndex { $0 <= day }.flatMap { $0 > held ? days[$0] : nil }
    let next = days.indices.first { days[$0] > day && $0 > held }.map { days[$0] }
    return [reached, next].compactMap(\.self)
  }

  private var lastPunishment: Day? {
    facts.punishments(of: row).filter { $0.discipline.kind?.level != .light }
      .compactMap { $0.discipline.lastDay ?? $0.discipline.effectiveDate }.filter { $0 <= day }.max()
  }

  /// The day after which the time in post is longer than the law allows.
  var rotation: Day? {
    guard !isContract, isServing, let years = facts.numbers.maximumInPost else { return nil }
    return positionSince?.adding(years: years)
  }

  /// The end of the year, while the hours are behind those of the months that have passed.
  var hoursAtRisk: Day? {
    guard !isContract, isServing, let target = facts.numbers.learningTarget else { return nil }
    let first = day.firstOfMonth.adding(months: 1 - day.month)
    let last = first.adding(years: 1).adding(days: -1)
    let due = target * (day.month - 1)
    guard due > 0 else { return nil }
    let rows = facts.trainings.rows(of: row)
    let trained = facts.trainings.hours(rows, in: first...last, caps: facts.numbers.learningCaps)
    let hours = trained + facts.sessions.hours(of: row, in: first...last)
    return hours * 12 < due ? last : nil
  }
}
