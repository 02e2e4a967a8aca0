/// Where a career goal stands.
public enum GoalState: String, Code {
  case active = "AKTIF"
  case reached = "TERCAPAI"
  case dropped = "DILEPAS"

  public static let listName = "goalState"

  public var title: Text {
    switch self {
    case .active: Text("Dikejar", en: "Pursued")
    case .reached: Text("Tercapai", en: "Reached")
    case .dropped: Text("Dilepas", en: "Given up")
    }
  }
}
