/// Where an objection to an evaluation stands.
///
/// Source: domain reference 3.5, 3.6.
public enum ObjectionState: String, Code {
  case filed = "DIAJUKAN"
  case heard = "DIPERIKSA"
  case ruled = "DIPUTUS"
  case withdrawn = "DITARIK"

  public static let listName = "objectionState"

  public var title: Text {
    switch self {
    case .filed: Text("Diajukan", en: "Filed")
    case .heard: Text("Diperiksa", en: "Being heard")
    case .ruled: Text("Diputus", en: "Ruled")
    case .withdrawn: Text("Ditarik kembali", en: "Withdrawn")
    }
  }
}
