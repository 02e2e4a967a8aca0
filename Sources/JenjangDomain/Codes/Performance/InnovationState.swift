/// How far an idea has come.
public enum InnovationState: String, Code {
  case idea = "GAGASAN"
  case tried = "DICOBA"
  case effective = "BERHASIL"
  case adopted = "DITERAPKAN"
  case stopped = "DIHENTIKAN"

  public static let listName = "innovationState"

  public var title: Text {
    switch self {
    case .idea: Text("Gagasan", en: "Idea")
    case .tried: Text("Dicoba", en: "Tried")
    case .effective: Text("Terbukti berhasil", en: "Shown to work")
    case .adopted: Text("Diterapkan", en: "Adopted")
    case .stopped: Text("Dihentikan", en: "Stopped")
    }
  }
}
