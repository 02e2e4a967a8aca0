/// What has been decided by hand about a mentor and a mentee.
public enum MatchRuleKind: String, Code {
  case lock = "KUNCI"
  case ban = "LARANG"
  case allow = "BOLEH"

  public static let listName = "matchRuleKind"

  public var title: Text {
    switch self {
    case .lock: Text("Dipasangkan", en: "Kept together")
    case .ban: Text("Tidak boleh dipasangkan", en: "Kept apart")
    case .allow: Text("Boleh walau penilai langsung", en: "Allowed although the direct assessor")
    }
  }
}
