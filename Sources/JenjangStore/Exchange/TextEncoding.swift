/// The encodings in which tables reach us.
public enum TextEncoding: String, Sendable, Hashable {
  case utf8 = "UTF-8"
  case utf16 = "UTF-16"
  /// Latin-1 as Windows writes it, with quotes and dashes where Latin-1 has control characters.
  case windows1252 = "Windows-1252"
}

extension TextEncoding {
  /// The bytes as UTF-8 without a byte order mark, and what they were.
  ///
  /// What is not well-formed UTF-8 and has no mark of UTF-16 is taken for Windows-1252, which fits any bytes.
  public static func decoded(_ bytes: [UInt8]) -> (text: [UInt8], encoding: TextEncoding) {
    if bytes.starts(with: [0xFF, 0xFE]) { return (utf16(bytes, lowFirst: true), .utf16) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (utf16(bytes, lowFirst: false), .utf16) }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let isUTF8 = bytes.withUnsafeBytes { String(validating: $0, as: UTF8.self) != nil }
    if isUTF8 { return (hasMark ? Array(bytes.dropFirst(3)) : bytes, .utf8) }
    return (windows1252(bytes), .windows1252)
  }

  private static func utf16(_ bytes: [UInt8], lowFirst: Bool) -> [UInt8] {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index -> UInt16 in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return lowFirst ? second << 8 | first : first << 8 | second
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        output.append(byte)
      } else {
        let scalar = byte < 0xA0 ? windowsScalars[Int(byte) - 0x80] : UInt16(byte)
        appendUTF8(scalar, to: &output)
      }
    }
    return output
  }

  private static func appendUTF8(_ scalar: UInt16, to output: inout [UInt8]) {
    if scalar < 0x800 {
      output.append(0xC0 | UInt8(scalar >> 6))
    } else {
      output.append(0xE0 | UInt8(scalar >> 12))
      output.append(0x80 | UInt8(scalar >> 6 & 0x3F))
    }
    output.append(0x80 | UInt8(scalar & 0x3F))
  }

  /// 0x80 to 0x9F of Windows-1252; the five that are not used are the replacement character.
  private static let windowsScalars: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
