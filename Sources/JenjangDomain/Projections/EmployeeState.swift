/// What an employee was, is or will be on one day: the newest of each history that had begun by then.
public struct EmployeeState: Sendable {
  public let employee: Employee
  public let day: Day
  /// The last rank or contract grade given by then.
  public let rank: RankHistory?
  /// The definitive position held; nil between two positions and after the last.
  public let position: PositionHistory?
  /// Acting and deputising positions held beside it.
  public let acting: [PositionHistory]
  /// The highest education finished by then.
  public let education: Education?
  /// All punishments, oldest first, those that begin later among them.
  public let disciplines: [Discipline]
  /// The family of the functional post held, by which retirement may differ.
  public let jobFamily: String?

  /// Nil when there is no such employee.
  public init?(of id: ID<Employee>, in book: Book, on day: Day) {
    guard let employee = book.employees[id] else { return nil }
    self.employee = employee
    self.day = day
    rank = book.rankHistories.owned(by: id.raw).last { $0.effectiveDate.map { $0 <= day } ?? false }
    let positions = book.positionHistories.owned(by: id.raw).filter { $0.effectiveDate.map { $0 <= day } ?? false }
    let newest = positions.last(where: \.isDefinitive)
    position = newest?.covers(day) == true ? newest : nil
    acting = positions.filter { !$0.isDefinitive && $0.covers(day) }
    education = EmployeeState.highest(book.educations.owned(by: id.raw), on: day)
    disciplines = book.disciplines.owned(by: id.raw)
    jobFamily = position?.post.flatMap { book.posts[$0]?.jobFamily }
  }

  public var grade: Grade? { rank?.grade }

  /// The last day of the moderate or severe punishments served on the day or beginning later; nil when there are none.
  public var punishedUntil: Day? {
    disciplines.filter { $0.kind?.level != .light }.compactMap(\.lastDay).filter { day <= $0 }.max()
  }

  /// The legal status on the day; nil before the appointment.
  public var legalStatus: LegalStatus? {
    if let hired = employee.hireDate, day < hired { return nil }
    if let changed = employee.legalStatusDate, day < changed { return .active }
    return employee.legalStatus
  }

  /// The kind of employment on the day: a permanent civil servant begins as a probationer.
  public var kind: EmployeeKind? {
    guard employee.kind == .permanent, let permanent = employee.permanentDate, day < permanent else {
      return employee.kind
    }
    return .probationer
  }

  /// Education without a date counts as finished long ago.
  private static func highest(_ educations: [Education], on day: Day) -> Education? {
    educations.filter { $0.graduationDate.map { $0 <= day } ?? true }
      .max { ($0.level?.order ?? -1) < ($1.level?.order ?? -1) }
  }
}

extension Book {
  /// The state of an employee on a day; nil when there is no such employee.
  public func state(of id: ID<Employee>, on day: Day) -> EmployeeState? { EmployeeState(of: id, in: self, on: day) }
}
