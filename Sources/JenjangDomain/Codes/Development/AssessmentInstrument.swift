/// By what means competencies were assessed.
///
/// Source: PermenPANRB 38/2017; peers reference, screen 9.
public enum AssessmentInstrument: String, Code {
  case centre = "ASSESSMENT_CENTER"
  case test = "UJI_KOMPETENSI"
  case interview = "WAWANCARA"
  case portfolio = "PORTOFOLIO"
  case observation = "OBSERVASI"
  case training = "HASIL_PELATIHAN"
  case own = "PENILAIAN_DIRI"

  public static let listName = "assessmentInstrument"

  public var title: Text {
    switch self {
    case .centre: Text("Pusat asesmen", en: "Assessment centre")
    case .test: Text("Uji kompetensi", en: "Competency test")
    case .interview: Text("Wawancara kompetensi", en: "Competency interview")
    case .portfolio: Text("Portofolio", en: "Portfolio")
    case .observation: Text("Pengamatan di tempat kerja", en: "Observation at work")
    case .training: Text("Penilaian sesudah pelatihan", en: "Reassessment after training")
    case .own: Text("Penilaian diri", en: "Self-assessment")
    }
  }

  /// Whether its result counts for what others decide; a person's own word does not.
  public var counts: Bool { self != .own }
}
