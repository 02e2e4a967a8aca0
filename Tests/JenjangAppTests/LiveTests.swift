import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

/// Somebody else saves while a screen is open: cursor, marks, typed text and place stay where they are.
@MainActor
@Suite struct `Others save meanwhile` {
  private struct Scene {
    let folder = TemporaryFolder()
    let robot: Robot
    let other: Store

    init(people: [Person] = Person.six) throws {
      robot = try Fixture.robot(folder, people: people)
      var environment = Fixture.environment(seed: 3)
      environment.author = Author(by: "u:siti", session: "")
      other = try Store(
        opening: robot.store.path, options: OpenOptions(environment: environment, today: Fixture.today))
    }

    func saves(_ operations: JenjangDomain.Operation...) throws {
      try other.commit(Transaction(operations))
      robot.app.turn(.descriptor(robot.store.watch ?? -1))
      robot.settle()
    }

    func newPerson(_ name: String, _ number: UInt64 = 77) -> JenjangDomain.Operation {
      var object = JSONObject()
      object["name"] = .string(name)
      object["legalStatus"] = "AKTIF"
      return .create(kind: "employees", id: RecordID(high: 2, low: number), object: object)
    }

    func delete(_ kind: String, _ id: RecordID) throws -> JenjangDomain.Operation {
      let table = try #require(other.book.table(kind))
      let object = try #require(table.row(of: id).flatMap { table.object(at: $0) })
      return .delete(kind: kind, id: id, base: 0, object: object)
    }

    /// The line on which the cursor's mark stands.
    var cursorLine: String { robot.cursorLine }
  }

  @Test func `a list keeps cursor and marks, and forgets the mark of a record that is gone`() throws {
    let scene = try Scene()
    scene.robot.press("1", "down", "space", "down", "space", "up")
    let before = scene.cursorLine
    let list = try #require(scene.robot.app.stack.top as? ListScreen)
    let selected = list.selected
    try scene.saves(scene.newPerson("Aaa Paling Atas"))
    #expect(scene.robot.shows("Aaa Paling Atas"))
    let after = try #require(scene.robot.app.stack.top as? ListScreen)
    #expect(after.selected == selected && after.marked == list.marked && after.marked.count == 2)
    #expect(scene.cursorLine == before)
    let gone = try #require(list.marked.first { $0 != selected })
    let number = try #require((1...6).first { FormRobot.employee($0) == gone })
    try scene.saves(
      scene.delete("rank-histories", FormRobot.rank(number)), scene.delete("employees", gone))
    #expect((scene.robot.app.stack.top as? ListScreen)?.marked.count == list.marked.count - 1)
    #expect(scene.cursorLine == before)
  }

  @Test func `a blank between two words of a name marks nobody, one behind the search does`() throws {
    let scene = try Scene()
    scene.robot.press("1").type("siti rah")
    #expect(scene.robot.shows("Siti Rahmawati"))
    #expect((scene.robot.app.stack.top as? ListScreen)?.marked.isEmpty == true)
    scene.robot.press("esc").type("siti").press("space", "backspace").type("i")
    #expect((scene.robot.app.stack.top as? ListScreen)?.marked.count == 1)
  }

  @Test func `a list that is scrolled keeps its window`() throws {
    let people = (0..<60).map { number in
      Person(
        "Orang \(100 + number)", String(198_505_122_010_122_001 + number), .iiiB, since: "2022-12-01", "Staf",
        "Biro SDM")
    }
    let scene = try Scene(people: people)
    scene.robot.press("1", "pgdn", "pgdn", "up")
    let before = scene.robot.screen.split(separator: "\n").filter { $0.contains("Orang 1") }
    try scene.saves(scene.newPerson("Aaa", 177), scene.newPerson("Aab", 178))
    #expect(scene.robot.screen.split(separator: "\n").filter { $0.contains("Orang 1") } == before)
  }

  @Test func `the file of a person keeps its row, and shows the new one`() throws {
    let scene = try Scene()
    scene.robot.press("1", "enter", "alt-2")
    let file = try #require(scene.robot.app.stack.top as? EmployeeFile)
    let selected = try #require(file.selected(scene.robot.app.view))
    var rank = JSONObject()
    rank["employee"] = .string(file.id.text)
    rank["grade"] = "IV/b"
    rank["effectiveDate"] = "2026-10-01"
    try scene.saves(.create(kind: "rank-histories", id: RecordID(high: 3, low: 99), object: rank))
    #expect(scene.robot.shows("IV/b"))
    let after = try #require(scene.robot.app.stack.top as? EmployeeFile)
    #expect(after.selected(scene.robot.app.view)?.id == selected.id)
  }

  @Test func `the history of a person and the journal keep their rows`() throws {
    let scene = try Scene()
    let id = FormRobot.employee(1)
    func phone(_ old: JSONValue?, _ new: JSONValue) -> JenjangDomain.Operation {
      .update(kind: "employees", id: id, base: 0, changes: ["phone": Change(old: old, new: new)])
    }
    try scene.saves(phone(nil, "1"))
    try scene.saves(phone("1", "2"))
    scene.robot.press("9", "1", "down")
    let sequence = (scene.robot.app.stack.top as? Journal)?.selected?.sequence
    try scene.saves(phone("2", "3"))
    #expect((scene.robot.app.stack.top as? Journal)?.selected?.sequence == sequence)
    scene.robot.press("alt-h")
    let history = FileTab.all.firstIndex { $0.isHistory } ?? 0
    scene.robot.app.perform(.push(EmployeeFile(id, tab: history)))
    scene.robot.settle()
    scene.robot.press("down")
    let row = (scene.robot.app.stack.top as? EmployeeFile)?.history.selected
    try scene.saves(phone("3", "4"))
    let after = (scene.robot.app.stack.top as? EmployeeFile)?.history.selected
    #expect(row != nil && after?.commit.sequence == row?.commit.sequence)
  }

  @Test func `the tree of units keeps its unit, and the posts their post`() throws {
    let scene = try Scene()
    scene.robot.press("2", "down")
    let selected = (scene.robot.app.stack.top as? UnitTreeScreen)?.selected
    var unit = JSONObject()
    unit["code"] = "AAA"
    unit["name"] = "Aaa"
    try scene.saves(.create(kind: "units", id: RecordID(high: 1, low: 50), object: unit))
    #expect(scene.robot.shows("Aaa"))
    #expect((scene.robot.app.stack.top as? UnitTreeScreen)?.selected == selected)
  }

  @Test func `a chooser keeps its choice, and Home its item`() throws {
    let scene = try Scene()
    scene.robot.press("down", "down")
    let home = scene.cursorLine
    try scene.saves(scene.newPerson("Aaa Paling Atas"))
    #expect(scene.cursorLine.prefix(20) == home.prefix(20))
    let form = FormScreen.edit(kind: "employees", id: FormRobot.employee(4), view: scene.robot.app.view)
    scene.robot.app.perform(.push(form))
    scene.robot.settle()
    for _ in 0..<40 {
      if (scene.robot.app.stack.top as? FormScreen)?.current.spec.name == "supervisor" { break }
      scene.robot.press("tab")
    }
    scene.robot.press("f4", "down", "down")
    let choice = scene.cursorLine
    try scene.saves(scene.newPerson("Aab Kedua", 78))
    #expect(scene.cursorLine == choice)
  }

  @Test func `what stood before and after a change is shown from the journal`() throws {
    let scene = try Scene()
    let id = FormRobot.employee(4)
    try scene.saves(
      .update(kind: "employees", id: id, base: 0, changes: ["phone": Change(old: nil, new: "0811")]))
    try scene.saves(
      .update(kind: "employees", id: id, base: 0, changes: ["phone": Change(old: "0811", new: "0822")]))
    scene.robot.press("9", "1", "f9").type("b")
    #expect(scene.robot.shows("sebelum no. 3"))
    #expect(scene.robot.shows("* 0811"))
    #expect(scene.robot.shows("TERCATAT"))
    scene.robot.press("esc", "f9").type("s")
    #expect(scene.robot.shows("* 0822"))
  }

  @Test func `an import that was tried hears of it, is tried again with one key and saves nothing twice`() throws {
    let scene = try Scene()
    let csv = "Kode unit;Nama unit\nDIK;Dinas Pendidikan\nKES;Dinas Kesehatan\n"
    try ReportFile.write(Array(csv.utf8), to: scene.folder.path + "/unit.csv", replacing: false)
    scene.robot.press("f2", "import", "enter", "enter", "backspace", "backspace")
    scene.robot.paste(scene.folder.path + "/unit.csv")
    scene.robot.press("enter")
    #expect(scene.robot.shows("2 baru"))
    let unit: JSONObject = ["code": "DIK", "name": "Dinas Pendidikan", "kind": "DINAS"]
    try scene.saves(.create(kind: "units", id: RecordID(high: 2, low: 78), object: unit))
    #expect(scene.robot.shows("siti baru menyimpan Unit"))
    #expect(scene.robot.shows("2 baru"))
    scene.robot.press("f5")
    #expect(scene.robot.shows("1 baru"))
    scene.robot.press("f10")
    #expect(scene.robot.store.book.units.table.count == 4)
  }

  @Test func `an import whose rows somebody else was first with saves none of them twice`() throws {
    let scene = try Scene()
    let csv = "Kode unit;Nama unit\nDIK;Dinas Pendidikan\n"
    try ReportFile.write(Array(csv.utf8), to: scene.folder.path + "/unit.csv", replacing: false)
    scene.robot.press("f2", "import", "enter", "enter", "backspace", "backspace")
    scene.robot.paste(scene.folder.path + "/unit.csv")
    scene.robot.press("enter")
    let unit: JSONObject = ["code": "DIK", "name": "Dinas Pendidikan", "kind": "DINAS"]
    try scene.saves(.create(kind: "units", id: RecordID(high: 2, low: 78), object: unit))
    scene.robot.press("f10")
    #expect(scene.robot.store.book.units.table.count == 3)
    #expect(scene.robot.shows("0 baru"))
  }
}
