/// Why an event was postponed or cancelled.
public enum EventCause: String, Code {
  case funds = "DANA"
  case tooFew = "PESERTA_KURANG"
  case speaker = "NARASUMBER"
  case place = "TEMPAT"
  case policy = "KEBIJAKAN"
  case emergency = "DARURAT"
  case merged = "DIGABUNG"

  public static let listName = "eventCause"

  public var title: Text {
    switch self {
    case .funds: Text("Dana dipotong atau tidak tersedia", en: "No funds")
    case .tooFew: Text("Peserta kurang", en: "Too few participants")
    case .speaker: Text("Narasumber berhalangan", en: "Speaker not available")
    case .place: Text("Tempat tidak tersedia", en: "No room")
    case .policy: Text("Perubahan kebijakan", en: "Change of policy")
    case .emergency: Text("Keadaan darurat", en: "Emergency")
    case .merged: Text("Digabung dengan kegiatan lain", en: "Merged with another event")
    }
  }
}
