/// How work or behaviour compares with what the leader expected, best first.
///
/// Source: PermenPANRB 6/2022; domain reference 3.3. It is the leader's judgement: no formula gives it.
public enum ExpectationRating: String, Code {
  case above = "DI_ATAS"
  case asExpected = "SESUAI"
  case below = "DI_BAWAH"

  public static let listName = "expectationRating"

  public var title: Text {
    switch self {
    case .above: Text("Di atas ekspektasi", en: "Above expectation")
    case .asExpected: Text("Sesuai ekspektasi", en: "As expected")
    case .below: Text("Di bawah ekspektasi", en: "Below expectation")
    }
  }
}
