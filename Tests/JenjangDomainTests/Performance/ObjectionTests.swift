import JSONText
import JenjangDomain
import Testing

/// An objection to an evaluation, from its grounds to its ruling.
@Suite struct `Objection to a result` {
  private func filed(
    _ year: PerformanceYear, on day: String = "2026-01-25", _ change: (inout Objection) -> Void = { _ in }
  ) -> Objection {
    let evaluation = year.book.evaluations[identity(2_025_000)] ?? year.evaluate(work: .below, behaviour: .asExpected)
    var objection = Objection.to(evaluation, id: identity(1), on: theDay(day), isOwn: false, in: year.book)
    objection.grounds = "Dua hasil kerja tidak dihitung"
    change(&objection)
    year.apply([year.book.saving(objection)].compactMap(\.self))
    return objection
  }

  @Test func `the time runs from the receipt, else from the release`() {
    let year = PerformanceYear()
    var evaluation = year.evaluate()
    #expect(ObjectionClock(of: evaluation, in: year.book)?.deadline == theDay("2026-01-29"))
    evaluation.acknowledgedOn = theDay("2026-01-20")
    #expect(ObjectionClock(of: evaluation, in: year.book)?.deadline == theDay("2026-02-03"))
    evaluation.releasedOn = nil
    evaluation.acknowledgedOn = nil
    #expect(ObjectionClock(of: evaluation, in: year.book) == nil)
  }

  @Test func `an agency's own number of days moves the deadline`() {
    let year = PerformanceYear()
    year.book.add(
      make(50) { (local: inout LocalParameter) in
        local.key = "performance.objectionDays"
        local.value = "21"
        local.legalBasis = "Perbup 1/2025"
        local.effectiveFrom = theDay("2025-01-01")
        local.proposedBy = "Ratna"
        local.approvedBy = "Kepala"
      })
    #expect(ObjectionClock(of: year.evaluate(), in: year.book)?.deadline == theDay("2026-02-05"))
  }

  @Test func `a late one is warned and waits for HR's reason before it is heard`() {
    let year = PerformanceYear()
    var objection = filed(year, on: "2026-01-30")
    let problems = objection.problems(in: year.book)
    #expect(problems.map(\.field) == ["filedOn"] && problems.map(\.severity) == [.warning])
    #expect(objection.refusalToHear(nil, in: year.book) != nil)
    objection.state = .heard
    #expect(year.book.errors(in: objection).map(\.field) == ["lateReason"])
    objection.lateReason = "Sakit, surat dokter"
    #expect(year.book.errors(in: objection).isEmpty)
    #expect(objection.refusalToHear(nil, in: year.book) == nil)
  }

  @Test func `one objection a result, to what was released, before the official that is named`() {
    let year = PerformanceYear()
    _ = filed(year)
    var second: Objection = Objection.to(
      year.evaluate(work: .below), id: identity(2), on: theDay("2026-01-26"), isOwn: false, in: year.book)
    second.grounds = "Lagi"
    #expect(year.book.errors(in: second).map(\.field) == ["evaluation"])
    let other = PerformanceYear()
    var early = Objection.to(
      other.evaluate(state: .submitted), id: identity(3), on: theDay("2026-01-26"), isOwn: false, in: other.book)
    early.grounds = "Belum"
    #expect(other.book.errors(in: early).map(\.field) == ["evaluation"])
    let third = filed(other) { $0.hearer = identity(1) }
    #expect(other.book.errors(in: third).contains { $0.field == "hearer" })
  }

  @Test func `the person files and withdraws, the assessor answers, the superior or who acts for him rules`() {
    let year = PerformanceYear()
    let objection = filed(year)
    let book = year.book
    let person = year.actor(1, .employee)
    let assessor = year.actor(2, .supervisor)
    let hearer = year.actor(3, .supervisor)
    let acting = year.actor(4, .supervisor, actingFor: 3)
    #expect(objection.refusalToWithdraw(person) == nil)
    #expect(objection.refusalToAnswer(person) != nil && objection.refusalToRule(person, in: book) != nil)
    #expect(objection.refusalToAnswer(assessor) == nil && objection.refusalToRule(assessor, in: book) != nil)
    #expect(objection.refusalToRule(hearer, in: book) == nil && objection.refusalToAnswer(hearer) != nil)
    #expect(objection.refusalToRule(acting, in: book) == nil)
    #expect(objection.ruler(acting) == identity(4))
    #expect(objection.ruler(nil) == identity(3))
  }

  @Test func `the store lets the person file and nothing more`() throws {
    let year = PerformanceYear()
    let evaluation = year.evaluate(work: .below)
    let person = year.actor(1, .employee)
    var objection = Objection.to(evaluation, id: identity(1), on: theDay("2026-01-25"), isOwn: true, in: year.book)
    objection.grounds = "Alasan"
    let mark = try #require(year.book.evaluations.updating(evaluation.id) { $0.state = .objected })
    #expect(person.refusal(of: [.creating(objection), mark], in: year.book) == nil)
    objection.ruling = .upheld
    #expect(person.refusal(of: [.creating(objection)], in: year.book) != nil)
    let own = try #require(year.book.evaluations.updating(evaluation.id) { $0.ruledWork = .above })
    #expect(person.refusal(of: [own], in: year.book) != nil)
    #expect(year.actor(2, .supervisor).refusal(of: [own], in: year.book) != nil)
    #expect(year.actor(3, .supervisor).refusal(of: [own], in: year.book) == nil)
  }

  @Test func `a ruling that upholds changes ratings, predicate and state in one go`() throws {
    let year = PerformanceYear()
    let objection = filed(year)
    let step = RulingStep(.upheld, work: .above, behaviour: .above, reason: "Bukti cukup")
    let before = try #require(year.book.evaluations[identity(2_025_000)])
    #expect(before.predicate == .needsImprovement)
    #expect(step.refusal(of: before, in: year.book) == nil)
    year.apply([step.operation(on: objection, in: year.book)].compactMap(\.self))
    let after = try #require(year.book.evaluations[identity(2_025_000)])
    #expect(after.predicate == .veryGood && after.state == .final)
    #expect(after.work == .below && after.ruledWork == .above)
    #expect(after.policy == "performance.matrix")
    let ruled = step.outcome(of: objection, by: nil, on: year.book.day)
    #expect(ruled.state == .ruled && ruled.ruledBy == identity(3))
    #expect(year.book.errors(in: ruled).isEmpty)
  }

  @Test func `a ruling needs a reason, and one that upholds new ratings`() throws {
    let year = PerformanceYear()
    _ = filed(year)
    let evaluation = try #require(year.book.evaluations[identity(2_025_000)])
    #expect(RulingStep(.rejected).refusal(of: evaluation, in: year.book) != nil)
    #expect(RulingStep(.rejected, reason: "Tidak terbukti").refusal(of: evaluation, in: year.book) == nil)
    #expect(RulingStep(.partly, work: .below, reason: "x").refusal(of: evaluation, in: year.book) != nil)
    let rejected = RulingStep(.rejected, work: .above, reason: "x").result(of: evaluation, in: year.book)
    #expect(rejected.predicate == evaluation.predicate && rejected.ruledWork == nil && rejected.state == .final)
  }

  @Test func `what used the old result is listed, put right, and then no longer listed`() throws {
    let year = PerformanceYear(level: .expert1, grade: .iiiA)
    let objection = filed(year)
    let evaluation = try #require(year.book.evaluations[identity(2_025_000)])
    year.convert(evaluation)
    year.book.add(
      make(1) { (programme: inout CoachingProgramme) in
        programme.employee = identity(1)
        programme.evaluation = evaluation.id
        programme.cause = .result
        programme.measure = .coaching
        programme.coach = identity(2)
        programme.start = theDay("2026-02-01")
        programme.targets = "Tiga laporan"
        programme.state = .running
      })
    let step = RulingStep(.upheld, work: .above, behaviour: .above, reason: "Terbukti")
    year.apply([step.operation(on: objection, in: year.book)].compactMap(\.self))
    let ruled = try #require(year.book.evaluations[evaluation.id])
    let affected = AffectedDecisions(of: ruled, in: year.book) { RecordID(high: 77, low: 1) }.all
    #expect(affected.compactMap { $0.record?.kind } == ["credit-decrees", "coaching-programmes"])
    #expect(affected.first?.change.english == "9.375 → 18.750")
    #expect(affected.contains { $0.record == nil && $0.title == PerformanceRankPromotion.title })
    year.apply(affected.flatMap(\.correction))
    #expect(year.ledger.decrees.map { $0.points?.text } == ["18.750"])
    #expect(year.book.coachingProgrammes[identity(1)]?.state == .stopped)
    let left = AffectedDecisions(of: ruled, in: year.book) { RecordID(high: 77, low: 2) }.all
    #expect(left.compactMap(\.record).isEmpty)
  }

  @Test func `a nomination that rests on a better result falls with it, a granted one is left to a person`() throws {
    let year = PerformanceYear()
    let evaluation = year.evaluate(work: .above, behaviour: .above)
    for (id, state) in [(1, NominationState.proposed), (2, .granted)] as [(UInt64, NominationState)] {
      year.book.add(
        make(id) { (nomination: inout RewardNomination) in
          nomination.employee = identity(1)
          nomination.kind = .certificate
          nomination.evaluation = evaluation.id
          nomination.state = state
        })
    }
    var lower = evaluation
    lower.ruledWork = .asExpected
    lower = lower.judged(in: year.book)
    year.apply([year.book.saving(lower)].compactMap(\.self))
    let affected = AffectedDecisions(of: lower, in: year.book) { RecordID(high: 77, low: 1) }.all
    #expect(affected.filter { $0.record?.kind == "reward-nominations" }.map { $0.correction.isEmpty } == [false, true])
  }
}
