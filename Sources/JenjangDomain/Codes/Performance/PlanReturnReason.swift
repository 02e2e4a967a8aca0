/// Why a performance plan goes back to its person.
public enum PlanReturnReason: String, Code {
  case notCascaded = "TIDAK_SELARAS"
  case unclearResult = "HASIL_TIDAK_JELAS"
  case unmeasurable = "INDIKATOR_TIDAK_TERUKUR"
  case targetTooLow = "TARGET_TERLALU_RENDAH"
  case targetTooHigh = "TARGET_TERLALU_TINGGI"
  case incomplete = "TIDAK_LENGKAP"
  case other = "LAINNYA"

  public static let listName = "planReturnReason"

  public var title: Text {
    switch self {
    case .notCascaded: Text("Tidak mendukung hasil kerja atasan", en: "Serves no result of the superior")
    case .unclearResult: Text("Hasil kerja belum jelas", en: "The result is not clear")
    case .unmeasurable: Text("Indikator tidak terukur", en: "The indicator cannot be measured")
    case .targetTooLow: Text("Target terlalu rendah", en: "The target is too low")
    case .targetTooHigh: Text("Target terlalu tinggi", en: "The target is too high")
    case .incomplete: Text("Belum lengkap", en: "Incomplete")
    case .other: Text("Alasan lain", en: "Another reason")
    }
  }
}
