/// Takes canonical lines apart that mostly have the same keys in the same order, as one writer makes them.
///
/// It knows the keys, remembers which one followed which in the lines before, and compares the bytes it expects with
/// those that stand there. Where anything differs (another key or order, a blank, the end of the text near) it gives up
/// the line, and `JSONScanner` or `JSONReader` has to read it. What it accepts, `JSONScanner.members` accepts too and
/// finds in the same places.
public final class JSONTemplate {
  /// A value as it stands in its line, a string with its quotes.
  public struct Member: Equatable {
    /// Of the key, among those that the template knows.
    public let place: Int
    public let start: Int
    public let end: Int
    /// A string without escapes.
    public let isPlainText: Bool
  }

  private struct Key {
    /// With its quotes and the colon.
    let count: Int
    let first: UInt64
    let firstMask: UInt64
    let last: UInt64
    let bytes: UnsafeRawPointer
  }

  /// So many bytes must follow whatever is looked at: a key, and what is loaded behind a value.
  private static let margin = 128
  /// Longer keys are left to the scanner.
  private static let longestKey = 120

  private let keys: UnsafeMutableBufferPointer<Key>
  /// The place that is expected behind each place; the last element is what a line begins with.
  private let followers: UnsafeMutableBufferPointer<Int>
  private let texts: UnsafeMutableBufferPointer<UInt8>
  /// The members of the line that was taken apart last, as many as `split` says.
  public let members: UnsafeMutablePointer<Member>

  /// `names` are the keys in the order of their bytes, each once; nil when one is too long.
  public init?(keys names: [String]) {
    let texts = names.map { Array("\"\($0)\":".utf8) }
    guard texts.allSatisfy({ $0.count <= Self.longestKey }) else { return nil }
    self.texts = .allocate(capacity: max(1, texts.reduce(0) { $0 + $1.count + 8 }))
    self.texts.initialize(repeating: 0)
    keys = .allocate(capacity: max(1, texts.count))
    followers = .allocate(capacity: texts.count + 1)
    members = .allocate(capacity: max(1, texts.count))
    var free = 0
    for (place, text) in texts.enumerated() {
      // Eight bytes more than the text are kept for it.
      for (index, byte) in text.enumerated() { self.texts[free + index] = byte }
      let bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(self.texts)[free..<free + text.count + 8])
      (keys.baseAddress.map { $0 + place })?.initialize(to: Self.key(bytes, text.count))
      free += text.count + 8
      (followers.baseAddress.map { $0 + place })?.initialize(to: place + 1)
    }
    (followers.baseAddress.map { $0 + texts.count })?.initialize(to: 0)
    count = texts.count
  }

  private let count: Int

  deinit {
    keys.deallocate()
    followers.deallocate()
    texts.deallocate()
    members.deallocate()
  }

  private static func key(_ bytes: UnsafeRawBufferPointer, _ count: Int) -> Key {
    // A key with quotes and colon has three bytes at least, and eight more are kept behind it.
    let last = count >= 8 ? bytes.word(at: count - 8) : 0
    let mask = count >= 8 ? UInt64.max : UInt64.max >> UInt64(64 - 8 * count)
    guard let start = bytes.baseAddress else { preconditionFailure("a key has bytes") }
    return Key(count: count, first: bytes.word(at: 0) & mask, firstMask: mask, last: last, bytes: start)
  }

  /// Whether a key stands at `offset`, behind which there are `margin` bytes.
  @inline(__always)
  private func isKey(_ place: Int, _ lines: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    let key = keys[place]
    if (lines.word(at: offset) ^ key.first) & key.firstMask != 0 { return false }
    if key.count <= 8 { return true }
    if lines.word(at: offset + key.count - 8) != key.last { return false }
    var middle = 8
    while middle < key.count - 8 {
      let word = UInt64(littleEndian: key.bytes.loadUnaligned(fromByteOffset: middle, as: UInt64.self))
      if lines.word(at: offset + middle) != word { return false }
      middle += 8
    }
    return true
  }

  /// The place of the key at `offset` behind those up to `before`; nil for one that is not known there.
  private func search(behind before: Int, _ lines: UnsafeRawBufferPointer, at offset: Int) -> Int? {
    for place in before + 1..<max(before + 1, count) where isKey(place, lines, at: offset) {
      followers[before < 0 ? count : before] = place
      return place
    }
    return nil
  }

  /// Takes the line apart that begins at `start`: gives where its line feed stands and how many `members` it has.
  ///
  /// Nil when it is not in the expected form.
  public func split(_ lines: UnsafeRawBufferPointer, from start: Int) -> (end: Int, count: Int)? {
    let limit = lines.count - Self.margin
    guard start < limit, lines[start] == UInt8(ascii: "{") else { return nil }
    var offset = start + 1
    var before = -1
    var found = 0
    var expected = followers[count]
    while offset < limit {
      var place = expected
      if place >= count || !isKey(place, lines, at: offset) {
        guard let other = search(behind: before, lines, at: offset) else { return nil }
        place = other
      }
      offset += keys[place].count
      guard offset < limit, let value = Self.value(lines, from: offset, limit) else { return nil }
      // Places ascend, so that there are never more members than keys.
      members[found] = Member(place: place, start: offset, end: value.end, isPlainText: value.isPlainText)
      found += 1
      offset = value.end
      guard offset < limit else { return nil }
      if lines[offset] != UInt8(ascii: ",") {
        guard lines[offset] == UInt8(ascii: "}"), lines[offset + 1] == UInt8(ascii: "\n") else { return nil }
        return (offset + 1, found)
      }
      offset += 1
      before = place
      expected = followers[place]
    }
    return nil
  }

  /// Where the value that begins at `start` ends; nil when none does before `limit`.
  @inline(__always)
  private static func value(_ lines: UnsafeRawBufferPointer, from start: Int, _ limit: Int) -> (
    end: Int, isPlainText: Bool
  )? {
    guard lines[start] == UInt8(ascii: "\"") else { return endOfOther(lines, from: start).map { ($0, false) } }
    var offset = start + 1
    // Behind `limit` there are enough bytes for a word.
    while offset < limit {
      let specials = UnsafeRawBufferPointer.stringSpecials(lines.word(at: offset))
      if specials == 0 {
        offset += 8
        continue
      }
      offset += specials.trailingZeroBitCount >> 3
      if lines[offset] == UInt8(ascii: "\"") { return (offset + 1, true) }
      return endOfOther(lines, from: start).map { ($0, false) }
    }
    return nil
  }

  /// The end of a value that is no plain text, within its line.
  private static func endOfOther(_ lines: UnsafeRawBufferPointer, from start: Int) -> Int? {
    switch lines[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["):
      let line = lines.part(start, JSONScanner.lineEnd(in: lines, from: start))
      return JSONScanner.endOfValue(line, from: 0).map { start + $0 }
    default: return JSONScanner.endOfValue(lines, from: start)
    }
  }
}
