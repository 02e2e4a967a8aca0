import JenjangDomain

/// Days in words, for the title line.
enum DayWords {
  static func long(_ day: Day, _ language: Language) -> String { day.display }

  /// A moment in milliseconds since 1970 as the user's own day and time.
  static func moment(_ milliseconds: Int64, _ view: View) -> String { "" }
}
