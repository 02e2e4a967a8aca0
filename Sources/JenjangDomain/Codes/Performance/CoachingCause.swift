/// Why somebody is coached.
public enum CoachingCause: String, Code {
  case result = "HASIL_DI_BAWAH"
  case behaviour = "PERILAKU_DI_BAWAH"
  case predicate = "PREDIKAT"
  case absence = "KETIDAKHADIRAN"
  case request = "PERMINTAAN"
  case other = "LAINNYA"

  public static let listName = "coachingCause"

  public var title: Text {
    switch self {
    case .result: Text("Hasil kerja di bawah ekspektasi", en: "Work result below expectation")
    case .behaviour: Text("Perilaku di bawah ekspektasi", en: "Behaviour below expectation")
    case .predicate: Text("Predikat di bawah Baik", en: "Rating below Baik")
    case .absence: Text("Ketidakhadiran", en: "Absence")
    case .request: Text("Atas permintaan pegawai", en: "Asked for by the person")
    case .other: Text("Lainnya", en: "Other")
    }
  }
}
