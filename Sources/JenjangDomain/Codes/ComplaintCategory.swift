/// How a complaint is examined, which decides how long it may take.
///
/// Source: Perpres 76/2013; domain reference 10.2.
public enum ComplaintCategory: String, Code {
  case plain = "BIASA"
  case withoutField = "TANPA_LAPANGAN"
  case withField = "DENGAN_LAPANGAN"

  public static let listName = "complaintCategory"

  public var title: Text {
    switch self {
    case .plain: Text("Permintaan informasi atau pengaduan biasa", en: "Request for information or plain complaint")
    case .withoutField:
      Text("Sengketa atau pelanggaran, tanpa pemeriksaan lapangan", en: "Dispute, no field examination")
    case .withField: Text("Sengketa atau pelanggaran, dengan pemeriksaan lapangan", en: "Dispute, field examination")
    }
  }

  /// The step by which it is settled.
  public var settlement: ComplaintStep {
    switch self {
    case .plain: .plain
    case .withoutField: .withoutField
    case .withField: .withField
    }
  }
}
