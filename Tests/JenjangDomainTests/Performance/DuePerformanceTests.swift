import JSONText
import JenjangDomain
import Testing

/// What the year of performance makes due in the radar.
@Suite struct `Due performance` {
  private func lines(_ kind: String, _ year: PerformanceYear) -> [String] {
    var radar = DueRadar()
    radar.update(year.book)
    return days(kind, radar, year)
  }

  private func days(_ kind: String, _ radar: DueRadar, _ year: PerformanceYear) -> [String] {
    var query = DueQuery()
    query.kinds = [kind]
    return radar.lines(query, in: year.book).map(\.day.iso)
  }

  @Test func `a plan that is not agreed after its day is due, an agreed one is not`() {
    let year = PerformanceYear()
    _ = year.period(0, "2026-01-01", "2026-12-31")
    let plan = year.plan(1, "2026-01-01", "2026-12-31", state: .submitted)
    #expect(lines("plan-due", year) == ["2026-01-31"])
    year.apply([year.book.performancePlans.updating(plan) { $0.state = .agreed }].compactMap(\.self))
    #expect(lines("plan-due", year).isEmpty)
  }

  @Test func `a period is late once its day has passed and until it is rated`() {
    let year = PerformanceYear()
    _ = year.period(1, "2026-01-01", "2026-03-31", due: "2026-04-15")
    _ = year.period(4, "2026-10-01", "2026-12-31", due: "2027-01-15")
    _ = year.plan(20_260, "2026-01-01", "2026-12-31")
    #expect(lines("evaluation-late", year) == ["2026-04-15"])
    year.evaluate(1, "2026-01-01", "2026-03-31", state: .draft)
    #expect(lines("evaluation-late", year) == ["2026-04-15"])
    year.apply(
      [year.book.evaluations.updating(identity(2_026_001)) { $0.state = .submitted }].compactMap(\.self))
    #expect(lines("evaluation-late", year).isEmpty)
  }

  @Test func `a plan that began later owes nothing for the periods before`() {
    let year = PerformanceYear()
    _ = year.period(1, "2026-01-01", "2026-03-31", due: "2026-04-15")
    _ = year.plan(1, "2026-05-01", "2026-12-31")
    #expect(lines("evaluation-late", year).isEmpty)
  }

  @Test func `a unit with days of its own is late by those`() {
    let year = PerformanceYear()
    year.book.add(
      make(1) { (unit: inout Unit) in
        unit.name = "Dinas"
        unit.kind = .bureau
      })
    _ = year.period(1, "2026-01-01", "2026-03-31", due: "2026-04-15")
    let plan = year.plan(1, "2026-01-01", "2026-12-31")
    year.apply([year.book.performancePlans.updating(plan) { $0.unit = identity(1) }].compactMap(\.self))
    year.book.add(
      make(99) { (period: inout EvaluationPeriod) in
        period.cycle = identity(2_026)
        period.number = 1
        period.name = "Triwulan 1"
        period.start = theDay("2026-01-01")
        period.end = theDay("2026-03-31")
        period.evaluationDue = theDay("2026-05-31")
        period.unit = identity(1)
        period.reason = "Banjir"
      })
    #expect(lines("evaluation-late", year) == ["2026-05-31"])
  }

  @Test func `a result that was not received is due with the time to object`() {
    let year = PerformanceYear()
    year.evaluate(released: "2026-11-20")
    #expect(lines("receipt-pending", year) == ["2026-12-04"])
    year.apply(
      [
        year.book.evaluations.updating(identity(2_025_000)) {
          $0.acknowledgedOn = theDay("2026-11-22")
          $0.state = .accepted
        }
      ].compactMap(\.self))
    #expect(lines("receipt-pending", year).isEmpty)
  }

  @Test func `objections, dialogues and programmes are due until they are done, and one change is one look`() throws {
    let year = PerformanceYear()
    let evaluation = year.evaluate(work: .below)
    let objection = Objection.to(evaluation, id: identity(1), on: theDay("2026-11-10"), isOwn: false, in: year.book)
    year.book.add(objection)
    var programme = CoachingProgramme(id: identity(1))
    programme.employee = identity(1)
    programme.state = .running
    (programme.start, programme.end) = (theDay("2026-11-01"), theDay("2027-04-30"))
    year.book.add(programme)
    var number: UInt64 = 0
    for dialogue in programme.plannedDialogues({
      number += 1
      return (identity(number) as ID<CoachingDialogue>).raw
    }) { year.book.add(dialogue) }
    var radar = DueRadar()
    radar.update(year.book)
    #expect(days("objection-ruling", radar, year) == ["2026-12-01"])
    #expect(days("coaching-dialogue", radar, year) == ["2026-11-30"])
    #expect(days("coaching-end", radar, year) == ["2027-04-30"])
    let looks = radar.lookedAt
    let held = try #require(year.book.coachingDialogues.updating(identity(1)) { $0.heldOn = theDay("2026-11-20") })
    year.apply([held])
    radar.update(year.book)
    #expect(days("coaching-dialogue", radar, year) == ["2026-12-31"])
    #expect(radar.lookedAt == looks + 1)
  }

  @Test func `each line says what stands behind it`() throws {
    let year = PerformanceYear()
    _ = year.period(1, "2026-01-01", "2026-03-31", due: "2026-04-15")
    _ = year.plan(1, "2026-01-01", "2026-12-31")
    var radar = DueRadar()
    radar.update(year.book)
    var query = DueQuery()
    query.kinds = ["evaluation-late"]
    let line = try #require(radar.lines(query, in: year.book).first)
    let finding = try #require(line.findings(in: year.book, by: year.book.law).first)
    #expect(finding.status == .notMet && finding.found?.english == "waiting for Rina")
  }
}
