/// Where a call for scholarships stands.
public enum CallState: String, Code {
  case planned = "RENCANA"
  case open = "DIBUKA"
  case selecting = "SELEKSI"
  case closed = "SELESAI"
  case cancelled = "DIBATALKAN"

  public static let listName = "callState"

  public var title: Text {
    switch self {
    case .planned: Text("Direncanakan", en: "Planned")
    case .open: Text("Dibuka", en: "Open")
    case .selecting: Text("Seleksi", en: "Selection")
    case .closed: Text("Selesai", en: "Closed")
    case .cancelled: Text("Dibatalkan", en: "Cancelled")
    }
  }
}
