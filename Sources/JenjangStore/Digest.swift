import JSONText

/// Recomputing what a line of the journal says of itself.
extension Framing {
  /// The digest `d` as it stands in the head part: before `,"p":"…"`.
  static func storedDigest(of parts: Parts) -> String? {
    let end = parts.head.count - 72
    guard end > 64 else { return nil }
    return String(decoding: parts.head[(end - 64)..<end], as: UTF8.self)
  }

  /// The digest of the operations of a commit line: the hash of the hashes of their bytes; nil when they are no array.
  static func digest(of parts: Parts, in line: UnsafeRawBufferPointer) -> String? {
    let start = parts.head.count + 71 + 7
    guard start < line.count - 24 else { return nil }
    var hashes: [UInt8] = []
    let isArray = JSONScanner.elements(of: UnsafeRawBufferPointer(rebasing: line[start..<(line.count - 24)])) {
      hashes.append(contentsOf: erasedHash($0) ?? SHA256.hash($0))
    }
    return isArray ? Digits.hex(SHA256.hash(hashes)) : nil
  }

  /// The hash that an erased operation leaves in its place, `{"x":"…","pad":"…"}`; nil for others.
  private static func erasedHash(_ operation: UnsafeRawBufferPointer) -> [UInt8]? {
    guard operation.count > 70, operation[2] == UInt8(ascii: "x"), operation[3] == UInt8(ascii: "\"") else {
      return nil
    }
    return Digits.bytes(UnsafeRawBufferPointer(rebasing: operation[6..<70]))
  }
}

extension Digits {
  /// Reads hexadecimal digits of either case; nil when there are others.
  static func bytes(_ digits: UnsafeRawBufferPointer) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in digits {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return high == nil ? bytes : nil
  }
}
