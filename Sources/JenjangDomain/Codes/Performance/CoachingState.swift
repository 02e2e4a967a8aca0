/// Where a coaching programme stands.
public enum CoachingState: String, Code {
  case running = "BERJALAN"
  case finished = "SELESAI"
  case stopped = "DIHENTIKAN"

  public static let listName = "coachingState"

  public var title: Text {
    switch self {
    case .running: Text("Berjalan", en: "Running")
    case .finished: Text("Selesai", en: "Finished")
    case .stopped: Text("Dihentikan", en: "Stopped")
    }
  }
}
