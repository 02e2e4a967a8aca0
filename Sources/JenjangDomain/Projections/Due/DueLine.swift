/// Something that falls due for a person on a day.
///
/// Small on purpose: a large agency has many of them; what stands behind one is found when it is looked at.
public struct DueLine: Sendable, Hashable {
  /// Its place in `DueKind.all`.
  let kindPlace: UInt8
  let dayNumber: Int32
  /// The row of the person in the table of employees.
  public let person: Row
  /// The row of the record it comes from, in the table of `DueKind.source`; -1 for none.
  let source: Row

  init(_ kindPlace: Int, on day: Day, person: Row, source: Row?) {
    self.kindPlace = UInt8(kindPlace)
    dayNumber = day.number
    self.person = person
    self.source = source ?? -1
  }

  public var kind: DueKind { DueKind.all[Int(kindPlace)] }
  public var day: Day { Day(number: dayNumber) }
  public var month: Day { day.firstOfMonth }
  public var sourceRow: Row? { source < 0 ? nil : source }
}

/// Which lines of the radar are wanted.
public struct DueQuery: Sendable, Hashable {
  /// The names of the kinds; empty for all.
  public var kinds: Set<String> = []
  /// A unit with everything below it; nil for all.
  public var unit: RecordID?
  public var from: Day?
  public var until: Day?
  /// A part of the name or digits of the number.
  public var search = ""

  public init() {}

  /// What is shown unless something else is asked for: from twelve months back.
  public static func usual(on day: Day) -> DueQuery {
    var query = DueQuery()
    query.from = day.firstOfMonth.adding(months: -12)
    return query
  }
}
