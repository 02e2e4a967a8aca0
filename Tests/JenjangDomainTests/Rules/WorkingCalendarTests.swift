import JenjangDomain
import Testing

@Suite struct WorkingCalendarTests {
  @Test(arguments: [
    ("2026-11-20", true), ("2026-11-21", false), ("2026-11-22", false), ("2026-08-17", false), ("2026-12-25", false),
    ("2026-06-01", false), ("2016-06-01", true), ("2014-05-01", false), ("2013-05-01", true), ("2026-01-01", false),
  ])
  func `Monday to Friday are worked but for the holidays with a fixed date`(_ day: String, _ isWorked: Bool) {
    #expect(Law.national.calendar.isWorkingDay(theDay(day)) == isWorked)
  }

  private func book() -> Book {
    let book = Book.empty()
    let rows: [(String, HolidayKind, String?)] = [
      ("2026-03-20", .national, nil), ("2026-03-23", .collectiveLeave, nil), ("2026-03-26", .regional, "Wanggar Utara"),
      ("2026-03-28", .workday, nil),
    ]
    for (place, row) in rows.enumerated() {
      book.add(
        make(UInt64(place + 1)) { (holiday: inout Holiday) in
          holiday.date = theDay(row.0)
          holiday.name = "Libur \(place)"
          holiday.kind = row.1
          holiday.region = row.2
        })
    }
    return book
  }

  @Test(arguments: [
    ("2026-03-20", nil, false), ("2026-03-23", nil, false), ("2026-03-26", nil, true),
    ("2026-03-26", "Wanggar Utara", false), ("2026-03-26", "Wanggar Selatan", true), ("2026-03-28", nil, true),
  ])
  func `holidays on record are off where they hold`(_ day: String, _ region: String?, _ isWorked: Bool) {
    #expect(book().law.calendar(in: region).isWorkingDay(theDay(day)) == isWorked)
  }

  @Test(arguments: [
    ("2026-11-20", 1, "2026-11-23"), ("2026-11-20", 0, "2026-11-20"), ("2026-11-21", 0, "2026-11-23"),
    ("2026-11-21", 1, "2026-11-23"), ("2026-12-24", 1, "2026-12-28"), ("2026-12-31", 1, "2027-01-04"),
    ("2026-11-02", 14, "2026-11-20"), ("2026-11-23", -1, "2026-11-20"), ("2026-03-19", 2, "2026-03-25"),
    ("2026-03-27", 1, "2026-03-28"),
  ])
  func `working days are counted from the day after`(_ start: String, _ count: Int, _ end: String) {
    #expect(book().workingCalendar.adding(workingDays: count, to: theDay(start)) == theDay(end))
  }

  @Test(arguments: [
    ("2026-11-16", "2026-11-22", 5), ("2026-11-21", "2026-11-22", 0), ("2026-11-22", "2026-11-21", 0),
    ("2026-08-17", "2026-08-18", 1),
  ])
  func `working days between two days count both ends`(_ start: String, _ end: String, _ count: Int) {
    #expect(Law.national.calendar.workingDays(from: theDay(start), through: theDay(end)) == count)
  }

  @Test func `a year without holidays on record is told`() {
    let calendar = book().workingCalendar
    #expect(calendar.finding(from: theDay("2026-03-01"), through: theDay("2026-04-01")) == nil)
    let finding = calendar.finding(from: theDay("2026-12-24"), through: theDay("2027-01-05"))
    #expect(finding?.status == .cannotJudge)
    #expect(finding?.condition.english == "Holidays of 2027 on record")
  }

  @Test(arguments: [("1; 2; 3; 4; 5; 6", true), ("0", false), ("", false)])
  func `an agency can have its own week but not an empty one`(_ week: String, _ isSaturdayWorked: Bool) {
    let own = LocalValue(
      key: "calendar.week", text: week, from: theDay("2026-01-01"), until: nil, basis: "Perkada",
      record: RecordID(high: 1 << 16, low: 9))
    #expect(Law([own]).calendar.isWorkingDay(theDay("2026-11-21")) == isSaturdayWorked)
    #expect(Law([own]).calendar.isWorkingDay(theDay("2026-11-20")))
  }

  @Test func `two holidays on one date are warned about`() throws {
    let book = book()
    let again = make(9) { (holiday: inout Holiday) in
      holiday.date = theDay("2026-03-20")
      holiday.name = "Lain"
      holiday.kind = .national
    }
    #expect(again.problems(in: book).map(\.severity) == [.warning])
    #expect(try #require(book.holidays.all.first).problems(in: book).isEmpty)
  }

  @Test(arguments: [("08-17", "08-17"), (" 2-29 ", "02-29"), ("13-01", nil), ("02-30", nil), ("17", nil), ("a-b", nil)])
  func `a date of every year is typed as month and day`(_ typed: String, _ text: String?) {
    #expect(MonthDay(typed: typed)?.typed == text)
  }
}
