import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

/// Three people at screens of their own on one store: two assessors of one unit and an officer.
@MainActor
@Suite struct `Three work on one unit at the same time` {
  /// A session of somebody else on the office's store.
  private func session(_ office: EvaluationRobot, _ name: String, seed: UInt64) throws -> Robot {
    var environment = Fixture.environment(seed: seed)
    environment.author = Author(by: "u:\(name)", session: "\(name)(\(seed))@srv1 pts/\(seed)")
    let store = try Store(
      opening: office.store.path, options: OpenOptions(environment: environment, today: Fixture.today))
    let home = office.folder.path + "/" + name
    let files = UserFiles(environment: { $0 == "HOME" ? home : nil })
    let robot = Robot(
      store, files: files, size: Size(columns: 80, rows: 24), language: .indonesian, day: Fixture.today)
    guard let period = store.book.evaluationPeriods[EvaluationRobot.period] else { return robot }
    robot.app.perform(
      .push(EvaluationGrid(period, .unit(ID(EvaluationRobot.unit)), view: robot.app.view)))
    robot.settle()
    return robot
  }

  private func hear(_ robots: Robot...) {
    for robot in robots {
      robot.app.turn(.descriptor(robot.store.watch ?? -1))
      robot.settle()
    }
  }

  private func rating(_ robot: Robot, _ number: Int) -> Evaluation? {
    robot.store.book.performancePlans[EvaluationRobot.plan(number)]
      .flatMap { robot.store.book.evaluation(of: $0, in: EvaluationRobot.period) }
  }

  private func message(_ robot: Robot) -> String { robot.app.message?.text.indonesian ?? "" }

  @Test func `nothing of anybody is lost and each sees what the others saved`() throws {
    let office = try EvaluationRobot(people: 14, role: nil)
    let first = try session(office, "robert", seed: 11)
    let second = try session(office, "dewi", seed: 12)
    let officer = try session(office, "ratna", seed: 13)
    first.type("222222")
    second.press("down", "down", "down").type("333333")
    officer.press("end", "left", "left")
    first.press("f10")
    hear(second, officer)
    #expect(message(second).contains("robert") && message(officer).contains("robert"))
    #expect(rating(officer, 3)?.work == .asExpected)
    second.press("f10")
    hear(first, officer)
    #expect(message(first).contains("dewi"))
    for robot in [first, second, officer] {
      #expect(rating(robot, 3)?.predicate == .good && rating(robot, 5)?.work == .asExpected)
      #expect(rating(robot, 6)?.predicate == .veryGood && rating(robot, 8)?.behaviour == .above)
    }
  }

  @Test func `one cell typed by two is asked about, other cells of the person are merged`() throws {
    let office = try EvaluationRobot(people: 6, role: nil)
    let first = try session(office, "robert", seed: 11)
    let second = try session(office, "dewi", seed: 12)
    let officer = try session(office, "ratna", seed: 13)
    first.type("2")
    second.type("3")
    officer.press("right").type("2")
    officer.press("f10")
    first.press("f10")
    hear(second)
    second.press("f10")
    #expect(second.app.stack.top is ConflictScreen)
    second.press("2", "f10")
    hear(first, officer)
    for robot in [first, second, officer] {
      #expect(rating(robot, 3)?.work == .above && rating(robot, 3)?.behaviour == .asExpected)
      #expect(robot.store.book.evaluations.table.count == 1)
    }
  }
}
