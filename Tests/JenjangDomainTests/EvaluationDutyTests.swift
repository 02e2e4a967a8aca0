import JSONText
import JenjangDomain
import Testing

@Suite struct `Who owes which evaluation` {
  private func access(_ fixture: EvaluationFixture, _ person: ID<Employee>, acting: ID<Employee>? = nil) -> Access {
    Access(
      Actor(person: person.raw, role: .supervisor, units: [EvaluationFixture.unit(2).raw], actingFor: acting?.raw),
      in: fixture.book, on: fixture.book.day)
  }

  @Test func `a board has a line for each plan in the period, with how far it has come`() throws {
    let fixture = EvaluationFixture()
    fixture.book.add(fixture.rated(2, .above, .above))
    fixture.book.add(fixture.rated(3, .asExpected, .asExpected).after(.submit, on: theDay("2026-10-10")))
    var plan = fixture.plan(4)
    plan.state = .draft
    fixture.book.add(plan)
    let lines = fixture.board().lines
    #expect(lines.map(\.status) == [.missing, .draft, .submitted, .unplanned])
    #expect(lines.map(\.isLate) == [true, true, false, false])
    #expect(lines.map(\.isDue) == [true, true, false, false])
    #expect(lines[1].predicate == .veryGood)
  }

  @Test func `the assessor owes it, whoever acts for the assessor too, and nobody owes the own one`() {
    let fixture = EvaluationFixture()
    let acting = EvaluationFixture.person(4)
    let board = fixture.board()
    #expect(board.lines(of: .assessed(by: [EvaluationFixture.head.raw]), in: fixture.book).count == 3)
    let scope = EvaluationScope.rated(by: access(fixture, acting, acting: EvaluationFixture.head))
    #expect(scope.map { board.lines(of: $0, in: fixture.book).count } == 2)
    #expect(EvaluationScope.rated(by: nil) == nil)
  }

  @Test func `a unit has its own dates, which hold for all below it`() {
    let fixture = EvaluationFixture()
    fixture.book.add(
      make(150) { (record: inout EvaluationPeriod) in
        record.cycle = fixture.cycle
        record.number = 3
        record.name = "Triwulan 3"
        record.start = theDay("2026-07-01")
        record.end = theDay("2026-09-30")
        record.evaluationDue = theDay("2026-10-31")
        record.unit = EvaluationFixture.unit(1)
        record.reason = "Banjir"
      })
    #expect(fixture.board().lines.allSatisfy { !$0.isLate && $0.isDue })
    let calendar = PeriodCalendar(fixture.period, in: fixture.book)
    #expect(calendar.dates(of: EvaluationFixture.unit(3))?.evaluationDue == theDay("2026-10-31"))
    #expect(calendar.dates(of: nil)?.evaluationDue == theDay("2026-10-15"))
  }

  @Test func `a move in mid-period is rated up to its end`() {
    let fixture = EvaluationFixture()
    var plan = fixture.plan(2)
    plan.end = theDay("2026-08-14")
    fixture.book.add(plan)
    #expect(fixture.blank(2).end == theDay("2026-08-14"))
    plan.end = theDay("2026-05-31")
    fixture.book.add(plan)
    #expect(fixture.board().lines.count == 3)
  }

  @Test func `duties name what waits, how many are late, and none of others`() {
    let fixture = EvaluationFixture()
    fixture.book.add(fixture.rated(3, .above, .above).after(.submit, on: theDay("2026-10-10")))
    let head = PerformanceDuties(
      fixture.book, on: fixture.book.day, for: access(fixture, EvaluationFixture.head)
    ).duties
    #expect(head.map(\.kind) == [.rate(fixture.period.id)])
    #expect(head[0].count == 2 && head[0].late == 2)
    let chief = PerformanceDuties(
      fixture.book, on: fixture.book.day, for: access(fixture, EvaluationFixture.chief)
    ).duties
    #expect(chief.map(\.kind) == [.rate(fixture.period.id), .calibrate(fixture.period.id)])
    #expect(PerformanceDuties(fixture.book, on: fixture.book.day, for: nil).duties.isEmpty)
  }

  @Test func `the person hears of a released result, not of one that is not`() {
    let fixture = EvaluationFixture()
    let access = Access(
      Actor(person: EvaluationFixture.person(3).raw, role: .employee), in: fixture.book, on: fixture.book.day)
    let submitted = fixture.rated(3, .above, .above).after(.submit, on: theDay("2026-10-10"))
    fixture.book.add(submitted)
    fixture.book.access = access
    #expect(PerformanceDuties(fixture.book, on: fixture.book.day, for: access).duties.isEmpty)
    fixture.book.access = nil
    fixture.book.add(submitted.after(.release, on: theDay("2026-10-12")))
    fixture.book.access = access
    #expect(PerformanceDuties(fixture.book, on: fixture.book.day, for: access).duties.map(\.kind) == [.acknowledge])
  }
}

@Suite struct `Ratings of many` {
  @Test func `a unit is counted with all below it, beside what it achieved`() throws {
    let fixture = EvaluationFixture(people: 8)
    fixture.achieves(.good)
    for number in 2...7 as ClosedRange<UInt64> {
      fixture.book.add(fixture.rated(number, .asExpected, .asExpected).after(.submit, on: theDay("2026-10-10")))
    }
    let recap = UnitRecap(fixture.board(), in: fixture.book)
    #expect(recap.lines.map(\.people) == [8, 8])
    #expect(recap.lines[1].counts == [.good: 6] && recap.lines[1].submitted == 6 && recap.lines[1].late == 2)
    #expect(recap.lines[1].fits == false && recap.lines[0].fits == nil)
    let basis = RatingBasis(fixture.book, period: fixture.period)
    #expect(basis.nearestAchievement(of: EvaluationFixture.unit(3), in: fixture.book) == .good)
    let spread = UnitRatings(
      Array(repeating: .good, count: 6), achievement: .good, on: theDay("2026-09-30"), by: basis.law)
    #expect(spread.remarks.count == 2)
    #expect(UnitRatings([], achievement: nil, on: theDay("2026-09-30"), by: basis.law).remarks.isEmpty)
  }

  @Test func `an assessor is measured against all, with lateness, notes used again and objections that held`() throws {
    let fixture = EvaluationFixture(people: 6)
    for number in 1...5 as ClosedRange<UInt64> {
      var evaluation = fixture.rated(number, number == 1 ? .below : .above, .above)
      evaluation.note = number == 1 ? "Kurang" : number < 4 ? "Kerja baik sekali." : "Baik \(number)"
      evaluation = evaluation.after(.submit, on: theDay(number == 2 ? "2026-10-18" : "2026-10-12"))
      if number == 3 { evaluation.state = .final }
      fixture.book.add(evaluation)
    }
    fixture.book.add(
      make(950) { (record: inout Objection) in
        record.employee = EvaluationFixture.person(3)
        record.evaluation = fixture.blank(3).id
        record.state = .ruled
        record.ruling = .upheld
      })
    var quality = AssessorQuality(fixture.board(), in: fixture.book)
    let isDone = [quality.advance(people: 4), quality.advance(people: 4)]
    #expect(isDone == [false, true])
    let head = try #require(quality.lines.first { $0.rated == 4 })
    #expect(head.mean == 500 && head.alike == 100 && quality.mean == 460)
    #expect(quality.leniency(of: head) == 40)
    #expect(head.owed == 1 && head.late == 1 && head.ratedLate == 1)
    #expect(head.notes == 4 && head.reused == 2 && head.objections == 1 && head.upheld == 1)
    #expect(quality.ownPlan(of: head)?.isLate == true)
    let fairness = RatingFairness(fixture.board(), in: fixture.book)
    #expect(fairness.all.people == 5 && fairness.all.good == 80)
    #expect(fairness.parts.count == 4 && fairness.parts.allSatisfy { $0.groups.count == 1 })
  }
}
