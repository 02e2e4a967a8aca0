/// Whether a work result is of the post or beside it.
///
/// Source: PermenPANRB 6/2022; domain reference 3.1.
public enum ResultKind: String, Code {
  case main = "UTAMA"
  case additional = "TAMBAHAN"

  public static let listName = "resultKind"

  public var title: Text {
    switch self {
    case .main: Text("Utama", en: "Main")
    case .additional: Text("Tambahan", en: "Additional")
    }
  }
}
