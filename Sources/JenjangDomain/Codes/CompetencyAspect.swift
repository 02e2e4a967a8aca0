/// What is measured of a technical competency.
public enum CompetencyAspect: String, Code {
  case knowledge = "PENGETAHUAN"
  case skill = "KETERAMPILAN"
  case attitude = "SIKAP"

  public static let listName = "competencyAspect"

  public var title: Text {
    switch self {
    case .knowledge: Text("Pengetahuan", en: "Knowledge")
    case .skill: Text("Keterampilan", en: "Skill")
    case .attitude: Text("Sikap", en: "Attitude")
    }
  }
}
