/// What a job-person match is computed for; each purpose has limits and names of its own.
public enum MatchPurpose: String, Code {
  case mapping = "PEMETAAN"
  case filling = "PENGISIAN"
  case ministry = "KEMENTERIAN"

  public static let listName = "matchPurpose"

  public var title: Text {
    switch self {
    case .mapping: Text("Pemetaan", en: "Mapping")
    case .filling: Text("Pengisian jabatan", en: "Filling a post")
    case .ministry: Text("Pemetaan, varian kementerian", en: "Mapping, variant of a ministry")
    }
  }

  /// The results, best first; the last has no limit.
  public var bands: [MatchBand] {
    switch self {
    case .mapping: [.optimal, .fairlyOptimal, .lessOptimal]
    case .filling: [.qualified, .stillQualified, .lessQualified]
    case .ministry: [.veryGood, .good, .poor]
    }
  }
}

/// The results of a job-person match.
///
/// Source: domain reference 4.2.
public enum MatchBand: String, Code {
  case optimal = "OPTIMAL"
  case fairlyOptimal = "CUKUP_OPTIMAL"
  case lessOptimal = "KURANG_OPTIMAL"
  case qualified = "MEMENUHI_SYARAT"
  case stillQualified = "MASIH_MEMENUHI_SYARAT"
  case lessQualified = "KURANG_MEMENUHI_SYARAT"
  case veryGood = "SANGAT_BAIK"
  case good = "BAIK"
  case poor = "KURANG"

  public static let listName = "matchBand"

  public var title: Text {
    switch self {
    case .optimal: Text("Optimal", en: "Optimal match")
    case .fairlyOptimal: Text("Cukup Optimal", en: "Fairly optimal")
    case .lessOptimal: Text("Kurang Optimal", en: "Less than optimal")
    case .qualified: Text("Memenuhi Syarat", en: "Qualified")
    case .stillQualified: Text("Masih Memenuhi Syarat", en: "Still qualified")
    case .lessQualified: Text("Kurang Memenuhi Syarat", en: "Less than qualified")
    case .veryGood: Text("Sangat Baik", en: "Very good")
    case .good: Text("Baik", en: "Good")
    case .poor: Text("Kurang", en: "Poor")
    }
  }
}
