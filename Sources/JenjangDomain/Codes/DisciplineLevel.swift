/// How severe a disciplinary punishment is.
///
/// Source: PP 94/2021.
public enum DisciplineLevel: String, Code {
  case light = "RINGAN"
  case moderate = "SEDANG"
  case severe = "BERAT"

  public static let listName = "disciplineLevel"

  public var title: Text {
    switch self {
    case .light: Text("Ringan", en: "Light")
    case .moderate: Text("Sedang", en: "Moderate")
    case .severe: Text("Berat", en: "Severe")
    }
  }
}
