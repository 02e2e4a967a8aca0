/// The text of one field while it is edited: pure, by graphemes, so that an accent is never torn from its letter.
struct FieldEditor: Equatable {
  private(set) var characters: [Character]
  /// The place before which the next letter goes, 0 to `characters.count`.
  private(set) var cursor: Int
  /// Nothing was done yet: the first letter replaces the text, an arrow or Backspace begins to edit it.
  private(set) var isFresh = true
  /// Line ends stay in a note; elsewhere they become blanks.
  let hasLines: Bool

  init(_ text: String = "", hasLines: Bool = false) {
    characters = Array(text)
    cursor = characters.count
    self.hasLines = hasLines
  }

  var text: String { String(characters) }
  var isEmpty: Bool { characters.isEmpty }
  var isAtEnd: Bool { cursor == characters.count }

  /// Puts another text in its place; the field is fresh again.
  mutating func set(_ text: String) {
    characters = Array(text)
    open()
  }

  /// The focus came to the field.
  mutating func open() {
    isFresh = true
    cursor = characters.count
  }

  /// Begins to edit without changing anything.
  mutating func touch() { isFresh = false }

  /// Puts text in at the cursor, without control characters; into a fresh field, in place of what stands there.
  mutating func insert(_ text: String) {
    let clean = cleaned(text)
    guard !clean.isEmpty else { return }
    if isFresh { clear() }
    let left = String(characters[..<cursor]) + clean
    let whole = left + String(characters[cursor...])
    characters = Array(whole)
    cursor = min(characters.count, Array(left).count)
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
}

extension FieldEditor {
  mutating func deleteBackward() {
    isFresh = false
    guard cursor > 0 else { return }
    cursor -= 1
    characters.remove(at: cursor)
  }

  mutating func deleteForward() {
    isFresh = false
    guard cursor < characters.count else { return }
    characters.remove(at: cursor)
  }

  mutating func deleteWordBackward() {
    let end = cursor
    moveWordLeft()
    characters.removeSubrange(cursor..<end)
  }

  mutating func deleteToStart() {
    isFresh = false
    characters.removeSubrange(..<cursor)
    cursor = 0
  }

  mutating func deleteToEnd() {
    isFresh = false
    characters.removeSubrange(cursor...)
  }

  mutating func clear() {
    isFresh = false
    characters = []
    cursor = 0
  }

  /// Moves the cursor to a place, as near as there is one.
  mutating func move(to place: Int) {
    isFresh = false
    cursor = max(0, min(place, characters.count))
  }

  mutating func moveLeft() { move(to: cursor - 1) }
  mutating func moveRight() { move(to: cursor + 1) }

  mutating func moveWordLeft() {
    var place = cursor
    while place > 0, !Self.isWord(characters[place - 1]) { place -= 1 }
    while place > 0, Self.isWord(characters[place - 1]) { place -= 1 }
    move(to: place)
  }

  mutating func moveWordRight() {
    var place = cursor
    while place < characters.count, !Self.isWord(characters[place]) { place += 1 }
    while place < characters.count, Self.isWord(characters[place]) { place += 1 }
    move(to: place)
  }

  private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
