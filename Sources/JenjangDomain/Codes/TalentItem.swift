/// What the talent score is made of: the two axes and the items of each.
///
/// Source: Keputusan Kepala BKN 411/2025; domain reference 6.2.
public enum TalentItem: String, Code {
  case performance = "KINERJA"
  case potentialAxis = "SUMBU_POTENSIAL"
  case predicate = "PREDIKAT"
  case reinforcing = "PENGUAT"
  case competency = "KOMPETENSI"
  case potential = "POTENSI"
  case qualification = "KUALIFIKASI"
  case integrity = "INTEGRITAS"

  public static let listName = "talentItem"

  public var title: Text {
    switch self {
    case .performance: Text("Sumbu kinerja", en: "Performance axis")
    case .potentialAxis: Text("Sumbu potensial", en: "Potential axis")
    case .predicate: Text("Kinerja utama (predikat)", en: "Main performance (rating)")
    case .reinforcing: Text("Penguat kinerja", en: "Reinforcing performance")
    case .competency: Text("Kompetensi", en: "Competency")
    case .potential: Text("Potensi", en: "Potential")
    case .qualification: Text("Kualifikasi", en: "Qualification")
    case .integrity: Text("Integritas dan moralitas", en: "Integrity and morality")
    }
  }
}
