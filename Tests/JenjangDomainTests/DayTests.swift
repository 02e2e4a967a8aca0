import JenjangDomain
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    ("2024-01-31", "2024-02-29", 1), ("2023-01-31", "2023-02-28", 1), ("2023-01-31", "2023-02-27", 0),
    ("2024-02-29", "2025-02-28", 12), ("2024-02-29", "2025-02-27", 11), ("2024-02-28", "2025-02-28", 12),
    ("2024-03-31", "2024-04-30", 1), ("2024-04-30", "2024-05-30", 1), ("2024-04-30", "2024-05-29", 0),
    ("2024-05-15", "2024-05-15", 0), ("2024-05-15", "2024-05-14", 0), ("2024-05-15", "2024-04-15", -1),
    ("2024-05-15", "2023-05-16", -11),
  ])
  func `whole months count the ends of short months`(_ from: String, _ to: String, _ months: Int) {
    #expect(theDay(from).months(until: theDay(to)) == months)
  }

  @Test func `the twenty-ninth of February has its anniversary on the twenty-eighth`() {
    #expect(theDay("2024-02-29").adding(years: 1) == theDay("2025-02-28"))
    #expect(theDay("2024-02-29").adding(years: 4) == theDay("2028-02-29"))
    #expect(theDay("1900-02-28").adding(days: 1) == theDay("1900-03-01"))
  }

  @Test func `every day from 1890 to 2110 agrees with a calendar counted by hand`() {
    var current = theDay("1890-01-01")
    var weekday = 3
    for year in 1_890...2_110 {
      for month in 1...12 {
        for dayOfMonth in 1...Day.daysIn(month: month, year: year) {
          guard current.parts == (year, month, dayOfMonth), current.weekday == weekday,
            Day(year: year, month: month, day: dayOfMonth) == current
          else {
            Issue.record("\(year)-\(month)-\(dayOfMonth) is read as \(current.iso), weekday \(current.weekday)")
            return
          }
          current = current.adding(days: 1)
          weekday = weekday % 7 + 1
        }
      }
    }
  }

  @Test func `months between two days are the most that can be added`() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<2_000 {
      let from = Day(number: Int32(random.below(60_000)) - 20_000)
      let to = from.adding(days: random.below(20_000))
      var naive = 0
      while from.adding(months: naive + 1) <= to { naive += 1 }
      #expect(from.months(until: to) == naive, "\(from.iso) to \(to.iso)")
    }
  }
}
