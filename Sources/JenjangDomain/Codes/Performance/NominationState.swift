/// Where a nomination for a reward stands.
public enum NominationState: String, Code {
  case proposed = "DIUSULKAN"
  case approved = "DISETUJUI"
  case declined = "TIDAK_DISETUJUI"
  case granted = "DIBERIKAN"

  public static let listName = "nominationState"

  public var title: Text {
    switch self {
    case .proposed: Text("Diusulkan", en: "Proposed")
    case .approved: Text("Disetujui", en: "Approved")
    case .declined: Text("Tidak disetujui", en: "Declined")
    case .granted: Text("Diberikan", en: "Granted")
    }
  }
}
