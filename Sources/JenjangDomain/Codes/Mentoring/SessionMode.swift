/// How a mentoring session was held.
public enum SessionMode: String, Code {
  case inPerson = "TATAP_MUKA"
  case online = "DARING"
  case phone = "TELEPON"
  case message = "PESAN"
  case visit = "LAPANGAN"

  public static let listName = "sessionMode"

  public var title: Text {
    switch self {
    case .inPerson: Text("Tatap muka", en: "In person")
    case .online: Text("Daring", en: "Online")
    case .phone: Text("Telepon", en: "Telephone")
    case .message: Text("Pesan tertulis", en: "Messages")
    case .visit: Text("Di lapangan", en: "In the field")
    }
  }
}
