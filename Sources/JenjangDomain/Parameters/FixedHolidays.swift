/// The days of the week that are worked, and the national holidays that have a date for ever.
///
/// The movable ones change every year by joint decree; they are records (`Holiday`).
public enum FixedHolidays {
  /// 1 Monday to 7 Sunday.
  public static let week = Parameter(
    "calendar.week", Text("Hari kerja dalam sepekan, 1 Senin", en: "Working days of the week, 1 Monday"),
    ParameterVersion(
      [1, 2, 3, 4, 5],
      basis: Text("Ketentuan program: Senin sampai Jumat", en: "Decided by this program: Monday to Friday"),
      certainty: .decided))

  public static let dates = Parameter(
    "calendar.fixedHolidays", Text("Libur nasional bertanggal tetap", en: "National holidays with a fixed date"),
    ParameterVersion([newYear, independence, christmas], basis: decree, certainty: .known),
    ParameterVersion(
      [newYear, labour, independence, christmas], from: Day(year: 2_014, month: 1, day: 1),
      basis: Text("Keppres 24/2013, Hari Buruh 1 Mei", en: "Keppres 24/2013, Labour Day on 1 May"), certainty: .known),
    ParameterVersion(
      [newYear, labour, pancasila, independence, christmas], from: Day(year: 2_017, month: 1, day: 1),
      basis: Text("Keppres 24/2016, Hari Lahir Pancasila 1 Juni", en: "Keppres 24/2016, Pancasila Day on 1 June"),
      certainty: .known))

  static let family = ParameterFamily(
    Text("Hari kerja dan hari libur", en: "Working days and holidays"), [AnyParameter(week), AnyParameter(dates)])

  private static let newYear = MonthDay(1, 1)
  private static let labour = MonthDay(5, 1)
  private static let pancasila = MonthDay(6, 1)
  private static let independence = MonthDay(8, 17)
  private static let christmas = MonthDay(12, 25)

  private static let decree = Text(
    "Keputusan presiden tentang hari libur nasional", en: "Presidential decrees on national holidays")
}
