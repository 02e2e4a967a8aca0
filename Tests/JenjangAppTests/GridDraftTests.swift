import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

/// What is typed into the cells of any grid and not saved outlives leaving the grid.
@MainActor
@Suite struct `Drafts of grids` {
  /// A grid that can be typed into, a key that its first cell takes, and what stands there then.
  nonisolated private static let grids: [(name: String, key: String, value: String)] = [
    ("assess", "3", "3"), ("standard", "4", "4"), ("attendance", "h", "H"), ("achievements", "2", "KURANG"),
  ]

  private func grid(_ name: String, _ year: DevelopmentRobot) throws -> any GridEntryScreen {
    switch name {
    case "assess": return AssessmentGrid(ID(FormRobot.unit(1)), .test)
    case "standard": return StandardGrid(ID(RecordID(high: 33, low: 1)))
    case "attendance":
      var enrolment = Enrolment(id: ID(RecordID(high: 35, low: 1)))
      (enrolment.event, enrolment.employee) = (DevelopmentRobot.event, ID(FormRobot.employee(4)))
      enrolment.state = .accepted
      try year.commit([.creating(enrolment)])
      try year.hold()
      return AttendanceGrid(DevelopmentRobot.event)
    default:
      var cycle = EvaluationCycle(id: ID(RecordID(high: 36, low: 1)))
      cycle.year = 2026
      var period = EvaluationPeriod(id: ID(RecordID(high: 37, low: 1)))
      (period.cycle, period.name, period.number) = (cycle.id, "Triwulan 3", 3)
      (period.start, period.end) = (DevelopmentRobot.day("2026-07-01"), DevelopmentRobot.day("2026-09-30"))
      try year.commit([.creating(cycle), .creating(period)])
      return AchievementGrid(period, view: year.form.view)
    }
  }

  private func top(_ year: DevelopmentRobot) -> (any GridEntryScreen)? {
    year.robot.app.stack.top as? any GridEntryScreen
  }

  @Test(arguments: grids)
  func `what is typed and left is a draft, opens from Home, and is gone once it is saved`(
    _ name: String, _ key: String, _ value: String
  ) throws {
    let year = try DevelopmentRobot()
    let grid = try grid(name, year)
    year.form.open(grid)
    year.form.press("home").type(key).press("esc")
    let draft = try #require(year.robot.app.session.drafts.first)
    year.form.open(try #require(GridDrafts.screen(draft, year.form.view)))
    let opened = try #require(top(year))
    #expect(opened.entry.typed.first?.value.value == value)
    #expect(type(of: opened).maker.name == name)
    year.form.press("f10")
    #expect(year.robot.app.session.drafts.isEmpty)
  }

  @Test func `typing that was taken back leaves no draft behind`() throws {
    let year = try DevelopmentRobot()
    year.form.open(AssessmentGrid(ID(FormRobot.unit(1)), .test))
    year.form.type("3")
    year.robot.app.keepDrafts()
    #expect(year.robot.app.session.drafts.count == 1)
    year.form.press("ctrl-z", "esc")
    #expect(year.robot.app.session.drafts.isEmpty && top(year) == nil)
  }

  @Test func `levels stay typed until they are saved`() throws {
    let year = try DevelopmentRobot()
    var grid = AssessmentGrid(ID(FormRobot.unit(1)), .test)
    grid.refresh(year.form.view)
    _ = grid.typed(Key(.character("3")), view: year.form.view)
    _ = grid.save(year.form.view)
    #expect(grid.entry.typed.count == 1)
  }

  @Test func `every grid can be made again by its own name`() {
    #expect(Set(GridMaker.all.map(\.name)).count == GridMaker.all.count)
  }
}
