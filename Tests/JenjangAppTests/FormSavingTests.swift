import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `Saving a form` {
  @Test func `only what was changed is saved, with old and new and the reason`() throws {
    let id = FormRobot.employee(4)
    let form = try FormRobot.edit("employees", id)
    form.go(to: "phone").type("0812")
    form.press("ctrl-end").type("SK 12/2026").press("f10")
    #expect(!form.isOpen)
    #expect(form.stored("employees", id, "phone") == "0812")
    let commit = try #require(try form.robot.store.commits(limit: 1).first)
    #expect(commit.why == "SK 12/2026")
    #expect(commit.operations.count == 1)
    guard case .update(_, _, _, let changes) = commit.operations[0] else {
      Issue.record("no update")
      return
    }
    #expect(changes == ["phone": Change(old: nil, new: "0812")])
    #expect(form.message.contains("Tersimpan: Siti Rahmawati, Telepon"))
  }

  @Test func `Enter on the last field saves`() throws {
    let form = try FormRobot.edit("employees", FormRobot.employee(4))
    form.go(to: "phone").type("0812").press("ctrl-end", "enter")
    #expect(!form.isOpen)
    #expect(form.stored("employees", FormRobot.employee(4), "phone") == "0812")
  }

  @Test func `a new record belongs to its owner`() throws {
    let form = try FormRobot.new("rank-histories", owner: 4)
    form.type("iiid").press("enter").type("01042026").press("f10")
    #expect(!form.isOpen)
    let ranks = form.robot.store.book.rankHistories.owned(by: FormRobot.employee(4))
    #expect(ranks.map(\.grade) == [.iiiC, .iiiD])
  }

  @Test func `saving goes to the first error and says how many there are`() throws {
    let form = try FormRobot.new("rank-histories", owner: 4)
    form.press("ctrl-end", "f10")
    #expect(form.focus == "grade")
    #expect(form.message.hasPrefix("2 isian perlu diperbaiki"))
    #expect(form.robot.shows("! Golongan wajib diisi"))
    form.press("f8")
    #expect(form.focus == "effectiveDate")
    form.press("f8")
    #expect(form.focus == "grade")
    form.press("shift-f8")
    #expect(form.focus == "effectiveDate")
  }

  @Test func `a warning is shown and does not hold saving up`() throws {
    let form = try FormRobot.new("rank-histories", owner: 4)
    form.type("II/a").press("enter").type("01042026").press("tab")
    #expect(form.robot.shows("* Lebih rendah daripada golongan sebelumnya"))
    form.press("f10")
    #expect(!form.isOpen)
  }

  @Test func `nothing changed is said`() throws {
    let form = try FormRobot.edit("employees", FormRobot.employee(4))
    form.press("f10")
    #expect(!form.isOpen)
    #expect(form.message == "Tidak ada yang diubah")
  }

  @Test func `the setting opens the next empty record after the last field`() throws {
    let form = try FormRobot.new("rank-histories", owner: 4)
    form.robot.app.perform(.change { $0.opensNextRecord = true })
    form.type("iiid").press("enter").type("01042026").press("ctrl-end", "enter")
    #expect(form.form?.isNew == true)
    #expect(form.form?.isTouched == false)
    #expect(form.robot.shows("Siti Rahmawati"))
  }

  @Test func `deleting happens at once and can be undone`() throws {
    let id = FormRobot.rank(4)
    let form = try FormRobot.edit("rank-histories", id)
    form.press("f9").type("h")
    #expect(!form.isOpen)
    #expect(form.stored("rank-histories", id, "grade") == nil)
    form.press("ctrl-z")
    #expect(form.stored("rank-histories", id, "grade") == "III/c")
  }

  @Test func `a record that others refer to is not deleted`() throws {
    let form = try FormRobot.edit("units", FormRobot.unit(1))
    form.press("f9").type("h")
    #expect(form.isOpen)
    #expect(form.message.contains("Masih dirujuk"))
  }

  @Test func `deleting a person takes the histories along`() throws {
    let form = try FormRobot.edit("employees", FormRobot.employee(4))
    form.press("f9").type("h")
    #expect(form.stored("rank-histories", FormRobot.rank(4), "grade") == nil)
    form.press("ctrl-z")
    #expect(form.stored("rank-histories", FormRobot.rank(4), "grade") == "III/c")
  }
}

@MainActor
@Suite struct `Drafts of forms` {
  @Test func `leaving with input makes a draft and asks nothing`() throws {
    let form = try FormRobot.edit("employees", FormRobot.employee(4))
    form.go(to: "phone").type("0812").press("esc")
    #expect(!form.isOpen)
    #expect(form.message.contains("draf"))
    let draft = try #require(form.robot.app.session.drafts.first)
    #expect(draft.texts == ["phone": "0812"])
  }

  @Test func `a click on the title and the way home keep the input too`() throws {
    let form = try FormRobot.edit("employees", FormRobot.employee(4))
    form.go(to: "phone").type("0812")
    #expect(form.robot.click("JENJANG"))
    #expect(!form.isOpen)
    #expect(form.robot.app.session.drafts.count == 1)
    form.open(FormScreen.new(kind: "units", view: form.view))
    form.type("X").press("alt-h")
    #expect(!form.isOpen)
    #expect(form.robot.app.session.drafts.count == 2)
  }

  /// A form with something typed, where no draft can be written.
  private func unkept() throws -> (folder: TemporaryFolder, robot: Robot) {
    let folder = TemporaryFolder()
    try ReportFile.write([], to: folder.path + "/.local", replacing: false)
    let robot = Robot(
      try Fixture.store(folder), files: UserFiles(environment: { $0 == "HOME" ? folder.path : nil }),
      size: Size(columns: 120, rows: 24), language: .indonesian, day: Fixture.today)
    robot.app.perform(.push(FormScreen.edit(kind: "employees", id: FormRobot.employee(4), view: robot.app.view)))
    robot.settle()
    robot.type("9")
    return (folder, robot)
  }

  @Test(arguments: ["esc", "f12", "alt-h"])
  func `what cannot be kept as a draft is not left, and never called kept`(_ key: String) throws {
    let (folder, robot) = try unkept()
    robot.press(key)
    #expect(robot.app.stack.top is FormScreen)
    #expect(!robot.app.isEnding)
    #expect(robot.app.message?.kind == .bad)
    #expect(robot.shows("Draf: tidak ditulis; itu bukan folder (\(folder.path)/.local"))
  }

  @Test func `a draft that cannot be kept is told when the typing pauses, without another key`() throws {
    let (folder, robot) = try unkept()
    defer { withExtendedLifetime(folder) {} }
    #expect(!robot.shows("Draf:"))
    robot.tick(seconds: 3)
    robot.app.turn(.timeout)
    #expect(robot.app.isDirty)
    robot.settle()
    #expect(robot.shows("Draf: tidak ditulis"))
  }

  @Test func `the program is not left without a draft before somebody said so`() throws {
    let (folder, robot) = try unkept()
    defer { withExtendedLifetime(folder) {} }
    robot.press("alt-f4", "alt-f4")
    #expect(robot.app.stack.top is Question)
    #expect(robot.shows("Draf: tidak ditulis"))
    robot.press("enter")
    #expect(robot.app.stack.top is FormScreen)
    #expect(!robot.app.isEnding)
    robot.press("alt-f4")
    robot.type("k")
    #expect(robot.app.isEnding)
  }

  @Test func `leaving without input leaves nothing behind`() throws {
    let form = try FormRobot.edit("employees", FormRobot.employee(4))
    form.press("tab", "esc")
    #expect(!form.isOpen)
    #expect(form.robot.app.session.drafts.isEmpty)
  }

  @Test func `a draft is typed in again, its references by identity, and saving drops it`() throws {
    let form = try FormRobot.edit("employees", FormRobot.employee(4))
    form.go(to: "supervisor").type("agus").press("enter", "f12")
    let draft = try #require(form.robot.app.session.drafts.first)
    #expect(draft.texts == ["supervisor": FormRobot.employee(5).text])
    form.open(FormScreen.resume(draft, view: form.view))
    #expect(form.value("supervisor") == .string(FormRobot.employee(5).text))
    #expect(form.form?.draftID == draft.id)
    form.press("f10")
    #expect(form.stored("employees", FormRobot.employee(4), "supervisor")?.text == FormRobot.employee(5).text)
    #expect(form.robot.app.session.drafts.isEmpty)
  }

  @Test func `the draft of a new history keeps its owner`() throws {
    let form = try FormRobot.new("rank-histories", owner: 4)
    form.type("iiid").press("tab", "esc")
    let draft = try #require(form.robot.app.session.drafts.first)
    form.open(FormScreen.resume(draft, view: form.view))
    #expect(form.robot.shows("Pegawai: Siti Rahmawati"))
    #expect(form.value("grade") == "III/d")
  }

  @Test func `input can be thrown away`() throws {
    let form = try FormRobot.edit("employees", FormRobot.employee(4))
    form.go(to: "phone").type("0812").press("f9").type("b")
    #expect(!form.isOpen)
    #expect(form.robot.app.session.drafts.isEmpty)
  }
}

@MainActor
@Suite struct `Drawing a form` {
  @Test(arguments: [(80, 24), (60, 16), (40, 10), (200, 60), (110, 30)])
  func `the focus is in sight and the cursor stands in it`(_ columns: Int, _ rows: Int) throws {
    let form = try FormRobot.edit("employees", FormRobot.employee(4), size: Size(columns: columns, rows: rows))
    let count = try #require(form.form).fields.count
    for _ in 0..<count {
      let cursor = try #require(form.robot.terminal.frame.cursor)
      let line = form.robot.terminal.frame.text(row: cursor.y)
      #expect(line.contains("▌") && line.contains("["))
      form.press("tab")
    }
  }

  @Test func `a wide window has two columns`() throws {
    let form = try FormRobot.edit("employees", FormRobot.employee(4), size: Size(columns: 120, rows: 40))
    let line = form.robot.screen.split(separator: "\n").first { $0.contains("Tanggal lahir") }
    #expect(line?.contains("Tempat lahir") == true)
  }

  @Test func `the form speaks English too`() throws {
    let form = try FormRobot.edit("employees", FormRobot.employee(4), language: .english)
    #expect(form.robot.shows("Full name*"))
    #expect(form.robot.shows("IDENTITY"))
  }
}
