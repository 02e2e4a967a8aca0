/// How a programme to improve performance ended.
public enum ProgrammeResult: String, Code {
  case passed = "LULUS"
  case competencyTest = "UJI_KOMPETENSI"
  case moved = "PINDAH"

  public static let listName = "programmeResult"

  public var title: Text {
    switch self {
    case .passed: Text("Kinerja membaik", en: "Performance improved")
    case .competencyTest: Text("Lanjut uji kompetensi", en: "Goes on to a competency test")
    case .moved: Text("Pindah ke jabatan lain", en: "Moved to another post")
    }
  }
}
