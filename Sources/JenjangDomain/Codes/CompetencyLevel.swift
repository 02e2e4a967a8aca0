/// How well a competency is mastered.
///
/// Source: PermenPANRB 38/2017; the names are professional knowledge.
public enum CompetencyLevel: String, Code, Comparable {
  case aware = "1"
  case basic = "2"
  case intermediate = "3"
  case proficient = "4"
  case expert = "5"

  public static let listName = "competencyLevel"

  public var title: Text {
    switch self {
    case .aware: Text("1, paham atau dalam pengembangan", en: "1, aware or developing")
    case .basic: Text("2, dasar", en: "2, basic")
    case .intermediate: Text("3, menengah", en: "3, intermediate")
    case .proficient: Text("4, mumpuni", en: "4, proficient")
    case .expert: Text("5, ahli", en: "5, expert")
    }
  }

  /// 1 to 5.
  public var number: Int {
    switch self {
    case .aware: 1
    case .basic: 2
    case .intermediate: 3
    case .proficient: 4
    case .expert: 5
    }
  }

  public static func < (left: CompetencyLevel, right: CompetencyLevel) -> Bool { left.number < right.number }
}
