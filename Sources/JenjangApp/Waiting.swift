import JenjangDomain
import JenjangStore
import TerminalKit

/// Waiting for another process that is saving: it is said for whom, and the user can give up.
struct Waiting {
  /// Milliseconds without a word: a save is shorter than that.
  static let silence = 300
  /// Milliseconds after which the user is asked, and asked again.
  static let patience = 10_000
  /// Milliseconds between two pictures of the time that passes.
  private static let beat = 100

  /// What the message line says; nil while there is nothing to say.
  private(set) var text: Text?
  /// What was typed meanwhile, to be taken up when the saving is done.
  var typedAhead: [Event] = []
  private var asksAt = patience
  private var shownAt = 0

  /// Takes note of the time; true when the line has to be painted again.
  mutating func pass(_ milliseconds: Int, holder: LockHolder) -> Bool {
    guard milliseconds >= Waiting.silence, text == nil || milliseconds - shownAt >= Waiting.beat else { return false }
    shownAt = milliseconds
    text = isAsking ? .asks(holder, milliseconds) : .waits(holder, milliseconds)
    return true
  }

  /// The user is asked whether to go on.
  private var isAsking: Bool { shownAt >= asksAt }

  /// Takes an event while the line is shown; false when the user gives up.
  mutating func goesOn(_ event: Event) -> Bool {
    switch event {
    case .key(let key) where Waiting.leaving.contains(key): return false
    case .key(Key(.enter)) where isAsking: asksAt = shownAt + Waiting.patience
    case .key, .paste: typedAhead.append(event)
    case .terminate: return false
    default: break
    }
    return true
  }

  private static let leaving: Set<Key> = [
    Key(.escape), Key(.function(3)), Key(.function(12)), Key(.character("c"), [.control]),
  ]
}

extension App {
  /// Asked every few milliseconds while another process holds the lock; false gives up.
  func goOnWaiting(for holder: String, _ milliseconds: Int) -> Bool {
    // Nobody is there to be asked.
    guard terminal.isAttended else { return milliseconds < Waiting.patience }
    var waiting = self.waiting ?? Waiting()
    var isDue = waiting.pass(milliseconds, holder: LockHolder(holder))
    defer { self.waiting = waiting }
    guard waiting.text != nil else { return true }
    for _ in 0..<16 {
      let event = terminal.next(timeout: 0)
      if case .timeout = event { break }
      if case .terminate = event { isEnding = true }
      guard waiting.goesOn(event) else {
        waiting.typedAhead = []
        return false
      }
      isDue = isDue || [.resumed, .resize(terminal.size)].contains(event)
    }
    if isDue {
      self.waiting = waiting
      paint()
    }
    return true
  }

  /// The saving is done or given up: what was typed meanwhile is taken up.
  func endWaiting() {
    while let ended = waiting {
      waiting = nil
      isDirty = true
      for event in ended.typedAhead where !isEnding { handle(event) }
    }
  }
}

extension Text {
  fileprivate static func waits(_ holder: LockHolder, _ milliseconds: Int) -> Text {
    let name = holder.text()
    return Text(
      "Menunggu \(name.indonesian), \(milliseconds / 1_000),\(milliseconds / 100 % 10) s  Esc: batal menyimpan",
      en: "Waiting for \(name.english), \(milliseconds / 1_000).\(milliseconds / 100 % 10) s  Esc: give up saving")
  }

  fileprivate static func asks(_ holder: LockHolder, _ milliseconds: Int) -> Text {
    let name = holder.text(withProcess: true)
    let seconds = milliseconds / 1_000
    return Text(
      "Menunggu \(name.indonesian), \(seconds) s  Enter: tunggu terus  Esc: simpan jadi draf",
      en: "Waiting for \(name.english), \(seconds) s  Enter: go on  Esc: keep as a draft")
  }

  /// Nothing was saved, and what was typed is a draft now.
  static func keptWhileBusy(_ holder: String) -> Text {
    let name = LockHolder(holder).text()
    return Text(
      "Belum tersimpan, \(name.indonesian) masih menyimpan; isian jadi draf, F10 mencoba lagi",
      en: "Not saved, \(name.english) is still saving; your input is a draft, F10 tries again")
  }
}
