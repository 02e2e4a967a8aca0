/// How well a person fits a post, in per cent, and what that is called for a purpose.
///
/// Source: domain reference 4.2. Compared with two decimals: 77.78 is below 78.
public enum JobPersonMatch: Rule {
  public struct Input: Described {
    public var purpose: MatchPurpose?
    public var positionKind: PositionKind?
    public var achieved: Int?
    public var required: Int?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("purpose", Text("Tujuan", en: "Purpose"), \.purpose, required: true),
      Field(
        "positionKind", .positionKind, \.positionKind,
        help: Text("Hanya menentukan untuk varian kementerian.", en: "Decides only in the variant of a ministry.")),
      Field("achieved", Text("Jumlah tingkat dicapai", en: "Sum of levels achieved"), \.achieved, required: true),
      Field(
        "required", Text("Jumlah tingkat standar", en: "Sum of levels required"), \.required,
        type: .integer(1...999), required: true),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var percent: Decimal?
    public var band: MatchBand?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("percent", .verbatim("JPM (%)"), \.percent),
      Field("band", Text("Kategori", en: "Category"), \.band),
    ]
  }

  public static let name = "job-person-match"
  public static let title = Text("Kecocokan jabatan (job person match)", en: "Job-person match")
  public static let purpose = Text(
    "Seberapa cocok seseorang dengan jabatan, untuk pemetaan atau untuk pengisian jabatan.",
    en: "How well a person fits a post, for mapping or for filling a post.")
  public static let basis = Text(
    "PermenPANRB 38/2017, Peraturan BKN 26/2019", en: "PermenPANRB 38/2017 and BKN 26/2019")
  public static let subject = RuleSubject.competency
  public static let parameters = [
    AnyParameter(MatchLimits.mapping), AnyParameter(MatchLimits.filling), AnyParameter(MatchLimits.ministrySenior),
    AnyParameter(MatchLimits.ministryOther), AnyParameter(MatchLimits.capAt100),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let purpose = input.purpose, let achieved = input.achieved, let required = input.required, required > 0,
      let day = input.day
    else { return Judgement(Output()) }
    let limits = try law.require(MatchLimits.parameter(purpose, input.positionKind), on: day)
    let cap = try law.require(MatchLimits.capAt100, on: day)
    var percent = Fraction(Int128(achieved) * 100, Int128(required)).rounded(2)
    if cap.value { percent = min(percent, Decimal(100, scale: 2)) }
    var output = Output()
    output.percent = percent
    let best = purpose.bands.first { band in limits.value[band].map { percent >= $0 } ?? false }
    output.band = best ?? purpose.bands.last
    let needed = purpose.bands.dropLast().last.flatMap { limits.value[$0] }
    let finding = Finding(
      "jpm.band", purpose.title, isMet: best != nil, found: percent.words, needed: needed.map { .atLeast($0.words) },
      by: limits)
    return Judgement(output, [finding])
  }
}
