/// What the competence of the professionalism index counts.
///
/// Source: Peraturan BKN 8/2019; domain reference 5.
public enum IndexItem: String, Code {
  case postTraining = "PELATIHAN_JABATAN"
  case technical = "TEKNIS"
  case seminar = "SEMINAR"

  public static let listName = "indexItem"

  public var title: Text {
    switch self {
    case .postTraining: Text("Pelatihan kepemimpinan atau fungsional", en: "Leadership or functional training")
    case .technical: Text("Pelatihan teknis", en: "Technical training")
    case .seminar: Text("Seminar, lokakarya, sejenisnya", en: "Seminar, workshop and the like")
    }
  }
}
