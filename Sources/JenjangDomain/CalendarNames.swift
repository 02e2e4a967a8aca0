/// The names of months and weekdays, and days in words.
public enum CalendarNames {
  /// January first.
  public static let months = [
    Text("Januari", en: "January"), Text("Februari", en: "February"), Text("Maret", en: "March"), .verbatim("April"),
    Text("Mei", en: "May"), Text("Juni", en: "June"), Text("Juli", en: "July"), Text("Agustus", en: "August"),
    .verbatim("September"), Text("Oktober", en: "October"), .verbatim("November"), Text("Desember", en: "December"),
  ]

  /// Three letters each, January first.
  public static let shortMonths = months.map(\.firstThreeLetters)

  /// Monday first.
  public static let weekdays = [
    Text("Senin", en: "Monday"), Text("Selasa", en: "Tuesday"), Text("Rabu", en: "Wednesday"),
    Text("Kamis", en: "Thursday"), Text("Jumat", en: "Friday"), Text("Sabtu", en: "Saturday"),
    Text("Minggu", en: "Sunday"),
  ]

  /// Three letters each, Monday first.
  public static let shortWeekdays = weekdays.map(\.firstThreeLetters)
}

extension Day {
  /// `Sel 24 Nov 2026`: the reading beside a date field, and the title line.
  public var withWeekday: Text { CalendarNames.shortWeekdays[weekday - 1] + " " + short }

  /// `24 Nov 2026`.
  public var short: Text {
    let (year, month, day) = parts
    return "\(day) " + CalendarNames.shortMonths[month - 1] + " \(year)"
  }

  /// `24 November 2026`.
  public var long: Text {
    let (year, month, day) = parts
    return "\(day) " + CalendarNames.months[month - 1] + " \(year)"
  }

  /// `November 2026`.
  public var monthAndYear: Text { CalendarNames.months[month - 1] + " \(year)" }
}

extension Text {
  fileprivate var firstThreeLetters: Text { Text(String(indonesian.prefix(3)), en: String(english.prefix(3))) }

  fileprivate static func + (left: Text, right: String) -> Text {
    Text(left.indonesian + right, en: left.english + right)
  }
  fileprivate static func + (left: String, right: Text) -> Text {
    Text(left + right.indonesian, en: left + right.english)
  }
  fileprivate static func + (left: Text, right: Text) -> Text {
    Text(left.indonesian + right.indonesian, en: left.english + right.english)
  }
}
