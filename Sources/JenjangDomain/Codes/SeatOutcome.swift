/// What a ranking says about a candidate.
public enum SeatOutcome: String, Code {
  case taken = "LULUS"
  case reserve = "CADANGAN"
  /// Equal to others on every key at the last seat: people decide.
  case toDecide = "PERLU_KEPUTUSAN"
  case out = "TIDAK_DIPERINGKAT"

  public static let listName = "seatOutcome"

  public var title: Text {
    switch self {
    case .taken: Text("Lulus", en: "Gets a seat")
    case .reserve: Text("Cadangan", en: "Reserve")
    case .toDecide: Text("Sama pada semua ukuran, perlu keputusan", en: "Equal on every key, to be decided")
    case .out: Text("Tidak diperingkat", en: "Not ranked")
    }
  }
}
