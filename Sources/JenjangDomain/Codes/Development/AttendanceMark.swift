/// Whether somebody was there.
public enum AttendanceMark: String, Code {
  case present = "H"
  case excused = "I"
  case sick = "S"
  case absent = "A"

  public static let listName = "attendanceMark"

  public var title: Text {
    switch self {
    case .present: Text("Hadir", en: "Present")
    case .excused: Text("Izin", en: "Excused")
    case .sick: Text("Sakit", en: "Sick")
    case .absent: Text("Tanpa keterangan", en: "Absent")
    }
  }
}
