/// The axes of the nine boxes of talent.
///
/// Source: PermenPANRB 3/2020; domain reference 6.1.
public enum PerformanceAxis: String, Code {
  case above = "DI_ATAS"
  case meets = "SESUAI"
  case below = "DI_BAWAH"

  public static let listName = "performanceAxis"

  public var title: Text {
    switch self {
    case .above: Text("Di atas ekspektasi", en: "Above expectations")
    case .meets: Text("Sesuai ekspektasi", en: "Meets expectations")
    case .below: Text("Di bawah ekspektasi", en: "Below expectations")
    }
  }
}

/// The other axis of the nine boxes.
public enum PotentialAxis: String, Code {
  case high = "TINGGI"
  case medium = "MENENGAH"
  case low = "RENDAH"

  public static let listName = "potentialAxis"

  public var title: Text {
    switch self {
    case .high: Text("Tinggi", en: "High")
    case .medium: Text("Menengah", en: "Medium")
    case .low: Text("Rendah", en: "Low")
    }
  }
}
