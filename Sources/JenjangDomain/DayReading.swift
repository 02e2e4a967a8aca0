extension Day {
  /// Reads a date as people type it; nil when it is none.
  ///
  /// Besides `yyyy-mm-dd` and day, month and year with any of `-/. ` between them: `31` and `3108` (this month, this
  /// year), `310826`, `31082026`, `31 agu 2026`, `h` for today, `+3` and `-3` days, `+2m` weeks, `+1b` months, `+1t`
  /// years, `sel` the next Tuesday. In English the letters are `t`, `w`, `m` and `y`. Two digits of a year mean the
  /// hundred years that end twenty years from now.
  public init?(typed text: some StringProtocol, today: Day, language: Language) {
    let typed = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard
      let day = Day(iso: typed) ?? Day(word: typed, today: today, language: language)
        ?? Day(distance: typed, today: today, language: language) ?? Day(digits: typed, today: today)
        ?? Day(separated: typed, today: today)
    else { return nil }
    self = day
  }

  /// `h`, `hari ini`, `kemarin`, `besok`, and the days of the week: the next one that is not today.
  private init?(word: String, today: Day, language: Language) {
    let isToday = language == .indonesian ? word == "h" : word == "t"
    switch word {
    case _ where isToday, "hari ini", "today": self = today
    case "kemarin", "yesterday": self = today.adding(days: -1)
    case "besok", "tomorrow": self = today.adding(days: 1)
    default:
      guard word.utf8.count >= 3, let index = Self.weekdays.firstIndex(where: { Self.matches(word, $0) })
      else { return nil }
      self = today.adding(days: (index - today.weekday + 7) % 7 + 1)
    }
  }

  /// `+3`, `-2m`, `+1b`, `+1t`: days, weeks, months, years from today.
  private init?(distance: String, today: Day, language: Language) {
    guard let sign = distance.first, sign == "+" || sign == "-" else { return nil }
    let digits = distance.dropFirst().prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), count <= 36_500 else { return nil }
    let signed = sign == "-" ? -count : count
    let units = language == .indonesian ? ["h", "m", "b", "t"] : ["d", "w", "m", "y"]
    let unit = distance.dropFirst(1 + digits.count)
    let day: Day
    switch unit.isEmpty ? 0 : units.firstIndex(of: String(unit)) {
    case 0: day = today.adding(days: signed)
    case 1 where count <= 5_000: day = today.adding(days: 7 * signed)
    case 2 where count <= 1_200: day = today.adding(months: signed)
    case 3 where count <= 100: day = today.adding(years: signed)
    default: return nil
    }
    guard (1...9_999).contains(day.year) else { return nil }
    self = day
  }

  /// `31`, `3108`, `310826`, `31082026` and `20260831`.
  private init?(digits text: String, today: Day) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 8, let number = Day.digits(bytes[...]) else { return nil }
    switch bytes.count {
    case 1, 2: self.init(nearest: number, today: today)
    case 4: self.init(year: today.year, month: number % 100, day: number / 100)
    case 6: self.init(year: Day.fullYear(number % 100, today), month: number / 100 % 100, day: number / 10_000)
    case 8 where (1_900..<2_200).contains(number % 10_000):
      self.init(year: number % 10_000, month: number / 10_000 % 100, day: number / 1_000_000)
    case 8: self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    default: return nil
    }
  }

  /// `31-8-2026`, `31/08/26`, `31.8`, `31 agu 2026`, `2026/8/31`.
  private init?(separated text: String, today: Day) {
    let parts = text.split { "-/. ,".contains($0) }
    guard (2...3).contains(parts.count), let first = Self.number(parts[0]) else { return nil }
    guard let month = Self.number(parts[1]) ?? Self.month(named: String(parts[1])) else { return nil }
    guard parts.count == 3 else {
      self.init(year: today.year, month: month, day: first)
      return
    }
    guard let last = Self.number(parts[2]) else { return nil }
    switch (parts[0].utf8.count, parts[2].utf8.count) {
    case (4, 1...2): self.init(year: first, month: month, day: last)
    case (1...2, 4): self.init(year: last, month: month, day: first)
    case (1...2, 2): self.init(year: Day.fullYear(last, today), month: month, day: first)
    default: return nil
    }
  }

  /// A day of this month; where it has no such day, of the next month that has.
  private init?(nearest day: Int, today: Day) {
    guard (1...31).contains(day) else { return nil }
    let (year, month, _) = today.parts
    let found = Day(year: year, month: month, day: day) ?? Day(year: year, month: month % 12 + 1, day: day)
    guard let found else { return nil }
    self = found
  }

  private static func number(_ part: Substring) -> Int? {
    part.utf8.count <= 4 ? Day.digits(Array(part.utf8)[...]) : nil
  }

  private static func fullYear(_ twoDigits: Int, _ today: Day) -> Int {
    let last = today.year + 20
    let year = last - last % 100 + twoDigits
    return year > last ? year - 100 : year
  }

  private static func month(named word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    return months.firstIndex { matches(word, $0) }.map { $0 + 1 }
  }

  private static func matches(_ word: String, _ names: [String]) -> Bool { names.contains { $0.hasPrefix(word) } }

  /// Monday first, Indonesian before English.
  private static let weekdays = [
    ["senin", "monday"], ["selasa", "tuesday"], ["rabu", "wednesday"], ["kamis", "thursday"],
    ["jumat", "jum'at", "friday"], ["sabtu", "saturday"], ["minggu", "ahad", "sunday"],
  ]

  private static let months = [
    ["januari", "january"], ["februari", "pebruari", "february"], ["maret", "march"], ["april"], ["mei", "may"],
    ["juni", "june"], ["juli", "july"], ["agustus", "agt", "ags", "august"], ["september"], ["oktober", "october"],
    ["november", "nopember"], ["desember", "december"],
  ]
}
