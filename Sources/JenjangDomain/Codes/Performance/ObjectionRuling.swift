/// How an objection was ruled; final.
///
/// Source: PP 30/2019 article 59; domain reference 3.6.
public enum ObjectionRuling: String, Code {
  case upheld = "DIKABULKAN"
  case partly = "DIKABULKAN_SEBAGIAN"
  case rejected = "DITOLAK"

  public static let listName = "objectionRuling"

  public var title: Text {
    switch self {
    case .upheld: Text("Dikabulkan", en: "Upheld")
    case .partly: Text("Dikabulkan sebagian", en: "Partly upheld")
    case .rejected: Text("Ditolak", en: "Rejected")
    }
  }
}
