/// What comes from the outside: keys, the mouse, the system, the store.
public enum Event: Sendable, Equatable {
  case key(Key)
  case mouse(Mouse)
  /// Text pasted in one piece, already without control characters other than tab and line feed.
  case paste(String)
  case focus(Bool)
  case resize(Size)
  /// A watched descriptor has something to read.
  case descriptor(Int32)
  /// The time asked for by the caller has come.
  case timeout
  /// A signal asks the program to end: SIGTERM, SIGHUP, or the terminal was closed.
  case terminate
  /// The program was stopped and goes on; the modes are set again and everything must be painted.
  case resumed
}

/// One report of the mouse, in cells from 0.
public struct Mouse: Sendable, Hashable {
  public enum Action: Sendable, Hashable {
    case press
    case release
    case drag
    case wheelUp
    case wheelDown
  }

  public var action: Action
  public var x: Int
  public var y: Int
  public var modifiers: Key.Modifiers
  /// 0 left, 1 middle, 2 right.
  public var button: Int

  public init(_ action: Action, x: Int, y: Int, modifiers: Key.Modifiers = [], button: Int = 0) {
    self.action = action
    self.x = x
    self.y = y
    self.modifiers = modifiers
    self.button = button
  }
}

/// Which drawing characters the terminal shows rightly.
public enum GlyphSet: String, Sendable, CaseIterable {
  case unicode
  /// The terminal's own line drawing set, through terminfo.
  case acs
  case ascii
}

/// How many colours can be used.
public enum Tier: String, Sendable, CaseIterable {
  case trueColor
  case colors256
  case colors16
  case colors8
  case mono
}

/// A screen with a keyboard: the real one, or the robot's in tests.
public protocol Terminal: AnyObject {
  var size: Size { get }
  var tier: Tier { get }
  var glyphs: GlyphSet { get set }
  /// True while input is waiting: the loop takes it before it paints.
  var hasInput: Bool { get }
  /// Somebody is there who can be asked.
  var isAttended: Bool { get }

  /// Waits for the next event, at most so many milliseconds; nil waits for ever.
  func next(timeout milliseconds: Int?) -> Event
  /// Shows a frame: what changed since the last one goes out in one write.
  func show(_ frame: Frame, theme: Theme)
  /// Forgets what is on the screen, so that the next frame is painted whole.
  func invalidate()
  /// Also wakes `next` when this descriptor can be read.
  func watch(_ descriptor: Int32)
  /// Stops the program as Ctrl-Z does elsewhere; returns when it goes on.
  func suspend()
  /// Gives the terminal to another program, such as an editor, while `work` runs it.
  func lend(_ work: () -> Void)
  /// Hands text to the clipboard of the user's own terminal (OSC 52).
  func copy(_ text: String)
  /// Restores the terminal for good.
  func close()
}

extension Terminal {
  public var isAttended: Bool { true }

  public func lend(_ work: () -> Void) { work() }
}
