import JenjangDomain
import JenjangStore
import TerminalKit

/// One place in the program, as a value: what it shows, what can be done there, and where the user stands in it.
protocol Screen {
  /// Everything that can be done on every screen of this kind; movement too.
  static var commandTable: [Command<Self>] { get }
  /// Everything that can be done here: with what this one screen has besides, such as a list of one kind of records.
  var commands: [Command<Self>] { get }
  /// The word in the breadcrumb.
  func title(_ view: View) -> String
  /// Brings what is shown up to date after the book, the language or the window changed. Called before each paint.
  mutating func refresh(_ view: View)
  /// Does work that must not delay a key, once none came for a while; true when something new is to be painted.
  mutating func idle(_ view: View) -> Bool
  /// Draws into `area`; the frame is clipped to it.
  mutating func draw(into frame: inout Frame, area: Rect, view: View)

  /// A key that is no command here: typed text above all. Nil when it is not used.
  mutating func typed(_ key: Key, view: View) -> Effect?
  /// A click or the wheel on something this screen put into the frame. Nil when it is not used.
  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect?
  /// Text pasted in one piece.
  mutating func pasted(_ text: String, view: View) -> Effect?

  /// How much of the window it takes.
  var shape: Shape { get }
  /// What stands on the message line while there is no message; and what stands at its right end.
  func hint(_ view: View) -> (left: String, right: String)
  /// The lines that F1 shows first: the focused field, then the screen.
  func help(_ view: View) -> [Text]
  /// Input that would be lost if the program ended now; nil when there is none.
  func draft(_ view: View) -> Draft?
  /// Whether there is such input: asked after each key and in each frame, and so answered without making the draft.
  func hasDraft(_ view: View) -> Bool
  /// What this screen asked to save was refused: what is to be done about it; nil says the error as it is.
  mutating func refused(_ error: StoreError, view: View) -> Effect?
  /// Somebody else saved something: what the user of this screen must hear of it; nil when it does not matter here.
  mutating func noticed(_ commits: [Commit], view: View) -> Message?
  /// The screen is left for good: what of it is to be kept until the program ends.
  func left(_ session: Session)
  /// The right that is missing to be here; nil when none is.
  func refusal(_ view: View) -> Text?
  /// Letters are text here, so `?` and digits cannot be commands.
  var takesText: Bool { get }
}

/// A screen whose cursor goes to a record that was just made from it.
protocol RecordSelecting: Screen {
  /// Puts the cursor on a record, as soon as it is shown.
  mutating func select(_ id: RecordID)
}

/// How much of the window a screen takes.
enum Shape {
  /// The whole body; what lies below is not drawn.
  case full
  /// A box over what lies below, at most this large, in the middle.
  case popup(columns: Int, rows: Int)
  /// A box over the lower part of the body.
  case drawer(rows: Int)
}

extension Screen {
  var commands: [Command<Self>] { Self.commandTable }
  mutating func refresh(_ view: View) {}
  mutating func idle(_ view: View) -> Bool { false }
  mutating func typed(_ key: Key, view: View) -> Effect? { nil }
  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? { nil }
  mutating func pasted(_ text: String, view: View) -> Effect? { nil }
  var shape: Shape { .full }
  func hint(_ view: View) -> (left: String, right: String) { ("", "") }
  func help(_ view: View) -> [Text] { [] }
  func draft(_ view: View) -> Draft? { nil }
  func hasDraft(_ view: View) -> Bool { draft(view) != nil }
  mutating func refused(_ error: StoreError, view: View) -> Effect? { nil }
  mutating func noticed(_ commits: [Commit], view: View) -> Message? { nil }
  func left(_ session: Session) {}
  func refusal(_ view: View) -> Text? { nil }
  var takesText: Bool { false }

  var isOverlay: Bool { if case .full = shape { false } else { true } }

  /// The commands as they are shown now.
  func faces(_ view: View) -> [CommandFace] { commands.map { $0.face(of: self, view: view) } }

  /// Runs a command by its name; its refusal is said instead.
  ///
  /// Nil when there is no such command.
  mutating func run(_ name: String, view: View) -> Effect? {
    guard let command = commands.first(where: { $0.name == name }) else { return nil }
    if let reason = command.refusal(self, view) { return .say(reason, .warn) }
    return command.run(&self, view)
  }
}
