/// Programmes of a study assignment.
///
/// Source: SE MenPANRB 28/2021; domain reference 9.4.
public enum StudyProgramme: String, Code {
  case diploma1 = "D1"
  case diploma2 = "D2"
  case diploma3 = "D3"
  case bachelor = "S1"
  case master = "S2"
  case doctor = "S3"

  public static let listName = "studyProgramme"

  public var title: Text {
    switch self {
    case .diploma1: Text("D-I", en: "One-year diploma (D-I)")
    case .diploma2: Text("D-II", en: "Two-year diploma (D-II)")
    case .diploma3: Text("D-III", en: "Three-year diploma (D-III)")
    case .bachelor: Text("D-IV, S-1", en: "Bachelor (D-IV, S-1)")
    case .master: Text("S-2", en: "Master (S-2)")
    case .doctor: Text("S-3", en: "Doctor (S-3)")
    }
  }
}
