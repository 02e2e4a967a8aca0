import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `Journal, export, settings, about` {
  @Test func `the journal shows who changed what, and takes one change back`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("1", "enter", "alt-2", "f9", "h", "alt-h", "9", "1")
    #expect(robot.shows("ratna"))
    #expect(robot.shows("Agus Pratama: Riwayat pangkat di"))
    robot.press("enter")
    #expect(robot.shows("Perubahan no. 2"))
    robot.press("esc", "f9", "u")
    #expect(robot.shows("Diurungkan: perubahan no. 2"))
    #expect(robot.store.head.sequence == 3)
    robot.type("dihapus")
    #expect(robot.shows("baris 1 dari 1"))
  }

  @Test func `an export is written once, and a file that exists is not replaced unasked`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    let path = folder.path + "/list.txt"
    robot.press("1", "f9", "e", "t")
    robot.paste(path)
    robot.press("enter")
    #expect(robot.shows("6 baris ditulis ke"))
    #expect(ReportFile.exists(path))
    robot.press("f9", "e", "t")
    robot.paste(path)
    robot.press("enter")
    #expect(robot.shows("sudah ada"))
    robot.press("n")
    #expect(ReportFile.exists(folder.path + "/list-2.txt"))
  }

  @Test func `an export to a folder that is not there keeps the path for mending`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("1", "f9", "e", "t")
    robot.paste(folder.path + "/x/list.txt")
    robot.press("enter")
    #expect(robot.app.stack.top is Prompt)
    #expect(robot.shows("folder itu tidak ada"))
    #expect((robot.app.stack.top as? Prompt)?.text == folder.path + "/x/list.txt")
    for _ in 0..<10 { robot.press("backspace") }
    robot.press("enter")
    #expect(robot.app.stack.top is Prompt)
    robot.type("list.txt")
    robot.press("enter")
    #expect(robot.shows("6 baris ditulis ke"))
  }

  @Test func `a list is counted by two columns, opens what was counted, and goes out as CSV`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.fullRobot(folder)
    robot.press("1", "f9", "r")
    #expect(robot.shows("Rekap"))
    #expect(robot.shows("Jumlah"))
    robot.press("f4")
    robot.type("kelamin")
    robot.press("enter")
    #expect(robot.shows("Jenis kelamin ×"))
    let path = folder.path + "/rekap.csv"
    robot.press("f9", "e")
    robot.paste(path)
    robot.press("enter")
    #expect(ReportFile.exists(path))
    robot.press("home", "enter")
    #expect(robot.shows("Ketik untuk menyaring"))
    #expect(robot.shows("dari"))
  }

  @Test func `a choice in the settings acts at once`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("9", "6")
    #expect(robot.shows("Pengaturan"))
    robot.press("enter")
    #expect(robot.shows("Settings"))
    #expect(robot.shows("English"))
  }

  @Test func `about counts every kind and names the place in the journal`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.type("97")
    #expect(robot.shows("Pemkab Contoh"))
    #expect(robot.shows("no. 1 "))
    #expect(robot.shows("DATA CONTOH"))
  }

  @Test func `every screen has a code of its own, one digit or that of its group and another`() {
    let codes = ScreenEntry.all.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { (1...2).contains($0.count) && $0.first?.isNumber == true })
    let home = ScreenEntry.home.map(\.code)
    #expect(home == home.sorted() && home.allSatisfy { $0.count == 1 })
  }

  @Test func `every command of a screen of the menu is in the index, and so may have other keys`() throws {
    let folder = TemporaryFolder()
    let view = try Fixture.robot(folder).app.view
    let known = CommandIndex.sections.flatMap { $0.faces.map(\.name) }
    let twice = Dictionary(grouping: known) { $0 }.filter { $1.count > 1 }.keys
    #expect(twice.isEmpty, "a name of a command is its own: \(twice.sorted())")
    for entry in ScreenEntry.all {
      let missing = Set(entry.make(view).faces(view).map(\.name)).subtracting(known)
      #expect(missing.isEmpty, "\(entry.name): \(missing.sorted())")
    }
  }

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 60, rows: 20), Size(columns: 200, rows: 60)])
  func `every screen of the menu fits every window in both languages`(_ size: Size) throws {
    for language in Language.allCases {
      let folder = TemporaryFolder()
      let robot = try Fixture.robot(folder, size: size, language: language)
      for entry in ScreenEntry.all {
        robot.type(entry.code)
        #expect(robot.app.stack.depth == (entry.group == nil ? 2 : 3))
        if entry.group == nil { #expect(robot.shows(entry.title[language])) }
        #expect(robot.screen.split(separator: "\n").allSatisfy { Width.of(String($0)) <= size.columns })
        robot.press("alt-h")
      }
    }
  }
}
