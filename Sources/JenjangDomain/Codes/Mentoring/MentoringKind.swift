/// How people are brought together.
public enum MentoringKind: String, Code {
  case individual = "PERORANGAN"
  case group = "KELOMPOK"
  case reverse = "TERBALIK"

  public static let listName = "mentoringKind"

  public var title: Text {
    switch self {
    case .individual: Text("Perorangan", en: "One to one")
    case .group: Text("Kelompok", en: "Group")
    case .reverse: Text("Terbalik (yang muda membimbing)", en: "Reverse (the younger one mentors)")
    }
  }
}
