/// The legal status (kedudukan hukum) of an employee.
public enum LegalStatus: String, Code {
  case active = "AKTIF"
  case studying = "TUGAS_BELAJAR"
  case unpaidLeave = "CLTN"
  case suspended = "PEMBERHENTIAN_SEMENTARA"
  case stateOfficial = "PEJABAT_NEGARA"
  case seconded = "DIPEKERJAKAN"
  case lent = "DIPERBANTUKAN"
  case waitingPay = "UANG_TUNGGU"
  case preRetirement = "MPP"
  case retired = "PENSIUN"
  case resigned = "BERHENTI_APS"
  case dismissed = "PDH"
  case dismissedUnasked = "PDHTAPS"
  case dishonourablyDismissed = "PTDH"
  case died = "MENINGGAL"
  case missing = "HILANG"
  case moved = "PINDAH_INSTANSI"
  case contractEnded = "KONTRAK_BERAKHIR"

  public static let listName = "legalStatus"

  public var title: Text {
    switch self {
    case .active: Text("Aktif", en: "Active")
    case .studying: Text("Tugas belajar", en: "On study assignment")
    case .unpaidLeave: Text("Cuti di luar tanggungan negara", en: "Unpaid leave")
    case .suspended: Text("Pemberhentian sementara", en: "Suspended")
    case .stateOfficial: Text("Pejabat negara", en: "State official")
    case .seconded: Text("Dipekerjakan", en: "Seconded")
    case .lent: Text("Diperbantukan", en: "Lent to another agency")
    case .waitingPay: Text("Penerima uang tunggu", en: "On waiting pay")
    case .preRetirement: Text("Masa persiapan pensiun", en: "Pre-retirement leave")
    case .retired: Text("Pensiun", en: "Retired")
    case .resigned: Text("Berhenti atas permintaan sendiri", en: "Left at own request")
    case .dismissed: Text("Diberhentikan dengan hormat", en: "Honourably dismissed")
    case .dismissedUnasked:
      Text("Diberhentikan dengan hormat tidak atas permintaan sendiri", en: "Honourably dismissed, not at own request")
    case .dishonourablyDismissed: Text("Diberhentikan tidak dengan hormat", en: "Dishonourably dismissed")
    case .died: Text("Meninggal dunia", en: "Died")
    case .missing: Text("Hilang", en: "Missing")
    case .moved: Text("Pindah instansi", en: "Moved to another agency")
    case .contractEnded: Text("Kontrak berakhir", en: "Contract ended")
    }
  }
}

extension LegalStatus {
  /// Counts as serving: in the strength of the agency, and able to hold a post.
  public var isServing: Bool {
    switch self {
    case .active, .studying, .seconded, .lent, .preRetirement: true
    default: false
    }
  }

  /// Has left for good, so that no later event of a career is expected.
  public var isFinal: Bool {
    switch self {
    case .retired, .resigned, .dismissed, .dismissedUnasked, .dishonourablyDismissed, .died, .moved, .contractEnded:
      true
    default: false
    }
  }
}
