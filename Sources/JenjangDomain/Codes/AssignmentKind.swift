/// How a post is held: in one's own right, or acting for someone.
public enum AssignmentKind: String, Code {
  case definitive = "DEFINITIF"
  case acting = "PLT"
  case deputising = "PLH"

  public static let listName = "assignmentKind"

  public var title: Text {
    switch self {
    case .definitive: Text("Definitif", en: "Definitive")
    case .acting: Text("Pelaksana tugas (Plt.)", en: "Acting, post vacant")
    case .deputising: Text("Pelaksana harian (Plh.)", en: "Deputising, holder absent")
    }
  }
}
