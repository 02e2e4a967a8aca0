import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

/// A robot that stands in a form.
@MainActor
struct FormRobot: OfficeRobot {
  let folder = TemporaryFolder()
  let robot: Robot

  init(size: Size = Size(columns: 80, rows: 24), language: Language = .indonesian) throws {
    robot = try Fixture.robot(folder, size: size, language: language)
  }

  /// The people of the fixture bear 1 to 6, the units 1 and 2.
  static func employee(_ number: UInt64) -> RecordID { RecordID(high: 2, low: number) }
  static func rank(_ number: UInt64) -> RecordID { RecordID(high: 3, low: number) }
  static func unit(_ number: UInt64) -> RecordID { RecordID(high: 1, low: number) }

  static func new(_ kind: String, owner: UInt64? = nil, size: Size = Size(columns: 80, rows: 24)) throws -> FormRobot {
    let form = try FormRobot(size: size)
    var preset = JSONObject()
    preset["employee"] = owner.map { .string(employee($0).text) }
    form.open(FormScreen.new(kind: kind, preset: preset, view: form.view))
    return form
  }

  static func edit(
    _ kind: String, _ id: RecordID, size: Size = Size(columns: 80, rows: 24), language: Language = .indonesian
  ) throws -> FormRobot {
    let form = try FormRobot(size: size, language: language)
    form.open(FormScreen.edit(kind: kind, id: id, view: form.view))
    return form
  }

  var form: FormScreen? { robot.app.stack.top as? FormScreen }
  var isOpen: Bool { form != nil }
  var focus: String { form.map { $0.current.spec.name } ?? "" }
  var text: String { form.map { $0.current.text } ?? "" }

  /// Goes to a field by Tab.
  @discardableResult
  func go(to field: String) -> FormRobot {
    press("ctrl-home")
    for _ in 0..<40 where focus != field { press("tab") }
    #expect(focus == field)
    return self
  }

  func value(_ field: String) -> JSONValue? { form?.fields.first { $0.spec.name == field }?.value(view) }

  /// What is stored in a field now.
  func stored(_ kind: String, _ id: RecordID, _ field: String) -> JSONValue? {
    guard let table = robot.store.book.table(kind), let row = table.row(of: id) else { return nil }
    return table.object(at: row)?[field]
  }
}
