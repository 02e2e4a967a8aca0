/// Credit points (angka kredit) of functional posts.
///
/// Source: PermenPANRB 1/2023, Peraturan BKN 3/2023; domain reference 3.7.
public enum CreditPoints {
  /// Per cent of the yearly coefficient that a rating earns.
  public static let percent = Parameter(
    "credit.percent", Text("Persentase angka kredit menurut predikat", en: "Share of credit points by rating"),
    unit: .percent,
    ParameterVersion(
      [.veryGood: 150, .good: 100, .needsImprovement: 75, .poor: 50, .veryPoor: 25]
        as ByCode<PerformancePredicate, Int>, basis: ministry, certainty: .verified))

  /// Points a year at the rating Baik.
  public static let coefficient = ParameterTable<PositionKind, Decimal>(
    "credit.coefficient", Text("Koefisien per tahun", en: "Yearly coefficient"), basis: ministry,
    [
      (.skilled1, points(375), .known), (.skilled2, points(500), .verified), (.skilled3, points(1_250), .verified),
      (.skilled4, points(2_500), .verified), (.expert1, points(1_250), .verified),
      (.expert2, points(2_500), .verified), (.expert3, points(3_750), .verified), (.expert4, points(5_000), .verified),
    ])

  /// Points that one rank of the level needs.
  public static let perRank = ParameterTable<PositionKind, Decimal>(
    "credit.rank", Text("Angka kredit kenaikan pangkat", en: "Credit points for a rank"), basis: ministry,
    [
      (.skilled1, points(1_500), .verified), (.skilled2, points(2_000), .verified),
      (.skilled3, points(5_000), .verified), (.skilled4, points(10_000), .verified),
      (.expert1, points(5_000), .verified), (.expert2, points(10_000), .known), (.expert3, points(15_000), .known),
      (.expert4, points(20_000), .known),
    ])

  /// Points that the next level needs; the highest levels have no row.
  public static let perLevel = ParameterTable<PositionKind, Decimal>(
    "credit.level", Text("Angka kredit kenaikan jenjang", en: "Credit points for the next level"), basis: ministry,
    [
      (.skilled1, points(1_500), .known), (.skilled2, points(6_000), .known), (.skilled3, points(10_000), .verified),
      (.expert1, points(10_000), .verified), (.expert2, points(20_000), .verified),
      (.expert3, points(45_000), .verified),
    ])

  /// The same for a Terampil who entered at II/c with D-III.
  public static let skilledFromDiploma3 = Parameter(
    "credit.level.enteredAtIIc",
    Text("Angka kredit kenaikan jenjang, Terampil masuk II/c", en: "Credit points for the next level, entered at II/c"),
    ParameterVersion(points(4_000), basis: ministry, certainty: .unsure))

  /// The points with which a rank of a level begins (angka kredit dasar).
  public static let base = ParameterTable<Grade, Decimal>(
    "credit.base", Text("Angka kredit dasar", en: "Base credit points"), basis: agency,
    [
      (.iiA, points(0), .known), (.iiB, points(0), .known), (.iiC, points(2_000), .known),
      (.iiD, points(4_000), .known), (.iiiA, points(0), .known), (.iiiB, points(5_000), .known),
      (.iiiC, points(0), .known), (.iiiD, points(10_000), .verified), (.ivA, points(0), .known),
      (.ivB, points(15_000), .known), (.ivC, points(30_000), .known), (.ivD, points(0), .known),
      (.ivE, points(20_000), .known),
    ])

  /// Per cent of the points of a rank that a higher diploma earns, once for each level of education.
  public static let diploma = Parameter(
    "credit.diplomaPercent", Text("Angka kredit ijazah lebih tinggi", en: "Credit points of a higher diploma"),
    unit: .percent, ParameterVersion(25, basis: agency, certainty: .known))

  static let family = ParameterFamily(
    Text("Angka kredit", en: "Credit points"),
    [AnyParameter(percent)] + coefficient.parameters + perRank.parameters + perLevel.parameters
      + [AnyParameter(skilledFromDiploma3)] + base.parameters + [AnyParameter(diploma)])

  private static let ministry = Text("PermenPANRB 1/2023", en: "PermenPANRB 1/2023 on functional posts")
  private static let agency = Text("Peraturan BKN 3/2023", en: "Peraturan BKN 3/2023 on credit points")

  private static func points(_ hundredths: Int64) -> Decimal { Decimal(units: hundredths, scale: 2) }
}

extension CreditPoints {
  /// The points of some months in a level at a rating, exact.
  static func earned(
    _ predicate: PerformancePredicate, months: Int, in level: PositionKind, on day: Day, by law: Law
  ) throws(NoParameter) -> Fraction {
    let coefficient = try law.require(coefficient, level, on: day)
    let percent = try law.require(percent, on: day)
    guard let share = percent.value[predicate] else { throw NoParameter(finding: .noParameter(self.percent, on: day)) }
    return Fraction(Int128(months), 12) * Fraction(Int128(share), 100) * Fraction(coefficient.value)
  }

  /// The points that the next level needs; nil in the highest level of a category.
  static func need(
    forLevelAbove level: PositionKind, enteredAtIIc: Bool, on day: Day, by law: Law
  ) throws(NoParameter) -> InForce<Decimal>? {
    if level == .skilled2 && enteredAtIIc { return try law.require(skilledFromDiploma3, on: day) }
    return law.find(perLevel, level, on: day)
  }
}

extension PositionKind {
  /// The next level of the functional category; nil for the highest and for other posts.
  public var nextLevel: PositionKind? {
    switch self {
    case .skilled1: .skilled2
    case .skilled2: .skilled3
    case .skilled3: .skilled4
    case .expert1: .expert2
    case .expert2: .expert3
    case .expert3: .expert4
    default: nil
    }
  }
}
