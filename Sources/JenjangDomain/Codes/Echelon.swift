/// The old hierarchy of managerial posts, kept for display and history.
public enum Echelon: String, Code {
  case iA = "I.a"
  case iB = "I.b"
  case iiA = "II.a"
  case iiB = "II.b"
  case iiiA = "III.a"
  case iiiB = "III.b"
  case ivA = "IV.a"
  case ivB = "IV.b"
  case v = "V"

  public static let listName = "echelon"

  public var title: Text { Text("Eselon \(rawValue)", en: "Echelon \(rawValue)") }

  /// `Esel. II.a`, `2a`.
  public var spellings: [String] { [RomanNumeral.inFigures(rawValue), "Es \(rawValue)", "Esel \(rawValue)"] }

  /// The lowest and the highest rank that a holder may have.
  ///
  /// Source: domain reference 1.6, rank spans by echelon.
  public var ranks: ClosedRange<Grade> {
    switch self {
    case .iA: .ivD ... .ivE
    case .iB: .ivC ... .ivE
    case .iiA: .ivC ... .ivD
    case .iiB: .ivB ... .ivC
    case .iiiA: .ivA ... .ivB
    case .iiiB: .iiiD ... .ivA
    case .ivA: .iiiC ... .iiiD
    case .ivB: .iiiB ... .iiiC
    case .v: .iiiA ... .iiiB
    }
  }
}
