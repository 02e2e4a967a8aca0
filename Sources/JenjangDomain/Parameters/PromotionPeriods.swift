/// The months on whose first day a rank promotion can take effect.
public enum PromotionPeriods {
  public static let months = Parameter(
    "promotion.periods", Text("Bulan TMT kenaikan pangkat", en: "Months in which a rank promotion takes effect"),
    ParameterVersion(
      [4, 10], basis: Text("PP 99/2000, dua periode setahun", en: "PP 99/2000, two periods a year"),
      certainty: .verified),
    ParameterVersion(
      [2, 4, 6, 8, 10, 12], from: Day(year: 2_024, month: 1, day: 1),
      basis: Text("Peraturan BKN 4/2023, enam periode setahun", en: "Peraturan BKN 4/2023, six periods a year"),
      certainty: .known),
    ParameterVersion(
      Array(1...12), from: Day(year: 2_025, month: 10, day: 1),
      basis: Text("Peraturan BKN 4/2025, setiap bulan", en: "Peraturan BKN 4/2025, every month"),
      certainty: .verified)
  )

  static let family = ParameterFamily(
    Text("Periode kenaikan pangkat", en: "Periods of rank promotion"), [AnyParameter(months)])

  /// The first day, this one or later, on which a rank promotion can take effect.
  ///
  /// Each candidate is judged by the periods in force on its own day. Nil when there is none within five years.
  public static func first(onOrAfter day: Day, by law: Law = .national) -> Day? {
    let first = day.dayOfMonth == 1 ? day : day.firstOfMonth.adding(months: 1)
    return (0..<60).lazy.map { first.adding(months: $0) }.first { candidate in
      law.find(months, on: candidate)?.value.contains(candidate.month) ?? false
    }
  }
}
