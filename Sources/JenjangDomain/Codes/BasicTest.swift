/// The three parts of the basic competency test (SKD).
///
/// Source: KepmenPANRB 321/2024; domain reference 7.1.
public enum BasicTest: String, Code {
  case nationalInsight = "TWK"
  case generalIntelligence = "TIU"
  case personalTraits = "TKP"

  public static let listName = "basicTest"

  public var title: Text {
    switch self {
    case .nationalInsight: Text("Tes wawasan kebangsaan (TWK)", en: "Test of national insight (TWK)")
    case .generalIntelligence: Text("Tes inteligensia umum (TIU)", en: "Test of general intelligence (TIU)")
    case .personalTraits: Text("Tes karakteristik pribadi (TKP)", en: "Test of personal traits (TKP)")
    }
  }

  /// The highest number of points: items times the points of one.
  public var maximum: Int {
    switch self {
    case .nationalInsight: 30 * 5
    case .generalIntelligence: 35 * 5
    case .personalTraits: 45 * 5
    }
  }

  /// The highest sum of all three.
  public static let wholeMaximum = allCases.map(\.maximum).reduce(0, +)
}
