extension FieldType {
  /// Whole rupiah.
  static let rupiah = FieldType.integer(0...9_999_999_999_999)
}

/// How an amount is shown.
public enum Rupiah {
  /// With points between groups of three digits: `1.250.000`.
  public static func text(_ amount: Int) -> String {
    let digits = String(amount.magnitude)
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    groups.insert(rest, at: 0)
    return (amount < 0 ? "-" : "") + groups.joined(separator: ".")
  }

  /// In at most six columns: `1,25 M` is a thousand million, `350 jt` a million.
  public static func short(_ amount: Int) -> Text {
    let magnitude = Int(amount.magnitude)
    let sign = amount < 0 ? "-" : ""
    switch magnitude {
    case 1_000_000_000...:
      let digits = scaled(magnitude, by: 1_000_000_000)
      return Text("\(sign)\(digits) M", en: "\(sign)\(digits) bn")
    case 1_000_000...:
      let digits = scaled(magnitude, by: 1_000_000)
      return Text("\(sign)\(digits) jt", en: "\(sign)\(digits) m")
    case 1_000...: return Text("\(sign)\(magnitude / 1_000) rb", en: "\(sign)\(magnitude / 1_000) k")
    default: return .verbatim("\(sign)\(magnitude)")
    }
  }

  /// Two digits after the comma below ten, one below a hundred, none above.
  private static func scaled(_ amount: Int, by unit: Int) -> String {
    let whole = amount / unit
    if whole >= 100 { return String(whole) }
    let places = whole >= 10 ? 10 : 100
    let part = amount % unit / (unit / places)
    let digits = Day.padded(part, places == 10 ? 1 : 2)
    return part == 0 ? String(whole) : "\(whole),\(digits.hasSuffix("0") ? String(digits.dropLast()) : digits)"
  }
}
