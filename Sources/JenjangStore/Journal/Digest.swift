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
    var hashes: [UInt8] = []
    let isArray = JSONScanner.elements(of: operations(of: parts, in: line)) {
      hashes.append(contentsOf: erasedHash($0) ?? SHA256.hash($0))
    }
    return isArray ? Digits.hex(SHA256.hash(hashes)) : nil
  }

  /// The array of operations as it stands in a commit line; nothing when there is none.
  static func operations(of parts: Parts, in line: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let start = parts.head.count + 71 + 7
    guard start < line.count - 24 else { return UnsafeRawBufferPointer(rebasing: line[..<0]) }
    return UnsafeRawBufferPointer(rebasing: line[start..<(line.count - 24)])
  }

  /// Computes the checksum of a line without its line feed anew.
  static func reseal(_ line: inout [UInt8]) {
    let body = Array(line.dropLast(24))
    var check: [UInt8] = []
    Digits.appendHex(XXH64.hash(body), to: &check)
    line.replaceSubrange((line.count - 18)..<(line.count - 2), with: check)
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
