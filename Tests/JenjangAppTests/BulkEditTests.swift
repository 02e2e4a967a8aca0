import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `Changing many records` {
  /// Everyone is marked, and the field with this title is chosen.
  private func choose(_ field: String) throws -> FormRobot {
    let form = try FormRobot()
    form.press("1", "f9").type("a").press("f9").type("u").type(field).press("enter")
    return form
  }

  @Test func `one field of the marked records is changed in one step and undone in one`() throws {
    let form = try choose("kedudukan hukum")
    form.type("pens").press("enter", "f10")
    #expect(form.robot.shows("6 akan diubah"))
    #expect(form.robot.shows("Aktif → Pensiun"))
    form.press("f10")
    #expect(form.robot.app.stack.top is ListScreen)
    #expect(form.message.contains("untuk 6 data"))
    let commit = try #require(form.robot.app.session.store.commits(limit: 1).first)
    #expect(CommitText.line(commit, form.view) == "6 Pegawai diubah: Kedudukan hukum")
    let numbers: [UInt64] = [1, 2, 3, 4, 5, 6]
    func statuses() -> [JSONValue?] {
      numbers.map { form.stored("employees", FormRobot.employee($0), "legalStatus") }
    }
    #expect(statuses() == Array(repeating: "PENSIUN", count: 6))
    form.press("ctrl-z")
    #expect(statuses() == Array(repeating: "AKTIF", count: 6))
  }

  @Test func `records that would become wrong are left out and named`() throws {
    let form = try choose("atasan")
    form.type("sitinjak").press("enter", "f10")
    #expect(form.robot.shows("akan diubah"))
    form.press("f10")
    #expect(form.stored("employees", FormRobot.employee(4), "supervisor")?.text == FormRobot.employee(6).text)
  }

  @Test func `what cannot be read is said before anything is judged`() throws {
    let form = try choose("tmt pns")
    form.type("kapan").press("f10")
    #expect(form.robot.app.stack.top is BulkValue)
    #expect(form.message.contains("Bukan tanggal"))
  }

  @Test func `a blank value clears the field, but not a required one`() throws {
    let form = try choose("kedudukan hukum")
    form.press("f10")
    #expect(form.message.contains("wajib"))
  }

  @Test func `many records are saved in parts and still undone in one step`() throws {
    let form = try FormRobot()
    let session = form.robot.app.session
    let type = try #require(form.view.book.table("employees")?.type)
    let field = try #require(type.field("phone"))
    var plan = BulkPlan(type, field, value: "1", why: "")
    for number in 1...6 { plan.add(FormRobot.employee(UInt64(number)), in: form.view.book) }
    var saving = BulkSaving(plan, batch: session.newID(), part: 4)
    while saving.advance(session) == nil {}
    #expect(try form.robot.store.commits(limit: 2).compactMap(\.batch?.index) == [2, 1])
    form.press("ctrl-z")
    #expect(form.stored("employees", FormRobot.employee(1), "phone") == nil)
    #expect(form.stored("employees", FormRobot.employee(6), "phone") == nil)
  }
}

@MainActor
@Suite struct `A question before what cannot be undone` {
  private let question = Question(
    Text("Hapus permanen", en: "Purge"), [Text("3 pegawai akan dihapus.", en: "3 people will be removed.")],
    verb: Text("hapus", en: "purge"), letter: "h", accepted: .say(Text("SUDAH", en: "DONE")))

  private func ask() throws -> FormRobot {
    let form = try FormRobot()
    form.open(question)
    return form
  }

  /// Work that takes two turns and then asks.
  private struct Asking: Job {
    let question: Question
    var turns = 0
    var title: Text { .verbatim("…") }
    var progress: (done: Int, total: Int)? { nil }

    mutating func advance(_ session: Session) -> Effect? {
      turns += 1
      return turns < 2 ? nil : .push(question)
    }

    func cancelled(_ session: Session) -> Effect { .none }
  }

  @Test func `Enter and other letters do nothing, the letter of the verb accepts`() throws {
    let form = try ask()
    #expect(form.robot.shows("3 pegawai akan dihapus."))
    form.type("y")
    #expect(form.robot.app.stack.top is Question)
    form.press("enter")
    #expect(!(form.robot.app.stack.top is Question))
    #expect(!form.robot.shows("SUDAH"))
    let again = try ask()
    again.type("h")
    #expect(again.message == "SUDAH")
  }

  @Test(arguments: [false, true]) func `one that comes when somebody types something else is deaf at first`(
    _ types: Bool
  ) throws {
    let form = try FormRobot()
    form.robot.app.perform(.start(Asking(question: question)))
    form.robot.tick(seconds: 1)
    if types { form.robot.pressWhileBusy("down") }
    form.robot.settle()
    form.type("h").press("enter")
    #expect(form.robot.app.stack.top is Question)
    form.robot.tick(seconds: 1)
    form.type("h")
    #expect(form.message == "SUDAH")
  }

  @Test func `one that the last key caused answers at once`() throws {
    let form = try FormRobot()
    form.robot.app.perform(.start(Asking(question: question)))
    form.robot.settle()
    form.type("h")
    #expect(form.message == "SUDAH")
  }
}
