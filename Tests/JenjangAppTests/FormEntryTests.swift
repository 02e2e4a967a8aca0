import JSONText
import JenjangDomain
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `Entering a form` {
  @Test func `the focus starts at the first empty required field`() throws {
    let form = try FormRobot.new("rank-histories", owner: 4)
    #expect(form.focus == "grade")
    #expect(form.robot.shows("Pegawai: Siti Rahmawati"))
    #expect(form.robot.shows("Golongan*"))
  }

  @Test func `the first key replaces a stored value, an arrow edits it`() throws {
    let form = try FormRobot.edit("employees", FormRobot.employee(4))
    form.go(to: "name").type("Budi")
    #expect(form.text == "Budi")
    form.press("ctrl-z")
    #expect(form.text == "Siti Rahmawati")
    form.press("end").type(" P.")
    #expect(form.text == "Siti Rahmawati P.")
  }

  @Test func `a code is taken by the letters it begins with`() throws {
    let form = try FormRobot.edit("employees", FormRobot.employee(4))
    form.go(to: "legalStatus").type("pens")
    #expect(form.robot.shows("→ Pensiun"))
    form.press("enter")
    #expect(form.value("legalStatus") == "PENSIUN")
    #expect(form.robot.shows("[PENSIUN"))
  }

  @Test func `an unclear code opens the list, narrowed to what was typed`() throws {
    let form = try FormRobot.edit("employees", FormRobot.employee(4))
    form.go(to: "legalStatus").type("dipe").press("enter")
    #expect(!form.isOpen)
    #expect(form.robot.shows("Diperbantukan"))
    #expect(!form.robot.shows("Meninggal dunia"))
    form.press("down", "enter")
    #expect(form.value("legalStatus")?.text?.hasPrefix("DIPER") == true)
    #expect(form.focus == "legalStatusDate")
  }

  @Test func `a short code goes on by itself`() throws {
    let form = try FormRobot.new("employees")
    form.go(to: "sex").type("L")
    #expect(form.focus == "religion")
    #expect(form.value("sex") == "L")
  }

  @Test func `a full and valid employee number goes on by itself, a wrong one stays and says why`() throws {
    let form = try FormRobot.new("employees")
    form.type("198703152011081004")
    #expect(form.focus == "name")
    form.press("shift-tab").type("198713152011081004")
    #expect(form.focus == "employeeNumber")
    #expect(form.robot.shows("!"))
  }

  @Test(arguments: ["enter", "tab"]) func `the key that ends a field does not pass over the next when it was full`(
    _ key: String
  ) throws {
    let form = try FormRobot.new("employees")
    form.type("198703152011081004").press(key)
    #expect(form.focus == "name")
    form.press(key)
    #expect(form.focus == "frontTitle")
    form.press("shift-tab", "shift-tab", key)
    #expect(form.focus == "name")
  }

  @Test func `dates are typed short and shown in full beside`() throws {
    let form = try FormRobot.new("rank-histories", owner: 4)
    form.go(to: "effectiveDate").type("3108")
    #expect(form.robot.shows("31 Agu 2026"))
    form.press("tab")
    #expect(form.value("effectiveDate") == "2026-08-31")
    #expect(form.robot.shows("31-08-2026"))
  }

  @Test func `plus and minus step a date that stands there, and begin one that is empty`() throws {
    let form = try FormRobot.new("rank-histories", owner: 4)
    form.go(to: "effectiveDate").type("h").press("tab", "shift-tab")
    form.type("+").type("+")
    #expect(form.value("effectiveDate") == "2026-11-26")
    form.press("tab", "shift-tab").type("-")
    #expect(form.value("effectiveDate") == "2026-11-25")
    form.go(to: "decreeDate").type("+2m")
    #expect(form.value("decreeDate") == "2026-12-08")
  }

  @Test func `a digit after one plus makes it a distance from today`() throws {
    let form = try FormRobot.edit("rank-histories", FormRobot.rank(4))
    form.go(to: "effectiveDate").type("+2m")
    #expect(form.value("effectiveDate") == "2026-12-08")
  }

  @Test func `a minus within a date is part of it`() throws {
    let form = try FormRobot.new("rank-histories", owner: 4)
    form.go(to: "effectiveDate").type("01-04-2026").press("tab")
    #expect(form.value("effectiveDate") == "2026-04-01")
  }

  @Test func `plus and minus step a number within its range`() throws {
    let form = try FormRobot.new("rank-histories", owner: 4)
    form.go(to: "serviceMonths").type("10").type("+").type("+")
    #expect(form.text == "11")
    form.type("-")
    #expect(form.text == "10")
  }

  @Test func `the space bar turns a flag`() throws {
    let form = try FormRobot.new("educations", owner: 4)
    form.go(to: "isRecognised").type(" ")
    #expect(form.value("isRecognised") == true)
    form.type(" ")
    #expect(form.value("isRecognised") == false)
    form.press("ctrl-z")
    #expect(form.value("isRecognised") == nil)
  }

  @Test func `a reference is taken by letters that only one record has`() throws {
    let form = try FormRobot.edit("employees", FormRobot.employee(4))
    form.go(to: "supervisor").type("sitinjak").press("enter")
    #expect(form.value("supervisor") == .string(FormRobot.employee(6).text))
    form.go(to: "supervisor")
    #expect(form.text == "Sitinjak, Robert")
    #expect(form.robot.shows("197606012006041001"))
  }

  @Test func `F4 lists records with what tells them apart`() throws {
    let form = try FormRobot.edit("employees", FormRobot.employee(4))
    form.go(to: "supervisor").press("f4").type("agus")
    #expect(form.robot.shows("198203152006041005"))
    form.press("enter")
    #expect(form.value("supervisor") == .string(FormRobot.employee(5).text))
  }

  @Test func `what is wrong never holds the focus, and is said where it stands`() throws {
    let form = try FormRobot.new("rank-histories", owner: 4)
    form.go(to: "effectiveDate").type("besok lusa").press("tab")
    #expect(form.focus == "reason")
    #expect(form.robot.shows("! Bukan tanggal"))
    form.press("up")
    #expect(form.focus == "effectiveDate")
  }

  @Test func `a letter after Ctrl-O jumps to its field`() throws {
    let form = try FormRobot.new("rank-histories", owner: 4)
    form.press("ctrl-o").type("t")
    #expect(form.focus == "effectiveDate")
  }

  @Test func `pasted text is one step, without control characters, and submits nothing`() throws {
    let form = try FormRobot.edit("employees", FormRobot.employee(4))
    form.go(to: "name")
    form.robot.paste("Budi\u{1B} Santoso\nX\n")
    #expect(form.focus == "name")
    #expect(form.text == "Budi Santoso X")
    form.press("ctrl-z")
    #expect(form.text == "Siti Rahmawati")
  }

  @Test func `Ctrl-Z takes back one field after the other, Ctrl-Y repeats`() throws {
    let form = try FormRobot.edit("employees", FormRobot.employee(4))
    form.go(to: "name").type("Budi").press("tab").type("Drs.")
    form.press("ctrl-z")
    #expect(form.value("frontTitle") == nil)
    form.press("ctrl-z")
    #expect(form.value("name") == "Siti Rahmawati")
    form.press("ctrl-y")
    #expect(form.value("name") == "Budi")
  }

  @Test func `Ctrl-D copies the field from the owner's previous record`() throws {
    let form = try FormRobot.new("rank-histories", owner: 4)
    form.press("ctrl-d")
    #expect(form.value("grade") == "III/c")
    #expect(form.focus == "effectiveDate")
  }

  @Test func `a note takes lines with Alt-Enter, and Enter goes on`() throws {
    let form = try FormRobot.edit("employees", FormRobot.employee(4))
    form.go(to: "interests").type("satu").press("alt-enter").type("dua").press("enter")
    #expect(form.value("interests") == "satu\ndua")
    #expect(form.focus == "careerGoal")
  }

  @Test func `a click puts the focus on a field`() throws {
    let form = try FormRobot.new("rank-histories", owner: 4)
    #expect(form.robot.click("Jenis kenaikan"))
    #expect(form.focus == "reason")
  }
}
