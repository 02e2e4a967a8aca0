/// The kinds of transfers.
///
/// Source: Peraturan BKN 5/2019; domain reference 6.4.
public enum TransferKind: String, Code {
  case withinAgency = "DALAM_INSTANSI"
  case withinProvince = "ANTAR_DAERAH"
  case betweenProvinces = "ANTAR_PROVINSI"
  case regionCentre = "DAERAH_PUSAT"
  case betweenCentral = "ANTAR_PUSAT"
  case abroad = "LUAR_NEGERI"
  case ownRequest = "PERMINTAAN_SENDIRI"

  public static let listName = "transferKind"

  public var title: Text {
    switch self {
    case .withinAgency: Text("Dalam satu instansi", en: "Within the agency")
    case .withinProvince: Text("Antarkabupaten/kota dalam provinsi", en: "Between regencies of a province")
    case .betweenProvinces: Text("Antarprovinsi", en: "Between provinces")
    case .regionCentre: Text("Daerah ke pusat atau sebaliknya", en: "Between region and centre")
    case .betweenCentral: Text("Antarinstansi pusat", en: "Between central agencies")
    case .abroad: Text("Ke perwakilan di luar negeri", en: "To a mission abroad")
    case .ownRequest: Text("Atas permintaan sendiri", en: "At own request")
    }
  }
}
