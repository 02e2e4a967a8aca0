/// A date that comes back every year.
public struct MonthDay: Sendable, Hashable {
  public let month: Int
  public let day: Int

  public init(_ month: Int, _ day: Int) {
    self.month = month
    self.day = day
  }

  public init(_ day: Day) {
    let parts = day.parts
    self.init(parts.month, parts.day)
  }
}

extension MonthDay: ParameterValue {
  /// `08-17`: month and day.
  public var typed: String { Day.padded(month, 2) + "-" + Day.padded(day, 2) }

  public init?(typed text: String) {
    let blank: Character = " "
    let parts = text.filter { $0 != blank }.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let month = Int(parts[0]), let day = Int(parts[1]),
      Day(year: 2_000, month: month, day: day) != nil
    else { return nil }
    self.init(month, day)
  }

  public static var form: Text { Text("bulan-tanggal, misalnya 08-17", en: "month-day, 08-17 for instance") }
}
