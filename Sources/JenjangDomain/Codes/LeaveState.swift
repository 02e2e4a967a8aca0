/// What became of a request for leave: the answers of the form of Peraturan BKN 24/2017, and a later cancellation.
public enum LeaveState: String, Code {
  case requested = "DIAJUKAN"
  case granted = "DISETUJUI"
  case postponed = "DITANGGUHKAN"
  case refused = "TIDAK_DISETUJUI"
  case cancelled = "DIBATALKAN"

  public static let listName = "leaveState"

  public var title: Text {
    switch self {
    case .requested: Text("Diajukan", en: "Requested")
    case .granted: Text("Disetujui", en: "Granted")
    case .postponed: Text("Ditangguhkan", en: "Postponed")
    case .refused: Text("Tidak disetujui", en: "Refused")
    case .cancelled: Text("Dibatalkan", en: "Cancelled")
    }
  }

  /// Whether somebody is away, or will be unless the answer is no.
  public var keepsAway: Bool { self == .granted || self == .requested }
}
