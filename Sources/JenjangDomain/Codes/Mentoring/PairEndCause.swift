/// Why a pair ended before its goals were reached.
public enum PairEndCause: String, Code {
  case moved = "PINDAH"
  case left = "BERHENTI"
  case time = "WAKTU"
  case fit = "TIDAK_COCOK"
  case goalDropped = "TUJUAN_LEPAS"
  case conflict = "KEPENTINGAN"
  case other = "LAIN"

  public static let listName = "pairEndCause"

  public var title: Text {
    switch self {
    case .moved: Text("Pindah unit", en: "Moved to another unit")
    case .left: Text("Berhenti atau pensiun", en: "Left or retired")
    case .time: Text("Tidak ada waktu", en: "No time")
    case .fit: Text("Tidak cocok", en: "No fit")
    case .goalDropped: Text("Tujuan dilepas", en: "Goal given up")
    case .conflict: Text("Konflik kepentingan", en: "Conflict of interest")
    case .other: Text("Lainnya", en: "Other")
    }
  }
}
