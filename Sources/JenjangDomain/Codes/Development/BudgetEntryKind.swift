/// What happens to a budget line.
public enum BudgetEntryKind: String, Code {
  case addition = "TAMBAHAN"
  case cut = "PEMOTONGAN"
  case shift = "PERGESERAN"
  case commitment = "KOMITMEN"
  case release = "PELEPASAN"
  case spending = "REALISASI"

  public static let listName = "budgetEntryKind"

  public var title: Text {
    switch self {
    case .addition: Text("Tambahan pagu", en: "Added")
    case .cut: Text("Pemotongan pagu", en: "Cut")
    case .shift: Text("Pergeseran ke mata anggaran lain", en: "Shifted to another line")
    case .commitment: Text("Komitmen", en: "Committed")
    case .release: Text("Komitmen dilepas", en: "Commitment released")
    case .spending: Text("Realisasi", en: "Spent")
    }
  }
}
