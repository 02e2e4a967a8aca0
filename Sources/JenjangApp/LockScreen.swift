import JenjangDomain
import JenjangStore
import TerminalKit

/// What a locked terminal shows: that it is locked, and a line for the passphrase.
///
/// It stands in front of every other screen, shows nothing of what they show, and lets no key through to them.
struct LockScreen: Screen {
  enum Reason {
    case start
    case asked
    case idle
  }

  let reason: Reason
  private let since: Clock.Moment
  private var door: EntryDoor
  private var field = TextField(limit: PassphraseHash.lengths.upperBound)
  private var check: StoreWork<Bool>?
  private var problem: Text?
  /// Set when the passphrase was right; then how often it was not.
  private(set) var failuresBefore: Int?

  init(_ door: EntryDoor, _ reason: Reason, _ view: View) {
    self.door = door
    self.reason = reason
    since = view.session.clock.now()
  }

  var isChecking: Bool { check != nil }
  var takesText: Bool { true }
  func title(_ view: View) -> String { view(Text("Terkunci", en: "Locked")) }

  func help(_ view: View) -> [Text] { [] }

  func hint(_ view: View) -> (left: String, right: String) {
    (view(Text("Ketik frasa sandi Anda, lalu Enter", en: "Type your passphrase, then Enter")), "")
  }

  static let commandTable: [Command<LockScreen>] = [
    Command("lock.open", Text("Buka kunci", en: "Unlock"), keys: ["enter"], label: Text("Buka", en: "Unlock")) {
      lock, view in lock.begin(view)
    },
    Command("lock.clear", Text("Kosongkan", en: "Clear"), keys: ["esc"], label: Text("Kosongkan", en: "Clear")) {
      lock, _ in
      lock.field.clear()
      return .none
    },
    Command(
      "lock.leave", Text("Keluar dari Jenjang, isian jadi draf", en: "Leave Jenjang, input kept as drafts"),
      keys: ["f3", "ctrl-c", "alt-f4"], label: Text("Keluar", en: "Leave")
    ) { _, _ in .quit },
    Command("lock.language", Text("Bahasa Indonesia / English", en: "English / Bahasa Indonesia"), keys: ["alt-l"]) {
      _, _ in .change { $0.language = $0.language == .indonesian ? .english : .indonesian }
    },
    Command("lock.repaint", Text("Gambar ulang layar", en: "Repaint the screen"), keys: ["ctrl-l"]) { _, _ in .repaint
    },
  ]

  mutating func typed(_ key: Key, view: View) -> Effect? {
    guard check == nil, field.take(key) else { return nil }
    problem = nil
    return .some(.none)
  }

  mutating func pasted(_ text: String, view: View) -> Effect? {
    guard check == nil else { return nil }
    field.insert(text)
    return .some(.none)
  }

  private mutating func begin(_ view: View) -> Effect {
    guard check == nil, !field.isEmpty else { return .none }
    let now = view.session.store.now
    guard door.wait(at: now) == 0 else { return .none }
    door.begin(at: now)
    let (text, hash) = (field.text, door.hash)
    field.clear()
    problem = nil
    check = StoreWork.start { _ in PassphraseHash.fits(text, hash) }
    return .none
  }

  /// Takes note of a try that has ended; true when something new is to be painted.
  mutating func advance() -> Bool {
    guard let outcome = check?.outcome else { return false }
    check = nil
    if outcome { failuresBefore = door.opened() } else { problem = .wrong }
    return true
  }

  /// Whole seconds until the next try is taken, as they are counted down.
  mutating func wait(_ view: View) -> Int { Int((door.wait(at: view.session.store.now) + 999) / 1_000) }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    let width = min(60, area.width)
    let height = min(9, area.height)
    let box = Rect(
      x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 3, width: width, height: height)
    let isBoxed = height >= 7 && width >= 30
    if isBoxed { frame.box(box, title: view(Text("TERKUNCI", en: "LOCKED"))) }
    var inside = isBoxed ? box.inset(x: 2, y: 1) : box
    if isBoxed {
      frame.put(view.session.store.description.agency, into: inside.cutTop(1), role: .textStrong)
      frame.put(view(words), into: inside.cutTop(2), role: .textMuted)
    }
    frame.put(view(Text("Frasa sandi", en: "Passphrase")), into: inside.cutTop(1), role: .label)
    let line = inside.cutTop(1)
    TextField(String(repeating: "•", count: field.characters.count))
      .draw(into: &frame, area: line, role: .fieldFocus, isFocused: check == nil)
    if let text = news(view) { frame.put(view(text.0), into: inside.cutTop(2), role: text.1) }
  }

  private var words: Text {
    let time = Day.twoDigits(since.hour) + "." + Day.twoDigits(since.minute)
    return switch reason {
    case .start: Text("Data ini dijaga frasa sandi.", en: "A passphrase guards this.")
    case .asked: Text("Dikunci pukul \(time). Isian tetap terbuka.", en: "Locked at \(time). Your forms stay open.")
    case .idle:
      Text(
        "Terkunci sendiri pukul \(time). Isian tetap terbuka.", en: "Locked itself at \(time). Your forms stay open.")
    }
  }

  private mutating func news(_ view: View) -> (Text, Role)? {
    if check != nil { return (Text("Memeriksa …", en: "Checking …"), .textMuted) }
    let seconds = wait(view)
    if seconds > 0 { return (.waiting(problem, seconds), .messageBad) }
    return problem.map { ($0, .messageBad) }
  }
}

extension Frame {
  /// Puts text on the first row of a rectangle.
  fileprivate mutating func put(_ text: String, into area: Rect, role: Role) {
    guard !area.isEmpty else { return }
    put(text, x: area.x, y: area.y, role: role, width: area.width)
  }
}

extension Text {
  fileprivate static let wrong = Text("! Bukan itu frasa sandinya", en: "! That is not the passphrase")
  fileprivate static func waiting(_ problem: Text?, _ seconds: Int) -> Text {
    let first = problem ?? Text("!", en: "!")
    return Text(
      "\(first.indonesian); coba lagi dalam \(seconds) detik", en: "\(first.english); try again in \(seconds) seconds")
  }
}
