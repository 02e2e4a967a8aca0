import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

/// Robert in the grid, and an officer at a second session of the same store.
@MainActor
struct TwoRaters {
  let office: EvaluationRobot
  let other: Store

  init() throws {
    office = try EvaluationRobot(results: 2)
    var environment = Fixture.environment(seed: 7)
    environment.author = Author(by: "u:siti", session: "siti(1004)@srv1 pts/3")
    other = try Store(
      opening: office.store.path, options: OpenOptions(environment: environment, today: Fixture.today))
    office.openGrid()
  }

  /// The other one saves something of an evaluation, which is begun where there is none yet.
  func rates(_ number: Int, isHeard: Bool = true, _ change: (inout Evaluation) -> Void) throws {
    try other.catchUp()
    let book = other.book
    let plan = try #require(book.performancePlans[EvaluationRobot.plan(number)])
    let period = try #require(book.evaluationPeriods[EvaluationRobot.period])
    var evaluation = book.evaluation(of: plan, in: period.id) ?? Evaluation(of: plan, in: period, nil)
    change(&evaluation)
    let operation = try #require(book.evaluations.saving(evaluation.judged(in: book)))
    try other.commit(Transaction([operation], why: "petugas"))
    if isHeard { hear() }
  }

  func hear() {
    office.robot.app.turn(.descriptor(office.store.watch ?? -1))
    office.robot.settle()
  }

  var conflict: ConflictScreen? { office.top as? ConflictScreen }
}

@MainActor
@Suite struct `Two people rate one unit` {
  @Test func `what the other saves shows at once, and neither cursor nor typing is lost`() throws {
    let two = try TwoRaters()
    two.office.type("3").press("down", "right", "right").type("Ban")
    try two.rates(4) { $0.behaviour = .asExpected }
    #expect(two.office.message.contains("siti") && two.office.message.contains("Pegawai 04"))
    #expect(two.office.grid?.entry.value(1, "behaviour") == "SESUAI")
    #expect(two.office.grid?.entry.editor?.text == "Ban")
    two.office.type("gus").press("enter", "f10")
    #expect(two.office.evaluation(4)?.note == "Bangus" && two.office.evaluation(4)?.behaviour == .asExpected)
    #expect(two.office.evaluation(3)?.work == .above)
  }

  @Test(arguments: [true, false])
  func `both begin the same evaluation: other cells are merged`(isHeard: Bool) throws {
    let two = try TwoRaters()
    two.office.type("3")
    try two.rates(3, isHeard: isHeard) {
      $0.behaviour = .above
      $0.results = ResultRatings("2 SESUAI")
    }
    two.office.press("right", "right", "right").type("2").press("f10")
    let evaluation = two.office.evaluation(3)
    #expect(evaluation?.work == .above && evaluation?.behaviour == .above && evaluation?.predicate == .veryGood)
    #expect(evaluation?.results?.text == "2 SESUAI" || evaluation?.results?.text == "1 SESUAI, 2 SESUAI")
    #expect(two.office.store.book.evaluations.table.count == 1)
  }

  @Test func `different values in one cell are asked about, and the choice is saved`() throws {
    let two = try TwoRaters()
    two.office.type("3")
    try two.rates(3) { $0.work = .below }
    #expect(two.office.message.contains("juga menilai Pegawai 03"))
    two.office.press("f10")
    #expect(two.conflict != nil)
    try two.rates(4) { $0.work = .above }
    two.office.press("2", "f10")
    #expect(two.conflict == nil && two.office.evaluation(3)?.work == .above)
    #expect(two.office.evaluation(4)?.work == .above)
  }

  @Test func `what the other released meanwhile is not written over`() throws {
    let two = try TwoRaters()
    two.office.type("33")
    try two.rates(3) {
      ($0.work, $0.behaviour) = (.asExpected, .asExpected)
      $0 = $0.after(.submit, on: Fixture.today).after(.release, on: Fixture.today)
    }
    two.office.press("f10")
    if two.conflict != nil { two.office.press("1", "1", "f10") }
    #expect(two.office.evaluation(3)?.work == .asExpected && two.office.evaluation(3)?.state == .released)
  }
}
