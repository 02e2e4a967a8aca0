/// What is done to close a gap.
public enum ActionKind: String, Code {
  case training = "PELATIHAN"
  case mentoring = "PEMBIMBINGAN"
  case assignment = "PENUGASAN"
  case selfStudy = "BELAJAR_MANDIRI"
  case study = "TUGAS_BELAJAR"

  public static let listName = "actionKind"

  public var title: Text {
    switch self {
    case .training: Text("Pelatihan", en: "Training")
    case .mentoring: Text("Pembimbingan", en: "Mentoring")
    case .assignment: Text("Penugasan", en: "Assignment")
    case .selfStudy: Text("Belajar mandiri", en: "Self-study")
    case .study: Text("Tugas belajar atau beasiswa", en: "Study or scholarship")
    }
  }
}
