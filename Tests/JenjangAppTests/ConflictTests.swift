import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

/// A form, and somebody else at a second session of the same store.
@MainActor
struct TwoPeople {
  let form: FormRobot
  let other: Store
  let id = FormRobot.employee(4)

  init(size: Size = Size(columns: 80, rows: 24), language: Language = .indonesian) throws {
    form = try FormRobot.edit("employees", FormRobot.employee(4), size: size, language: language)
    var environment = Fixture.environment(seed: 7)
    environment.author = Author(by: "u:siti", session: "siti(1004)@srv1 pts/3")
    other = try Store(
      opening: form.robot.store.path, options: OpenOptions(environment: environment, today: Fixture.today))
  }

  /// The other person saves fields of the record; the form hears of it when `isHeard`.
  func saves(_ fields: [String: JSONValue?], why: String = "", isHeard: Bool = true) throws {
    let table = try #require(other.book.table("employees"))
    try other.catchUp()
    let object = try #require(table.row(of: id).flatMap { table.object(at: $0) })
    let changes = Dictionary(uniqueKeysWithValues: fields.map { ($0, Change(old: object[$0], new: $1)) })
    try other.commit(Transaction([.update(kind: "employees", id: id, base: 0, changes: changes)], why: why))
    if isHeard { hear() }
  }

  func deletes() throws {
    let table = try #require(other.book.table("employees"))
    let object = try #require(table.row(of: id).flatMap { table.object(at: $0) })
    try other.commit(Transaction([.delete(kind: "employees", id: id, base: 0, object: object)], why: "SK 7"))
    hear()
  }

  func hear() {
    form.robot.app.turn(.descriptor(form.robot.store.watch ?? -1))
    form.robot.settle()
  }

  func stored(_ field: String) -> JSONValue? { form.stored("employees", id, field) }
  var conflict: ConflictScreen? { form.robot.app.stack.top as? ConflictScreen }
}

@MainActor
@Suite struct `Two people on one record` {
  @Test func `other fields come in at once, the saving is merged and one key shows with what`() throws {
    let two = try TwoPeople()
    two.form.go(to: "phone").type("0812")
    try two.saves(["email": "a@b.id"], why: "SK 5")
    #expect(two.form.message.contains("siti"))
    #expect(two.form.message.contains("mengubah Surel; sudah tampil di sini"))
    #expect(two.form.value("email") == "a@b.id")
    #expect(two.form.text == "0812")
    two.form.press("f10")
    #expect(!two.form.isOpen)
    #expect(two.stored("phone") == "0812" && two.stored("email") == "a@b.id")
    #expect(two.form.message.contains("digabung dengan perubahan siti"))
    two.form.press("alt-g")
    #expect(two.form.robot.shows("SK 5"))
    #expect(two.form.robot.shows("a@b.id"))
  }

  @Test func `a merge that was not heard of before saving is told as well`() throws {
    let two = try TwoPeople()
    two.form.go(to: "phone").type("0812")
    try two.saves(["email": "a@b.id"], isHeard: false)
    two.form.press("f10")
    #expect(two.stored("email") == "a@b.id")
    #expect(two.form.message.contains("digabung dengan perubahan siti"))
  }

  @Test(arguments: [true, false])
  func `the same field opens the conflict screen, where nothing is chosen before`(isHeard: Bool) throws {
    let two = try TwoPeople()
    two.form.go(to: "phone").type("0812")
    try two.saves(["phone": "0899"], why: "SK 5", isHeard: isHeard)
    if isHeard {
      #expect(two.form.message.contains("juga mengubah Telepon"))
      #expect(two.form.robot.shows("mengisi: 0899"))
    }
    two.form.press("f10")
    let screen = try #require(two.conflict)
    #expect(screen.undecided == [0])
    for text in ["Lama", "0899", "(SK 5)", "0812", "Ketik lain"] { #expect(two.form.robot.shows(text)) }
    two.form.press("f10")
    #expect(two.conflict != nil)
    #expect(two.form.message.contains("Pilih dulu nilai untuk Telepon"))
    two.form.press("2", "f10")
    #expect(two.stored("phone") == "0812")
    #expect(two.conflict == nil && !two.form.isOpen)
  }

  @Test func `theirs is kept, a third value is typed, and a click chooses`() throws {
    let two = try TwoPeople()
    two.form.go(to: "phone").type("0812").go(to: "email").type("x@y.id").go(to: "birthPlace").type("Kendal")
    try two.saves(["phone": "0899", "email": "a@b.id", "birthPlace": "Solo"])
    two.form.press("f10", "2", "3").type("0833").press("enter")
    #expect(two.conflict?.undecided == [2])
    #expect(two.form.robot.click("a@b.id"))
    two.form.press("f10")
    #expect(two.stored("birthPlace") == "Kendal")
    #expect(two.stored("phone") == "0833")
    #expect(two.stored("email") == "a@b.id")
  }

  @Test func `when somebody changes the field once more, it is asked once more`() throws {
    let two = try TwoPeople()
    two.form.go(to: "phone").type("0812")
    try two.saves(["phone": "0899"])
    two.form.press("f10", "2")
    try two.saves(["phone": "0877"])
    #expect(two.conflict?.undecided == [0])
    #expect(two.form.robot.shows("0877"))
    two.form.press("2")
    try two.saves(["phone": "0866"], isHeard: false)
    two.form.press("f10")
    #expect(two.conflict?.undecided == [0])
    two.form.press("2", "f10")
    #expect(two.stored("phone") == "0812")
  }

  @Test func `the same value from both is no conflict, and Esc keeps what was typed`() throws {
    let two = try TwoPeople()
    two.form.go(to: "phone").type("0812")
    try two.saves(["phone": "0899"])
    two.form.press("f10", "esc")
    #expect(two.form.isOpen)
    #expect(two.form.value("phone") == "0812")
    two.form.press("esc")
    #expect(two.form.robot.app.session.drafts.first?.texts == ["phone": "0812"])
    let again = try TwoPeople()
    again.form.go(to: "phone").type("0812")
    try again.saves(["phone": "0812"])
    again.form.press("f10")
    #expect(!again.form.isOpen)
  }

  @Test func `a draft of an earlier day meets what was changed since`() throws {
    let two = try TwoPeople()
    two.form.go(to: "phone").type("0812").press("esc")
    try two.saves(["phone": "0899", "email": "a@b.id"])
    let draft = try #require(two.form.robot.app.session.drafts.first)
    two.form.open(FormScreen.resume(draft, view: two.form.view))
    #expect(two.form.value("email") == "a@b.id")
    two.form.press("f10")
    #expect(two.conflict != nil)
  }

  @Test func `a record deleted under the form can be made again or let go`() throws {
    let two = try TwoPeople()
    two.form.go(to: "phone").type("0812")
    try two.deletes()
    #expect(two.form.message.contains("menghapus data ini"))
    two.form.press("f10")
    #expect(two.form.robot.shows("Dihapus siti"))
    #expect(two.form.robot.shows("(SK 7)"))
    two.form.type("b")
    #expect(!two.form.isOpen)
    let employees = two.form.robot.store.book.employees.table
    let made = (0..<employees.rowCount).compactMap { employees.object(at: $0) }.filter { $0["phone"] == "0812" }
    #expect(made.count == 1 && made[0]["name"] == "Siti Rahmawati")
  }

  @Test func `a number that somebody took first is refused at its field, and the input stays`() throws {
    let two = try TwoPeople()
    two.form.go(to: "employeeNumber").type("198702092011082009")
    var taken = JSONObject()
    taken["name"] = "Ani"
    taken["employeeNumber"] = "198702092011082009"
    try two.other.commit(Transaction([.create(kind: "employees", id: RecordID(high: 8, low: 1), object: taken)]))
    two.form.press("f10")
    #expect(two.form.isOpen)
    #expect(two.form.focus == "employeeNumber")
    #expect(two.form.message.contains("Sudah dipakai Ani"))
    #expect(two.form.robot.app.session.drafts.count == 1)
  }

  @Test(arguments: [(80, 24), (40, 10), (200, 60)], [Language.indonesian, .english])
  func `it works in every size, with long values`(_ size: (Int, Int), _ language: Language) throws {
    let two = try TwoPeople(size: Size(columns: size.0, rows: size.1), language: language)
    let long = String(repeating: "panjang ", count: 30)
    two.form.go(to: "note").type("x")
    try two.saves(["note": .string(long + String(repeating: "y", count: 150))], why: "SK 821.2/117/BKPSDM/2026")
    two.form.press("f10")
    #expect(two.conflict != nil)
    for _ in 0..<3 {
      let cursor = try #require(two.form.robot.terminal.frame.cursor)
      #expect(two.form.robot.terminal.frame.text(row: cursor.y).contains("▌"))
      two.form.press("down")
    }
    two.form.press("f1")
    #expect(two.form.robot.shows(language == .indonesian ? "Orang lain menyimpan" : "Somebody else saved"))
    two.form.press("esc", "up", "2", "f10")
    #expect(two.stored("note") == "x")
  }
}
