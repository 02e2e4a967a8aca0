/// What becomes of a request for a seat in a training.
public enum EnrolmentOutcome: String, Code {
  case accepted = "DITERIMA"
  case waiting = "DAFTAR_TUNGGU"
  case refused = "DITOLAK"

  public static let listName = "enrolmentOutcome"

  public var title: Text {
    switch self {
    case .accepted: Text("Diterima", en: "Accepted")
    case .waiting: Text("Daftar tunggu", en: "On the waiting list")
    case .refused: Text("Ditolak", en: "Refused")
    }
  }
}
