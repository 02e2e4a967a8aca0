import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

/// A robot in an office whose first unit has a head: Robert Sitinjak (6), over Dewi, Rina, Siti and Siti (1 to 4).
@MainActor
struct PerformanceRobot: OfficeRobot {
  let folder = TemporaryFolder()
  let robot: Robot

  init(size: Size = Size(columns: 80, rows: 24), language: Language = .indonesian) throws {
    robot = try Fixture.robot(folder, size: size, language: language)
    try robot.store.commit(Transaction(PerformanceRobot.map, why: "fixture"))
    robot.settle()
  }

  /// Opens the cycle of 2026 with empty plans for all.
  func opened() throws -> PerformanceRobot {
    let opening = try #require(CycleOpening(year: 2026, length: .quarterly))
    try robot.store.commit(Transaction(opening.operations { robot.store.newID() }))
    let cycle = try #require(book.evaluationCycles.all.first)
    var plans = try #require(PlanOpening(cycle, people: nil, beginning: .empty, in: book, on: Fixture.today))
    try robot.store.commit(Transaction(plans.next(100, in: book) { robot.store.newID() }))
    robot.settle()
    return self
  }

  func plan(of person: UInt64) throws -> PerformancePlan {
    try #require(book.performancePlans.owned(by: FormRobot.employee(person)).first)
  }

  /// Gives somebody's plan a result with an indicator; gives the result.
  @discardableResult
  func addResult(_ text: String, to person: UInt64, serves: ID<WorkResult>? = nil) throws -> ID<WorkResult> {
    let plan = try plan(of: person)
    var result = WorkResult(id: ID(robot.store.newID()))
    result.plan = plan.id
    result.number = book.results(of: plan.id).count + 1
    result.kind = .main
    result.text = text
    result.serves = serves
    var indicator = Indicator(id: ID(robot.store.newID()))
    indicator.result = result.id
    indicator.aspect = .quantity
    indicator.text = "Laporan"
    indicator.target = "12"
    indicator.unit = "dokumen"
    try robot.store.commit(Transaction([.creating(result), .creating(indicator)]))
    robot.settle()
    return result.id
  }

  private static var map: [JenjangDomain.Operation] {
    var post = Post(id: ID(RecordID(high: 20, low: 1)))
    post.code = "SDM-01"
    post.name = "Kepala Biro SDM"
    post.kind = .supervisor
    post.unit = ID(FormRobot.unit(1))
    let change = Change(old: nil, new: .string(post.id.raw.text))
    return [
      .creating(post), .update(kind: "units", id: FormRobot.unit(1), base: 1, changes: ["head": change]),
      .update(
        kind: "position-histories", id: RecordID(high: 4, low: 6), base: 1, changes: ["post": change]),
    ]
  }
}
