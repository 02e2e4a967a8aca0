import JenjangApp
import TestSupport
import Testing

@MainActor
@Suite struct `Home` {
  @Test func `a letter finds people and Enter opens the file`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    #expect(robot.shows("Pegawai"))
    robot.type("sitir")
    #expect(robot.shows("Siti Rahmawati"))
    #expect(!robot.shows("Agus Pratama"))
  }

  @Test func `a digit opens the menu item`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("1")
    #expect(robot.shows("Dewi Siti Khadijah"))
    robot.press("esc")
    #expect(robot.shows("MENU"))
  }
}
