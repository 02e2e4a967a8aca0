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

extension Religion {
  public var spellings: [String] {
    switch self {
    case .protestant: ["Protestan", "Kristen Protestan"]
    case .catholic: ["Katholik", "Kristen Katolik", "Kristen Katholik"]
    case .buddhist: ["Budha"]
    case .confucian: ["Konghucu", "Kong Hu Cu"]
    case .traditional: ["Penghayat kepercayaan"]
    case .islam, .hindu: []
    }
  }
}
