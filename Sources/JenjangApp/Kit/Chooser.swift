import JenjangDomain
import TerminalKit

/// One line of a chooser.
struct Choice {
  var title: String
  /// What stands behind the title, muted.
  var detail = ""
  /// What stands at the right: a key, a code.
  var key = ""
  /// Why it cannot be chosen; nil when it can.
  var reason: String?
  /// The letter that chooses it at once, in menus.
  var letter: Character?
  var effect: Effect
}

/// A box with a list to choose from: palette, lookup, menu, theme picker.
struct Chooser: Screen {
  let name: String
  let heading: Text
  /// A letter chooses at once instead of being typed into the search line.
  var choosesByLetter = false
  var columns = 64
  /// What to do when the cursor comes to a choice, and when the user leaves without choosing.
  var preview: ((Choice) -> Effect)?
  var leave: Effect = .pop
  /// The choices for what was typed.
  let source: (String, View) -> [Choice]

  /// The key of the choice on which the cursor stands at first.
  var current = ""
  private var field: TextField
  private var choices: [Choice] = []
  private var cursor = 0
  private var top = 0
  private var readFor: (query: String, revision: Int, language: Language)?

  init(
    _ name: String, _ heading: Text, query: String = "", choosesByLetter: Bool = false, columns: Int = 64,
    preview: ((Choice) -> Effect)? = nil, leave: Effect = .pop, source: @escaping (String, View) -> [Choice]
  ) {
    self.name = name
    self.heading = heading
    field = TextField(query)
    self.choosesByLetter = choosesByLetter
    self.columns = columns
    self.preview = preview
    self.leave = leave
    self.source = source
  }

  private var query: String { field.text }
  var shape: Shape { .popup(columns: columns, rows: choosesByLetter ? min(22, choices.count + 2) : 20) }
  var takesText: Bool { true }
  func title(_ view: View) -> String { view(heading) }

  func hint(_ view: View) -> (left: String, right: String) {
    if choices.indices.contains(cursor), let reason = choices[cursor].reason { return ("! " + reason, "") }
    let left = choosesByLetter ? Text("Huruf atau Enter memilih", en: "A letter or Enter chooses") : .typeToFilter
    return (view(left), "\(view.count(choices.isEmpty ? 0 : cursor + 1))/\(view.count(choices.count))")
  }

  static let commandTable: [Command<Chooser>] = [
    Command("chooser.choose", Text("Pilih", en: "Choose"), keys: ["enter"], label: Text("Pilih", en: "Choose")) {
      chooser, _ in chooser.choose()
    },
    Command("chooser.down", Text("Turun", en: "Down"), keys: ["down", "tab"]) { chooser, _ in chooser.move(by: 1) },
    Command("chooser.up", Text("Naik", en: "Up"), keys: ["up", "shift-tab"]) { chooser, _ in chooser.move(by: -1) },
    Command("chooser.pageDown", Text("Halaman berikut", en: "Next page"), keys: ["pgdn"]) { chooser, _ in
      chooser.move(by: 10)
    },
    Command("chooser.pageUp", Text("Halaman sebelumnya", en: "Previous page"), keys: ["pgup"]) { chooser, _ in
      chooser.move(by: -10)
    },
    Command(
      "chooser.leave", Text("Batal", en: "Cancel"), keys: ["esc", "f3", "f12"], label: Text("Batal", en: "Cancel")
    ) {
      chooser, _ in
      guard !chooser.query.isEmpty, !chooser.choosesByLetter else { return chooser.leave }
      chooser.field.clear()
      return .none
    },
  ]

  mutating func refresh(_ view: View) {
    if let read = readFor, read == (query, view.book.revision, view.language) { return }
    let isNew = readFor?.query != query
    readFor = (query, view.book.revision, view.language)
    let stood = choices.indices.contains(cursor) ? choices[cursor] : nil
    choices = source(query, view)
    if !isNew, let stood,
      let place = choices.firstIndex(where: {
        $0.title == stood.title && $0.detail == stood.detail && $0.key == stood.key
      })
    {
      top = max(0, top + place - cursor)
      cursor = place
    }
    if isNew { cursor = query.isEmpty ? choices.firstIndex { !current.isEmpty && $0.key == current } ?? 0 : 0 }
    cursor = max(0, min(cursor, choices.count - 1))
  }

  private mutating func move(by step: Int) -> Effect {
    guard !choices.isEmpty else { return .none }
    cursor = max(0, min(choices.count - 1, cursor + step))
    return preview?(choices[cursor]) ?? .none
  }

  private func choose() -> Effect {
    guard choices.indices.contains(cursor) else { return .none }
    if let reason = choices[cursor].reason { return .say(.verbatim(reason), .warn) }
    return choices[cursor].effect
  }

  mutating func typed(_ key: Key, view: View) -> Effect? {
    if choosesByLetter { return key.typed.map { chooseByLetter(Character($0)) } }
    guard field.take(key) else { return nil }
    refresh(view)
    if let preview, choices.indices.contains(cursor) { return preview(choices[cursor]) }
    return .some(.none)
  }

  private mutating func chooseByLetter(_ letter: Character) -> Effect {
    guard let index = choices.firstIndex(where: { $0.letter == letter }) else { return .none }
    cursor = index
    return choose()
  }

  mutating func pasted(_ text: String, view: View) -> Effect? {
    field.insert(text)
    return .some(.none)
  }

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    guard case .item(let index) = target, choices.indices.contains(index) else { return nil }
    if cursor == index { return choose() }
    cursor = index
    return preview?(choices[index]) ?? Effect.none
  }
}

extension Chooser {
  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    frame.box(area, title: view(heading))
    var inside = area.inset(x: 2, y: 1)
    if !choosesByLetter { drawQuery(&frame, inside.cutTop(1)) }
    let rows = max(1, inside.height)
    if cursor < top { top = cursor }
    if cursor >= top + rows { top = cursor - rows + 1 }
    if choices.isEmpty {
      let text: Text = field.text.isEmpty ? .typeToSearch : .nothingFound
      frame.put(view(text), x: inside.x, y: inside.y, role: .popup, width: inside.width)
    }
    for line in 0..<rows where top + line < choices.count {
      let place = Rect(x: inside.x - 1, y: inside.y + line, width: inside.width + 2, height: 1)
      draw(choices[top + line], isCursor: top + line == cursor, into: &frame, place)
      frame.hit(place, .item(top + line))
      if top + line == cursor, choosesByLetter { frame.cursor = (place.x + 1, place.y) }
    }
  }

  private func drawQuery(_ frame: inout Frame, _ line: Rect) {
    frame.put(">", x: line.x, y: line.y, role: .popupKey)
    let place = Rect(x: line.x + 2, y: line.y, width: line.width - 2, height: 1)
    field.draw(into: &frame, area: place, role: .fieldEntry, isFocused: true)
  }

  private func draw(_ choice: Choice, isCursor: Bool, into frame: inout Frame, _ place: Rect) {
    let role: Role = isCursor ? .popupCursor : choice.reason == nil ? .popup : .textMuted
    frame.fill(place, role: role)
    var x = place.x + 1
    if isCursor { frame.put("▌", x: place.x, y: place.y, role: role) }
    if let letter = choice.letter {
      x = frame.put(String(letter), x: x, y: place.y, role: isCursor ? role : .popupKey) + 2
    }
    let keyWidth = Width.of(choice.key)
    let room = place.right - 1 - x - (keyWidth > 0 ? keyWidth + 1 : 0)
    let end = frame.put(choice.title, x: x, y: place.y, role: role, width: room)
    if !choice.detail.isEmpty, end + 3 < x + room {
      frame.put(choice.detail, x: end + 2, y: place.y, role: isCursor ? role : .textMuted, width: x + room - end - 2)
    }
    if keyWidth > 0 {
      frame.put(choice.key, x: place.right - 1 - keyWidth, y: place.y, role: isCursor ? role : .popupKey)
    }
  }
}

extension Text {
  fileprivate static let typeToFilter = Text(
    "Ketik untuk menyaring, Enter memilih", en: "Type to narrow, Enter chooses")
  fileprivate static let typeToSearch = Text("Ketik untuk mencari", en: "Type to search")
  fileprivate static let nothingFound = Text("Tidak ada yang cocok", en: "Nothing matches")
}
