/// Where an evaluation stands, from the first digit to the final result.
///
/// Source: domain reference 3.5.
public enum EvaluationState: String, Code {
  case draft = "DRAF"
  /// The assessor has rated; the superior can calibrate.
  case submitted = "DINILAI"
  /// The person sees it; the time for an objection runs from the receipt.
  case released = "PREDIKAT_DITETAPKAN"
  case accepted = "DITERIMA"
  case objected = "KEBERATAN"
  case final = "FINAL"

  public static let listName = "evaluationState"

  public var title: Text {
    switch self {
    case .draft: Text("Draf", en: "Draft")
    case .submitted: Text("Dinilai", en: "Rated")
    case .released: Text("Predikat ditetapkan", en: "Released")
    case .accepted: Text("Diterima", en: "Accepted")
    case .objected: Text("Keberatan", en: "Objected")
    case .final: .verbatim("Final")
    }
  }

  /// Whether the person may see it.
  public var isReleased: Bool { self != .draft && self != .submitted }
}
