/// How the targets of a performance plan are expressed.
///
/// Source: PermenPANRB 6/2022; domain reference 3.1: quantitative for heads of units, either for others.
public enum PlanModel: String, Code {
  case quantitative = "KUANTITATIF"
  case qualitative = "KUALITATIF"

  public static let listName = "planModel"

  public var title: Text {
    switch self {
    case .quantitative: Text("Kuantitatif", en: "Quantitative")
    case .qualitative: Text("Kualitatif", en: "Qualitative")
    }
  }
}
