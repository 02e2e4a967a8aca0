/// Text that is being edited, as a value: by graphemes, so that an accent is never torn from its letter.
///
/// A fresh field shows what it was filled with: the first character typed replaces it, anything else edits it.
public struct TextField: Sendable, Equatable {
  public private(set) var characters: [Character]
  /// The place of the cursor, in characters from 0.
  public private(set) var cursor: Int
  public var isFresh: Bool
  /// The most characters it takes; nil for no limit.
  public var limit: Int?
  /// Line ends stay in a note; elsewhere they become blanks.
  public let hasLines: Bool

  public init(_ text: String = "", isFresh: Bool = false, limit: Int? = nil, hasLines: Bool = false) {
    self.hasLines = hasLines
    self.isFresh = isFresh
    self.limit = limit
    characters = []
    cursor = 0
    characters = Array(cleaned(text))
    cursor = characters.count
  }

  /// The text; setting it puts the cursor behind it.
  public var text: String {
    get { String(characters) }
    set { self = TextField(newValue, limit: limit, hasLines: hasLines) }
  }

  public var isEmpty: Bool { characters.isEmpty }
  public var isAtEnd: Bool { cursor == characters.count }
  /// True when no more characters fit.
  public var isFull: Bool { limit.map { characters.count >= $0 } ?? false }

  /// The focus came to the field: what stands in it is fresh.
  public mutating func open() {
    isFresh = true
    cursor = characters.count
  }

  /// Begins to edit without changing anything.
  public mutating func touch() { isFresh = false }

  /// Types or pastes text at the cursor, without control characters.
  public mutating func insert(_ text: String) {
    let clean = cleaned(text)
    guard !clean.isEmpty else { return }
    if isFresh { clear() }
    // A combining mark joins the character before it, so the text is joined and taken apart again.
    let after = characters[cursor...]
    var joined = Array(String(characters[..<cursor]) + clean)
    if let limit { joined = Array(joined.prefix(max(cursor, limit - after.count))) }
    characters = joined + after
    cursor = joined.count
  }

  private func cleaned(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      let isHidden = (0x200B...0x200F).contains(scalar.value) && scalar.value != 0x200D && scalar.value != 0x200C
      let isOverride = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      if isHidden || isOverride || scalar.value == 0xFEFF { continue }
      if !isControl || hasLines && scalar == "\n" {
        kept.append(scalar)
      } else if scalar == "\n" || scalar == "\t" || scalar == "\r" {
        kept.append(hasLines && scalar == "\r" ? "\n" : " ")
      }
    }
    return String(kept)
  }

  public mutating func clear() { self = TextField(limit: limit, hasLines: hasLines) }

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

  public mutating func deleteToStart() {
    isFresh = false
    characters.removeSubrange(..<cursor)
    cursor = 0
  }

  public mutating func deleteToEnd() {
    isFresh = false
    characters.removeSubrange(cursor...)
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
    while place < characters.count, !TextField.isWord(characters[place]) { place += 1 }
    while place < characters.count, TextField.isWord(characters[place]) { place += 1 }
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
    case (.character("u"), .control): deleteToStart()
    case (.character("k"), .control): deleteToEnd()
    case (.delete, []): delete()
    case (.left, []): move(by: -1)
    case (.right, []): move(by: 1)
    case (.left, .control), (.left, .alt): moveWordLeft()
    case (.right, .control), (.right, .alt): moveWordRight()
    case (.home, []): moveHome()
    case (.end, []): moveEnd()
    default: return false
    }
    return true
  }

  private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
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
    let first = firstVisible(width: row.width)
    frame.put(String(characters[first...]), x: row.x, y: row.y, role: role, width: row.width)
    frame.cursor = (row.x + (isFresh ? 0 : Width.of(String(characters[first..<cursor]))), row.y)
  }
}
