import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

@testable import JenjangApp

/// A user for tests: presses keys in the real loop and reads the screen.
@MainActor
public final class Robot {
  let app: App
  let terminal: ScriptTerminal
  public let store: Store
  /// Milliseconds that pass only when a test says so.
  private let time: Time

  private final class Time {
    var milliseconds = 0
    var day: Day

    init(_ day: Day) { self.day = day }
  }

  /// Starts the program on a store.
  init(_ store: Store, files: UserFiles, size: Size, language: Language, day: Day) {
    self.store = store
    terminal = ScriptTerminal(size: size)
    time = Time(day)
    let clock = Clock(
      now: { [time] in Clock.Moment(day: time.day, hour: 9, minute: 14, second: 0) },
      milliseconds: { [time] in time.milliseconds })
    let session = Session(store: store, files: files, clock: clock, language: language, theme: "dasar")
    app = App(
      terminal: terminal, session: session,
      themes: ThemeChest(ThemeLibrary(folders: [], embedded: []), watching: false), first: Home())
    settle()
  }

  /// Starts the program on a store whose index is being made.
  init(_ store: Store, files: UserFiles, opening: Opening, day: Day) throws {
    self.store = store
    terminal = ScriptTerminal(size: Size(columns: 80, rows: 24))
    time = Time(day)
    let clock = Clock(
      now: { Clock.Moment(day: day, hour: 9, minute: 14, second: 0) }, milliseconds: { 0 })
    let session = Session(store: store, files: files, clock: clock, language: .indonesian, theme: "dasar")
    let list = try ProvisionalList(store)
    app = App(
      terminal: terminal, session: session,
      themes: ThemeChest(ThemeLibrary(folders: [], embedded: []), watching: false), first: Provisional(list))
    app.job = IndexJob(opening: opening, list: list)
    app.paint()
  }

  /// Lets the running job go on for some turns.
  func turns(_ count: Int) {
    for _ in 0..<count where app.job != nil { app.turn(.timeout) }
    app.paint()
  }

  /// Presses keys without waiting for the running job.
  func pressWhileBusy(_ keys: String...) {
    for key in keys.compactMap({ Key(name: $0) }) { app.turn(.key(key)) }
    app.paint()
  }

  func typeWhileBusy(_ text: String) {
    for scalar in text.unicodeScalars { app.turn(.key(Key(.character(scalar)))) }
    app.paint()
  }

  /// The line on which the cursor's mark stands.
  var cursorLine: String { screen.split(separator: "\n").map(String.init).first { $0.contains("▌") } ?? "" }

  /// Presses keys by name (`tab`, `ctrl-s`); anything that is no key name is typed letter by letter.
  @discardableResult
  public func press(_ keys: String...) -> Robot {
    for text in keys {
      if let key = Key(name: text) {
        app.turn(.key(key))
        settle()
      } else {
        type(text)
      }
    }
    return self
  }

  /// Types text letter by letter, blanks and digits too.
  @discardableResult
  public func type(_ text: String) -> Robot {
    for scalar in text.unicodeScalars {
      app.turn(.key(Key(.character(scalar))))
      settle()
    }
    return self
  }

  public func paste(_ text: String) {
    app.turn(.paste(text))
    settle()
  }

  public func resize(_ columns: Int, _ rows: Int) {
    terminal.size = Size(columns: columns, rows: rows)
    app.turn(.resize(terminal.size))
    settle()
  }

  /// Clicks the first place where this text stands; false when it stands nowhere.
  @discardableResult
  public func click(_ text: String) -> Bool {
    for row in 0..<terminal.size.rows {
      let line = terminal.frame.text(row: row)
      guard let range = line.firstRange(of: text) else { continue }
      let x = line[..<range.lowerBound].unicodeScalars.count
      app.turn(.mouse(Mouse(.press, x: x, y: row)))
      settle()
      return true
    }
    return false
  }

  /// Lets time pass in which nobody presses a key.
  public func tick(minutes: Int) { time.milliseconds += minutes * 60_000 }

  public func tick(seconds: Int) { time.milliseconds += seconds * 1_000 }

  /// Another day begins while nobody presses a key; the minute of the clock is what tells.
  public func midnight(_ day: Day) {
    time.day = day
    app.turn(.timeout)
    settle()
  }

  /// Paints, runs the work that waits for a pause and every job to its end.
  func settle() {
    app.paint()
    while app.job != nil || app.lock?.isChecking == true { app.turn(.timeout) }
    if app.stack.top.idle(app.view) { app.paint() }
    app.paint()
  }

  /// The screen as text, rows without blanks at their ends.
  public var screen: String { terminal.frame.text }

  public func shows(_ text: String) -> Bool { screen.contains(text) }
}
