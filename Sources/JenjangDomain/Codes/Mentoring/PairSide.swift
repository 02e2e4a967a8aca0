/// One of the two of a pair.
public enum PairSide: String, Code {
  case mentor = "PEMBIMBING"
  case mentee = "PESERTA"

  public static let listName = "pairSide"

  public var title: Text {
    switch self {
    case .mentor: Text("Pembimbing", en: "Mentor")
    case .mentee: Text("Peserta", en: "Mentee")
    }
  }
}
