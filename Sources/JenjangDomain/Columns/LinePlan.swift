import JSONText

/// Where the values of a line go: what `LineLoader` needs of the columns, without a reference to count.
///
/// The pointers in it are those of the table's columns and hold while these neither grow nor go.
final class LinePlan {
  enum Target {
    case none
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

  /// The fields that have columns, in the order of their keys' bytes.
  let columns: [FieldColumn]
  var count: Int { columns.count }
  private let keys: UnsafeMutableBufferPointer<Word>
  private let targets: UnsafeMutableBufferPointer<Target>
  private let codes: UnsafeMutableBufferPointer<Word>
  private let searches: [ReferenceSearch?]
  /// The value of each letter of an identity, 32 for other bytes.
  private let letters: UnsafeMutableBufferPointer<UInt8>

  init(_ table: Table) {
    let fields = table.columns.prefix(table.type.fields.count).map { (key: Array($0.name.utf8), column: $0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    columns = fields.map(\.column)
    keys = .allocated(fields.map { Word($0.key) })
    var words: [Word] = []
    targets = .allocated(fields.map { Target($0.column.storage, &words) })
    codes = .allocated(words)
    searches = fields.map {
      guard case .reference(_, let kind) = $0.column.storage else { return nil }
      return table.book?.table(kind).map(ReferenceSearch.init)
    }
    letters = .allocated((0..<256).map { RecordID.value(ofLetter: UInt8($0)) })
  }

  deinit {
    for buffer in [keys, codes] {
      buffer.deinitialize()
      buffer.deallocate()
    }
    targets.deallocate()
    letters.deallocate()
  }

  @inline(__always)
  func target(_ place: Int) -> Target { targets[place] }

  @inline(__always)
  func isKey(_ key: UnsafeRawBufferPointer, of place: Int) -> Bool { keys[place].equals(key) }

  /// The place of a field by its key: mostly one soon behind `next`, for keys come in order and some are left out.
  func place(of key: UnsafeRawBufferPointer, from next: Int) -> Int? {
    let start = Word.start(of: key)
    for place in next..<max(next, keys.count) where keys[place].equals(key, start) { return place }
    for place in 0..<min(next, keys.count) where keys[place].equals(key, start) { return place }
    return nil
  }

  /// The place of a code in its list plus one; nil for one that is not there.
  @inline(__always)
  func code(_ text: UnsafeRawBufferPointer, _ first: Int, _ count: Int) -> UInt16? {
    let start = Word.start(of: text)
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
    guard let search = searches[place] else { return nil }
    if search.isLast(text) { return search.row }
    return id(text).flatMap { search.row(of: $0, text) }
  }
}

/// A short text to compare with: its first eight bytes as a number, and the rest.
struct Word {
  private let start: UInt64
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    start = bytes.withUnsafeBytes { Word.start(of: $0) }
  }

  /// The first eight bytes, zeros behind the end.
  @inline(__always)
  static func start(of text: UnsafeRawBufferPointer) -> UInt64 {
    // Eight bytes are loaded only where there are eight.
    if text.count >= 8 { return text.word(at: 0) }
    var word: UInt64 = 0
    for index in 0..<text.count { word |= UInt64(text[index]) << UInt64(8 * index) }
    return word
  }

  @inline(__always)
  func equals(_ text: UnsafeRawBufferPointer) -> Bool { equals(text, Word.start(of: text)) }

  @inline(__always)
  func equals(_ text: UnsafeRawBufferPointer, _ textStart: UInt64) -> Bool {
    guard start == textStart, bytes.count == text.count else { return false }
    var index = 8
    while index < bytes.count {
      if bytes[index] != text[index] { return false }
      index += 1
    }
    return true
  }
}

/// Finds the records that one field refers to: the next one is mostly the last one again, or near it.
private final class ReferenceSearch {
  private let table: Table
  private(set) var row: Row = -1
  /// The text that was looked for last, in memory that stays.
  private var last = UnsafeRawBufferPointer(start: nil, count: 0)

  init(_ table: Table) { self.table = table }

  @inline(__always)
  func isLast(_ text: UnsafeRawBufferPointer) -> Bool {
    // Four loads of eight bytes that overlap cover the twenty-six.
    guard row >= 0, text.count == 26, last.count == 26 else { return false }
    return (text.word(at: 0) ^ last.word(at: 0)) | (text.word(at: 8) ^ last.word(at: 8))
      | (text.word(at: 16) ^ last.word(at: 16)) | (text.word(at: 18) ^ last.word(at: 18)) == 0
  }

  func row(of id: RecordID, _ text: UnsafeRawBufferPointer) -> Row? {
    guard let found = table.rowEver(of: id, near: row) else { return nil }
    (row, last) = (found, text)
    return found
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
      words += codes.list.entries.map { Word(Array($0.code.utf8)) }
    case .reference(let column, _): self = .reference(column.base)
    }
  }
}

extension UnsafeMutableBufferPointer {
  /// A copy of an array that its owner has to free.
  fileprivate static func allocated(_ elements: [Element]) -> Self {
    let buffer = allocate(capacity: elements.count)
    _ = buffer.initialize(from: elements)
    return buffer
  }
}
