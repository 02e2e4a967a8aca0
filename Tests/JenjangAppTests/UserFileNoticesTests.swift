import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `The user's own files` {
  private let folder = TemporaryFolder()

  private func robot() throws -> Robot {
    let files = UserFiles(environment: { $0 == "HOME" ? folder.path : nil })
    return Robot(
      try Fixture.store(folder), files: files, size: Size(columns: 80, rows: 24), language: .indonesian,
      day: Fixture.today)
  }

  private func write(_ text: String, _ name: String) throws {
    let config = folder.path + "/.config/jenjang"
    try OutsideFile.makeFolders(above: config + "/" + name)
    try ReportFile.write(Array(text.utf8), to: config + "/" + name, replacing: false)
  }

  @Test func `settings that cannot be read are said and not written over`() throws {
    try write("{\"theme\": ", "settings.json")
    let robot = try robot()
    #expect(robot.shows("settings.json tidak terbaca"))
    robot.press("alt-l")
    #expect(robot.shows("Home"))
    #expect(
      try OutsideFile.regularContents(folder.path + "/.config/jenjang/settings.json", maximum: 1 << 20).count == 10)
  }

  @Test func `a key for a command that does not exist is said`() throws {
    try write("{\"tidak.ada\": \"f5\", \"list.edit\": \"hyper-q\"}", "keymap.json")
    let robot = try robot()
    #expect(robot.shows("keymap.json: tombol \"hyper-q\""))
    #expect(robot.shows("(+1)"))
    #expect(robot.app.session.notices.last?.indonesian.contains("tidak.ada") == true)
  }

  @Test func `a mark that the search hides still counts for actions`() throws {
    let robot = try robot()
    robot.press("1", " ")
    robot.type("rina").press(" ")
    let list = try #require(robot.app.stack.top as? ListScreen)
    #expect(list.chosen(robot.app.view).count == 2)
    robot.press("f9", "u")
    #expect(robot.shows("untuk 2 data"))
  }
}
