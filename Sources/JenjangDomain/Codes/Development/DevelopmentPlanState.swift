/// Where an individual development plan stands.
public enum DevelopmentPlanState: String, Code {
  case draft = "DRAF"
  case submitted = "DIAJUKAN"
  case returned = "DIKEMBALIKAN"
  case agreed = "DISEPAKATI"
  case finished = "SELESAI"

  public static let listName = "developmentPlanState"

  public var title: Text {
    switch self {
    case .draft: Text("Draf", en: "Draft")
    case .submitted: Text("Diajukan", en: "Submitted")
    case .returned: Text("Dikembalikan", en: "Returned")
    case .agreed: Text("Disepakati", en: "Agreed")
    case .finished: Text("Selesai", en: "Finished")
    }
  }

  /// Whether the person may still write it.
  public var isOpen: Bool { self == .draft || self == .returned }
}
