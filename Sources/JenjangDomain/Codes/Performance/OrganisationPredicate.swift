/// The rating of an organisation's achievement (capaian kinerja organisasi), best first.
///
/// Source: SE MenPANRB 3/2023; domain reference 3.4.
public enum OrganisationPredicate: String, Code {
  case excellent = "ISTIMEWA"
  case good = "BAIK"
  case needsImprovement = "BUTUH_PERBAIKAN"
  case poor = "KURANG"
  case veryPoor = "SANGAT_KURANG"

  public static let listName = "organisationPredicate"

  public var title: Text {
    switch self {
    case .excellent: Text("Istimewa", en: "Excellent")
    case .good: Text("Baik", en: "Good")
    case .needsImprovement: Text("Butuh perbaikan", en: "Needs improvement")
    case .poor: Text("Kurang", en: "Poor")
    case .veryPoor: Text("Sangat kurang", en: "Very poor")
    }
  }
}
