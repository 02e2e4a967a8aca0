/// The final score of a CPNS candidate from basic and field test.
///
/// Source: domain reference 7.2. Kept with three decimals, rounded once.
public enum FinalScore: Rule {
  public struct Input: Described {
    public var basic: Int?
    public var computer: Int?
    public var extra: Decimal?
    public var extraWeight: Int?
    public var isCentral: Bool?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field(
        "basic", Text("Jumlah SKD", en: "Sum of the basic test"), \.basic, type: .integer(0...BasicTest.wholeMaximum),
        required: true),
      Field("computer", Text("Nilai CAT SKB", en: "Mark of the computer field test"), \.computer, required: true),
      Field(
        "extra", Text("Nilai tes tambahan", en: "Mark of the extra test"), \.extra,
        help: Text("0 sampai 100; kosong bila tidak ada.", en: "0 to 100; empty when there is none.")),
      Field(
        "extraWeight", Text("Bobot tes tambahan (%)", en: "Weight of the extra test (%)"), \.extraWeight,
        type: .integer(0...100)),
      Field("isCentral", Text("Instansi pusat", en: "Central agency"), \.isCentral),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var basic: Decimal?
    public var field: Decimal?
    public var final: Decimal?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("basic", Text("SKD skala 100", en: "Basic test on 100"), \.basic, type: .decimal(scale: 3)),
      Field("field", Text("SKB skala 100", en: "Field test on 100"), \.field, type: .decimal(scale: 3)),
      Field("final", Text("Nilai akhir", en: "Final score"), \.final, type: .decimal(scale: 3)),
    ]
  }

  public static let name = "final-score"
  public static let title = Text("Nilai akhir CPNS", en: "Final score of a CPNS candidate")
  public static let purpose = Text(
    "Nilai akhir dari SKD dan SKB menurut bobotnya.", en: "The final score from basic and field test by their weights.")
  public static let basis = Text("Ketentuan pengadaan CPNS", en: "Rules of the CPNS intake")
  public static let subject = RuleSubject.recruitment
  public static let parameters = [
    AnyParameter(RecruitmentScores.basicWeight), AnyParameter(RecruitmentScores.fieldMaximum),
    AnyParameter(RecruitmentScores.extraMaximum), AnyParameter(RecruitmentScores.extraMaximumCentral),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let basic = input.basic, let computer = input.computer, let day = input.day else {
      return Judgement(Output())
    }
    let weight = try law.require(RecruitmentScores.basicWeight, on: day)
    let maximum = try law.require(RecruitmentScores.fieldMaximum, on: day)
    let ceiling = input.isCentral == true ? RecruitmentScores.extraMaximumCentral : RecruitmentScores.extraMaximum
    let limit = try law.require(ceiling, on: day)
    let basic100 = Fraction(Int128(basic) * 100, Int128(BasicTest.wholeMaximum))
    let computer100 = Fraction(Int128(computer) * 100, Int128(max(1, maximum.value)))
    let share = input.extra == nil ? 0 : input.extraWeight ?? 0
    let field = mixed(Fraction(input.extra ?? 0), computer100, first: share)
    var output = Output()
    output.basic = basic100.rounded(3)
    output.field = field.rounded(3)
    output.final = mixed(basic100, field, first: weight.value).rounded(3)
    var findings = [
      Finding(
        "final.weights", Text("Bobot SKD dan SKB", en: "Weights of basic and field test"), .met,
        found: .verbatim("\(weight.value) : \(100 - weight.value)"), by: weight),
      Finding(
        "skb.computer", RecruitmentScores.fieldMaximum.title, isMet: computer <= maximum.value,
        found: .verbatim(String(computer)), needed: .atMost(.verbatim(String(maximum.value))), by: maximum),
    ]
    if input.extra != nil {
      findings.append(
        Finding(
          "skb.extra", ceiling.title, isMet: input.extraWeight.map { $0 <= limit.value },
          found: input.extraWeight.map { .verbatim("\($0)%") },
          needed: .atMost(.verbatim("\(limit.value)%")), by: limit))
    }
    return Judgement(output, findings)
  }

  /// Two marks by the share in per cent of the first.
  static func mixed(_ one: Fraction, _ other: Fraction, first percent: Int) -> Fraction {
    let share = Fraction(Int128(percent), 100)
    return share * one + (Fraction(1) - share) * other
  }
}
