/// What candidates for a senior executive post are marked on.
///
/// Source: domain reference 6.6.
public enum SelectionPart: String, Code {
  case trackRecord = "REKAM_JEJAK"
  case assessment = "ASESMEN"
  case paper = "MAKALAH"
  case interview = "WAWANCARA"

  public static let listName = "selectionPart"

  public var title: Text {
    switch self {
    case .trackRecord: Text("Rekam jejak", en: "Track record")
    case .assessment: Text("Asesmen kompetensi", en: "Competency assessment")
    case .paper: Text("Penulisan makalah", en: "Paper")
    case .interview: Text("Presentasi dan wawancara", en: "Presentation and interview")
    }
  }
}
