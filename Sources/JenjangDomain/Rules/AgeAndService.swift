/// A length of time in whole years and months, as ages and service are told.
public struct Service: Sendable, Hashable, Comparable {
  /// All of it in months; never negative.
  public let totalMonths: Int

  public init(months: Int) { totalMonths = max(0, months) }

  /// The whole months between two days; none when the second is earlier.
  public init(from start: Day, to end: Day) { self.init(months: start.months(until: end)) }

  public var years: Int { totalMonths / 12 }
  /// Months beside the whole years, 0 to 11.
  public var months: Int { totalMonths % 12 }

  public var text: Text { Text("\(years) th \(months) bl", en: "\(years) y \(months) m") }

  public static func < (left: Service, right: Service) -> Bool { left.totalMonths < right.totalMonths }
}

extension Employee {
  /// The age on a day; nil while the date of birth is unknown.
  public func age(on day: Day) -> Service? { birthDate.map { Service(from: $0, to: day) } }

  /// The time since the appointment; nil while its date is unknown.
  public func service(on day: Day) -> Service? { hireDate.map { Service(from: $0, to: day) } }
}
