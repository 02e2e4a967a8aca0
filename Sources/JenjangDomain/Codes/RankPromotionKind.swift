/// Why a rank or contract grade was given.
public enum RankPromotionKind: String, Code {
  case appointment = "CPNS"
  case confirmation = "PNS"
  case regular = "REGULER"
  case structuralChoice = "PILIHAN_STRUKTURAL"
  case functionalChoice = "PILIHAN_FUNGSIONAL"
  case performance = "PRESTASI"
  case diploma = "PENYESUAIAN_IJAZAH"
  case study = "TUGAS_BELAJAR"
  case service = "PENGABDIAN"
  case posthumous = "ANUMERTA"
  case contract = "KONTRAK_PPPK"
  case other = "LAINNYA"

  public static let listName = "rankPromotionKind"

  public var title: Text {
    switch self {
    case .appointment: Text("Pengangkatan CPNS", en: "Appointment as probationer")
    case .confirmation: Text("Pengangkatan PNS", en: "Appointment as permanent")
    case .regular: Text("Kenaikan pangkat reguler", en: "Regular promotion")
    case .structuralChoice: Text("Kenaikan pangkat pilihan struktural", en: "Choice promotion, managerial post")
    case .functionalChoice: Text("Kenaikan pangkat pilihan fungsional", en: "Choice promotion, functional post")
    case .performance: Text("Prestasi kerja luar biasa", en: "Outstanding performance")
    case .diploma: Text("Penyesuaian ijazah", en: "New diploma")
    case .study: Text("Selesai tugas belajar", en: "Study assignment finished")
    case .service: Text("Pengabdian", en: "Long service at leaving")
    case .posthumous: Text("Anumerta", en: "Posthumous")
    case .contract: Text("Golongan menurut kontrak PPPK", en: "Grade of the work agreement")
    case .other: Text("Sebab lain", en: "Other cause")
    }
  }
}
