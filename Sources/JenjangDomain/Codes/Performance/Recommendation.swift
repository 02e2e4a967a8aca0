/// What an assessor recommends after an evaluation.
public enum Recommendation: String, Code {
  case reward = "PENGHARGAAN"
  case promote = "PROMOSI"
  case develop = "PENGEMBANGAN"
  case coach = "PEMBINAAN"
  case move = "MUTASI"

  public static let listName = "recommendation"

  public var title: Text {
    switch self {
    case .reward: Text("Beri penghargaan", en: "Reward")
    case .promote: Text("Promosikan", en: "Promote")
    case .develop: Text("Kembangkan kompetensi", en: "Develop")
    case .coach: Text("Bina", en: "Coach")
    case .move: Text("Pindahkan", en: "Move")
    }
  }
}
