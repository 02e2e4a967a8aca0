/// A decimal number as an integer and a scale: `1250` with scale 2 is 12.50.
///
/// Never binary floating point.
public struct Decimal: Sendable, Hashable {
  public let units: Int64
  /// Digits after the point, 0 to 6.
  public let scale: Int

  public init(units: Int64, scale: Int) {
    self.units = units
    self.scale = scale
  }
}

extension Decimal {
  /// Reads `12`, `12.5` or `-0.25` to the given scale; nil when it is no number or has more digits.
  public init?(_ text: some StringProtocol, scale: Int) {
    var digits: Int64 = 0
    var after: Int?
    var isNegative = false
    var count = 0
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case UInt8(ascii: ".") where after == nil: after = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard count < 16 else { return nil }
        digits = digits * 10 + Int64(byte - UInt8(ascii: "0"))
        count += 1
        if let places = after { after = places + 1 }
      default: return nil
      }
    }
    guard count > 0, (after ?? 0) <= scale else { return nil }
    for _ in (after ?? 0)..<scale { digits *= 10 }
    self.init(units: isNegative ? -digits : digits, scale: scale)
  }

  /// With a point and all digits of the scale: the form in files.
  public var text: String {
    let digits = String(units.magnitude)
    let sign = units < 0 ? "-" : ""
    guard scale > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
    return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
  }
}
