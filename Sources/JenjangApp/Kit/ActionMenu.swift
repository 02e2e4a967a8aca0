import JenjangDomain
import TerminalKit

/// The menu of F9: what can be done with the row or the marked rows; a letter chooses.
enum ActionMenu {
  /// The command that opens it, with the usual keys; `name` is the command's own.
  static func command<S: Screen>(_ name: String) -> Command<S> {
    Command(name, Text("Aksi", en: "Actions"), keys: ["f9", "ctrl-x"], label: Text("Aksi", en: "Actions")) {
      screen, view in .push(ActionMenu.screen(screen.faces(view)))
    }
  }

  static func screen(_ faces: [CommandFace]) -> Chooser {
    let actions = faces.filter { $0.letter != nil }
    return Chooser("actions", Text("Aksi", en: "Actions"), choosesByLetter: true, columns: 56) { _, view in
      actions.map { face in
        Choice(
          title: view(face.title), detail: face.refusal.map { "(" + view($0) + ")" } ?? "",
          key: face.keys.first?.label ?? "", reason: face.refusal.map { view($0) }, letter: face.letter,
          effect: .all([.pop, .command(face.name)]))
      }
    }
  }
}
