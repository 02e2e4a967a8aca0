/// Where credit points come from that no rating earned.
///
/// Source: Peraturan BKN 3/2023, the rows of a PAK; domain reference 3.7.
public enum CreditOrigin: String, Code {
  case base = "DASAR"
  case formerPost = "JF_LAMA"
  case adjustment = "PENYESUAIAN"
  case education = "PENDIDIKAN"
  case transfer = "PERPINDAHAN"
  case other = "LAINNYA"

  public static let listName = "creditOrigin"

  public var title: Text {
    switch self {
    case .base: Text("Angka kredit dasar", en: "Base points")
    case .formerPost: Text("Angka kredit jabatan lama", en: "Points of the former post")
    case .adjustment: Text("Penyesuaian", en: "Adjustment")
    case .education: Text("Pendidikan lebih tinggi", en: "Higher diploma")
    case .transfer: Text("Perpindahan ke jabatan fungsional", en: "Moving into the functional post")
    case .other: Text("Lainnya", en: "Other")
    }
  }
}
