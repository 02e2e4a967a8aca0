/// A grade: golongan/ruang I/a to IV/e of permanent civil servants, golongan I to XVII of contract staff.
///
/// Grades of one kind are ordered; a contract grade comes after all others and is not compared with them by rules.
public enum Grade: String, Code, Comparable {
  case iA = "I/a"
  case iB = "I/b"
  case iC = "I/c"
  case iD = "I/d"
  case iiA = "II/a"
  case iiB = "II/b"
  case iiC = "II/c"
  case iiD = "II/d"
  case iiiA = "III/a"
  case iiiB = "III/b"
  case iiiC = "III/c"
  case iiiD = "III/d"
  case ivA = "IV/a"
  case ivB = "IV/b"
  case ivC = "IV/c"
  case ivD = "IV/d"
  case ivE = "IV/e"
  case contract1 = "I"
  case contract2 = "II"
  case contract3 = "III"
  case contract4 = "IV"
  case contract5 = "V"
  case contract6 = "VI"
  case contract7 = "VII"
  case contract8 = "VIII"
  case contract9 = "IX"
  case contract10 = "X"
  case contract11 = "XI"
  case contract12 = "XII"
  case contract13 = "XIII"
  case contract14 = "XIV"
  case contract15 = "XV"
  case contract16 = "XVI"
  case contract17 = "XVII"

  public static let listName = "grade"

  public var title: Text {
    guard let rankTitle else { return Text("Golongan \(rawValue)", en: "Grade \(rawValue)") }
    return .verbatim("\(rankTitle), \(rawValue)")
  }

  public static func < (left: Grade, right: Grade) -> Bool { left.order < right.order }
}

extension Grade {
  /// `Penata Tk. I (III/d)`, `III/d - Penata Tk. I`, `Penata Tk. I`, `Gol. III/d`, `3/d`; `Gol. IX`, `9`.
  public var spellings: [String] {
    let names = rankTitle.map { [$0, $0.replacing("Tingkat", with: "Tk")] } ?? []
    var spellings = [RomanNumeral.inFigures(rawValue)]
    spellings += ["Gol ", "Golongan ", "Golongan Ruang "].map { $0 + rawValue }
    for name in names { spellings += [name, name + rawValue, rawValue + name] }
    return spellings
  }

  /// 1 for I/a to 17 for IV/e, 18 for contract grade I to 34 for XVII.
  public var order: Int { Grade.orders[self] ?? 0 }
  public var isContract: Bool { order > Grade.rankTitles.count }
  /// The ranks of permanent civil servants, lowest first.
  public static let ranks = Array(allCases.prefix(rankTitles.count))
  /// The grades of contract staff, lowest first.
  public static let contractGrades = Array(allCases.dropFirst(rankTitles.count))
  /// The rank one step higher; nil for IV/e and for contract grades.
  public var next: Grade? { !isContract && order < Grade.ranks.count ? Grade.ranks[order] : nil }
  /// The rank's name (pangkat); nil for contract grades, which have none.
  public var rankTitle: String? { isContract ? nil : Grade.rankTitles[order - 1] }

  private static let orders = Dictionary(uniqueKeysWithValues: zip(allCases, 1...))
  private static let rankTitles = [
    "Juru Muda",
    "Juru Muda Tingkat I",
    "Juru",
    "Juru Tingkat I",
    "Pengatur Muda",
    "Pengatur Muda Tingkat I",
    "Pengatur",
    "Pengatur Tingkat I",
    "Penata Muda",
    "Penata Muda Tingkat I",
    "Penata",
    "Penata Tingkat I",
    "Pembina",
    "Pembina Tingkat I",
    "Pembina Utama Muda",
    "Pembina Utama Madya",
    "Pembina Utama",
  ]
}
