/// Looks at JSON bytes eight at a time.
///
/// Each load is preceded by its own bounds test: a buffer pointer checks nothing in a release build.
extension UnsafeRawBufferPointer {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The eight bytes from `offset`, the first one lowest.
  ///
  /// `offset + 8` must be at most `count`.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The high bit of each byte that is zero; exact for the lowest one that is set, not for those above it.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highBits }

  /// The high bits of the quotes, backslashes and control characters; exact for the lowest one.
  @inline(__always)
  static func stringSpecials(_ word: UInt64) -> UInt64 {
    let controls = (word &- (ones &* 0x20)) & ~word & highBits
    return controls | zeroBytes(word ^ (ones &* 0x22)) | zeroBytes(word ^ (ones &* 0x5C))
  }

  /// The high bits of the quotes, brackets and braces; exact for the lowest one.
  ///
  /// Bit 5 makes a bracket of each brace, so that three tests do for five bytes. It also makes a quote of the control
  /// character 2, which no valid text has; who calls this looks at the byte itself.
  @inline(__always)
  private static func structureSpecials(_ word: UInt64) -> UInt64 {
    let folded = word | (ones &* 0x20)
    return zeroBytes(folded ^ (ones &* 0x22)) | zeroBytes(folded ^ (ones &* 0x7B)) | zeroBytes(folded ^ (ones &* 0x7D))
  }

  /// The first quote, backslash or control character at or after `start`, or `count`.
  @inline(__always)
  func endOfPlainText(from start: Int) -> Int {
    var offset = start
    while offset + 8 <= count {
      let found = Self.stringSpecials(word(at: offset))
      if found != 0 { return offset + found.trailingZeroBitCount >> 3 }
      offset += 8
    }
    while offset < count {
      let byte = self[offset]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { return offset }
      offset += 1
    }
    return offset
  }

  /// The first quote, bracket or brace at or after `start`, or `count`.
  @inline(__always)
  func nextStructure(from start: Int) -> Int {
    var offset = start
    while offset + 8 <= count {
      let found = Self.structureSpecials(word(at: offset))
      if found != 0 { return offset + found.trailingZeroBitCount >> 3 }
      offset += 8
    }
    while offset < count {
      let folded = self[offset] | 0x20
      if folded == 0x22 || folded == 0x7B || folded == 0x7D { return offset }
      offset += 1
    }
    return offset
  }

  /// The first line feed at or after `start`, or `count`.
  @inline(__always)
  func endOfLine(from start: Int) -> Int {
    var offset = start
    while offset + 8 <= count {
      let found = Self.zeroBytes(word(at: offset) ^ (Self.ones &* 0x0A))
      if found != 0 { return offset + found.trailingZeroBitCount >> 3 }
      offset += 8
    }
    while offset < count, self[offset] != 0x0A { offset += 1 }
    return offset
  }

  /// A part of the buffer, with offsets from 0.
  @inline(__always)
  func part(_ start: Int, _ end: Int) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: self[start..<end]) }
}
