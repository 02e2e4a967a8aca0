import JSONText

/// Where the values of a line go: what `LineLoader` needs of the columns, without a reference to count.
///
/// The pointers in it are those of the table's columns and hold while these neither grow nor go.
final class LinePlan {
  enum Target {
    case none
    case identity
    case revision
    case text(UnsafeMutablePointer<UInt64>)
    case number(UnsafeMutablePointer<UInt64>)
    case day(UnsafeMutablePointer<Int32>)
    case integer(UnsafeMutablePointer<Int64>)
    case decimal
    case flag(UnsafeMutablePointer<UInt16>)
    /// The places of the codes in `codes`.
    case code(UnsafeMutablePointer<UInt16>, first: Int, count: Int)
    case reference(UnsafeMutablePointer<Int32>)
  }

  /// The record that a field referred to last: the next one is mostly the same, or near it.
  private struct Recent {
    /// Its 26 letters, in memory that stays.
    var text: UnsafeRawPointer?
    var row: Row = -1
  }

  /// The fields that have columns.
  let columns: [FieldColumn]
  /// Takes apart lines that have no keys but those of the plan; nil where that is not wanted.
  let template: JSONTemplate?
  let lines: UnsafeMutablePointer<UInt64>
  let idHigh: UnsafeMutablePointer<UInt64>
  let idLow: UnsafeMutablePointer<UInt64>
  let revisions: UnsafeMutablePointer<UInt32>
  /// What the keys of a line mean, in the order of their bytes: the fields, the identity and the revision.
  private let keys: UnsafeMutableBufferPointer<Word>
  private let targets: UnsafeMutableBufferPointer<Target>
  private let fields: [FieldColumn?]
  private let codes: UnsafeMutableBufferPointer<Word>
  private let referred: [Table?]
  private let recent: UnsafeMutableBufferPointer<Recent>
  /// The value of each letter of an identity, 32 for other bytes.
  private let letters: UnsafeMutableBufferPointer<UInt8>

  init(_ table: Table, usesTemplate: Bool) {
    columns = Array(table.columns.prefix(table.type.fields.count))
    lines = table.lines.base
    idHigh = table.idHigh.base
    idLow = table.idLow.base
    revisions = table.revisions.base
    var words: [Word] = []
    var members: [(key: String, column: FieldColumn?, target: Target)] = [
      ("id", nil, .identity), ("rev", nil, .revision),
    ]
    for column in columns { members.append((column.name, column, Target(column.storage, &words))) }
    members.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    template = usesTemplate ? JSONTemplate(keys: members.map(\.key)) : nil
    keys = .allocated(members.map { Word($0.key) })
    targets = .allocated(members.map(\.target))
    fields = members.map(\.column)
    codes = .allocated(words)
    referred = fields.map {
      guard case .reference(_, let kind)? = $0?.storage else { return nil }
      return table.book?.table(kind)
    }
    recent = .allocated(members.map { _ in Recent() })
    letters = .allocated((0..<256).map { RecordID.value(ofLetter: UInt8($0)) })
  }

  deinit {
    for words in [keys, codes] {
      for word in words { word.free() }
      words.deallocate()
    }
    targets.deallocate()
    recent.deallocate()
    letters.deallocate()
  }

  @inline(__always)
  func target(_ place: Int) -> Target { targets[place] }

  /// The column of a place; nil for the identity and the revision.
  func column(_ place: Int) -> FieldColumn? { fields[place] }

  /// The place of a key: mostly one soon behind `next`, for keys come in order and some are left out.
  func place(of key: UnsafeRawBufferPointer, from next: Int) -> Int? {
    let start = Word.start(of: key, readable: key.count)
    for place in next..<max(next, keys.count) where keys[place].equals(key, start) { return place }
    for place in 0..<min(next, keys.count) where keys[place].equals(key, start) { return place }
    return nil
  }

  /// The place of a code in its list plus one; nil for one that is not there.
  ///
  /// So many bytes are `readable` from its first one on.
  @inline(__always)
  func code(_ text: UnsafeRawBufferPointer, readable: Int, _ first: Int, _ count: Int) -> UInt16? {
    let start = Word.start(of: text, readable: readable)
    for place in 0..<count where codes[first + place].equals(text, start) { return UInt16(place + 1) }
    return nil
  }

  /// Reads the 26 letters of an identity; nil for anything else.
  @inline(__always)
  func id(_ text: UnsafeRawBufferPointer) -> RecordID? {
    guard text.count == 26 else { return nil }
    var all: UInt8 = 0
    var high: UInt64 = 0
    var low: UInt64 = 0
    // Twenty-six letters of five bits are 130 bits: thirteen make the upper 65, of which the first letter has three.
    for index in 0..<13 {
      let first = letters[Int(text[index])]
      let second = letters[Int(text[index + 13])]
      all |= first | second
      high = high << 5 | UInt64(first)
      low = low << 5 | UInt64(second)
    }
    let carry = letters[Int(text[13])] >> 4
    guard all < 32, letters[Int(text[0])] < 8 else { return nil }
    return RecordID(high: high << 1 | UInt64(carry), low: low)
  }

  /// The row of the record that a text names; nil when there is none.
  @inline(__always)
  func reference(_ text: UnsafeRawBufferPointer, _ place: Int) -> Row? {
    guard text.count == 26, let start = text.baseAddress else { return nil }
    let last = recent[place]
    if let before = last.text, Self.isSame(text, UnsafeRawBufferPointer(start: before, count: 26)) { return last.row }
    guard let id = id(text), let found = referred[place]?.rowEver(of: id, near: last.row) else { return nil }
    recent[place] = Recent(text: start, row: found)
    return found
  }

  /// Four loads of eight bytes that overlap cover the twenty-six.
  @inline(__always)
  private static func isSame(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    (left.word(at: 0) ^ right.word(at: 0)) | (left.word(at: 8) ^ right.word(at: 8))
      | (left.word(at: 16) ^ right.word(at: 16)) | (left.word(at: 18) ^ right.word(at: 18)) == 0
  }
}

/// A short text to compare with: its first eight bytes as a number, and the rest.
///
/// Whoever makes one has to free it; it holds no reference that would be counted at each comparison.
struct Word {
  private let start: UInt64
  private let count: Int
  /// The bytes from the ninth on.
  private let rest: UnsafeMutableBufferPointer<UInt8>

  init(_ text: String) {
    let bytes = Array(text.utf8)
    start = bytes.withUnsafeBytes { Word.start(of: $0, readable: $0.count) }
    count = bytes.count
    rest = .allocated(Array(bytes.dropFirst(8)))
  }

  func free() { rest.deallocate() }

  /// The first eight bytes, zeros behind the end; so many bytes are `readable` from the first one on.
  @inline(__always)
  static func start(of text: UnsafeRawBufferPointer, readable: Int) -> UInt64 {
    guard text.count > 0, let first = text.baseAddress else { return 0 }
    // Eight bytes are loaded only where there are eight.
    if readable >= 8 {
      let word = UnsafeRawBufferPointer(start: first, count: 8).word(at: 0)
      return text.count >= 8 ? word : word & UInt64.max >> UInt64(64 - 8 * text.count)
    }
    var word: UInt64 = 0
    for index in 0..<text.count { word |= UInt64(text[index]) << UInt64(8 * index) }
    return word
  }

  @inline(__always)
  func equals(_ text: UnsafeRawBufferPointer, _ textStart: UInt64) -> Bool {
    guard start == textStart, count == text.count else { return false }
    var index = 8
    while index < count {
      if rest[index - 8] != text[index] { return false }
      index += 1
    }
    return true
  }
}

extension LinePlan.Target {
  /// Appends the codes of a list to `words`.
  fileprivate init(_ storage: FieldColumn.Storage, _ words: inout [Word]) {
    switch storage {
    case .none: self = .none
    case .text(let column): self = .text(column.base)
    case .number(let column): self = .number(column.base)
    case .day(let column): self = .day(column.base)
    case .integer(let column, nil): self = .integer(column.base)
    case .integer: self = .decimal
    case .small(let column, nil): self = .flag(column.base)
    case .small(let column, let codes?):
      self = .code(column.base, first: words.count, count: codes.list.entries.count)
      words += codes.list.entries.map { Word($0.code) }
    case .reference(let column, _): self = .reference(column.base)
    }
  }
}

extension UnsafeMutableBufferPointer {
  /// A copy of an array that its owner has to free.
  static func allocated(_ elements: [Element]) -> Self {
    let buffer = allocate(capacity: elements.count)
    _ = buffer.initialize(from: elements)
    return buffer
  }
}
