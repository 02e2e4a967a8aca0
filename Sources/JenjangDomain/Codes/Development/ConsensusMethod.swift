/// How several assessors came to one level.
public enum ConsensusMethod: String, Code {
  case single = "SATU_ASESOR"
  case average = "RATA_RATA"
  case panel = "KONSENSUS"

  public static let listName = "consensusMethod"

  public var title: Text {
    switch self {
    case .single: Text("Satu asesor", en: "One assessor")
    case .average: Text("Rata-rata asesor", en: "Average of the assessors")
    case .panel: Text("Konsensus panel", en: "Consensus of the panel")
    }
  }
}
