/// Which days are worked, by the law of each day and the holidays on record.
///
/// Source: domain reference 0, rule 4: Monday to Friday without the national and regional holidays.
public struct WorkingCalendar: Sendable {
  private let law: Law
  private let region: String?

  init(_ law: Law, region: String?) {
    self.law = law
    self.region = region
  }

  public func isWorkingDay(_ day: Day) -> Bool {
    let marks = law.marks(on: day, in: region)
    if marks.contains(.workday) { return true }
    return marks.isEmpty && isWorked(weekday: day) && !isFixedHoliday(day)
  }

  /// The day that is so many working days later, the first of them the next working day after the start.
  ///
  /// With 0 the start itself, or the next working day where it is none; with less than 0 it counts back.
  public func adding(workingDays count: Int, to start: Day) -> Day {
    var day = start
    var left = count.magnitude
    let step = count < 0 ? -1 : 1
    if count == 0 { while !isWorkingDay(day) { day = day.adding(days: 1) } }
    while left > 0 {
      day = day.adding(days: step)
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// The working days from one day to another, both counted; none when the second is earlier.
  public func workingDays(from start: Day, through end: Day) -> Int {
    guard start <= end else { return 0 }
    return (start.number...end.number).count { isWorkingDay(Day(number: $0)) }
  }

  /// Whether the movable holidays of a year are on record.
  public func knows(year: Int) -> Bool { law.holidayYears.contains(year) }

  /// What must be said beside a day that was counted: the years whose movable holidays nobody has recorded.
  ///
  /// Nil when all are on record.
  public func finding(from start: Day, through end: Day) -> Finding? {
    let missing = Set([start.year, end.year]).sorted().filter { !knows(year: $0) }
    guard !missing.isEmpty else { return nil }
    let years = missing.map(String.init).joined(separator: ", ")
    return Finding(
      "calendar.holidays", Text("Hari libur tahun \(years) tercatat", en: "Holidays of \(years) on record"),
      .cannotJudge,
      found: Text("hanya libur bertanggal tetap yang dihitung", en: "only holidays with a fixed date were counted"),
      needed: Text("catat libur dari SKB tahun itu", en: "record the holidays of that year's joint decree"),
      basis: Text("Keputusan bersama tentang hari libur", en: "Joint decree on holidays"), certainty: .decided)
  }

  /// An agency that would work on no day at all has typed nonsense; then the national week counts.
  private func isWorked(weekday day: Day) -> Bool {
    let week = law.find(FixedHolidays.week, on: day)?.value.filter { (1...7).contains($0) } ?? []
    return (week.isEmpty ? FixedHolidays.week.usual(on: day) : week).contains(day.weekday)
  }

  private func isFixedHoliday(_ day: Day) -> Bool {
    law.find(FixedHolidays.dates, on: day)?.value.contains(MonthDay(day)) ?? false
  }
}

/// A day on record that is off, or worked all the same.
public struct DayOff: Sendable, Hashable {
  public let day: Day
  public let kind: HolidayKind
  /// Where it holds; nil everywhere.
  public let region: String?

  public init(day: Day, kind: HolidayKind, region: String? = nil) {
    self.day = day
    self.kind = kind
    self.region = region
  }
}

extension Law {
  /// The working days where no region is asked for.
  public var calendar: WorkingCalendar { calendar(in: nil) }

  /// The working days of a region.
  public func calendar(in region: String?) -> WorkingCalendar { WorkingCalendar(self, region: region) }

  /// What is on record for a day: that of everywhere and of the region.
  func marks(on day: Day, in region: String?) -> [HolidayKind] {
    (daysOff[day] ?? []).filter { $0.region == nil || $0.region == region }.map(\.kind)
  }
}
