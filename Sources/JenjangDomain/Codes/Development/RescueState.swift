/// Where somebody stands whose training was cancelled.
public enum RescueState: String, Code {
  case waiting = "MENUNGGU"
  case offered = "DITAWARI"
  case served = "TERLAYANI"
  case closed = "DITUTUP"

  public static let listName = "rescueState"

  public var title: Text {
    switch self {
    case .waiting: Text("Menunggu pengganti", en: "Waits for another")
    case .offered: Text("Sudah ditawari", en: "Was offered one")
    case .served: Text("Terlayani", en: "Served")
    case .closed: Text("Ditutup dengan alasan", en: "Closed with a reason")
    }
  }

  /// Whether the need still stands.
  public var isOpen: Bool { self == .waiting || self == .offered }
}
