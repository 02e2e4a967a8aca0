/// The mark of a service unit in the public satisfaction survey.
///
/// Source: PermenPANRB 14/2017.
public enum ServiceMark: String, Code {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"

  public static let listName = "serviceMark"

  public var title: Text {
    switch self {
    case .a: Text("A, Sangat Baik", en: "A, very good")
    case .b: Text("B, Baik", en: "B, good")
    case .c: Text("C, Kurang Baik", en: "C, less than good")
    case .d: Text("D, Tidak Baik", en: "D, not good")
    }
  }
}
