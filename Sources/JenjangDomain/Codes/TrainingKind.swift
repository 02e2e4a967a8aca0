/// The kinds of training of civil servants; old names map to these (Diklatpim IV is PKP, III PKA, II PKN II, I PKN I).
public enum TrainingKind: String, Code {
  case basic = "LATSAR"
  case orientation = "ORIENTASI_PPPK"
  case supervisorLeadership = "PKP"
  case administratorLeadership = "PKA"
  case nationalLeadership2 = "PKN2"
  case nationalLeadership1 = "PKN1"
  case technical = "TEKNIS"
  case functional = "FUNGSIONAL"
  case managerial = "MANAJERIAL"
  case socioCultural = "SOSKUL"

  public static let listName = "trainingKind"

  public var title: Text {
    switch self {
    case .basic: Text("Pelatihan dasar CPNS", en: "Basic training of probationers")
    case .orientation: Text("Orientasi PPPK", en: "Orientation of contract staff")
    case .supervisorLeadership: Text("Pelatihan kepemimpinan pengawas", en: "Supervisor leadership training")
    case .administratorLeadership: Text("Pelatihan kepemimpinan administrator", en: "Administrator leadership training")
    case .nationalLeadership2: Text("Pelatihan kepemimpinan nasional II", en: "National leadership training II")
    case .nationalLeadership1: Text("Pelatihan kepemimpinan nasional I", en: "National leadership training I")
    case .technical: Text("Pelatihan teknis", en: "Technical training")
    case .functional: Text("Pelatihan fungsional", en: "Functional training")
    case .managerial: Text("Pelatihan manajerial", en: "Managerial training")
    case .socioCultural: Text("Pelatihan sosial kultural", en: "Socio-cultural training")
    }
  }
}
