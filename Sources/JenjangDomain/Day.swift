/// A civil date without time zone: the number of days since 1970-01-01, years 1 to 9999.
public struct Day: Sendable, Hashable, Comparable {
  public let number: Int32

  public init(number: Int32) { self.number = number }

  /// Nil when there is no such date in the Gregorian calendar.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9_999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.daysIn(month: month, year: year)
    else { return nil }
    self.init(number: Day.number(year: year, month: month, day: day))
  }

  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  public static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from civil: eras of 400 years that begin in March, so that the leap day comes last.
  private static func number(year: Int, month: Int, day: Int) -> Int32 {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }

  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  public var year: Int { parts.year }
  public var month: Int { parts.month }
  public var dayOfMonth: Int { parts.day }
  /// 1 Monday to 7 Sunday.
  public var weekday: Int { ((Int(number) + 3) % 7 + 7) % 7 + 1 }

  /// Whether the day lies between two others, both included; one that is absent is no bound.
  public func isWithin(_ first: Day?, _ last: Day?) -> Bool {
    (first.map { $0 <= self } ?? true) && (last.map { self <= $0 } ?? true)
  }

  public func adding(days: Int) -> Day { Day(number: number + Int32(days)) }

  /// The same day of a later month, or that month's last day where it has no such day.
  public func adding(months: Int) -> Day {
    let (year, month, day) = parts
    let total = year * 12 + month - 1 + months
    let newYear = total / 12
    let newMonth = total % 12 + 1
    let newDay = min(day, Day.daysIn(month: newMonth, year: newYear))
    return Day(number: Day.number(year: newYear, month: newMonth, day: newDay))
  }

  /// The same date in another year; 29 February becomes 28 February where there is none.
  public func adding(years: Int) -> Day { adding(months: years * 12) }

  /// Whole months from this day to another: the most that can be added without passing it; negative when it is earlier.
  ///
  /// From 31 January to 28 February is one month, and from 29 February to 28 February a year later twelve.
  public func months(until other: Day) -> Int {
    guard self <= other else { return -other.months(until: self) }
    let (year, month, _) = parts
    let (otherYear, otherMonth, _) = other.parts
    let months = (otherYear - year) * 12 + otherMonth - month
    return adding(months: months) <= other ? months : months - 1
  }

  /// The first day of this day's month.
  public var firstOfMonth: Day { adding(days: 1 - dayOfMonth) }
}

extension Day {
  /// Reads `yyyy-mm-dd`, the form in files; nil for anything else.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Day.digits(bytes[0..<4]), let month = Day.digits(bytes[5..<7]), let day = Day.digits(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return bytes.isEmpty ? nil : value
  }

  /// `yyyy-mm-dd`, the form in files.
  public var iso: String {
    let (year, month, day) = parts
    return Day.padded(year, 4) + "-" + Day.padded(month, 2) + "-" + Day.padded(day, 2)
  }

  /// `dd-mm-yyyy`, the form on the screen.
  public var display: String {
    let (year, month, day) = parts
    return Day.padded(day, 2) + "-" + Day.padded(month, 2) + "-" + Day.padded(year, 4)
  }

  static func padded(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
