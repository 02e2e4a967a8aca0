import JenjangDomain
import Testing

/// Sunday 22 November 2026 is today.
@Suite struct DayReadingTests {
  private let today = Day(number: 20_779)

  private func read(_ text: String, _ language: Language = .indonesian) -> String? {
    Day(typed: text, today: today, language: language)?.iso
  }

  @Test func `today is the Sunday these examples count from`() {
    #expect(today.iso == "2026-11-22")
    #expect(today.weekday == 7)
  }

  @Test(arguments: [
    ("2026-08-31", "2026-08-31"), ("31-08-2026", "2026-08-31"), ("31/8/2026", "2026-08-31"),
    ("31.8.26", "2026-08-31"), ("31 08 2026", "2026-08-31"), ("31 agu 2026", "2026-08-31"),
    ("31 August 2026", "2026-08-31"), ("1 Mei 1980", "1980-05-01"), ("2026/8/31", "2026-08-31"),
    ("31-8", "2026-08-31"), ("31082026", "2026-08-31"), ("20260831", "2026-08-31"), ("310826", "2026-08-31"),
    ("010146", "2046-01-01"), ("010147", "1947-01-01"), ("3108", "2026-08-31"), ("5", "2026-11-05"),
    ("31", "2026-12-31"), ("h", "2026-11-22"), ("besok", "2026-11-23"), ("+3", "2026-11-25"), ("-3", "2026-11-19"),
    ("+2m", "2026-12-06"), ("+1b", "2026-12-22"), ("+1t", "2027-11-22"), ("sel", "2026-11-24"),
    ("minggu", "2026-11-29"), ("  1  Jan  2027 ", "2027-01-01"),
  ])
  func `dates are read as people type them`(_ typed: String, _ day: String) {
    #expect(read(typed) == day)
  }

  @Test(arguments: [("t", "2026-11-22"), ("+2w", "2026-12-06"), ("+1m", "2026-12-22"), ("+1y", "2027-11-22")])
  func `in English the letters are English`(_ typed: String, _ day: String) {
    #expect(read(typed, .english) == day)
  }

  @Test(arguments: [
    "", "x", "30-02-2026", "29-02-2025", "32", "0", "1332", "3113", "+", "+x", "+99999999999999999999", "31-08-26-1",
    "123456789012345678901234567890", "1-123456789012345678901-2", "m", "ma", "2026-13-01", "31-8-226",
  ])
  func `what is no date is refused`(_ typed: String) {
    #expect(read(typed) == nil)
  }
}
