import JSONText
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

  @Test func `a command key that means nothing is answered, a letter is not`() throws {
    let form = try FormRobot.edit("employees", FormRobot.employee(4))
    form.press("f6")
    #expect(form.robot.app.message?.text.english == "F6 means nothing here; F2 shows all commands")
    form.press("alt-y")
    #expect(form.robot.app.message?.text.english.hasPrefix("Alt-Y means nothing") == true)
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("1", "enter")
    robot.type("ë")
    #expect(robot.app.message == nil)
  }

  @Test func `what is wrong with the first field is said once`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("f6", "f10")
    #expect(robot.app.message?.text.indonesian.contains("NIP / NI PPPK wajib diisi") == true)
    #expect(robot.app.message?.text.indonesian.contains("NIP / NI PPPK: NIP") == false)
  }

  @Test func `an undo that meets another's change names the field and replaces nothing`() throws {
    let form = try FormRobot.edit("employees", FormRobot.employee(4))
    form.go(to: "phone").type("0812").press("f10")
    let id = FormRobot.employee(4)
    try form.robot.store.commit(
      Transaction([
        .update(kind: "employees", id: id, base: 2, changes: ["phone": Change(old: "0812", new: "0899")])
      ]))
    form.press("ctrl-z")
    #expect(form.robot.app.stack.top is ConflictScreen)
    #expect(form.robot.shows("TELEPON"))
    #expect(form.stored("employees", id, "phone") == "0899")
  }

  @Test func `a draft without a name is called by what was typed first`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("f6").type("198606032010122001").press("esc")
    #expect(robot.shows("Pegawai baru: 198606032010122001"))
  }

  @Test func `the smallest window still shows the key that saves a form`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder, size: Size(columns: 40, rows: 10))
    robot.press("f6")
    #expect(robot.shows("F1Bantuan") && robot.shows("F10Simpan"))
  }

  @Test func `the palette opens a screen by its digit`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.press("f2").type("91").press("enter")
    #expect(robot.shows("> Jurnal"))
  }
}
