/// Where somebody stands who was named for an event.
///
/// Source: domain reference 9.2; peers reference, rows 19 and 20.
public enum EnrolmentState: String, Code {
  case nominated = "DIUSULKAN"
  case accepted = "DITERIMA"
  case waiting = "DAFTAR_TUNGGU"
  case refused = "DITOLAK"
  case withdrawn = "MUNDUR"
  case substituted = "DIGANTIKAN"
  case passed = "LULUS"
  case failed = "TIDAK_LULUS"
  case absent = "TIDAK_HADIR"
  case eventCancelled = "KEGIATAN_BATAL"

  public static let listName = "enrolmentState"

  public var title: Text {
    switch self {
    case .nominated: Text("Diusulkan", en: "Nominated")
    case .accepted: Text("Mendapat kursi", en: "Has a seat")
    case .waiting: Text("Daftar tunggu", en: "On the waiting list")
    case .refused: Text("Ditolak", en: "Refused")
    case .withdrawn: Text("Mengundurkan diri", en: "Withdrawn")
    case .substituted: Text("Digantikan", en: "Replaced by another")
    case .passed: Text("Lulus", en: "Passed")
    case .failed: Text("Tidak lulus", en: "Failed")
    case .absent: Text("Tidak hadir", en: "Did not come")
    case .eventCancelled: Text("Kegiatan batal", en: "Event cancelled")
    }
  }

  /// Whether it takes one of the seats.
  public var holdsSeat: Bool { self == .accepted || hasResult }
  /// Whether it is known what came of it.
  public var hasResult: Bool { self == .passed || self == .failed || self == .absent }
  /// Whether a seat may still come of it.
  public var isHoping: Bool { self == .nominated || self == .waiting }
}
