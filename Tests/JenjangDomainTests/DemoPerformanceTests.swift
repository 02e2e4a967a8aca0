import JSONText
import Testing

@testable import JenjangDomain

/// The made-up agency has a finished year of evaluations and one that is under way.
@DemoOffice @Suite struct `Evaluations of the demo office` {
  private var book: Book { DemoOffice.book }

  private func evaluations(_ year: Int, _ number: Int) -> [Evaluation] {
    let cycle = book.evaluationCycles.all.first { $0.year == year }
    let period = book.evaluationPeriods.all.first { $0.cycle == cycle?.id && $0.number == number }
    return book.evaluations.all.filter { $0.period == period?.id }
  }

  @Test func `last year is closed and everybody's result is known and received`() {
    #expect(book.evaluationCycles.all.map(\.state) == [.closed, .running])
    let last = evaluations(2025, 0)
    #expect(last.count > 550)
    #expect(last.allSatisfy { $0.state == .accepted || $0.state == .final })
    #expect(Set(last.compactMap(\.finalWork)) == Set(ExpectationRating.allCases))
    #expect(Set(last.compactMap(\.predicate)).count >= 4)
  }

  @Test func `every predicate is the one that the rule gives`() {
    let rated = book.evaluations.all.filter { $0.predicate != nil }
    #expect(rated.count > 1_000)
    for evaluation in rated {
      #expect(evaluation.judged(in: book).predicate == evaluation.predicate, "\(evaluation.id)")
    }
  }

  @Test func `this year's periods are rated and the last one is under way`() {
    for number in 1...2 {
      let quarter = evaluations(2026, number)
      #expect(quarter.count > 100 && quarter.allSatisfy { $0.state?.isReleased ?? false }, "\(quarter.count)")
    }
    let states = Set(evaluations(2026, 3).compactMap(\.state))
    #expect(states.isSuperset(of: [.draft, .submitted, .released, .accepted]))
    #expect(evaluations(2026, 4).isEmpty && evaluations(2026, 0).isEmpty)
    let board = book.periodToRate(on: book.day).map { PeriodBoard($0, in: book, on: book.day) }
    #expect((board?.lines.count { $0.status == .missing } ?? 0) > 20)
  }

  @Test func `objections, coaching, rewards and ideas stand in several states`() {
    #expect(Set(book.objections.all.compactMap(\.state)).count >= 3)
    #expect(Set(book.coachingProgrammes.all.compactMap(\.state)) == [.running, .finished])
    #expect(
      book.coachingDialogues.all.contains { $0.heldOn == nil }
        && book.coachingDialogues.all.contains { $0.heldOn != nil })
    #expect(Set(book.rewardNominations.all.compactMap(\.state)).count >= 3)
    #expect(Set(book.innovations.all.compactMap(\.state)).count >= 3)
    #expect(!book.organisationAchievements.all.isEmpty)
  }

  @Test func `a ruling that upholds changed the result, and who was rewarded has the award on file`() {
    let upheld = book.objections.all.filter { $0.state == .ruled && $0.ruling != .rejected }
    let granted = book.rewardNominations.all.filter { $0.state == .granted }
    #expect(!upheld.isEmpty && !granted.isEmpty)
    for objection in upheld {
      let evaluation = objection.evaluation.flatMap { book.evaluations[$0] }
      #expect(evaluation?.state == .final && (evaluation?.ruledWork ?? evaluation?.ruledBehaviour) != nil)
    }
    for nomination in granted {
      #expect(nomination.award.flatMap { book.awards[$0] }?.employee == nomination.employee)
    }
  }

  @Test func `without performance the people are the same`() {
    func people(_ hasPerformance: Bool) -> [Operation] {
      var data = DemoData(seed: 5, employees: 80, today: theDay("2026-11-24"), hasPerformance: hasPerformance)
      var found: [Operation] = []
      while let operations = data.next() { found += operations.filter { $0.kind == Employee.kind.name } }
      return found
    }
    #expect(people(true) == people(false))
  }
}
