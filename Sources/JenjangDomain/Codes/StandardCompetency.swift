/// The nine competencies that are assessed for every post: eight managerial and one socio-cultural.
///
/// Source: PermenPANRB 38/2017; domain reference 4.1.
public enum StandardCompetency: String, Code {
  case integrity = "INTEGRITAS"
  case cooperation = "KERJA_SAMA"
  case communication = "KOMUNIKASI"
  case resultOrientation = "ORIENTASI_HASIL"
  case publicService = "PELAYANAN_PUBLIK"
  case development = "PENGEMBANGAN"
  case managingChange = "PERUBAHAN"
  case decisionMaking = "KEPUTUSAN"
  case nationalCohesion = "PEREKAT_BANGSA"

  public static let listName = "standardCompetency"

  public var title: Text {
    switch self {
    case .integrity: Text("Integritas", en: "Integrity")
    case .cooperation: Text("Kerja sama", en: "Cooperation")
    case .communication: Text("Komunikasi", en: "Communication")
    case .resultOrientation: Text("Orientasi pada hasil", en: "Orientation on results")
    case .publicService: Text("Pelayanan publik", en: "Public service")
    case .development: Text("Pengembangan diri dan orang lain", en: "Development of oneself and others")
    case .managingChange: Text("Mengelola perubahan", en: "Managing change")
    case .decisionMaking: Text("Pengambilan keputusan", en: "Decision making")
    case .nationalCohesion: Text("Perekat bangsa", en: "National cohesion")
    }
  }

  public var kind: CompetencyKind { self == .nationalCohesion ? .socioCultural : .managerial }
}
