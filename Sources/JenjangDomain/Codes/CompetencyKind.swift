/// The three kinds of competencies.
///
/// Source: UU 20/2023, PermenPANRB 38/2017.
public enum CompetencyKind: String, Code {
  case technical = "TEKNIS"
  case managerial = "MANAJERIAL"
  case socioCultural = "SOSIAL_KULTURAL"

  public static let listName = "competencyKind"

  public var title: Text {
    switch self {
    case .technical: Text("Kompetensi teknis", en: "Technical competency")
    case .managerial: Text("Kompetensi manajerial", en: "Managerial competency")
    case .socioCultural: Text("Kompetensi sosial kultural", en: "Socio-cultural competency")
    }
  }
}
