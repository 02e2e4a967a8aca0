/// Where a mentoring pair stands.
///
/// Source: domain reference 9.3; the pause is decided by this program.
public enum PairState: String, Code {
  case proposed = "DIUSULKAN"
  case accepted = "DISETUJUI"
  case active = "BERJALAN"
  case paused = "JEDA"
  case finished = "SELESAI"
  case stopped = "DIHENTIKAN"
  case declined = "DITOLAK"

  public static let listName = "pairState"

  public var title: Text {
    switch self {
    case .proposed: Text("Diusulkan", en: "Proposed")
    case .accepted: Text("Disetujui keduanya", en: "Accepted by both")
    case .active: Text("Berjalan", en: "Active")
    case .paused: Text("Jeda", en: "Paused")
    case .finished: Text("Selesai", en: "Finished")
    case .stopped: Text("Dihentikan", en: "Ended early")
    case .declined: Text("Tidak disetujui", en: "Declined")
    }
  }

  /// Whether the two meet, or will after a pause.
  public var isRunning: Bool { self == .active || self == .paused }

  /// Whether it takes one of the mentor's places.
  public var holdsPlace: Bool { isRunning || self == .accepted || self == .proposed }

  /// Whether nothing follows any more.
  public var isOver: Bool { !holdsPlace }
}
