/// Where somebody stands in credit points: what is there, what rank and level need, and how many months are short.
///
/// Source: PermenPANRB 1/2023, Peraturan BKN 3/2023; domain reference 3.7. Points gather within a level and begin again
/// at a new one; each rank begins with its base.
public enum CreditStanding: Rule {
  public struct Input: Described {
    public var positionKind: PositionKind?
    public var grade: Grade?
    public var base: Decimal?
    public var enteredAtIIc: Bool?
    public var predicate: PerformancePredicate?
    public var day: Day?
    public var entries: [CreditEntry] = []

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("positionKind", .level, \.positionKind, required: true),
      Field("grade", .grade, \.grade, required: true),
      Field(
        "base", Text("Angka kredit dasar", en: "Base credit points"), \.base, type: .decimal(scale: 3),
        help: Text("Kosong: menurut golongan.", en: "Empty: by the grade.")),
      Field(
        "enteredAtIIc", Text("Terampil yang masuk pada II/c", en: "Terampil who entered at II/c"), \.enteredAtIIc),
      Field(
        "predicate", Text("Predikat untuk perkiraan", en: "Rating for the forecast"), \.predicate,
        help: Text("Kosong: Baik.", en: "Empty: Baik.")),
      Field("day", .lawDay, \.day, required: true),
    ]
    public static let tables = [
      Rows<Input>("entries", Text("Konversi dan angka kredit lain", en: "Conversions and other points"), \.entries)
    ]
  }

  public struct Output: Described {
    public var base: Decimal?
    public var earned: Decimal?
    public var total: Decimal?
    public var forRank: Decimal?
    public var rankBalance: Decimal?
    public var monthsToRank: Int?
    public var forLevel: Decimal?
    public var levelBalance: Decimal?
    public var monthsToLevel: Int?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("base", Text("Angka kredit dasar", en: "Base credit points"), \.base),
      Field("earned", Text("Angka kredit baru", en: "New credit points"), \.earned),
      Field("total", Text("Jumlah", en: "Total"), \.total),
      Field("forRank", Text("Kebutuhan pangkat", en: "Needed for the rank"), \.forRank),
      Field("rankBalance", Text("Lebih/kurang, pangkat", en: "Excess or shortage, rank"), \.rankBalance),
      Field("monthsToRank", Text("Bulan lagi, pangkat", en: "Months to go, rank"), \.monthsToRank),
      Field("forLevel", Text("Kebutuhan jenjang", en: "Needed for the level"), \.forLevel),
      Field("levelBalance", Text("Lebih/kurang, jenjang", en: "Excess or shortage, level"), \.levelBalance),
      Field("monthsToLevel", Text("Bulan lagi, jenjang", en: "Months to go, level"), \.monthsToLevel),
    ]
  }

  public static let name = "credit-standing"
  public static let title = Text("Kedudukan angka kredit", en: "Standing in credit points")
  public static let purpose = Text(
    "Jumlah angka kredit, kebutuhan pangkat dan jenjang, serta kekurangannya dalam bulan.",
    en: "Credit points there are, what rank and level need, and how many months are short.")
  public static let basis = Text(
    "PermenPANRB 1/2023, Peraturan BKN 3/2023", en: "PermenPANRB 1/2023 and Peraturan BKN 3/2023")
  public static let subject = RuleSubject.performance
  public static let parameters =
    [AnyParameter(CreditPoints.percent), AnyParameter(CreditPoints.skilledFromDiploma3)]
    + CreditPoints.coefficient.parameters + CreditPoints.perRank.parameters + CreditPoints.perLevel.parameters
    + CreditPoints.base.parameters

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let level = input.positionKind, let grade = input.grade, let day = input.day else {
      return Judgement(Output())
    }
    let entries = input.entries.map { $0.filled(with: level) }.filter { $0.positionKind == level }
    let counted = entries.withoutReplaced
    // Contract grades have no ranks, so neither a base nor a rank to reach.
    let ofRank = grade.isContract ? .zero : Fraction(try law.require(CreditPoints.base, grade, on: day).value)
    let base = input.base.map { Fraction($0) } ?? ofRank
    var earned = Fraction.zero
    for entry in counted { earned += try entry.earned(by: law) ?? .zero }
    let perRank = try law.require(CreditPoints.perRank, level, on: day)
    let forLevel = try CreditPoints.need(
      forLevelAbove: level, enteredAtIIc: input.enteredAtIIc ?? false, on: day, by: law)
    let rate = try CreditPoints.earned(input.predicate ?? .good, months: 1, in: level, on: day, by: law)
    // The need of a rank counts from the base of the table, whatever base somebody brought along.
    let forRank = hasRankAbove(grade, in: level) ? ofRank + Fraction(perRank.value) : nil
    var output = Output()
    output.base = base.rounded(2)
    output.earned = earned.rounded(2)
    output.total = (base + earned).rounded(2)
    // Nothing earned may mean that nothing is on record: then nobody is found wanting.
    let isKnown = !entries.isEmpty || input.base != nil
    let rank = forRank.map { Need($0, of: base + earned, rate: rate, isKnown: isKnown) }
    let next = forLevel.map { Need(Fraction($0.value), of: base + earned, rate: rate, isKnown: isKnown) }
    (output.forRank, output.rankBalance, output.monthsToRank) = (rank?.need, rank?.balance, rank?.months)
    (output.forLevel, output.levelBalance, output.monthsToLevel) = (next?.need, next?.balance, next?.months)
    var findings = try CreditConversion.findings(entries, counted, by: law)
    findings.append(fits(grade, level))
    if let rank { findings.append(rank.finding("credit.rank", CreditPoints.perRank.title, output.total, by: perRank)) }
    if let next, let forLevel {
      findings.append(next.finding("credit.level", CreditPoints.perLevel.title, output.total, by: forLevel))
    }
    return Judgement(output, findings)
  }

  public static func input(for person: PersonFacts) -> Input? {
    CreditLedger(of: person).input
  }
}

extension CreditStanding {
  /// Ends with the highest rank of the highest level.
  private static func hasRankAbove(_ grade: Grade, in level: PositionKind) -> Bool {
    guard let next = grade.next else { return false }
    return level.ranks?.contains(next) ?? false || level.nextLevel != nil
  }

  private static func fits(_ grade: Grade, _ level: PositionKind) -> Finding {
    Finding(
      "credit.grade", Text("Golongan sesuai jenjang", en: "Grade fits the level"),
      .init(grade.isContract ? nil : level.ranks?.contains(grade)), found: .grade(grade),
      needed: level.ranks.map { .span($0) }, basis: basis,
      certainty: .verified)
  }

  /// A need in points, compared as it is published: with two places.
  private struct Need {
    let need: Decimal
    /// Above zero an excess, below a shortage.
    let balance: Decimal
    /// Whole months at the forecast rating until it is reached.
    let months: Int
    let isKnown: Bool

    init(_ need: Fraction, of total: Fraction, rate: Fraction, isKnown: Bool) {
      self.isKnown = isKnown
      self.need = need.rounded(2)
      balance = (Fraction(total.rounded(2)) - need).rounded(2)
      let shortage = need - total
      months = balance.units >= 0 || rate == .zero ? 0 : (shortage / rate).ceiling
    }

    func finding(_ rule: String, _ condition: Text, _ total: Decimal?, by used: InForce<Decimal>) -> Finding {
      Finding(
        rule, condition, isKnown ? .init(balance.units >= 0) : .cannotJudge, found: total.map { .verbatim($0.text) },
        needed: .atLeast(.verbatim(need.text)), by: used)
    }
  }
}
