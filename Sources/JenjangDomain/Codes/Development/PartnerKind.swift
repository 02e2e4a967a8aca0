/// What kind of body works with the agency.
public enum PartnerKind: String, Code {
  case institute = "LEMBAGA_PELATIHAN"
  case university = "PERGURUAN_TINGGI"
  case ministry = "INSTANSI_PUSAT"
  case region = "PEMERINTAH_DAERAH"
  case company = "SWASTA"
  case stateCompany = "BUMN"
  case profession = "ORGANISASI_PROFESI"
  case society = "LEMBAGA_MASYARAKAT"

  public static let listName = "partnerKind"

  public var title: Text {
    switch self {
    case .institute: Text("Lembaga pelatihan", en: "Training institute")
    case .university: Text("Perguruan tinggi", en: "University")
    case .ministry: Text("Instansi pusat", en: "National agency")
    case .region: Text("Pemerintah daerah lain", en: "Another region")
    case .company: Text("Perusahaan swasta", en: "Private company")
    case .stateCompany: Text("BUMN atau BUMD", en: "State-owned company")
    case .profession: Text("Organisasi profesi", en: "Professional body")
    case .society: Text("Lembaga masyarakat", en: "Civil society body")
    }
  }
}
