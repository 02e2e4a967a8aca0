import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension Query {
  static func parse(_ text: String, in table: Table) -> (query: Query, problems: [Text]) { (Query(search: text), []) }
}
extension Table {
  func text(at row: Row, field: String, language: Language) -> String {
    value(field, at: row).map { text(of: $0, field: field, language: language) } ?? ""
  }
}
struct Draft {
  let id: RecordID
  var title = ""
  var savedAt: Int64 = 0
}
extension Table { func counts(by field: String) -> [String: Int] { [:] } }
enum FormScreen {
  static func resume(_ draft: Draft, view: View) -> Prompt { Prompt("x", .verbatim("x")) { _, _ in .none } }
  static func new(kind: String, preset: JSONObject, view: View) -> Prompt {
    Prompt("x", .verbatim("x")) { _, _ in .none }
  }
  static func edit(kind: String, id: RecordID, view: View) -> Prompt { Prompt("x", .verbatim("x")) { _, _ in .none } }
}
enum UserFile { case settings, keymap }
public struct UserFiles {
  public init(environment: (String) -> String?) {}
  func read(_ file: UserFile) -> JSONObject? { nil }
  func write(_ object: JSONObject, to file: UserFile) throws(StoreError) {}
  func drafts(store: RecordID) -> [Draft] { [] }
  func save(_ draft: Draft, store: RecordID) throws(StoreError) {}
  func remove(draft: RecordID, store: RecordID) {}
}
enum ExportMenu {
  static func screen(_ list: ListScreen, _ view: View) -> Prompt { Prompt("x", .verbatim("x")) { _, _ in .none } }
}
enum BulkEdit {
  static func screen(_ list: ListScreen, _ view: View) -> Prompt { Prompt("x", .verbatim("x")) { _, _ in .none } }
}

extension ThemeChest {
  convenience init(folder: String?, standard: [UInt8]) { self.init(current: .basis) }
  static var forTests: ThemeChest { ThemeChest(current: .basis) }
}
