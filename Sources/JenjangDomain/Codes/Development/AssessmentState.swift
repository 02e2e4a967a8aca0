/// Where an assessment stands.
public enum AssessmentState: String, Code {
  case draft = "DRAF"
  case final = "FINAL"
  case released = "DISAMPAIKAN"
  case disputed = "DISANGGAH"
  case confirmed = "DIKUATKAN"
  case withdrawn = "DIBATALKAN"

  public static let listName = "assessmentState"

  public var title: Text {
    switch self {
    case .draft: Text("Draf", en: "Draft")
    case .final: Text("Selesai dinilai", en: "Assessed")
    case .released: Text("Disampaikan", en: "Released")
    case .disputed: Text("Disanggah", en: "Disputed")
    case .confirmed: Text("Dikuatkan sesudah sanggahan", en: "Confirmed after a dispute")
    case .withdrawn: Text("Dibatalkan", en: "Withdrawn")
    }
  }

  /// Whether its levels count.
  public var counts: Bool { self != .draft && self != .withdrawn }
}
