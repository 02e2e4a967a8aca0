/// In which role somebody uses the program; one is in force at a time.
public enum UserRole: String, Code {
  case hrOfficer = "PETUGAS"
  case hrHead = "KEPALA_KEPEGAWAIAN"
  case supervisor = "ATASAN"
  case mentor = "PEMBIMBING"
  case employee = "PEGAWAI"
  case leader = "PIMPINAN"
  case committee = "PANITIA"
  case auditor = "PEMERIKSA"
  case administrator = "PENGELOLA"

  public static let listName = "role"

  public var title: Text {
    switch self {
    case .hrOfficer: Text("Petugas kepegawaian", en: "HR officer")
    case .hrHead: Text("Kepala kepegawaian", en: "HR head")
    case .supervisor: Text("Atasan", en: "Supervisor")
    case .mentor: Text("Pembimbing", en: "Mentor")
    case .employee: Text("Pegawai", en: "Employee")
    case .leader: Text("Pimpinan", en: "Leader")
    case .committee: Text("Panitia seleksi", en: "Selection committee")
    case .auditor: Text("Pemeriksa", en: "Auditor")
    case .administrator: Text("Pengelola sistem", en: "Administrator")
    }
  }
}
