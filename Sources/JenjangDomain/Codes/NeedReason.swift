/// Why somebody needs a training: what its priority is made of.
public enum NeedReason: String, Code {
  case gap = "KESENJANGAN"
  case statutory = "WAJIB"
  case performance = "PREDIKAT"
  case succession = "SUKSESI"

  public static let listName = "needReason"

  public var title: Text {
    switch self {
    case .gap: Text("Kesenjangan kompetensi, tiap tingkat", en: "Competency gap, each level")
    case .statutory: Text("Wajib untuk jabatan", en: "Statutory for the post")
    case .performance: Text("Predikat di bawah Baik", en: "Rated below Baik")
    case .succession: Text("Anggota kelompok rencana suksesi", en: "Member of the succession pool")
    }
  }
}
