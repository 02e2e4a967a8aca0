/// Writes canonical JSON: members in the order of their keys, no blanks, the fewest escapes.
public enum JSONWriter {
  /// The canonical bytes of a value, without a line feed.
  public static func bytes(_ value: JSONValue) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(256)
    append(value, to: &output)
    return output
  }

  /// The canonical text of a value.
  public static func text(_ value: JSONValue) -> String {
    String(decoding: bytes(value), as: UTF8.self)
  }

  public static func append(_ value: JSONValue, to output: inout [UInt8]) {
    switch value {
    case .null: output.append(contentsOf: "null".utf8)
    case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): append(value, to: &output)
    case .number(let text): output.append(contentsOf: text.utf8)
    case .string(let text): append(text, to: &output)
    case .array(let values): append(values, to: &output)
    case .object(let object): append(object, to: &output)
    }
  }

  public static func append(_ object: JSONObject, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "{"))
    for (index, member) in object.members.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      append(member.key, to: &output)
      output.append(UInt8(ascii: ":"))
      append(member.value, to: &output)
    }
    output.append(UInt8(ascii: "}"))
  }

  private static func append(_ values: [JSONValue], to output: inout [UInt8]) {
    output.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      append(value, to: &output)
    }
    output.append(UInt8(ascii: "]"))
  }

  /// Appends a quoted string; only the quote, the backslash and control characters are escaped.
  public static func append(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { append(utf8: UnsafeRawBufferPointer($0), to: &output) }
  }

  /// Appends well-formed UTF-8 as a quoted string; clean runs of bytes are copied in one piece.
  public static func append(utf8 bytes: UnsafeRawBufferPointer, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    var offset = 0
    while true {
      let end = bytes.endOfPlainText(from: offset)
      output.append(contentsOf: bytes.part(offset, end))
      guard end < bytes.count else { break }
      appendEscape(bytes[end], to: &output)
      offset = end + 1
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func append(_ value: Int64, to output: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = 20
      var rest = value.magnitude
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      } while rest > 0
      if value < 0 { output.append(UInt8(ascii: "-")) }
      output.append(contentsOf: digits[start..<20])
    }
  }

  private static func appendEscape(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      output.append(UInt8(ascii: "\\"))
      output.append(byte)
    case 0x08: output.append(contentsOf: "\\b".utf8)
    case 0x09: output.append(contentsOf: "\\t".utf8)
    case 0x0A: output.append(contentsOf: "\\n".utf8)
    case 0x0C: output.append(contentsOf: "\\f".utf8)
    case 0x0D: output.append(contentsOf: "\\r".utf8)
    default:
      let low = byte & 15
      output.append(contentsOf: "\\u00".utf8)
      output.append(UInt8(ascii: "0") + byte >> 4)
      output.append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
    }
  }
}
