import JSONText
import JenjangApp
import JenjangDomain
import JenjangStore
import TerminalKit
import TestSupport
import Testing

/// The radar on the six people of the fixture, as of 24 November 2026.
@MainActor
@Suite struct `Due list` {
  @Test func `stands in this month and opens the file of the person`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("6")
    #expect(robot.shows("November 2026"))
    #expect(robot.shows("Kenaikan pangkat"))
    robot.press("enter")
    #expect(robot.shows("19820315 200604 1 005"))
    robot.press("esc")
    #expect(robot.shows("November 2026"))
  }

  @Test func `a kind, a text and a month narrow it, and Esc takes them away again`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("6", "f4", "satya", "enter")
    #expect(robot.shows("Satyalancana"))
    #expect(!robot.shows("Kenaikan pangkat"))
    robot.press("esc")
    robot.type("agus")
    #expect(robot.shows("Agus Pratama"))
    #expect(!robot.shows("Siti Aminah"))
    robot.press("esc", "f4", "bulan", "enter")
    robot.type("2019-01..2019-12").press("enter")
    #expect(robot.shows("Tidak ada yang cocok"))
  }

  @Test func `a month is folded and marked as a whole`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("6", "home", "space")
    #expect(robot.shows("ditandai"))
    robot.press("home", "enter")
    #expect(robot.shows("+ "))
  }

  @Test func `the marked lines are written to a file with what the rules found`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("6", "space", "f9", "e", "c").type(folder.path + "/due.csv").press("enter")
    #expect(robot.shows("1 baris ditulis"))
    let path = folder.path + "/due.csv"
    let bytes = try OutsideFile.contents(of: OutsideFile.open(path), path: path)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("Temuan"))
    #expect(text.split(separator: "\r\n").count == 2)
  }

  @Test func `a change moves the line while the list is open`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("6")
    let before = robot.screen
    let id = RecordID(high: 2, low: 6)
    let change = Change(old: "1976-06-01", new: "1969-05-17")
    try robot.store.commit(
      Transaction([.update(kind: "employees", id: id, base: 1, changes: ["birthDate": change])], why: "test"))
    robot.press("down", "f4", "pensiun", "enter")
    #expect(robot.shows("Sitinjak, Robert"))
    #expect(robot.screen != before)
  }

  @Test func `what is exported can be held against the journal later, as every other export`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    let path = folder.path + "/due.csv"
    robot.press("6", "f9", "e", "c")
    robot.paste(path)
    robot.press("enter")
    #expect(robot.shows("baris ditulis ke"))
    #expect(ReportFile.exists(path) && ReportFile.exists(path + ".anchor"))
  }
}
