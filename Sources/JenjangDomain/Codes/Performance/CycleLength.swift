/// How often performance is evaluated within a year.
///
/// Source: domain reference 3.5: periods are months or quarters, and the year.
public enum CycleLength: String, Code {
  case quarterly = "TRIWULAN"
  case monthly = "BULAN"

  public static let listName = "cycleLength"

  public var title: Text {
    switch self {
    case .quarterly: Text("Triwulanan", en: "Quarterly")
    case .monthly: Text("Bulanan", en: "Monthly")
    }
  }

  /// Months in a period.
  public var months: Int { self == .quarterly ? 3 : 1 }
}
