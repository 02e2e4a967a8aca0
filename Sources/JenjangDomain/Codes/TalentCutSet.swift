/// Named sets of cut points for the talent map; no single national one was found.
///
/// Source: domain reference 6.2.
public enum TalentCutSet: String, Code {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"

  public static let listName = "talentCutSet"

  public var title: Text {
    switch self {
    case .a: Text("A: nilai 80/60", en: "A: scores 80/60")
    case .b: Text("B: kinerja 85/70, potensi 77/68", en: "B: performance 85/70, potential 77/68")
    case .c: Text("C: predikat kinerja, potensi 90/78", en: "C: performance rating, potential 90/78")
    case .d: Text("D: nilai 81/61", en: "D: scores 81/61")
    }
  }
}
