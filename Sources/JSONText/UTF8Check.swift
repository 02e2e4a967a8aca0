extension UnsafeRawBufferPointer {
  /// The first byte at or after `start` that is not well-formed UTF-8; nil when there is none before `end`.
  ///
  /// Overlong forms, surrogates and scalars above U+10FFFF are malformed (Unicode 3.9, table 3-7).
  func malformedUTF8(from start: Int, to end: Int) -> Int? {
    var offset = start
    while offset < end {
      if offset + 8 <= end, word(at: offset) & Self.highBits == 0 {
        offset += 8
        continue
      }
      let length = scalarLength(at: offset, end: end)
      guard length > 0 else { return offset }
      offset += length
    }
    return nil
  }

  /// The bytes of the scalar at `offset`; 0 when it is malformed.
  private func scalarLength(at offset: Int, end: Int) -> Int {
    switch self[offset] {
    case 0x00..<0x80: 1
    case 0xC2..<0xE0: hasTail(offset, 0x80...0xBF, 2, end) ? 2 : 0
    case 0xE0: hasTail(offset, 0xA0...0xBF, 3, end) ? 3 : 0
    case 0xED: hasTail(offset, 0x80...0x9F, 3, end) ? 3 : 0
    case 0xE1..<0xF0: hasTail(offset, 0x80...0xBF, 3, end) ? 3 : 0
    case 0xF0: hasTail(offset, 0x90...0xBF, 4, end) ? 4 : 0
    case 0xF1..<0xF4: hasTail(offset, 0x80...0xBF, 4, end) ? 4 : 0
    case 0xF4: hasTail(offset, 0x80...0x8F, 4, end) ? 4 : 0
    default: 0
    }
  }

  /// Whether the second byte lies in `second` and the others up to `length` are continuation bytes.
  private func hasTail(_ offset: Int, _ second: ClosedRange<UInt8>, _ length: Int, _ end: Int) -> Bool {
    guard offset + length <= end, second.contains(self[offset + 1]) else { return false }
    if length > 2, self[offset + 2] & 0xC0 != 0x80 { return false }
    return length < 4 || self[offset + 3] & 0xC0 == 0x80
  }
}
