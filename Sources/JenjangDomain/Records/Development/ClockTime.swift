/// A time of the day in hours and minutes: `08.30`.
public struct ClockTime: TextValue, Hashable, Comparable {
  /// Since midnight, below 24 hours.
  public let minutes: Int

  public init?(minutes: Int) {
    guard 0..<1_440 ~= minutes else { return nil }
    self.minutes = minutes
  }

  public static var defaultType: FieldType { .text(maximum: 5) }

  /// Reads `08.30`, `8:30`, `0830`, `830` and `8`.
  public init?(_ text: String) {
    let parts = text.split { $0 == "." || $0 == ":" }
    let numbers = parts.compactMap { $0.utf8.count <= 4 && $0.utf8.allSatisfy { $0 &- 0x30 < 10 } ? Int($0) : nil }
    guard numbers.count == parts.count else { return nil }
    let (hours, rest): (Int, Int)
    switch (numbers.count, parts.first?.utf8.count ?? 0) {
    case (2, 1...2): (hours, rest) = (numbers[0], numbers[1])
    case (1, 1...2): (hours, rest) = (numbers[0], 0)
    case (1, _): (hours, rest) = (numbers[0] / 100, numbers[0] % 100)
    default: return nil
    }
    guard hours < 24, rest < 60 else { return nil }
    minutes = hours * 60 + rest
  }

  public var text: String { Day.padded(minutes / 60, 2) + "." + Day.padded(minutes % 60, 2) }

  public static func < (left: ClockTime, right: ClockTime) -> Bool { left.minutes < right.minutes }
}
