import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `Nobody gets at what the role hides` {
  private let agus = RoleRobot.agus

  @Test(arguments: [UserRole.supervisor, .hrOfficer, .leader])
  func `lists, search, palette and counts show one's own people only`(_ role: UserRole) throws {
    let robot = try RoleRobot(role)
    #expect(robot.robot.shows("Pegawai"))
    robot.press("1")
    #expect(robot.robot.shows("Siti Aminah"))
    #expect(!robot.robot.shows("Agus"))
    #expect(robot.robot.shows("dari 5"))
    robot.robot.type("agus")
    #expect(robot.robot.shows("dari 0"))
    robot.press("alt-h", "f2")
    robot.robot.type("@agus")
    #expect(!robot.robot.shows("Agus Pratama"))
    #expect(Palette.people("agus", robot.view, limit: 9).isEmpty)
    #expect(Lookup.rows("agus", in: try #require(robot.view.book.table("employees"))).isEmpty)
  }

  @Test func `a record that a reference names is not opened, and the sentence names the right`() throws {
    let robot = try RoleRobot(.supervisor)
    let depth = robot.robot.app.stack.depth
    robot.perform(.push(EmployeeFile(agus)))
    #expect(robot.robot.app.stack.depth == depth)
    #expect(robot.message == "Peran Atasan tidak berhak melihat Pegawai ini")
    robot.perform(.push(FormScreen.edit(kind: "employees", id: agus, view: robot.view)))
    #expect(robot.robot.app.stack.depth == depth)
    let child = RecordReader.screen(kind: "family-members", id: RecordID(high: 7, low: 1)) { _ in .none }
    robot.perform(.push(child))
    #expect(!robot.robot.shows("0811"))
    #expect(robot.robot.shows("tidak berhak melihat"))
    #expect(robot.view.book.label(of: agus, kind: "employees") == "Agus Pratama")
  }

  @Test func `the journal and the import are closed to those without the right`() throws {
    let robot = try RoleRobot(.supervisor)
    robot.press("9", "1")
    #expect(robot.message == "Peran Atasan tidak berhak membaca jurnal")
    #expect(robot.robot.app.stack.depth == 2)
    robot.press("f2", "import", "enter")
    #expect(robot.message == "Peran Atasan tidak berhak mengimpor data")
    robot.press("f2")
    robot.robot.type("jurnal")
    robot.press("enter")
    #expect(!(robot.robot.app.stack.top is Journal))
  }

  @Test func `the journal shows an officer what belongs to the own units, without the reason of the rest`() throws {
    let robot = try RoleRobot(.hrOfficer)
    robot.press("9", "1")
    #expect(robot.robot.shows("Jurnal"))
    #expect(!robot.robot.shows(RoleRobot.secret))
    #expect(!robot.robot.shows("Agus"))
    robot.perform(.push(Journal.reader(try #require(try robot.store.commits(limit: 9).last))))
    #expect(!robot.robot.shows("Agus"))
  }

  @Test func `the state before and after a change is hidden with its record`() throws {
    let robot = try RoleRobot(.hrOfficer)
    let own = FormRobot.employee(3)
    #expect(try robot.store.object(of: agus, kind: "employees", after: 9) == nil)
    #expect(try robot.store.object(of: own, kind: "employees", after: 9) != nil)
    robot.become(.supervisor, units: [1])
    let seen = try #require(try robot.store.object(of: own, kind: "employees", after: 9))
    #expect(seen["name"] == "Siti Aminah")
  }

  @Test func `exports need their right, wherever they start`() throws {
    let robot = try RoleRobot(.employee)
    robot.press("1")
    robot.perform(.command("list.export"))
    #expect(robot.message == "Peran Pegawai tidak berhak mengekspor data")
    robot.press("enter")
    robot.perform(.command("file.exportJSON"))
    #expect(robot.message == "Peran Pegawai tidak berhak mengekspor data")
    robot.perform(.command("file.exportText"))
    #expect(robot.message == "Peran Pegawai tidak berhak mengekspor data")
  }

  @Test func `an exported file leaves out what the role hides`() throws {
    let robot = try RoleRobot(.supervisor)
    let text = FileExport.text(agus, day: nil, robot.view)
    #expect(text.isEmpty)
    let own = FileExport.text(FormRobot.employee(6), day: nil, robot.view)
    #expect(own.contains("Sitinjak"))
    #expect(!own.lowercased().contains("agama"))
  }

  @Test func `nobody saves beyond the reach, and nothing is written`() throws {
    let robot = try RoleRobot(.hrOfficer)
    let before = robot.store.head
    let change = JenjangDomain.Operation.update(
      kind: "employees", id: agus, base: 2, changes: ["phone": Change(old: nil, new: "0")])
    robot.perform(.commit(Transaction([change]), done: .verbatim("x"), then: .none))
    #expect(robot.message.contains("tidak berhak mengubah"))
    #expect(robot.store.head == before)
  }

  @Test func `what others saved is taken back only by those who may`() throws {
    let robot = try RoleRobot(.supervisor)
    let before = robot.store.head
    robot.perform(.takeBack([1], title: .verbatim("x")))
    #expect(robot.message == "Peran Atasan tidak berhak membatalkan simpanan orang lain")
    robot.become(.hrOfficer, units: [1])
    robot.perform(.takeBack([2], title: .verbatim("x")))
    #expect(robot.store.head == before)
  }

  @Test func `a draft belongs to the person who typed it`() throws {
    let robot = try RoleRobot(.hrOfficer)
    let draft = Draft(id: RecordID(high: 5, low: 5), kind: "employees", title: "Draf " + RoleRobot.secret)
    robot.perform(.keepDraft(draft, then: .none))
    #expect(robot.robot.shows(RoleRobot.secret))
    robot.become(.hrOfficer, person: 2, units: [1])
    #expect(!robot.robot.shows(RoleRobot.secret))
    robot.become(.hrOfficer, units: [1])
    var about = draft
    about.record = agus
    robot.perform(.keepDraft(about, then: .none))
    #expect(!robot.robot.shows(RoleRobot.secret))
  }

  @Test func `a form has no entry for a hidden field`() throws {
    let robot = try RoleRobot(.supervisor)
    let form = FormScreen.edit(kind: "employees", id: FormRobot.employee(3), view: robot.view)
    #expect(form.fields.contains { $0.spec.name == "phone" })
    #expect(!form.fields.contains { $0.spec.name == "religion" })
    #expect(!form.fields.contains { $0.spec.name == "nationalIdentity" })
  }

  @Test func `a count by a hidden field counts nothing`() throws {
    let robot = try RoleRobot(.supervisor)
    let table = try #require(robot.view.book.table("employees"))
    let every = (0..<table.rowCount).map(\.self)
    #expect(!table.isCountable("religion"))
    #expect(table.crossTable(every, by: "religion", and: "kind", language: .english) == .empty)
    #expect(table.crossTable(every, by: "sex", and: "kind", language: .english).total == 5)
  }

  @Test func `another day shows the people of today only`() throws {
    let robot = try RoleRobot(.supervisor)
    let past = try #require(Day(year: 2010, month: 1, day: 1))
    robot.view.book.move(to: past)
    #expect(robot.view.book.employees.all.count == 5)
    #expect(robot.view.book.employees[ID<Employee>(agus)] == nil)
  }

  @Test func `those who only read are told so`() throws {
    let robot = try RoleRobot(.auditor)
    robot.press("1", "f6")
    #expect(robot.message == "Peran Pemeriksa hanya membaca")
    robot.perform(.push(FormScreen.edit(kind: "employees", id: agus, view: robot.view)))
    #expect(robot.message == "Peran Pemeriksa tidak berhak mengubah data pokok pegawai")
  }
}
