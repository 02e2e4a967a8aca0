/// The groups of applicants whose pass marks differ.
///
/// Source: domain reference 7.1.
public enum ApplicantGroup: String, Code {
  case general = "UMUM"
  case kalimantan = "PUTRA_KALIMANTAN"
  case cumLaude = "CUMLAUDE"
  case diaspora = "DIASPORA"
  case doctor = "DOKTER"
  case disability = "DISABILITAS"
  case otherSpecial = "KHUSUS_LAIN"
  case crew = "AWAK_KAPAL"

  public static let listName = "applicantGroup"

  public var title: Text {
    switch self {
    case .general: Text("Umum", en: "General")
    case .kalimantan: Text("Putra-putri Kalimantan", en: "Sons and daughters of Kalimantan")
    case .cumLaude: Text("Lulusan terbaik (cum laude)", en: "Best graduates (cum laude)")
    case .diaspora: Text("Diaspora", en: "Indonesians abroad")
    case .doctor: Text("Dokter", en: "Physicians")
    case .disability: Text("Penyandang disabilitas", en: "People with a disability")
    case .otherSpecial: Text("Kebutuhan khusus lain", en: "Other special groups")
    case .crew: Text("Awak kapal, penyelamat", en: "Ship crew, rescuers")
    }
  }

  /// Judged by each part of the test; the others by the sum and general intelligence alone.
  public var isJudgedByParts: Bool { self == .general || self == .kalimantan }
}
