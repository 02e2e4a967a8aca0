/// Reads strict JSON (RFC 8259) restricted to I-JSON: no duplicate keys, no lone surrogates, exact integers.
public struct JSONReader {
  /// The deepest nesting of arrays and objects that is accepted.
  public static let maximumDepth = 32
  /// The largest integer that every JSON reader keeps exactly: 2^53 − 1.
  public static let maximumInteger: Int64 = 9_007_199_254_740_991

  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  /// Reads one value; blanks may surround it and nothing else may.
  public static func value(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    let result: Result<JSONValue, JSONError> = bytes.withUnsafeBytes { buffer in
      do throws(JSONError) { return .success(try value(buffer)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  public static func value(_ text: String) throws(JSONError) -> JSONValue { try value(Array(text.utf8)) }

  public static func value(_ bytes: UnsafeRawBufferPointer) throws(JSONError) -> JSONValue {
    var reader = JSONReader(bytes: bytes)
    reader.skipBlanks()
    let value = try reader.readValue(depth: 0)
    reader.skipBlanks()
    guard reader.offset == bytes.count else { throw reader.failure(.trailingBytes) }
    return value
  }

  private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private func failure(_ reason: JSONError.Reason) -> JSONError { JSONError(offset: offset, reason: reason) }
  private var unexpected: JSONError { failure(offset < bytes.count ? .unexpectedByte : .unexpectedEnd) }

  /// The byte at the reading place; 0, which stands nowhere in JSON, at the end.
  @inline(__always)
  private var current: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  @inline(__always)
  private mutating func skipBlanks() {
    while true {
      switch current {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return
      }
    }
  }

  private mutating func expect(_ text: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    for index in 0..<text.utf8CodeUnitCount {
      guard current == text.utf8Start[index] else { throw unexpected }
      offset += 1
    }
    return value
  }

  private mutating func readValue(depth: Int) throws(JSONError) -> JSONValue {
    switch current {
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
    case UInt8(ascii: "{"): return .object(try readObject(depth: depth))
    case UInt8(ascii: "["): return .array(try readArray(depth: depth))
    case UInt8(ascii: "n"): return try expect("null", .null)
    case UInt8(ascii: "t"): return try expect("true", .bool(true))
    case UInt8(ascii: "f"): return try expect("false", .bool(false))
    default: throw unexpected
    }
  }
}

extension JSONReader {
  private mutating func readArray(depth: Int) throws(JSONError) -> [JSONValue] {
    guard depth < Self.maximumDepth else { throw failure(.tooDeep) }
    offset += 1
    var values: [JSONValue] = []
    skipBlanks()
    if current == UInt8(ascii: "]") {
      offset += 1
      return values
    }
    while true {
      skipBlanks()
      values.append(try readValue(depth: depth + 1))
      guard try readComma(orEnd: UInt8(ascii: "]")) else { return values }
    }
  }

  private mutating func readObject(depth: Int) throws(JSONError) -> JSONObject {
    guard depth < Self.maximumDepth else { throw failure(.tooDeep) }
    offset += 1
    var members = JSONMembers()
    skipBlanks()
    if current == UInt8(ascii: "}") {
      offset += 1
      return JSONObject()
    }
    while true {
      skipBlanks()
      guard current == UInt8(ascii: "\"") else { throw unexpected }
      let start = offset
      let key = try readString()
      skipBlanks()
      guard current == UInt8(ascii: ":") else { throw unexpected }
      offset += 1
      skipBlanks()
      members.append(key, try readValue(depth: depth + 1), at: start)
      guard try readComma(orEnd: UInt8(ascii: "}")) else { return try members.object() }
    }
  }

  /// Whether another element follows.
  @inline(__always)
  private mutating func readComma(orEnd end: UInt8) throws(JSONError) -> Bool {
    skipBlanks()
    let byte = current
    guard byte == UInt8(ascii: ",") || byte == end else { throw unexpected }
    offset += 1
    return byte != end
  }
}

extension JSONReader {
  private mutating func readNumber() throws(JSONError) -> JSONValue {
    let start = offset
    let isNegative = current == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    let digits = offset
    let magnitude = try readDigits()
    if offset - digits > 1, bytes[digits] == UInt8(ascii: "0") {
      throw JSONError(offset: digits, reason: .invalidNumber)
    }
    switch current {
    case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): return try readFraction(from: start)
    default: break
    }
    guard let magnitude, magnitude <= Self.maximumInteger else {
      throw JSONError(offset: start, reason: .numberOutOfRange)
    }
    return .integer(isNegative ? -magnitude : magnitude)
  }

  /// Reads one digit or more; nil when their value has more than 18 digits.
  @inline(__always)
  private mutating func readDigits() throws(JSONError) -> Int64? {
    let start = offset
    var value: Int64 = 0
    while true {
      let digit = current &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      if offset - start < 18 { value = value * 10 + Int64(digit) }
      offset += 1
    }
    guard offset > start else { throw failure(offset < bytes.count ? .invalidNumber : .unexpectedEnd) }
    return offset - start <= 18 ? value : nil
  }

  private mutating func readFraction(from start: Int) throws(JSONError) -> JSONValue {
    if current == UInt8(ascii: ".") {
      offset += 1
      _ = try readDigits()
    }
    if current | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { offset += 1 }
      _ = try readDigits()
    }
    let text = String(decoding: bytes.part(start, offset), as: UTF8.self)
    guard let value = Double(text), value.isFinite else { throw JSONError(offset: start, reason: .numberOutOfRange) }
    return .number(text)
  }
}

extension JSONReader {
  /// Reads a string from its opening quote; most have no escape and are taken in one piece.
  private mutating func readString() throws(JSONError) -> String {
    let start = offset + 1
    let end = bytes.endOfPlainText(from: start)
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return try readEscapedString(from: start) }
    try checkUTF8(start, end)
    offset = end + 1
    return String(decoding: bytes.part(start, end), as: UTF8.self)
  }

  private mutating func readEscapedString(from start: Int) throws(JSONError) -> String {
    offset = start
    var text: [UInt8] = []
    while true {
      let end = bytes.endOfPlainText(from: offset)
      try checkUTF8(offset, end)
      text.append(contentsOf: bytes.part(offset, end))
      offset = end
      switch current {
      case UInt8(ascii: "\""):
        offset += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        offset += 1
        try JSONEscapes.decode(bytes, at: &offset, into: &text)
      default: throw failure(offset < bytes.count ? .controlCharacter : .unexpectedEnd)
      }
    }
  }

  private func checkUTF8(_ start: Int, _ end: Int) throws(JSONError) {
    if let place = bytes.malformedUTF8(from: start, to: end) { throw JSONError(offset: place, reason: .invalidUTF8) }
  }
}
