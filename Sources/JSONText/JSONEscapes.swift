/// Reads what follows a backslash in a JSON string.
enum JSONEscapes {
  /// Appends the UTF-8 of one escape; `offset` stands after the backslash and is moved behind the escape.
  static func decode(_ bytes: UnsafeRawBufferPointer, at offset: inout Int, into text: inout [UInt8])
    throws(JSONError)
  {
    guard offset < bytes.count else { throw JSONError(offset: offset, reason: .unexpectedEnd) }
    let byte = bytes[offset]
    if byte == UInt8(ascii: "u") {
      offset += 1
      return appendUTF8(try scalar(bytes, at: &offset), to: &text)
    }
    guard let plain = character(byte) else { throw JSONError(offset: offset, reason: .invalidEscape) }
    text.append(plain)
    offset += 1
  }

  private static func character(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  /// Four hexadecimal digits, or twice four for a scalar above U+FFFF.
  private static func scalar(_ bytes: UnsafeRawBufferPointer, at offset: inout Int) throws(JSONError) -> UInt32 {
    let start = offset
    let first = try unit(bytes, at: &offset)
    guard first & 0xF800 == 0xD800 else { return first }
    let isPair =
      first < 0xDC00 && offset + 1 < bytes.count && bytes[offset] == UInt8(ascii: "\\")
      && bytes[offset + 1] == UInt8(ascii: "u")
    guard isPair else { throw JSONError(offset: start, reason: .loneSurrogate) }
    offset += 2
    let second = try unit(bytes, at: &offset)
    guard second & 0xFC00 == 0xDC00 else { throw JSONError(offset: start, reason: .loneSurrogate) }
    return 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
  }

  private static func unit(_ bytes: UnsafeRawBufferPointer, at offset: inout Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard offset < bytes.count else { throw JSONError(offset: offset, reason: .unexpectedEnd) }
      guard let digit = digit(bytes[offset]) else { throw JSONError(offset: offset, reason: .invalidEscape) }
      value = value << 4 | digit
      offset += 1
    }
    return value
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  private static func appendUTF8(_ scalar: UInt32, to text: inout [UInt8]) {
    switch scalar {
    case 0..<0x80: text.append(UInt8(scalar))
    case 0x80..<0x800:
      text.append(0xC0 | UInt8(scalar >> 6))
      text.append(tail(scalar))
    case 0x800..<0x10000:
      text.append(0xE0 | UInt8(scalar >> 12))
      text.append(tail(scalar >> 6))
      text.append(tail(scalar))
    default:
      text.append(0xF0 | UInt8(scalar >> 18))
      text.append(tail(scalar >> 12))
      text.append(tail(scalar >> 6))
      text.append(tail(scalar))
    }
  }

  private static func tail(_ bits: UInt32) -> UInt8 { 0x80 | UInt8(bits & 0x3F) }
}
