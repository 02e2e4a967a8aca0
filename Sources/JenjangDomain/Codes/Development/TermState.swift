/// What came of a term of study.
public enum TermState: String, Code {
  case running = "BERJALAN"
  case passed = "LULUS"
  case repeated = "MENGULANG"
  case leave = "CUTI"

  public static let listName = "termState"

  public var title: Text {
    switch self {
    case .running: Text("Berjalan", en: "Running")
    case .passed: Text("Lulus", en: "Passed")
    case .repeated: Text("Mengulang", en: "To be repeated")
    case .leave: Text("Cuti kuliah", en: "On leave")
    }
  }
}
