import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

enum ExportMenu {
  static func screen(_ list: ListScreen, _ view: View) -> Prompt { Prompt("x", .verbatim("x")) { _, _ in .none } }
}
