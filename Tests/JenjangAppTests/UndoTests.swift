import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `Undo` {
  /// The program again, on the store of another robot.
  private func restarted(_ robot: Robot, _ folder: TemporaryFolder) throws -> Robot {
    let store = try Store(
      opening: robot.store.path,
      options: OpenOptions(environment: Fixture.environment(seed: 9), today: Fixture.today))
    let files = UserFiles(environment: { $0 == "HOME" ? folder.path : nil })
    return Robot(store, files: files, size: Size(columns: 80, rows: 24), language: .indonesian, day: Fixture.today)
  }

  private func set(_ robot: Robot, _ number: UInt64, _ field: String, _ value: JSONValue?) throws {
    let id = FormRobot.employee(number)
    let table = try #require(robot.store.book.table("employees"))
    let row = try #require(table.row(of: id))
    let change = Change(old: table.object(at: row)?[field], new: value)
    let operation = Operation.update(kind: "employees", id: id, base: 0, changes: [field: change])
    try robot.app.session.commit(
      Transaction([operation]), title: Text("Tersimpan: \(number)", en: "Saved: \(number)"))
  }

  private func phone(_ robot: Robot, _ number: UInt64) -> String? {
    let table = robot.store.book.table("employees")
    return table?.row(of: FormRobot.employee(number)).flatMap { table?.object(at: $0)?["phone"]?.text }
  }

  private func message(_ robot: Robot) -> String { robot.app.message.map { $0.text.indonesian } ?? "" }

  @Test func `what was saved before a restart is told first, then taken back, and repeated`() throws {
    let folder = TemporaryFolder()
    let first = try Fixture.robot(folder)
    try set(first, 4, "phone", "0812")
    let robot = try restarted(first, folder)
    robot.press("ctrl-z")
    #expect(phone(robot, 4) == "0812")
    #expect(message(robot).contains("Ctrl-Z lagi mengurungkan"))
    #expect(message(robot).contains("Siti Rahmawati"))
    robot.press("ctrl-z")
    #expect(phone(robot, 4) == nil)
    #expect(message(robot).contains("Diurungkan: Siti Rahmawati"))
    let again = try restarted(robot, folder)
    again.press("ctrl-y")
    #expect(message(again).contains("Ctrl-Y lagi mengulangi"))
    again.press("ctrl-y")
    #expect(phone(again, 4) == "0812")
  }

  @Test func `taking back goes on from this run to the one before, and undoing is not undone by itself`() throws {
    let folder = TemporaryFolder()
    let first = try Fixture.robot(folder)
    try set(first, 4, "phone", "1")
    try set(first, 4, "phone", "2")
    let robot = try restarted(first, folder)
    try set(robot, 4, "phone", "3")
    robot.press("ctrl-z")
    #expect(phone(robot, 4) == "2")
    robot.press("ctrl-z", "ctrl-z")
    #expect(phone(robot, 4) == "1")
    robot.press("ctrl-z", "ctrl-z")
    #expect(phone(robot, 4) == nil)
    robot.press("ctrl-y")
    #expect(phone(robot, 4) == "1")
  }

  @Test func `somebody else's commits are not on one's own stack`() throws {
    let folder = TemporaryFolder()
    let first = try Fixture.robot(folder)
    var environment = Fixture.environment(seed: 5)
    environment.author = Author(by: "u:siti", session: "")
    let other = try Store(
      opening: first.store.path, options: OpenOptions(environment: environment, today: Fixture.today))
    let operation = Operation.update(
      kind: "employees", id: FormRobot.employee(4), base: 0, changes: ["phone": Change(old: nil, new: "0899")])
    try other.commit(Transaction([operation]))
    let robot = try restarted(first, folder)
    robot.press("ctrl-z")
    #expect(!message(robot).contains("Siti Rahmawati"))
    #expect(phone(robot, 4) == "0899")
  }

  @Test func `a field that was changed since opens the conflict screen`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    try set(robot, 4, "phone", "0812")
    let commit = try #require(try robot.store.commits(limit: 1).first)
    try robot.store.commit(
      Transaction([
        .update(
          kind: "employees", id: FormRobot.employee(4), base: 0, changes: ["phone": Change(old: "0812", new: "0899")])
      ]))
    robot.press("ctrl-z")
    #expect(robot.app.stack.top is ConflictScreen)
    #expect(robot.shows("0899") && robot.shows("0812") && robot.shows("(kosong)"))
    robot.press("2", "f10")
    #expect(phone(robot, 4) == nil)
    let last = try #require(try robot.store.commits(limit: 1).first)
    #expect(last.undoes == commit.sequence)
  }

  @Test func `a batch is taken back and repeated as one, after a restart too`() throws {
    let folder = TemporaryFolder()
    let first = try Fixture.robot(folder)
    let batch = RecordID(high: 7, low: 7)
    for part in 1...3 {
      let id = FormRobot.employee(UInt64(part))
      let operation = Operation.update(
        kind: "employees", id: id, base: 0, changes: ["phone": Change(old: nil, new: "0800")])
      try first.app.session.commit(
        Transaction([operation], batch: Transaction.Batch(id: batch, index: part, count: 3)), title: Text("B", en: "b"))
    }
    let robot = try restarted(first, folder)
    robot.press("ctrl-z", "ctrl-z")
    #expect((1...3).allSatisfy { phone(robot, $0) == nil })
    robot.press("ctrl-y")
    #expect((1...3).allSatisfy { phone(robot, $0) == "0800" })
    let again = try restarted(robot, folder)
    again.press("ctrl-z")
    #expect(message(again).contains("kumpulan 3 simpanan"))
  }

  @Test func `of a batch the records that were changed since are left, when the user says so`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    let operations = (1...3).map { number in
      Operation.update(
        kind: "employees", id: FormRobot.employee(UInt64(number)), base: 0,
        changes: ["phone": Change(old: nil, new: "0800")])
    }
    try robot.app.session.commit(Transaction(operations), title: Text("Massal", en: "Bulk"))
    try robot.store.commit(
      Transaction([
        .update(
          kind: "employees", id: FormRobot.employee(2), base: 0, changes: ["phone": Change(old: "0800", new: "0899")])
      ]))
    robot.press("ctrl-z")
    #expect(robot.shows("Urungkan Massal?"))
    #expect(phone(robot, 1) == "0800")
    robot.type("l")
    #expect(phone(robot, 1) == nil && phone(robot, 3) == nil)
    #expect(phone(robot, 2) == "0899")
    #expect(message(robot).contains("1 data dibiarkan"))
  }

  @Test func `the journal takes the whole batch of a row back`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    for part in 1...3 {
      let operation = Operation.update(
        kind: "employees", id: FormRobot.employee(UInt64(part)), base: 0,
        changes: ["phone": Change(old: nil, new: "0800")])
      let batch = Transaction.Batch(id: RecordID(high: 7, low: 7), index: part, count: 3)
      try robot.store.commit(Transaction([operation], batch: batch))
    }
    try set(robot, 5, "phone", "0855")
    robot.press("9", "1", "down", "down", "f9").type("k")
    #expect((1...3).allSatisfy { phone(robot, $0) == nil })
    #expect(phone(robot, 5) == "0855")
  }

  @Test func `an erasure and what it blanked are refused with words of their own, and do not stand in the way`() throws
  {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    try set(robot, 4, "phone", "0812")
    try set(robot, 5, "phone", "0813")
    let erased = FormRobot.employee(5)
    _ = try robot.store.erase(
      "employees", erased, order: ErasureOrder(number: "SP 1/2026", basis: "UU 27/2022"))
    let again = try restarted(robot, folder)
    again.press("ctrl-z")
    again.press("ctrl-z")
    #expect(message(again).contains("menghapus data atas perintah tertulis"))
    again.press("ctrl-z")
    again.press("ctrl-z")
    #expect(message(again).contains("sudah dihapus atas perintah tertulis"))
    again.press("ctrl-z")
    again.press("ctrl-z")
    #expect(message(again).contains("Diurungkan"))
    #expect(phone(again, 4) == nil)
  }
}

@Suite struct `The stack of undo` {
  private func noted(_ entries: [(Int, undoes: Int?, batch: UInt64?)]) -> UndoStack {
    var stack = UndoStack()
    for entry in entries {
      stack.note(
        UndoStack.Entry(
          sequence: entry.0, undoes: entry.undoes, batch: entry.batch.map { RecordID(high: 0, low: $0) }, title: nil,
          time: 0))
    }
    return stack
  }

  @Test func `a batch is one step, and taking it back in part leaves the rest there`() {
    var stack = noted([(1, nil, nil), (2, nil, 8), (3, nil, 8), (4, nil, 8), (5, 4, 9)])
    #expect(stack.undoable.map(\.parts) == [[1], [2, 3]])
    #expect(stack.redoable.map(\.parts) == [[5]])
    stack = noted([(1, nil, nil), (2, nil, 8), (3, nil, 8), (4, 3, 9), (5, 2, 9), (6, 5, nil), (7, 4, nil)])
    #expect(stack.undoable.map(\.parts) == [[1], [6, 7]])
    #expect(stack.redoable.isEmpty)
  }

  @Test func `a new action ends what could be repeated`() {
    #expect(noted([(1, nil, nil), (2, 1, nil), (3, nil, nil)]).redoable.isEmpty)
  }
}
