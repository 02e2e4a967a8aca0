/// The categories of the professionalism index, best first.
///
/// Source: Peraturan BKN 8/2019; domain reference 5.
public enum IndexBand: String, Code {
  case veryHigh = "SANGAT_TINGGI"
  case high = "TINGGI"
  case medium = "SEDANG"
  case low = "RENDAH"
  case veryLow = "SANGAT_RENDAH"

  public static let listName = "indexBand"

  public var title: Text {
    switch self {
    case .veryHigh: Text("Sangat Tinggi", en: "Very high")
    case .high: Text("Tinggi", en: "High")
    case .medium: Text("Sedang", en: "Medium")
    case .low: Text("Rendah", en: "Low")
    case .veryLow: Text("Sangat Rendah", en: "Very low")
    }
  }
}
