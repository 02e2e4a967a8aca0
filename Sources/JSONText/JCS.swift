/// Writes the canonical form of RFC 8785, which other programs sign and compare: for what leaves the store.
///
/// `JSONWriter` keeps numbers as they were written and sorts keys by their UTF-8 bytes. Here keys are sorted by their
/// UTF-16 units, which is another order beyond U+FFFF, and numbers are written as ECMAScript writes them.
public enum JCS {
  /// The canonical bytes of a value, without a line feed.
  public static func bytes(_ value: JSONValue) -> [UInt8] {
    var output: [UInt8] = []
    append(value, to: &output)
    return output
  }

  public static func append(_ value: JSONValue, to output: inout [UInt8]) {
    switch value {
    case .number(let text): output.append(contentsOf: number(text).utf8)
    case .object(let object): append(object, to: &output)
    case .array(let values):
      output.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        append(value, to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .null, .bool, .integer, .string: JSONWriter.append(value, to: &output)
    }
  }

  public static func append(_ object: JSONObject, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "{"))
    for (index, member) in members(of: object).enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      JSONWriter.append(member.key, to: &output)
      output.append(UInt8(ascii: ":"))
      append(member.value, to: &output)
    }
    output.append(UInt8(ascii: "}"))
  }

  /// The members in the order of the UTF-16 units of their keys: that of the bytes, unless a key has a letter from
  /// U+E000 on.
  static func members(of object: JSONObject) -> [JSONObject.Member] {
    guard object.members.contains(where: { member in member.key.utf8.contains { $0 >= 0xEE } }) else {
      return object.members
    }
    return object.members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
  }
}

extension JCS {
  /// A number as ECMAScript writes it: the shortest digits that are read back as the same value.
  ///
  /// What no IEEE 754 double can hold has no canonical form, and stays as it was written.
  static func number(_ text: String) -> String {
    guard let value = Double(text), value.isFinite else { return text }
    return number(value)
  }

  private static func number(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    let sign = value < 0 ? "-" : ""
    let (digits, point) = digits(of: value.magnitude)
    if digits.count <= point, point <= 21 {
      return sign + digits + String(repeating: "0", count: point - digits.count)
    }
    if (1...21).contains(point) { return sign + digits.prefix(point) + "." + digits.dropFirst(point) }
    if (-5...0).contains(point) { return sign + "0." + String(repeating: "0", count: -point) + digits }
    let exponent = point > 0 ? "e+\(point - 1)" : "e\(point - 1)"
    let fraction = digits.count == 1 ? "" : "." + digits.dropFirst()
    return sign + digits.prefix(1) + fraction + exponent
  }

  /// The shortest digits without zeros at either end, and how many of them stand before the point.
  ///
  /// The standard library's description has them, in one of two forms: `333.25` and `1.5e-07`.
  private static func digits(of value: Double) -> (digits: String, point: Int) {
    let parts = value.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let whole = mantissa[0].drop { $0 == "0" }
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    var digits = Substring(String(whole) + fraction)
    var point = whole.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    while digits.first == "0" {
      digits.removeFirst()
      point -= 1
    }
    while digits.last == "0" { digits.removeLast() }
    return (String(digits), point)
  }
}
