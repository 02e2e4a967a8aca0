/// One line of text that is being edited, as a value.
///
/// A fresh field shows what it was filled with: the first character typed replaces it, anything else edits it.
public struct TextField: Sendable, Equatable {
  public private(set) var characters: [Character]
  /// The place of the cursor, in characters from 0.
  public private(set) var cursor: Int
  public var isFresh: Bool
  /// The most characters it takes; nil for no limit.
  public var limit: Int?

  public init(_ text: String = "", isFresh: Bool = false, limit: Int? = nil) {
    characters = Array(TextField.oneLine(text))
    cursor = characters.count
    self.isFresh = isFresh
    self.limit = limit
  }

  /// The text; setting it puts the cursor behind it.
  public var text: String {
    get { String(characters) }
    set { self = TextField(newValue, limit: limit) }
  }

  public var isEmpty: Bool { characters.isEmpty }
  /// True when no more characters fit.
  public var isFull: Bool { limit.map { characters.count >= $0 } ?? false }

  /// Types or pastes text at the cursor; line ends become blanks.
  public mutating func insert(_ text: String) {
    if isFresh { clear() }
    // A combining mark joins the character before it, so the text is joined and taken apart again.
    let before = String(characters[..<cursor]) + TextField.oneLine(text)
    let after = characters[cursor...]
    var joined = Array(before)
    if let limit { joined = Array(joined.prefix(max(cursor, limit - after.count))) }
    characters = joined + after
    cursor = joined.count
  }

  public mutating func clear() { self = TextField(limit: limit) }

  public mutating func backspace() {
    isFresh = false
    guard cursor > 0 else { return }
    cursor -= 1
    characters.remove(at: cursor)
  }

  public mutating func delete() {
    isFresh = false
    if cursor < characters.count { characters.remove(at: cursor) }
  }

  /// Removes the word before the cursor.
  public mutating func deleteWord() {
    let end = cursor
    moveWordLeft()
    characters.removeSubrange(cursor..<end)
  }

  public mutating func move(by characters: Int) { move(to: cursor + characters) }

  public mutating func move(to place: Int) {
    isFresh = false
    cursor = min(max(0, place), characters.count)
  }

  public mutating func moveHome() { move(to: 0) }

  public mutating func moveEnd() { move(to: characters.count) }

  public mutating func moveWordLeft() {
    var place = cursor
    while place > 0, !TextField.isWord(characters[place - 1]) { place -= 1 }
    while place > 0, TextField.isWord(characters[place - 1]) { place -= 1 }
    move(to: place)
  }

  public mutating func moveWordRight() {
    var place = cursor
    while place < characters.count, TextField.isWord(characters[place]) { place += 1 }
    while place < characters.count, !TextField.isWord(characters[place]) { place += 1 }
    move(to: place)
  }

  /// Takes a key that edits; false when the key is not one.
  public mutating func take(_ key: Key) -> Bool {
    if let typed = key.typed {
      insert(String(typed))
      return true
    }
    switch (key.code, key.modifiers) {
    case (.backspace, []): backspace()
    case (.backspace, .alt), (.backspace, .control), (.character("w"), .control): deleteWord()
    case (.character("u"), .control): clear()
    case (.delete, []): delete()
    case (.left, []): move(by: -1)
    case (.right, []): move(by: 1)
    case (.left, .control): moveWordLeft()
    case (.right, .control): moveWordRight()
    case (.home, []): moveHome()
    case (.end, []): moveEnd()
    default: return false
    }
    return true
  }

  private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : $0 }))
  }
}

extension TextField {
  /// Draws the field on the first row of a rectangle; when it has the focus, the cursor stays in sight and is set.
  public func draw(into frame: inout Frame, area: Rect, role: Role, isFocused: Bool) {
    let row = Rect(x: area.x, y: area.y, width: area.width, height: min(1, area.height))
    guard !row.isEmpty else { return }
    frame.fill(row, role: role)
    guard isFocused else {
      frame.put(text, x: row.x, y: row.y, role: role, width: row.width)
      return
    }
    let before = visiblePart(columns: row.width - 1)
    frame.put(String(characters[before...]), x: row.x, y: row.y, role: role, width: row.width)
    frame.cursor = (row.x + Width.of(String(characters[before..<cursor])), row.y)
  }

  /// The first character shown, so that the cursor is at most so many columns to the right.
  private func visiblePart(columns: Int) -> Int {
    var first = cursor
    var used = 0
    while first > 0 {
      used += Width.of(String(characters[first - 1]))
      guard used <= columns else { break }
      first -= 1
    }
    return first
  }
}
