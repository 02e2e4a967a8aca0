import JenjangDomain

/// A moment in milliseconds since 1970, UTC, and its form in the journal: `2026-03-02T01:11:09.123Z`.
enum Timestamp {
  private static let day: Int64 = 86_400_000

  static func append(_ milliseconds: Int64, to output: inout [UInt8]) {
    let days = milliseconds >= 0 ? milliseconds / day : (milliseconds - day + 1) / day
    let rest = Int(milliseconds - days * day)
    let (year, month, dayOfMonth) = Day(number: Int32(clamping: days)).parts
    append(year, digits: 4, to: &output)
    output.append(UInt8(ascii: "-"))
    append(month, digits: 2, to: &output)
    output.append(UInt8(ascii: "-"))
    append(dayOfMonth, digits: 2, to: &output)
    output.append(UInt8(ascii: "T"))
    append(rest / 3_600_000, digits: 2, to: &output)
    output.append(UInt8(ascii: ":"))
    append(rest / 60_000 % 60, digits: 2, to: &output)
    output.append(UInt8(ascii: ":"))
    append(rest / 1_000 % 60, digits: 2, to: &output)
    output.append(UInt8(ascii: "."))
    append(rest % 1_000, digits: 3, to: &output)
    output.append(UInt8(ascii: "Z"))
  }

  static func text(_ milliseconds: Int64) -> String {
    var output: [UInt8] = []
    append(milliseconds, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Reads exactly the form in the journal; nil for anything else.
  static func milliseconds(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    guard bytes.count == 24, bytes[10] == UInt8(ascii: "T"), bytes[23] == UInt8(ascii: "Z"),
      let date = Day(iso: text.prefix(10)), let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]),
      let second = number(bytes[17..<19]), let thousandth = number(bytes[20..<23])
    else { return nil }
    let seconds = Int64(date.number) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
    return seconds * 1_000 + Int64(thousandth)
  }

  private static func append(_ value: Int, digits: Int, to output: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<digits { divisor *= 10 }
    while divisor > 0 {
      output.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
      divisor /= 10
    }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}
