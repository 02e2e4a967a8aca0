/// Which way feedback goes.
public enum FeedbackDirection: String, Code {
  case down = "DARI_ATASAN"
  case up = "DARI_PEGAWAI"
  case peer = "DARI_REKAN"

  public static let listName = "feedbackDirection"

  public var title: Text {
    switch self {
    case .down: Text("Dari atasan", en: "From the superior")
    case .up: Text("Dari pegawai", en: "From the person")
    case .peer: Text("Dari rekan", en: "From a colleague")
    }
  }
}
