import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `Around every screen` {
  @Test func `a store that can only be read says so in the title`() throws {
    let folder = TemporaryFolder()
    _ = try Fixture.store(folder)
    let options = OpenOptions(environment: Fixture.environment(seed: 2), today: Fixture.today, isReadOnly: true)
    let store = try Store(opening: folder.path + "/store", options: options)
    let files = UserFiles(environment: { $0 == "HOME" ? folder.path : nil })
    let robot = Robot(
      store, files: files, size: Size(columns: 80, rows: 24), language: .indonesian, day: Fixture.today)
    #expect(robot.shows("BACA SAJA"))
    #expect(!robot.shows("F6Baru"))
  }

  @Test func `what is wrong with the first field is said once`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("f6", "f10")
    #expect(robot.app.message?.text.indonesian.contains("NIP / NI PPPK wajib diisi") == true)
    #expect(robot.app.message?.text.indonesian.contains("NIP / NI PPPK: NIP") == false)
  }
}
