import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `Units and posts` {
  @Test func `typing finds a unit, and its people are one action away`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("2")
    #expect(robot.shows("Biro Keuangan"))
    robot.type("sdm")
    #expect(!robot.shows("Biro Keuangan"))
    robot.press("f9", "p")
    #expect(robot.shows("Siti Rahmawati"))
    #expect(!robot.shows("Agus Pratama"))
  }

  @Test func `a short form finds a unit in the tree and in a form, and no match shows no posts`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("2").type("birkeu")
    #expect(robot.shows("Biro Keuangan"))
    #expect(!robot.shows("Biro SDM"))
    robot.type("xx")
    #expect(robot.shows("Tidak ada yang cocok"))
    #expect(!robot.shows("Belum ada jabatan"))
    let table = try #require(robot.store.book.table("units"))
    #expect(
      Lookup.rows("birkeu", in: table).map { table.text(at: $0, field: "name", language: .indonesian) } == [
        "Biro Keuangan"
      ])
  }

  @Test func `what was just made stands under the cursor`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("2", "left", "f6").type("9.9").press("enter").type("Subbidang Baru").press("f10")
    #expect(robot.cursorLine.contains("Subbidang Baru"))
    for name in ["Analis Pertama", "Analis Kedua"] {
      robot.press("tab", "f6").type(name).press("enter").type(name).press("enter").type("PELAKSANA").press("f10")
      #expect(robot.cursorLine.contains(name), "\(robot.screen)")
      robot.press("tab")
    }
  }

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 60, rows: 20), Size(columns: 200, rows: 60)])
  func `tree and posts fit every window in both languages`(_ size: Size) throws {
    for language in Language.allCases {
      let folder = TemporaryFolder()
      let robot = try Fixture.robot(folder, size: size, language: language)
      robot.press("2")
      #expect(robot.shows("Biro SDM"))
      robot.press("tab")
      #expect(robot.screen.split(separator: "\n").allSatisfy { Width.of(String($0)) <= size.columns })
    }
  }
}
