/// The credit points that ratings earn.
///
/// Source: PermenPANRB 1/2023; domain reference 3.7. Sums are exact and rounded once, half up.
public enum CreditConversion: Rule {
  public struct Input: Described {
    public var entries: [CreditEntry] = []

    public init() {}

    public static let fields: [Field<Input>] = []
    public static let tables = [
      Rows<Input>("entries", Text("Konversi predikat", en: "Conversions"), \.entries, required: true)
    ]
  }

  public struct Output: Described {
    public struct Row: Described {
      public var year: Int?
      public var positionKind: PositionKind?
      public var months: Int?
      public var points: Decimal?
      public var exact: Decimal?

      public init() {}

      public static let fields: [Field<Row>] = [
        Field("year", Text("Tahun", en: "Year"), \.year),
        Field("positionKind", .level, \.positionKind),
        Field("months", Text("Bulan", en: "Months"), \.months),
        Field("points", Text("Angka kredit", en: "Credit points"), \.points),
        Field(
          "exact", Text("Angka kredit, tiga desimal", en: "Credit points, three places"), \.exact,
          type: .decimal(scale: 3)),
      ]
    }

    public var points: Decimal?
    public var exact: Decimal?
    public var rows: [Row] = []
    public var levels: [Row] = []

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("points", Text("Jumlah angka kredit", en: "Credit points"), \.points),
      Field(
        "exact", Text("Jumlah, tiga desimal", en: "Credit points, three places"), \.exact, type: .decimal(scale: 3)),
    ]
    public static let tables = [
      Rows<Output>("rows", Text("Baris", en: "Rows"), \.rows),
      Rows<Output>("levels", Text("Menurut jenjang", en: "By level"), \.levels),
    ]
  }

  public static let name = "credit-points"
  public static let title = Text("Konversi angka kredit", en: "Credit points of ratings")
  public static let purpose = Text(
    "Angka kredit dari predikat kinerja, menurut jenjang dan bulan.",
    en: "The credit points that ratings earn, by level and months.")
  public static let basis = Text("PermenPANRB 1/2023", en: "PermenPANRB 1/2023 on functional posts")
  public static let subject = RuleSubject.performance
  public static let parameters = [AnyParameter(CreditPoints.percent)] + CreditPoints.coefficient.parameters

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    var output = Output()
    var total = Fraction.zero
    var byLevel: [PositionKind: (points: Fraction, months: Int)] = [:]
    let counted = input.entries.withoutReplaced
    for entry in counted {
      guard let earned = try entry.earned(by: law) else { continue }
      let months = entry.isConversion ? entry.months?.count ?? 0 : 0
      total += earned
      output.rows.append(Output.Row(earned, entry.positionKind, months, year: entry.year))
      guard let level = entry.positionKind else { continue }
      let before = byLevel[level] ?? (.zero, 0)
      byLevel[level] = (before.points + earned, before.months + months)
    }
    output.points = total.rounded(2)
    output.exact = total.rounded(3)
    output.levels = PositionKind.allCases.compactMap { level in
      byLevel[level].map { Output.Row($0.points, level, $0.months, year: nil) }
    }
    return Judgement(output, try findings(input.entries, counted, by: law))
  }

  /// What was left out, what is counted twice, and by which numbers each row was converted.
  static func findings(
    _ entries: [CreditEntry], _ counted: [CreditEntry], by law: Law
  ) throws(NoParameter) -> [Finding] {
    var findings: [Finding] = []
    for entry in counted {
      let isWhole = entry.points != nil || entry.positionKind != nil && entry.predicate != nil && entry.months != nil
      var used: InForce<Decimal>?
      if let level = entry.positionKind, let day = entry.firstDay, entry.isConversion {
        used = try law.require(CreditPoints.coefficient, level, on: day)
      }
      findings.append(
        Finding(
          "credit.entry", Text("Jenjang dan predikat diketahui", en: "Level and rating are known"),
          isWhole ? .met : .cannotJudge, found: entry.words,
          needed: used.map { Text("koefisien \($0.value.text)", en: "coefficient \($0.value.text)") },
          basis: used?.version.basis ?? basis, certainty: used?.version.certainty ?? .verified, parameter: used?.use))
    }
    for entry in counted.overlapping {
      findings.append(
        Finding(
          "credit.overlap", Text("Tidak ada bulan yang dihitung dua kali", en: "No month is counted twice"), .notMet,
          found: entry.words, basis: basis, certainty: .known))
    }
    if counted.count < entries.count {
      let left = entries.count - counted.count
      findings.append(
        Finding(
          "credit.replaced",
          Text("Konversi tahunan menggantikan konversi periodik", en: "The yearly rating replaces periodic ones"), .met,
          found: Text("\(left) baris tidak dihitung", en: "\(left) rows not counted"), basis: basis, certainty: .known))
    }
    return findings
  }
}

extension CreditConversion.Output.Row {
  init(_ exact: Fraction, _ level: PositionKind?, _ months: Int, year: Int?) {
    self.init()
    self.year = year
    positionKind = level
    self.months = months
    points = exact.rounded(2)
    self.exact = exact.rounded(3)
  }
}
