/// How often a programme comes back.
public enum Recurrence: String, Code {
  case once = "SEKALI"
  case yearly = "TAHUNAN"
  case halfYearly = "SEMESTERAN"
  case quarterly = "TRIWULANAN"

  public static let listName = "recurrence"

  public var title: Text {
    switch self {
    case .once: Text("Sekali", en: "Once")
    case .yearly: Text("Setiap tahun", en: "Every year")
    case .halfYearly: Text("Setiap semester", en: "Every half-year")
    case .quarterly: Text("Setiap triwulan", en: "Every quarter")
    }
  }

  /// Months from one to the next; nil when there is no next.
  public var months: Int? {
    switch self {
    case .once: nil
    case .yearly: 12
    case .halfYearly: 6
    case .quarterly: 3
    }
  }
}
