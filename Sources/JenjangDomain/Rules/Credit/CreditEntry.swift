/// A row of credit points: a rating over some months of a year, or points that were decided otherwise.
public struct CreditEntry: Described {
  public var year: Int?
  public var firstMonth: Int?
  public var lastMonth: Int?
  public var positionKind: PositionKind?
  public var predicate: PerformancePredicate?
  /// Points of a decree: former post, adjustment, education; in place of a rating.
  public var points: Decimal?

  public init() {}

  public static let fields: [Field<CreditEntry>] = [
    Field("year", Text("Tahun", en: "Year"), \.year, type: .integer(1_990...2_100), required: true),
    Field("firstMonth", Text("Dari bulan", en: "From month"), \.firstMonth, type: .integer(1...12)),
    Field("lastMonth", Text("Sampai bulan", en: "To month"), \.lastMonth, type: .integer(1...12)),
    Field("positionKind", .level, \.positionKind),
    Field("predicate", .predicate, \.predicate),
    Field(
      "points", Text("Angka kredit yang ditetapkan", en: "Points decided"), \.points, type: .decimal(scale: 3),
      help: Text("Untuk baris tanpa predikat, misalnya AK lama.", en: "For rows without a rating, old points say.")),
  ]

  /// The months it covers; the whole year where none are named, none at all when it ends before it begins.
  var months: ClosedRange<Int>? {
    let (first, last) = (firstMonth ?? 1, lastMonth ?? 12)
    return first <= last ? first...last : nil
  }

  /// A rating over months, and not points of a decree.
  var isConversion: Bool { points == nil }

  var firstDay: Day? { Day(year: year ?? 0, month: months?.lowerBound ?? 1, day: 1) }

  /// What it earns, exact; nil while level or rating is missing.
  func earned(by law: Law) throws(NoParameter) -> Fraction? {
    if let points { return Fraction(points) }
    guard let level = positionKind, let predicate, let months, let day = firstDay else { return nil }
    return try CreditPoints.earned(predicate, months: months.count, in: level, on: day, by: law)
  }

  /// With the level held where the row names none.
  func filled(with level: PositionKind) -> CreditEntry {
    var entry = self
    entry.positionKind = positionKind ?? level
    return entry
  }

  /// In words: the year and its months.
  var words: Text {
    let months = months.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "?"
    return .verbatim("\(year.map(String.init) ?? "?"): \(months)")
  }
}

extension [CreditEntry] {
  /// Without the conversions whose months a longer one covers: the yearly rating replaces the periodic ones.
  ///
  /// Source: domain reference 3.7: never add both.
  var withoutReplaced: [CreditEntry] {
    enumerated().filter { place, entry in
      !enumerated().contains { other, longer in other != place && longer.replaces(entry) }
    }.map(\.element)
  }

  /// Conversions of the same months of which neither replaces the other.
  var overlapping: [CreditEntry] {
    enumerated().filter { place, entry in
      enumerated().contains { other, second in
        other < place && second.isConversion && entry.isConversion && second.year == entry.year
          && second.months.map { months in entry.months.map { months.overlaps($0) } ?? false } ?? false
      }
    }.map(\.element)
  }
}

extension CreditEntry {
  /// Covers all months of another conversion of the year, and more of them.
  fileprivate func replaces(_ other: CreditEntry) -> Bool {
    guard isConversion, other.isConversion, year == other.year, let months, let shorter = other.months,
      months.lowerBound <= shorter.lowerBound, shorter.upperBound <= months.upperBound
    else { return false }
    return months.count > shorter.count
  }
}
