/// Where a piece of text lies: 1 bit "there is one", 39 bits of offset, 24 bits of length.
struct Slice: Equatable {
  let packed: UInt64

  static let absent = Slice(packed: 0)
  /// Something that is no text stands in the record.
  static let irregular = Slice(packed: .max)
  /// Longer texts are looked up in the record.
  static let maximumLength = 0xFF_FFFE

  init(packed: UInt64) { self.packed = packed }

  init(offset: Int, length: Int) {
    let fits = length <= Slice.maximumLength && offset < 1 << 39
    packed = fits ? 1 << 63 | UInt64(offset) << 24 | UInt64(length) : .max
  }

  var isPresent: Bool { packed >> 63 == 1 && packed != .max }
  var offset: Int { Int(packed >> 24 & 0x7F_FFFF_FFFF) }
  var length: Int { Int(packed & 0xFF_FFFF) }
}

/// The bytes of texts: those of the mapped snapshot first, those written since behind them.
///
/// A text that is given up leaves its room to later ones: a process that is open for weeks does not grow with every change.
struct TextBytes {
  let snapshot: UnsafeRawBufferPointer
  let arena: Column<UInt8>
  /// Where texts begin that have a room of their own; an index has none.
  private let firstRoom: Int
  /// The beginnings of rooms that are free again, by their size.
  private var free: [Int: [Int]] = [:]

  init(
    snapshot: UnsafeRawBufferPointer = UnsafeRawBufferPointer(start: nil, count: 0), arena: Column<UInt8> = Column()
  ) {
    self.snapshot = snapshot
    self.arena = arena
    firstRoom = arena.count
  }

  /// The bytes of a slice; empty when it points outside, as a damaged index may say.
  func bytes(_ slice: Slice) -> UnsafeRawBufferPointer {
    let end = slice.offset + slice.length
    guard slice.isPresent, slice.length > 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    // Inside the snapshot: offset and end are both within 0 ... snapshot.count.
    if end <= snapshot.count { return UnsafeRawBufferPointer(rebasing: snapshot[slice.offset..<end]) }
    let start = slice.offset - snapshot.count
    // Inside the arena: start is not negative and start + length at most its count.
    guard start >= 0, start + slice.length <= arena.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(start: arena.base + start, count: slice.length)
  }

  func string(_ slice: Slice) -> String { String(decoding: bytes(slice), as: UTF8.self) }

  /// Keeps a text.
  mutating func add(_ text: String) -> Slice {
    var text = text
    return text.withUTF8 { bytes in
      let size = TextBytes.room(bytes.count)
      let start = free[size]?.popLast() ?? arena.count
      let slice = Slice(offset: snapshot.count + start, length: bytes.count)
      guard slice.isPresent, let source = bytes.baseAddress else { return slice }
      if start < arena.count {
        // A free room lies within the arena and is at least as long as the text.
        (arena.base + start).update(from: source, count: bytes.count)
      } else {
        arena.append(contentsOf: bytes)
        while arena.count < start + size { arena.append(0) }
      }
      return slice
    }
  }

  /// Nothing stands for this text any more.
  mutating func giveUp(_ slice: Slice) {
    let start = slice.offset - snapshot.count
    guard slice.isPresent, slice.length > 0, start >= firstRoom else { return }
    free[TextBytes.room(slice.length), default: []].append(start)
  }

  /// The size of the room for so many bytes.
  private static func room(_ length: Int) -> Int { (length + 15) & ~15 }
}

extension UnsafeRawBufferPointer {
  func equals(_ other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    // Indices below count, which both have.
    for index in 0..<count where self[index] != other[index] { return false }
    return true
  }

  /// Whether `needle` occurs at `offset`; false when it would reach past the end.
  func has(_ needle: [UInt8], at offset: Int) -> Bool {
    guard offset + needle.count <= count else { return false }
    for index in 0..<needle.count where self[offset + index] != needle[index] { return false }
    return true
  }

  func contains(_ needle: [UInt8]) -> Bool {
    guard let first = needle.first else { return true }
    guard needle.count <= count else { return false }
    for offset in 0...count - needle.count where self[offset] == first && has(needle, at: offset) { return true }
    return false
  }

  /// Eight bytes as a number, first byte lowest; the caller has checked that `offset + 8` is at most `count`.
  func word(at offset: Int) -> UInt64 { UInt64(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
}

extension String {
  /// Whether the bytes of another text occur in this one: `contains` without letters that are made of several.
  func holds(_ other: String) -> Bool {
    var text = self
    let needle = Array(other.utf8)
    return text.withUTF8 { UnsafeRawBufferPointer($0).contains(needle) }
  }
}

/// Tests on eight bytes at a time.
enum Eight {
  static let ones: UInt64 = 0x0101_0101_0101_0101
  static let tops: UInt64 = 0x8080_8080_8080_8080

  static func all(_ byte: UInt8) -> UInt64 { ones &* UInt64(byte) }

  /// The top bit of each byte that equals the pattern's; bytes above a true one may be marked wrongly.
  static func matches(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
    let difference = word ^ pattern
    return (difference &- ones) & ~difference & tops
  }
}
