/// Where a learning event stands.
///
/// Source: domain reference 9.2; peers reference, screen 13.
public enum EventState: String, Code {
  case planned = "RENCANA"
  case funded = "DIDANAI"
  case open = "DIBUKA"
  case full = "PENUH"
  case running = "BERJALAN"
  case validating = "VALIDASI"
  case done = "SELESAI"
  case postponed = "DITUNDA"
  case cancelled = "DIBATALKAN"

  public static let listName = "eventState"

  public var title: Text {
    switch self {
    case .planned: Text("Direncanakan", en: "Planned")
    case .funded: Text("Didanai", en: "Funded")
    case .open: Text("Pendaftaran dibuka", en: "Open")
    case .full: Text("Penuh", en: "Full")
    case .running: Text("Berjalan", en: "Running")
    case .validating: Text("Validasi hasil", en: "In validation")
    case .done: Text("Selesai", en: "Done")
    case .postponed: Text("Ditunda", en: "Postponed")
    case .cancelled: Text("Dibatalkan", en: "Cancelled")
    }
  }

  /// Whether seats can still be asked for.
  public var takesNominees: Bool { self == .planned || self == .funded || self == .open || self == .full }
  /// Whether its days are held: what clashes with others.
  public var isHeld: Bool { self != .postponed && self != .cancelled }
  /// Whether nothing is to be done about it any more.
  public var isOver: Bool { self == .done || self == .cancelled }
}
