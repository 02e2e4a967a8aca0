/// Where a study assignment stands, from the application to the end of the bond.
///
/// Source: SE MenPANRB 28/2021; domain reference 9.4.
public enum StudyState: String, Code {
  case applied = "MELAMAR"
  case eligible = "MEMENUHI_SYARAT"
  case refused = "DITOLAK"
  case reserve = "CADANGAN"
  case selected = "TERPILIH"
  case studying = "STUDI"
  case extended = "PERPANJANGAN"
  case returned = "KEMBALI"
  case free = "BEBAS_IKATAN"
  case failed = "TIDAK_SELESAI"
  case withdrawn = "MUNDUR"

  public static let listName = "studyState"

  public var title: Text {
    switch self {
    case .applied: Text("Melamar", en: "Applied")
    case .eligible: Text("Memenuhi syarat", en: "Eligible")
    case .refused: Text("Tidak diterima", en: "Refused")
    case .reserve: Text("Cadangan", en: "Reserve")
    case .selected: Text("Terpilih", en: "Selected")
    case .studying: Text("Sedang studi", en: "Studying")
    case .extended: Text("Studi diperpanjang", en: "Studying, extended")
    case .returned: Text("Kembali, ikatan dinas", en: "Returned, bound")
    case .free: Text("Ikatan dinas selesai", en: "Bond served")
    case .failed: Text("Studi tidak selesai", en: "Did not finish")
    case .withdrawn: Text("Mengundurkan diri", en: "Withdrawn")
    }
  }

  /// Whether the person is away studying or studies beside the work.
  public var isStudying: Bool { self == .studying || self == .extended }
}
