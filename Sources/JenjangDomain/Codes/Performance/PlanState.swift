/// Where a performance plan stands.
///
/// Source: domain reference 3.5.
public enum PlanState: String, Code {
  case draft = "DRAF"
  case submitted = "DIAJUKAN"
  case returned = "DIKEMBALIKAN"
  case agreed = "DITETAPKAN"

  public static let listName = "planState"

  public var title: Text {
    switch self {
    case .draft: Text("Draf", en: "Draft")
    case .submitted: Text("Diajukan", en: "Submitted")
    case .returned: Text("Dikembalikan", en: "Returned")
    case .agreed: Text("Ditetapkan", en: "Agreed")
    }
  }

  /// Whether the person may still write it.
  public var isOpen: Bool { self == .draft || self == .returned }
}
