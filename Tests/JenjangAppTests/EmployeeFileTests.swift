import JenjangDomain
import JenjangStore
import TerminalKit
import TestSupport
import Testing

@testable import JenjangApp

@MainActor
@Suite struct `Employee file` {
  private func file(
    _ folder: TemporaryFolder, size: Size = Size(columns: 80, rows: 24), _ language: Language = .indonesian
  )
    throws -> Robot
  {
    let robot = try Fixture.robot(folder, size: size, language: language)
    robot.press("1")
    robot.type("sitir")
    robot.press("enter")
    return robot
  }

  @Test func `the unit of the present position is changed with six keys`() throws {
    let folder = TemporaryFolder()
    let robot = try file(folder)
    robot.press("alt-u").type("keu").press("enter", "f10")
    #expect(robot.store.book.positionHistories.owned(by: RecordID(high: 2, low: 4)).map(\.unit?.raw.low) == [2])
  }

  @Test func `the first tab says who somebody is`() throws {
    let folder = TemporaryFolder()
    let robot = try file(folder)
    #expect(robot.shows("[Diri]"))
    #expect(robot.shows("19870209 201108 2 001"))
    #expect(robot.shows("III/c Penata"))
    #expect(robot.shows("Penyusun Program"))
    #expect(robot.shows("LINIMASA"))
  }

  @Test func `Tab goes through every section and comes back`() throws {
    let folder = TemporaryFolder()
    let robot = try file(folder)
    for tab in FileTab.all.dropFirst() {
      robot.press("tab")
      #expect(robot.shows("[" + (tab.short ?? tab.title).indonesian + "]"))
    }
    robot.press("tab")
    #expect(robot.shows("[Diri]"))
  }

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 60, rows: 20), Size(columns: 200, rows: 60)])
  func `every section fits every window in both languages`(_ size: Size) throws {
    for language in Language.allCases {
      let folder = TemporaryFolder()
      let robot = try file(folder, size: size, language)
      for _ in FileTab.all {
        robot.press("tab")
        #expect(robot.screen.split(separator: "\n").allSatisfy { Width.of(String($0)) <= size.columns })
      }
    }
  }

  @Test func `the next person of the list keeps the section, and leaving goes to that person's row`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("1", "enter", "alt-2", "f8")
    #expect(robot.shows("2 dari 6"))
    #expect(robot.shows("[Gol.]"))
    robot.press("esc", "enter")
    #expect(robot.shows("2 dari 6"))
  }

  @Test func `another day shows the state of that day and says so`() throws {
    let folder = TemporaryFolder()
    let robot = try file(folder)
    robot.press("f9", "a")
    robot.type("01-01-2020")
    robot.press("enter")
    #expect(robot.shows("! Keadaan per"))
    #expect(!robot.shows("III/c Penata"))
    robot.press("esc")
    #expect(robot.shows("III/c Penata"))
  }

  @Test func `a deleted row is gone, and undo brings it back`() throws {
    let folder = TemporaryFolder()
    let robot = try file(folder)
    robot.press("alt-2", "f9", "h")
    #expect(robot.shows("belum ada. F6 menambah"))
    robot.press("ctrl-z")
    #expect(robot.shows("01-04-2024"))
    robot.press("alt-0")
    #expect(robot.shows("dihapus"))
    robot.press("enter")
    #expect(robot.shows("Perubahan no."))
  }
}
