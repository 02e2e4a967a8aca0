/// What the match of a mentor and a mentee is made of.
///
/// Source: peers reference, idea 12.
public enum MatchPart: String, Code {
  case strength = "KEKUATAN"
  case goal = "TUJUAN"
  case interest = "MINAT"
  case seniority = "SENIORITAS"
  case distance = "JARAK"
  case load = "BEBAN"

  public static let listName = "matchPart"

  public var title: Text {
    switch self {
    case .strength: Text("Kesenjangan bertemu kekuatan", en: "Gap meets strength")
    case .goal: Text("Tujuan karier", en: "Career goal")
    case .interest: Text("Minat dan permintaan", en: "Interest and wish")
    case .seniority: Text("Senioritas", en: "Seniority")
    case .distance: Text("Jarak unit", en: "Distance of units")
    case .load: Text("Kelonggaran pembimbing", en: "Room of the mentor")
    }
  }
}
