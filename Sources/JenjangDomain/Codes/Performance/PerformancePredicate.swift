/// The yearly rating of a civil servant's performance (predikat kinerja), best first.
///
/// Source: PermenPANRB 6/2022; domain reference 3.3.
public enum PerformancePredicate: String, Code, Comparable {
  case veryGood = "SANGAT_BAIK"
  case good = "BAIK"
  case needsImprovement = "BUTUH_PERBAIKAN"
  case poor = "KURANG"
  case veryPoor = "SANGAT_KURANG"

  public static let listName = "performancePredicate"

  public var title: Text {
    switch self {
    case .veryGood: Text("Sangat Baik", en: "Very good")
    case .good: Text("Baik", en: "Good")
    case .needsImprovement: Text("Butuh Perbaikan", en: "Needs improvement")
    case .poor: Text("Kurang", en: "Poor")
    case .veryPoor: Text("Sangat Kurang", en: "Very poor")
    }
  }

  /// 5 for the best to 1 for the worst.
  public var order: Int {
    switch self {
    case .veryGood: 5
    case .good: 4
    case .needsImprovement: 3
    case .poor: 2
    case .veryPoor: 1
    }
  }

  public static func < (left: PerformancePredicate, right: PerformancePredicate) -> Bool { left.order < right.order }
}
