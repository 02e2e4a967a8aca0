import JenjangDomain
import TestSupport
import Testing

@testable import JenjangApp

@MainActor
@Suite struct `Filter line` {
  @Test func `a word that names no field is searched for, and the user is told`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("1", "f4").type("gaji:3").press("enter")
    #expect(robot.shows("Saring: gaji:3"))
    #expect(robot.shows("“gaji” tidak dikenal"))
  }

  @Test func `the line is edited in the middle and cleared at once`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("1", "f4").type("unit:xeu").press("left", "left", "backspace").type("k").press("enter")
    #expect(robot.shows("Saring: unit:keu"))
    #expect(robot.shows("1 dari 6"))
    robot.press("f4", "ctrl-u", "enter")
    #expect(!robot.shows("Saring:"))
  }

  @Test func `a group of grades is asked for by its number`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("1", "f4").type("gol:III").press("enter")
    #expect(robot.shows("5 dari 6"))
    #expect(!robot.shows("Sitinjak"))
  }

  @Test func `pasted lines and control characters stay out of a search`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("1")
    robot.paste("si\u{1B}ti\r\nlain")
    #expect(robot.shows("Cari: siti_"))
  }

  @Test func `the column shows no order while the best matches come first`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("1")
    #expect(robot.shows("Nama lengkap ▲"))
    robot.type("si")
    #expect(!robot.shows("▲"))
  }
}

@MainActor
@Suite struct `List columns` {
  @Test func `a column wishes for its whole header and gives it up where room is short`() throws {
    let table = try #require(Book(types: Catalog.types, day: Fixture.today).table("posts"))
    let column = try #require(ListColumn.all(of: table).first { $0.field == "jobClass" })
    #expect(column.width >= "Kelas jabatan".count)
    #expect(column.minimum == 8)
  }
}
