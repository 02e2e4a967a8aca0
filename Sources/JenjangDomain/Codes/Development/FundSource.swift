/// Where money for development comes from.
///
/// Source: peers reference, row 24.
public enum FundSource: String, Code {
  case regional = "APBD"
  case national = "APBN"
  case grant = "HIBAH"
  case sponsor = "SPONSOR"
  case partner = "MITRA"

  public static let listName = "fundSource"

  public var title: Text {
    switch self {
    case .regional: Text("APBD", en: "Regional budget (APBD)")
    case .national: Text("APBN", en: "National budget (APBN)")
    case .grant: Text("Hibah", en: "Grant")
    case .sponsor: Text("Sponsor swasta", en: "Private sponsor")
    case .partner: Text("Mitra, dalam bentuk barang atau jasa", en: "Partner, in kind")
    }
  }
}
