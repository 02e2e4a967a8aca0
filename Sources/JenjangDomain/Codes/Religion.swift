/// The religions and beliefs that the register of residents knows.
public enum Religion: String, Code {
  case islam = "ISLAM"
  case protestant = "KRISTEN"
  case catholic = "KATOLIK"
  case hindu = "HINDU"
  case buddhist = "BUDDHA"
  case confucian = "KHONGHUCU"
  case traditional = "KEPERCAYAAN"

  public static let listName = "religion"

  public var title: Text {
    switch self {
    case .islam: .verbatim("Islam")
    case .protestant: Text("Kristen", en: "Protestant")
    case .catholic: Text("Katolik", en: "Catholic")
    case .hindu: .verbatim("Hindu")
    case .buddhist: Text("Buddha", en: "Buddhist")
    case .confucian: Text("Khonghucu", en: "Confucian")
    case .traditional: Text("Kepercayaan terhadap Tuhan YME", en: "Belief in one God")
    }
  }
}
