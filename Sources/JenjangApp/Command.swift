import JenjangDomain
import JenjangStore
import TerminalKit

/// Something a user can do, as data: palette, footer, help, key table and user key map all read it.
struct Command<S> {
  /// `noun.verb`, for ever: key maps, logs and tests use it.
  let name: String
  let title: Text
  /// The keys that start it unless the user's key map says otherwise.
  let keys: [Key]
  /// The word in the footer; nil keeps it out of the footer.
  let label: Text?
  /// The letter that chooses it in the action menu (F9); nil keeps it out of the menu.
  let letter: Character?
  /// Why it cannot be done now, and what to do instead; nil when it can.
  let refusal: (S, View) -> Text?
  let run: (inout S, View) -> Effect

  /// A command that `saves` is refused, with the reason, while nothing can be saved: its own refusal comes after that.
  init(
    _ name: String, _ title: Text, keys: [String] = [], label: Text? = nil, letter: Character? = nil,
    saves: Bool = false, refusal: @escaping (S, View) -> Text? = { _, _ in nil },
    run: @escaping (inout S, View) -> Effect
  ) {
    self.name = name
    self.title = title
    self.keys = keys.compactMap { Key(name: $0) }
    self.label = label
    self.letter = letter
    self.refusal =
      saves
      ? { screen, view in
        view.session.store.readOnlyReason ?? view.session.store.visitor?.refusalToSave ?? refusal(screen, view)
      } : refusal
    self.run = run
  }
}

/// A command without its screen, as it is shown.
struct CommandFace {
  let name: String
  let title: Text
  let keys: [Key]
  let label: Text?
  let letter: Character?
  /// Why it cannot be done now; nil when it can.
  let refusal: Text?
  /// True for the commands that every screen has.
  let isGlobal: Bool
}

extension Command {
  func face(of screen: S, view: View, isGlobal: Bool = false) -> CommandFace {
    CommandFace(
      name: name, title: title, keys: view.session.keymap.keys(of: name, default: keys), label: label,
      letter: letter, refusal: refusal(screen, view), isGlobal: isGlobal)
  }
}
