/// The three zones of the country's clocks, which have no summer time.
public enum IndonesianZone: String, Code {
  case west = "WIB"
  case central = "WITA"
  case east = "WIT"

  public static let listName = "indonesianZone"

  public var title: Text {
    switch self {
    case .west: Text("WIB, waktu Indonesia barat", en: "WIB, western time")
    case .central: Text("WITA, waktu Indonesia tengah", en: "WITA, central time")
    case .east: Text("WIT, waktu Indonesia timur", en: "WIT, eastern time")
    }
  }

  /// Its name in the database of time zones.
  public var identifier: String {
    switch self {
    case .west: "Asia/Jakarta"
    case .central: "Asia/Makassar"
    case .east: "Asia/Jayapura"
    }
  }

  /// Ahead of universal time.
  public var hours: Int {
    switch self {
    case .west: 7
    case .central: 8
    case .east: 9
    }
  }
}
