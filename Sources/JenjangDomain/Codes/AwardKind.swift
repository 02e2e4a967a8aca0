/// The awards that an employee file knows; SLKS is the long-service medal after 10, 20 and 30 years.
public enum AwardKind: String, Code {
  case service10 = "SLKS10"
  case service20 = "SLKS20"
  case service30 = "SLKS30"
  case exemplary = "TELADAN"
  case innovation = "INOVASI"
  case achievement = "PRESTASI"
  case other = "LAINNYA"

  public static let listName = "awardKind"

  public var title: Text {
    switch self {
    case .service10: Text("Satyalancana Karya Satya X tahun", en: "Long-service medal, 10 years")
    case .service20: Text("Satyalancana Karya Satya XX tahun", en: "Long-service medal, 20 years")
    case .service30: Text("Satyalancana Karya Satya XXX tahun", en: "Long-service medal, 30 years")
    case .exemplary: Text("Pegawai teladan", en: "Exemplary employee")
    case .innovation: Text("Penghargaan inovasi", en: "Innovation award")
    case .achievement: Text("Penghargaan prestasi kerja", en: "Achievement award")
    case .other: Text("Penghargaan lain", en: "Other award")
    }
  }
}
