/// An exact number: what scores, points and shares are computed with, so that rounding happens once, at the end.
///
/// Always reduced, the denominator positive. Meant for the sizes of this domain: money, points, numbers of people.
public struct Fraction: Sendable, Hashable {
  public let numerator: Int128
  public let denominator: Int128

  public init(_ numerator: Int128, _ denominator: Int128 = 1) {
    precondition(denominator != 0, "a fraction over zero")
    let divisor = Fraction.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / Int128(divisor)
    self.denominator = sign * denominator / Int128(divisor)
  }

  public init(_ whole: Int) { self.init(Int128(whole)) }

  public init(_ decimal: Decimal) { self.init(Int128(decimal.units), Int128(Fraction.power(decimal.scale))) }

  private static func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return max(larger, 1)
  }

  static func power(_ scale: Int) -> Int64 { (0..<scale).reduce(1) { power, _ in power * 10 } }
}

extension Fraction: Comparable, AdditiveArithmetic {
  public static let zero = Fraction(0)

  public static func + (left: Fraction, right: Fraction) -> Fraction {
    Fraction(
      left.numerator * right.denominator + right.numerator * left.denominator, left.denominator * right.denominator)
  }

  public static func - (left: Fraction, right: Fraction) -> Fraction {
    Fraction(
      left.numerator * right.denominator - right.numerator * left.denominator, left.denominator * right.denominator)
  }

  public static func * (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.numerator * right.numerator, left.denominator * right.denominator)
  }

  /// Divides by a number other than zero.
  public static func / (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.numerator * right.denominator, left.denominator * right.numerator)
  }

  public static func < (left: Fraction, right: Fraction) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}

extension Fraction {
  /// Rounded to so many places, half away from zero.
  ///
  /// Source: domain reference section 0, rule 2; visible in published credit points (28.125 is printed 28.13).
  public func rounded(_ scale: Int) -> Decimal {
    let scaled = numerator * Int128(Fraction.power(scale))
    let half = (2 * scaled.magnitude + denominator.magnitude) / (2 * denominator.magnitude)
    return Decimal(units: Int64(half) * (scaled < 0 ? -1 : 1), scale: scale)
  }

  /// The greatest whole number that is not above it.
  public var floor: Int {
    let quotient = numerator / denominator
    return Int(numerator % denominator < 0 ? quotient - 1 : quotient)
  }

  /// The smallest whole number that is not below it.
  public var ceiling: Int { -Fraction(-numerator, denominator).floor }
}

extension Decimal {
  public init(_ whole: Int, scale: Int = 0) { self.init(units: Int64(whole) * Fraction.power(scale), scale: scale) }

  /// The same number with so many places, half away from zero where places are lost.
  public func rounded(_ scale: Int) -> Decimal { Fraction(self).rounded(scale) }
}

extension Decimal: ExpressibleByIntegerLiteral {
  public init(integerLiteral whole: Int) { self.init(whole) }
}

extension Decimal: Comparable {
  public static func < (left: Decimal, right: Decimal) -> Bool { Fraction(left) < Fraction(right) }
}
