/// The months on whose first day a rank promotion can take effect.
public enum PromotionPeriods {
  public static let months = ParameterVersions(
    Parameter(
      [4, 10], basis: Text("PP 99/2000, dua periode setahun", en: "PP 99/2000, two periods a year"),
      certainty: .verified),
    Parameter(
      [2, 4, 6, 8, 10, 12], from: Day(year: 2_024, month: 1, day: 1),
      basis: Text("Peraturan BKN 4/2023, enam periode setahun", en: "Peraturan BKN 4/2023, six periods a year"),
      certainty: .known),
    Parameter(
      Array(1...12), from: Day(year: 2_025, month: 10, day: 1),
      basis: Text("Peraturan BKN 4/2025, setiap bulan", en: "Peraturan BKN 4/2025, every month"),
      certainty: .verified)
  )

  /// The first day, this one or later, on which a rank promotion can take effect.
  public static func first(onOrAfter day: Day) -> Day {
    var candidate = day.dayOfMonth == 1 ? day : day.firstOfMonth.adding(months: 1)
    while !months.on(candidate).value.contains(candidate.month) { candidate = candidate.adding(months: 1) }
    return candidate
  }
}
