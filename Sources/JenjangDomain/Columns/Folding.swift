/// Texts made alike for comparison: lower case, without the marks of Latin-1 letters.
enum Folding {
  /// U+00C0 to U+00FF without their marks; a zero leaves the letter as it is.
  private static let latin: [UInt8] = {
    let letters = "aaaaaaaceeeeiiiidnooooo ouuuuy saaaaaaaceeeeiiiidnooooo ouuuuy y"
    return letters.utf8.map { $0 == UInt8(ascii: " ") ? 0 : $0 }
  }()

  /// The bytes of a text, folded; blanks and signs stay.
  static func plain(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { plain(UnsafeRawBufferPointer($0)) }
  }

  static func plain(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count { folded.append(next(bytes, &index)) }
    return folded
  }

  /// The folded byte at `index`, which moves on; `index` is below `bytes.count`.
  @inline(__always)
  static func next(_ bytes: UnsafeRawBufferPointer, _ index: inout Int) -> UInt8 {
    let byte = bytes[index]
    index += 1
    if byte < 0x80 { return lower(byte) }
    guard byte == 0xC3, index < bytes.count, bytes[index] & 0xC0 == 0x80 else { return byte }
    let letter = latin[Int(bytes[index] & 0x3F)]
    guard letter != 0 else { return byte }
    index += 1
    return letter
  }

  @inline(__always)
  static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// Orders two texts by their folded bytes.
  static func precedes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    compare(left, right) < 0
  }

  /// Negative, zero or positive as `left` comes before, with or after `right`.
  static func compare(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
    var first = 0
    var second = 0
    while first < left.count, second < right.count {
      let difference = Int(next(left, &first)) - Int(next(right, &second))
      if difference != 0 { return difference }
    }
    return (first < left.count ? 1 : 0) - (second < right.count ? 1 : 0)
  }

  /// Eight folded bytes, the first unless some are skipped, as a number that sorts like them.
  static func key(_ bytes: UnsafeRawBufferPointer, skipping count: Int = 0) -> UInt64 {
    var key: UInt64 = 0
    var index = 0
    for _ in 0..<count where index < bytes.count { _ = next(bytes, &index) }
    for place in 0..<8 where index < bytes.count {
      key |= UInt64(next(bytes, &index)) << UInt64(56 - 8 * place)
    }
    return key
  }

  /// Only letters and digits of a text, folded, and which of them begin a word: what a name is searched by.
  @inline(__always)
  static func letters(_ bytes: UnsafeRawBufferPointer, each body: (UInt8, Bool) -> Void) {
    var index = 0
    var isStart = true
    while index < bytes.count {
      let lead = bytes[index]
      if lead == 0xC2 || lead == 0xE2 && index + 1 < bytes.count && bytes[index + 1] == 0x80 {
        index += lead == 0xC2 ? 2 : 3
        isStart = true
        continue
      }
      let byte = next(bytes, &index)
      let isLetter = byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
      if isLetter { body(byte, isStart) }
      isStart = !isLetter
    }
  }

  static func letters(_ text: String) -> [UInt8] {
    var text = text
    var folded: [UInt8] = []
    text.withUTF8 { bytes in letters(UnsafeRawBufferPointer(bytes)) { byte, _ in folded.append(byte) } }
    return folded
  }
}
