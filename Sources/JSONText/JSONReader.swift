/// Reads strict JSON (RFC 8259) restricted to I-JSON: no duplicate keys, no lone surrogates, exact integers.
public struct JSONReader {
  /// The deepest nesting that is accepted.
  public static let maximumDepth = 32

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
    let value = try reader.readValue(depth: 0)
    reader.skipBlanks()
    guard reader.offset == bytes.count else { throw reader.failure(.trailingBytes) }
    return value
  }

  private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private func failure(_ reason: JSONError.Reason) -> JSONError { JSONError(offset: offset, reason: reason) }

  private mutating func skipBlanks() {
    while offset < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset]) { offset += 1 }
  }

  private mutating func next() throws(JSONError) -> UInt8 {
    guard offset < bytes.count else { throw failure(.unexpectedEnd) }
    defer { offset += 1 }
    return bytes[offset]
  }

  private mutating func expect(_ text: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    for index in 0..<text.utf8CodeUnitCount {
      let byte = try next()
      guard byte == text.utf8Start[index] else {
        offset -= 1
        throw failure(.unexpectedByte)
      }
    }
    return value
  }

  private mutating func readValue(depth: Int) throws(JSONError) -> JSONValue {
    guard depth < Self.maximumDepth else { throw failure(.tooDeep) }
    skipBlanks()
    guard offset < bytes.count else { throw failure(.unexpectedEnd) }
    switch bytes[offset] {
    case UInt8(ascii: "n"): return try expect("null", .null)
    case UInt8(ascii: "t"): return try expect("true", .bool(true))
    case UInt8(ascii: "f"): return try expect("false", .bool(false))
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "["): return try readArray(depth: depth)
    case UInt8(ascii: "{"): return try readObject(depth: depth)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
    default: throw failure(.unexpectedByte)
    }
  }

  private mutating func readArray(depth: Int) throws(JSONError) -> JSONValue {
    offset += 1
    var values: [JSONValue] = []
    skipBlanks()
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "]") {
      offset += 1
      return .array(values)
    }
    while true {
      values.append(try readValue(depth: depth + 1))
      skipBlanks()
      switch try next() {
      case UInt8(ascii: ","): continue
      case UInt8(ascii: "]"): return .array(values)
      default:
        offset -= 1
        throw failure(.unexpectedByte)
      }
    }
  }

  private mutating func readObject(depth: Int) throws(JSONError) -> JSONValue {
    offset += 1
    var object = JSONObject()
    skipBlanks()
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "}") {
      offset += 1
      return .object(object)
    }
    while true {
      skipBlanks()
      guard offset < bytes.count else { throw failure(.unexpectedEnd) }
      guard bytes[offset] == UInt8(ascii: "\"") else { throw failure(.unexpectedByte) }
      let key = try readString()
      guard object[key] == nil else { throw failure(.duplicateKey) }
      skipBlanks()
      guard try next() == UInt8(ascii: ":") else {
        offset -= 1
        throw failure(.unexpectedByte)
      }
      object[key] = try readValue(depth: depth + 1)
      skipBlanks()
      switch try next() {
      case UInt8(ascii: ","): continue
      case UInt8(ascii: "}"): return .object(object)
      default:
        offset -= 1
        throw failure(.unexpectedByte)
      }
    }
  }

  private mutating func readNumber() throws(JSONError) -> JSONValue {
    let start = offset
    var isInteger = true
    if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    try readDigits(leadingZeroAllowed: false)
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      isInteger = false
      offset += 1
      try readDigits(leadingZeroAllowed: true)
    }
    if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      offset += 1
      if offset < bytes.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[offset]) { offset += 1 }
      try readDigits(leadingZeroAllowed: true)
    }
    let text = String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<offset]), as: UTF8.self)
    guard isInteger else { return .number(text) }
    guard let value = Int64(text), abs(value) <= 9_007_199_254_740_991 else { throw failure(.numberOutOfRange) }
    return .integer(value)
  }

  private mutating func readDigits(leadingZeroAllowed: Bool) throws(JSONError) {
    let start = offset
    while offset < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset]) { offset += 1 }
    guard offset > start else { throw failure(.invalidNumber) }
    if !leadingZeroAllowed, offset - start > 1, bytes[start] == UInt8(ascii: "0") { throw failure(.invalidNumber) }
  }

  private mutating func readString() throws(JSONError) -> String {
    offset += 1
    var text: [UInt8] = []
    while true {
      let byte = try next()
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else { throw failure(.invalidUTF8) }
        return string
      case UInt8(ascii: "\\"): try readEscape(into: &text)
      case 0x00..<0x20: throw failure(.controlCharacter)
      default: text.append(byte)
      }
    }
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(JSONError) {
    switch try next() {
    case UInt8(ascii: "\""): text.append(0x22)
    case UInt8(ascii: "\\"): text.append(0x5C)
    case UInt8(ascii: "/"): text.append(0x2F)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): try readUnicodeEscape(into: &text)
    default: throw failure(.invalidEscape)
    }
  }

  private mutating func readUnicodeEscape(into text: inout [UInt8]) throws(JSONError) {
    var unit = try readHex()
    if (0xD800..<0xDC00).contains(unit) {
      guard try next() == UInt8(ascii: "\\"), try next() == UInt8(ascii: "u") else { throw failure(.loneSurrogate) }
      let low = try readHex()
      guard (0xDC00..<0xE000).contains(low) else { throw failure(.loneSurrogate) }
      unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(unit) else { throw failure(.loneSurrogate) }
    text.append(contentsOf: String(Character(scalar)).utf8)
  }

  private mutating func readHex() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(try next())).hexDigitValue else { throw failure(.invalidEscape) }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
