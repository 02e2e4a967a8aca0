/// By which law someone serves: a permanent civil servant or one with a contract.
public enum EmployeeKind: String, Code {
  case probationer = "CPNS"
  case permanent = "PNS"
  case contract = "PPPK"
  case partTimeContract = "PPPK_PARUH_WAKTU"

  public static let listName = "employeeKind"

  public var title: Text {
    switch self {
    case .probationer: Text("Calon PNS", en: "Probationary civil servant")
    case .permanent: Text("PNS", en: "Permanent civil servant")
    case .contract: Text("PPPK", en: "Contract civil servant")
    case .partTimeContract: Text("PPPK paruh waktu", en: "Part-time contract civil servant")
    }
  }
}

extension EmployeeKind {
  public var spellings: [String] {
    switch self {
    case .contract: ["P3K", "PPPK penuh waktu"]
    case .partTimeContract: ["P3K paruh waktu"]
    case .probationer, .permanent: []
    }
  }

  /// With a work agreement, a contract number and a grade of I to XVII.
  public var isContract: Bool { self == .contract || self == .partTimeContract }
}
