import JenjangDomain
import TerminalKit

/// The filter line of a list (F4): typed conditions, or a field and one of its values chosen.
enum FilterPrompt {
  static func screen(_ list: ListScreen, _ view: View) -> Prompt {
    Prompt(
      "filter", Text("Saringan", en: "Filter"), text: list.filter, help: help(list, view),
      remark: { text, view in problem(text, list, view) },
      done: { text, _ in
        .back(to: ListScreen.self) { list, view in
          list.filter = text
          return problem(text, list, view).map { .say($0, .warn) } ?? .none
        }
      })
  }

  private static func problem(_ text: String, _ list: ListScreen, _ view: View) -> Text? {
    list.table(view).flatMap { Query.parse(text, in: $0).problems.first }
  }

  /// The words a condition can begin with, for the lines under the prompt.
  private static func help(_ list: ListScreen, _ view: View) -> [Text] {
    guard let table = list.table(view) else { return [] }
    let words = ListColumn.all(of: table).map(\.title)
    return [
      Text(
        "isian:nilai, -isian:nilai, isian>=nilai, isian<=nilai, isian:? (kosong)",
        en: "field:value, -field:value, field>=value, field<=value, field:? (absent)"),
      Text(
        words.map(\.indonesian).joined(separator: ", ") + ".", en: words.map(\.english).joined(separator: ", ") + "."),
    ]
  }
}
