import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension Key {
  init?(name: String) {
    self.init(.escape)
  }
  var label: String { "F1" }
}
extension Width {
  static func clip(_ text: String, to width: Int) -> String { String(text.prefix(width)) }
}
extension Query {
  static func parse(_ text: String, in table: Table) -> (query: Query, problems: [Text]) { (Query(search: text), []) }
}
extension Table {
  func text(at row: Row, field: String, language: Language) -> String {
    value(field, at: row).map { text(of: $0, field: field, language: language) } ?? ""
  }
}
struct Draft { let id: RecordID }
enum UserFile { case settings, keymap }
struct UserFiles {
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
