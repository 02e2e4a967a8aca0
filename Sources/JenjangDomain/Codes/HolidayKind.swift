/// Why a day of the working calendar differs from its weekday.
public enum HolidayKind: String, Code {
  case national = "NASIONAL"
  case collectiveLeave = "CUTI_BERSAMA"
  case regional = "DAERAH"
  case workday = "HARI_KERJA"

  public static let listName = "holidayKind"

  public var title: Text {
    switch self {
    case .national: Text("Libur nasional", en: "National holiday")
    case .collectiveLeave: Text("Cuti bersama", en: "Collective leave")
    case .regional: Text("Libur daerah", en: "Regional holiday")
    case .workday: Text("Tetap hari kerja", en: "Working day all the same")
    }
  }
}
