/// Why the assessor of a period is another one than was frozen.
public enum AssessorChangeReason: String, Code {
  case left = "PENILAI_BERHENTI"
  case moved = "PENILAI_PINDAH"
  case absent = "PENILAI_BERHALANGAN"
  case wrong = "SALAH_PENILAI"
  case conflict = "BENTURAN_KEPENTINGAN"
  case reorganised = "PERUBAHAN_ORGANISASI"

  public static let listName = "assessorChangeReason"

  public var title: Text {
    switch self {
    case .left: Text("Penilai berhenti atau pensiun", en: "The assessor left")
    case .moved: Text("Penilai pindah jabatan", en: "The assessor moved")
    case .absent: Text("Penilai berhalangan", en: "The assessor is absent")
    case .wrong: Text("Penilai yang tercatat salah", en: "The wrong assessor was recorded")
    case .conflict: Text("Benturan kepentingan", en: "Conflict of interest")
    case .reorganised: Text("Perubahan organisasi", en: "Reorganisation")
    }
  }
}
