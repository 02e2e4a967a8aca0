/// The kinds of leave (cuti) of civil servants.
///
/// Source: PP 11/2017 article 310, Peraturan BKN 24/2017 [V, read in pages that reprint it]; people with a contract have
/// four of them, PP 49/2018 [V].
public enum LeaveKind: String, Code {
  case annual = "TAHUNAN"
  case long = "BESAR"
  case sick = "SAKIT"
  case maternity = "MELAHIRKAN"
  case importantReason = "ALASAN_PENTING"
  case joint = "BERSAMA"
  case unpaid = "CLTN"

  public static let listName = "leaveKind"

  public var title: Text {
    switch self {
    case .annual: Text("Cuti tahunan", en: "Annual leave")
    case .long: Text("Cuti besar", en: "Long leave")
    case .sick: Text("Cuti sakit", en: "Sick leave")
    case .maternity: Text("Cuti melahirkan", en: "Maternity leave")
    case .importantReason: Text("Cuti karena alasan penting", en: "Leave for an important reason")
    case .joint: Text("Cuti bersama", en: "Collective leave")
    case .unpaid: Text("Cuti di luar tanggungan negara", en: "Unpaid leave")
    }
  }
}

extension LeaveKind {
  /// Whether it exists for people with a contract.
  public var isForContracts: Bool {
    switch self {
    case .annual, .sick, .maternity, .joint: true
    case .long, .importantReason, .unpaid: false
    }
  }
}
