import JenjangDomain

/// Dates as files hold them: whole dates only, none that depend on today.
enum ImportDate {
  enum Reading: Equatable {
    case day(Day)
    /// Not clear enough to take, and what it probably means.
    case doubtful(Day)
    case none
  }

  static func read(_ text: String) -> Reading {
    let parts = withoutTime(text).split { "-/. ,".contains($0) }.map { String($0) }
    if parts.count == 1 { return readOne(parts[0]) }
    guard parts.count == 3 else { return .none }
    guard let middle = number(parts[1]) else { return readNamed(parts) }
    guard let first = number(parts[0]), let last = number(parts[2]) else { return .none }
    switch (parts[0].utf8.count, parts[2].utf8.count) {
    case (4, 1...2): return reading(Day(year: first, month: middle, day: last))
    case (1...2, 4):
      if let day = Day(year: last, month: middle, day: first) { return .day(day) }
      return Day(year: last, month: first, day: middle).map { .doubtful($0) } ?? .none
    case (1...2, 2):
      let year = last + (last < 50 ? 2_000 : 1_900)
      return Day(year: year, month: middle, day: first).map { .doubtful($0) } ?? .none
    default: return .none
    }
  }

  /// `31 Agustus 2026` and `August 31, 2026`.
  private static func readNamed(_ parts: [String]) -> Reading {
    guard let month = month(parts[1]), let day = number(parts[0]), let year = number(parts[2]), year > 999
    else { return .none }
    return reading(Day(year: year, month: month, day: day))
  }

  /// `31082026`, `20260831`, and the day numbers of spreadsheets.
  private static func readOne(_ text: String) -> Reading {
    guard let value = Int(text), text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return .none }
    switch text.utf8.count {
    case 8:
      if let day = Day(year: value / 10_000, month: value / 100 % 100, day: value % 100), day.year >= 1_900 {
        return .day(day)
      }
      return reading(Day(year: value % 10_000, month: value / 100 / 100 % 100, day: value / 1_000_000))
    case 5: return .doubtful(Day(number: Int32(value) - 25_569))
    default: return .none
    }
  }

  private static func reading(_ day: Day?) -> Reading { day.map { .day($0) } ?? .none }

  /// Takes away `00:00`, `00:00:00` and what a time stamp has behind its `T`.
  private static func withoutTime(_ text: String) -> Substring {
    if let colon = text.firstIndex(of: ":") {
      let start = text[..<colon].lastIndex { $0 == " " || $0 == "T" } ?? text.startIndex
      return text[..<start]
    }
    return text[...]
  }

  private static func number(_ text: String) -> Int? {
    text.utf8.count <= 4 && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(text) : nil
  }

  private static func month(_ text: String) -> Int? {
    let word = Folding.folded(text)
    guard word.utf8.count >= 3 else { return nil }
    return months.firstIndex { names in names.contains { $0.hasPrefix(word) } }.map { $0 + 1 }
  }

  private static let months = [
    ["januari", "january"], ["februari", "pebruari", "february"], ["maret", "march"], ["april"], ["mei", "may"],
    ["juni", "june"], ["juli", "july"], ["agustus", "agt", "ags", "august"], ["september"], ["oktober", "october"],
    ["november", "nopember"], ["desember", "december"],
  ]
}
