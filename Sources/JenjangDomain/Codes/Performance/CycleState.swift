/// Where a yearly cycle of performance stands.
public enum CycleState: String, Code {
  case preparing = "DISIAPKAN"
  case running = "BERJALAN"
  case closed = "DITUTUP"

  public static let listName = "cycleState"

  public var title: Text {
    switch self {
    case .preparing: Text("Disiapkan", en: "Being prepared")
    case .running: Text("Berjalan", en: "Running")
    case .closed: Text("Ditutup", en: "Closed")
    }
  }
}
