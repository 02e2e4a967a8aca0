/// Where an action of a development plan stands.
public enum ActionState: String, Code {
  case planned = "RENCANA"
  case running = "BERJALAN"
  case done = "SELESAI"
  case missed = "TERLEWAT"
  case dropped = "DIBATALKAN"

  public static let listName = "actionState"

  public var title: Text {
    switch self {
    case .planned: Text("Direncanakan", en: "Planned")
    case .running: Text("Berjalan", en: "Under way")
    case .done: Text("Selesai", en: "Done")
    case .missed: Text("Terlewat", en: "Missed")
    case .dropped: Text("Dibatalkan", en: "Dropped")
    }
  }

  /// Whether something is still to be done.
  public var isOpen: Bool { self == .planned || self == .running }
}
