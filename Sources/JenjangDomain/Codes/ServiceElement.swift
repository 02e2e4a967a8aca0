/// The nine elements of the public satisfaction survey (SKM).
///
/// Source: PermenPANRB 14/2017; the order of the last two differs between offices, so codes count, not numbers.
public enum ServiceElement: String, Code {
  case requirements = "PERSYARATAN"
  case procedure = "PROSEDUR"
  case time = "WAKTU"
  case cost = "BIAYA"
  case product = "PRODUK"
  case competence = "KOMPETENSI"
  case behaviour = "PERILAKU"
  case facilities = "SARANA"
  case complaints = "PENGADUAN"

  public static let listName = "serviceElement"

  public var title: Text {
    switch self {
    case .requirements: Text("Persyaratan", en: "Requirements")
    case .procedure: Text("Sistem, mekanisme, prosedur", en: "System, mechanism, procedure")
    case .time: Text("Waktu penyelesaian", en: "Time to completion")
    case .cost: Text("Biaya atau tarif", en: "Cost or tariff")
    case .product: Text("Produk spesifikasi jenis pelayanan", en: "Product by type of service")
    case .competence: Text("Kompetensi pelaksana", en: "Competence of the staff")
    case .behaviour: Text("Perilaku pelaksana", en: "Behaviour of the staff")
    case .facilities: Text("Sarana dan prasarana", en: "Facilities")
    case .complaints: Text("Penanganan pengaduan, saran, masukan", en: "Handling of complaints and suggestions")
    }
  }
}
