import JenjangDomain
import JenjangStore
import TerminalKit

/// What a screen wants done.
///
/// Screens only ask; `App` does it.
indirect enum Effect {
  /// The key was used and nothing else is to be done.
  case none
  case push(any Screen)
  /// Takes the place of the top screen.
  case replace(any Screen)
  /// Leaves the top screen, then lets the one below act on what was found there.
  case pop(then: (inout any Screen, View) -> Effect)
  /// Leaves every screen but the first and goes on; not while something typed there cannot be kept.
  case home(then: Effect)
  case say(Message)
  /// Saves; on success says `done` and does `then`, on failure the screen stays as it was.
  case commit(Transaction, done: Text, then: Effect)
  case undo
  case redo
  /// Takes commits back, the last one first, and says `done`; their numbers ascend.
  case takeBack([Int], title: Text)
  case start(any Job)
  case change((inout Settings) -> Void)
  /// Goes on only when the draft is on the disk: until then it stays on the screen.
  case keepDraft(Draft, then: Effect)
  case dropDraft(RecordID)
  /// Works in another role from now on.
  case take(Actor)
  /// Looks through somebody else's eyes, without saving.
  case look(Actor)
  /// Hides everything until the passphrase is typed.
  case lock
  /// Runs a command by its name, as if its key had been pressed.
  case command(String)
  case copy(String)
  /// Goes on with the store that was being opened.
  case become(Store)
  /// Ends the program, which could not open its store.
  case fail(any Error)
  case repaint
  case suspend
  case quit
  /// Ends the program although something typed could not be kept.
  case abandon
  case all([Effect])

  /// Leaves the top screen.
  static var pop: Effect { .pop { _, _ in .none } }

  static var home: Effect { .home(then: .none) }

  static func say(_ text: Text, _ kind: Message.Kind = .plain) -> Effect { .say(Message(text, kind)) }

  /// Leaves the top screen and changes the one below, when that is an `S`.
  static func back<S: Screen>(to type: S.Type, _ change: @escaping (inout S, View) -> Effect) -> Effect {
    .pop { screen, view in
      guard var below = screen as? S else { return .none }
      let effect = change(&below, view)
      screen = below
      return effect
    }
  }
}

/// One line for the user, above the footer.
struct Message {
  enum Kind {
    case plain
    case good
    case warn
    case bad
  }

  let text: Text
  let kind: Kind

  init(_ text: Text, _ kind: Kind = .plain) {
    self.text = text
    self.kind = kind
  }

  var role: Role {
    switch kind {
    case .plain: .message
    case .good: .messageGood
    case .warn: .messageWarn
    case .bad: .messageBad
    }
  }

  /// Drawn before the text in every colour tier, so that state is never colour alone.
  var mark: String {
    switch kind {
    case .plain: ""
    case .good: "✓ "
    case .warn, .bad: "! "
    }
  }
}
