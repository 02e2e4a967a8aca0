import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

struct Draft {
  let id: RecordID
  var kind = ""
  var record: RecordID?
  var base = 0
  var title = ""
  var texts: [String: String] = [:]
  var savedAt: Int64 = 0
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
