/// When someone retires for age, and why then.
public struct Retirement: Sendable, Hashable {
  /// The first day of retirement (TMT pensiun).
  public let day: Day
  /// The age in years at which the position ends.
  public let age: Int
  public let basis: Text
  public let certainty: Certainty

  /// The day for a birth date and a position, by the law of a day.
  ///
  /// The first day of the month after the one in which the age is reached, for birthdays on day 1 too. A named
  /// functional family goes before the kind of position.
  ///
  /// Source: domain reference 2.1.
  public init(birth: Day, kind: PositionKind, family: String?, on day: Day) {
    let versions = family.flatMap { RetirementAges.ofFamily($0, kind: kind) } ?? RetirementAges.ofKind(kind)
    let parameter = versions.on(day)
    age = parameter.value
    self.day = birth.adding(years: parameter.value).firstOfMonth.adding(months: 1)
    basis = parameter.basis
    certainty = parameter.certainty
  }
}

extension EmployeeState {
  /// When the person retires for age in the position held; nil while birth date or kind of position is unknown.
  public var retirement: Retirement? {
    guard let birth = employee.birthDate, let kind = position?.positionKind else { return nil }
    return Retirement(birth: birth, kind: kind, family: jobFamily, on: day)
  }
}
