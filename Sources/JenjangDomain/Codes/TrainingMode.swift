/// Where and how a training was held.
public enum TrainingMode: String, Code {
  case classroom = "KLASIKAL"
  case online = "DARING"
  case blended = "CAMPURAN"
  case workplace = "NONKLASIKAL"

  public static let listName = "trainingMode"

  public var title: Text {
    switch self {
    case .classroom: Text("Klasikal", en: "Classroom")
    case .online: Text("Daring", en: "Online")
    case .blended: Text("Campuran", en: "Blended")
    case .workplace: Text("Nonklasikal di tempat kerja", en: "At the workplace")
    }
  }
}
