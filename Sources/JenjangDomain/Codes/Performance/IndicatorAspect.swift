/// What of a work result an indicator measures.
///
/// Source: domain reference 3.1.
public enum IndicatorAspect: String, Code {
  case quantity = "KUANTITAS"
  case quality = "KUALITAS"
  case time = "WAKTU"
  case cost = "BIAYA"

  public static let listName = "indicatorAspect"

  public var title: Text {
    switch self {
    case .quantity: Text("Kuantitas", en: "Quantity")
    case .quality: Text("Kualitas", en: "Quality")
    case .time: Text("Waktu", en: "Time")
    case .cost: Text("Biaya", en: "Cost")
    }
  }
}
