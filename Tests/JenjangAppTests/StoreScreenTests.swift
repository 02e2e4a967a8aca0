import JenjangDomain
import JenjangStore
import TerminalKit
import TestSupport
import Testing

@testable import JenjangApp

@MainActor
@Suite struct `The store's own screen` {
  @Test func `it shows what is to be done, and backs up with a proof`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("9", "5")
    #expect(robot.shows("KESEHATAN DATA"))
    #expect(robot.shows("belum pernah"))
    robot.press("f6")
    robot.paste(folder.path + "/cadangan")
    robot.press("enter")
    #expect(robot.shows("Cadangan sampai no. 1"))
    #expect(!robot.shows("belum pernah"))
    #expect(ReportFile.exists(folder.path + "/cadangan/BACKUP.json"))
    robot.press("end")
    #expect(robot.shows("JANGKAR DI LUAR"))
    #expect(robot.shows(folder.path + "/cadangan"))
  }

  @Test func `it checks every file, and refuses to back up into the store itself`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("9", "5", "f8")
    #expect(robot.shows("Utuh: "))
    robot.press("f6")
    robot.paste(robot.store.path + "/salinan")
    robot.press("enter")
    #expect(robot.shows("pilih cakram lain"))
  }

  @Test(arguments: [(80, 24), (60, 20), (200, 60)]) func `it fits every window`(_ size: (columns: Int, rows: Int))
    throws
  {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.resize(size.columns, size.rows)
    robot.press("9", "5", "end", "home")
    #expect(robot.shows("KESEHATAN DATA"))
  }
}
