import JenjangDomain

/// Days in words, for the title line.
enum DayWords {
  static func long(_ day: Day, _ language: Language) -> String { day.display }
}
