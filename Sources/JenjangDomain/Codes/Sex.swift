/// The sex of a person as the register of residents knows it.
public enum Sex: String, Code {
  case male = "L"
  case female = "P"

  public static let listName = "sex"

  public var title: Text {
    switch self {
    case .male: Text("Laki-laki", en: "Male")
    case .female: Text("Perempuan", en: "Female")
    }
  }
}

extension Sex {
  public var spellings: [String] {
    switch self {
    case .male: ["LK", "Laki", "Pria", "M"]
    case .female: ["PR", "Wanita", "W", "F"]
    }
  }

  /// Digit 15 of an employee number.
  public var digit: Int { self == .male ? 1 : 2 }
}
