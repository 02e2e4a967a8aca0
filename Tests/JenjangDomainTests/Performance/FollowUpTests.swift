import JSONText
import JenjangDomain
import Testing

/// Coaching and rewards after a result.
@Suite struct `Follow-up of results` {
  private func counter() -> () -> RecordID {
    var chance = SeededRandom(seed: 3)
    return { RecordID(high: chance.next() >> 16, low: chance.next()) }
  }

  private func nominees(_ year: PerformanceYear) -> [RewardNominees.Nominee] {
    var search = RewardNominees(year.book)
    while !search.isComplete { search.advance(1, in: year.book) }
    return search.nominees
  }

  @Test func `a programme of six months has a dialogue at the end of each month`() throws {
    let year = PerformanceYear(on: "2026-03-01")
    let evaluation = year.evaluate(work: .below, behaviour: .below)
    let need = try #require(CoachingNeed(of: evaluation, in: year.book))
    #expect(need.measure == .programme)
    #expect(need.cause == .predicate)
    let programme = need.programme(identity(1), from: theDay("2026-03-01"), in: year.book)
    #expect(programme.end == theDay("2026-08-31"))
    #expect(programme.coach == identity(2))
    let dialogues = programme.plannedDialogues(counter())
    #expect(
      dialogues.map { $0.due?.iso } == [
        "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31",
      ])
    #expect(dialogues.map(\.number) == [1, 2, 3, 4, 5, 6])
  }

  @Test func `a Butuh Perbaikan asks for dialogues and a Baik for nothing`() throws {
    let year = PerformanceYear()
    let low = try #require(CoachingNeed(of: year.evaluate(work: .below), in: year.book))
    #expect(low.measure == .coaching && low.cause == .result)
    #expect(CoachingNeed(of: year.evaluate(1, "2026-01-01", "2026-03-31"), in: year.book) == nil)
    #expect(
      CoachingNeed(of: year.evaluate(2, "2026-04-01", "2026-06-30", work: .below, state: .draft), in: year.book) == nil)
  }

  @Test func `those in need are found by their newest result until a programme runs`() {
    let year = PerformanceYear()
    let old = year.evaluate(work: .below)
    #expect(CoachingNeeds(year.book).all.map(\.evaluation.id) == [old.id])
    let new = year.evaluate(1, "2026-01-01", "2026-03-31", behaviour: .below)
    #expect(CoachingNeeds(year.book).all.map(\.evaluation.id) == [new.id])
    var programme = CoachingProgramme(id: identity(1))
    programme.employee = identity(1)
    programme.state = .running
    year.book.add(programme)
    #expect(CoachingNeeds(year.book).all.isEmpty)
  }

  @Test func `a programme that did not help is followed by a test and a placement with its last day`() {
    let year = PerformanceYear(on: "2026-03-01")
    let evaluation = year.evaluate(work: .below, behaviour: .below)
    var programme = CoachingProgramme(id: identity(1))
    programme.employee = identity(1)
    programme.evaluation = evaluation.id
    programme.measure = .programme
    programme.start = theDay("2026-03-01")
    let moved = programme.consequences(of: .moved, in: year.book)
    #expect(moved.contains { $0.rule == "programme.placement" && $0.needed?.english == "until 31-08-2027" })
    #expect(!programme.consequences(of: .passed, in: year.book).contains { $0.rule == "programme.placement" })
  }

  @Test func `nobody coaches himself and a finished programme has a result`() {
    let year = PerformanceYear()
    var programme = CoachingProgramme(id: identity(1))
    programme.employee = identity(1)
    programme.coach = identity(1)
    programme.state = .finished
    let fields = programme.problems(in: year.book).map(\.field)
    #expect(fields == ["coach", "result"])
  }

  @Test func `a Sangat Baik without punishment is nominated, with an adopted innovation as exemplary`() throws {
    let year = PerformanceYear()
    let evaluation = year.evaluate(work: .above, behaviour: .above)
    var nominee = try #require(nominees(year).first)
    #expect(nominee.kind == .certificate && nominee.evaluation.id == evaluation.id)
    year.book.add(
      make(1) { (innovation: inout Innovation) in
        innovation.employee = identity(1)
        innovation.title = "Antrean daring"
        innovation.state = .adopted
        innovation.adoptedOn = theDay("2025-08-01")
      })
    nominee = try #require(nominees(year).first)
    #expect(nominee.kind == .bestEmployee && nominee.innovation == identity(1))
    let nomination = nominee.nomination(identity(1), by: identity(2), in: year.book, .english)
    #expect(year.book.errors(in: nomination).isEmpty)
    #expect(nomination.basis?.contains("Very good") ?? false)
    year.book.add(nomination)
    #expect(nominees(year).isEmpty)
  }

  @Test func `a punishment or a lower rating stands in the way`() {
    let good = PerformanceYear()
    good.evaluate()
    #expect(nominees(good).isEmpty)
    let punished = PerformanceYear()
    punished.evaluate(work: .above, behaviour: .above)
    punished.book.add(
      make(1) { (discipline: inout Discipline) in
        discipline.employee = identity(1)
        discipline.kind = .allowanceCut6
        discipline.effectiveDate = theDay("2025-05-01")
      })
    #expect(nominees(punished).isEmpty)
  }

  @Test func `granting needs the decision and the decree and writes the award into the file`() throws {
    let year = PerformanceYear()
    var nomination = RewardNomination(id: identity(1))
    nomination.employee = identity(1)
    nomination.kind = .bestEmployee
    nomination.state = .proposed
    #expect(nomination.refusalToGrant != nil)
    nomination.state = .approved
    #expect(nomination.refusalToGrant != nil)
    nomination.decreeNumber = "800/12/2026"
    nomination.decreeDate = theDay("2026-11-10")
    nomination.ceremonyDate = theDay("2026-11-20")
    #expect(nomination.refusalToGrant == nil)
    year.book.add(nomination)
    let award = nomination.award(identity(9), on: year.book.day, .indonesian)
    year.apply(nomination.granting(award, in: year.book))
    let written = try #require(year.book.awards[identity(9)])
    #expect(written.kind == .exemplary && written.decreeNumber == "800/12/2026" && written.date == theDay("2026-11-20"))
    #expect(year.book.errors(in: written).isEmpty)
    #expect(year.book.rewardNominations[identity(1)]?.award == identity(9))
    #expect(year.book.rewardNominations[identity(1)]?.state == .granted)
  }

  @Test func `the adoption of an innovation is for others to confirm`() throws {
    let year = PerformanceYear()
    var innovation = Innovation(id: identity(1))
    innovation.employee = identity(1)
    innovation.title = "Antrean daring"
    innovation.date = theDay("2026-02-01")
    innovation.idea = "Antre lewat ponsel"
    innovation.state = .idea
    let own = year.actor(1, .employee)
    #expect(own.refusal(of: [.creating(innovation)], in: year.book) == nil)
    innovation.state = .adopted
    #expect(own.refusal(of: [.creating(innovation)], in: year.book) != nil)
    #expect(year.book.errors(in: innovation).map(\.field) == ["adoptedOn"])
    innovation.adoptedOn = theDay("2026-03-01")
    innovation.adoptedBy = identity(1)
    #expect(year.book.errors(in: innovation).map(\.field) == ["adoptedBy"])
  }
}
