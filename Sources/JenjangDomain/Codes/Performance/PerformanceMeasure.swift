/// What follows when performance falls short.
///
/// Source: PP 30/2019; domain reference 8.3.
public enum PerformanceMeasure: String, Code {
  case none = "TIDAK_ADA"
  case coaching = "DIALOG_PEMBINAAN"
  case programme = "PROGRAM_PERBAIKAN"

  public static let listName = "performanceMeasure"

  public var title: Text {
    switch self {
    case .none: Text("Tidak ada tindakan khusus", en: "Nothing special")
    case .coaching: Text("Dialog pembinaan dan rencana perbaikan", en: "Coaching dialogue and improvement plan")
    case .programme: Text("Konseling dan program perbaikan", en: "Counselling and improvement programme")
    }
  }
}
