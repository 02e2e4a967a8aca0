/// Whether someone is married, as benefits need it.
public enum MaritalStatus: String, Code {
  case single = "BELUM_KAWIN"
  case married = "KAWIN"
  case divorced = "CERAI_HIDUP"
  case widowed = "CERAI_MATI"

  public static let listName = "maritalStatus"

  public var title: Text {
    switch self {
    case .single: Text("Belum kawin", en: "Single")
    case .married: Text("Kawin", en: "Married")
    case .divorced: Text("Cerai hidup", en: "Divorced")
    case .widowed: Text("Cerai mati", en: "Widowed")
    }
  }
}

extension MaritalStatus {
  public var spellings: [String] {
    switch self {
    case .single: ["Belum menikah", "Lajang"]
    case .married: ["Menikah", "Sudah menikah", "Nikah"]
    case .divorced: ["Cerai"]
    case .widowed: []
    }
  }
}
