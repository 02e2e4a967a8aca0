/// Whether a senior executive may be replaced or moved now, and when the post is reviewed.
///
/// Source: domain reference 6.4. Around a regional election the head of the region needs the minister's permission.
public enum ExecutiveTenure: Rule {
  public struct Input: Described {
    public var positionSince: Day?
    public var isBreachOrUnfit: Bool?
    public var nomination: Day?
    public var termEnd: Day?
    public var hasPermission: Bool?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("positionSince", Text("TMT JPT", en: "In the executive post since"), \.positionSince, required: true),
      Field(
        "isBreachOrUnfit", Text("Melanggar hukum atau tidak memenuhi syarat lagi", en: "Law breached, or unfit"),
        \.isBreachOrUnfit),
      Field(
        "nomination", Text("Penetapan pasangan calon pilkada", en: "Nomination of candidates"), \.nomination,
        help: Text("Kosong bila tidak ada pilkada.", en: "Empty where there is no election.")),
      Field("termEnd", Text("Akhir masa jabatan kepala daerah", en: "End of the term of the head"), \.termEnd),
      Field("hasPermission", Text("Izin menteri", en: "Permission of the minister"), \.hasPermission),
      Field("day", Text("Akan diganti pada", en: "To be replaced on"), \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var earliest: Day?
    public var reviewOn: Day?
    public var permissionFrom: Day?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("earliest", Text("Dapat diganti sejak", en: "Can be replaced from"), \.earliest),
      Field("reviewOn", Text("Dievaluasi kembali pada", en: "Reviewed again on"), \.reviewOn),
      Field("permissionFrom", Text("Perlu izin menteri sejak", en: "Permission needed from"), \.permissionFrom),
    ]
  }

  public static let name = "executive-tenure"
  public static let title = Text("Masa jabatan JPT", en: "Tenure of senior executives")
  public static let purpose = Text(
    "Apakah pejabat pimpinan tinggi boleh diganti sekarang, dan kapan dievaluasi kembali.",
    en: "Whether a senior executive may be replaced now, and when the post is reviewed.")
  public static let basis = ExecutiveTerms.basis
  public static let subject = RuleSubject.talent
  public static let parameters = [
    AnyParameter(ExecutiveTerms.years), AnyParameter(ExecutiveTerms.reviewYears),
    AnyParameter(ExecutiveTerms.electionMonths),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let since = input.positionSince, let day = input.day else { return Judgement(Output()) }
    let least = try law.require(ExecutiveTerms.years, on: day)
    let review = try law.require(ExecutiveTerms.reviewYears, on: day)
    let earliest = since.adding(years: least.value)
    let reviewOn = since.adding(years: review.value)
    var output = Output()
    output.earliest = earliest
    output.reviewOn = reviewOn
    var findings = [
      Finding(
        "executive.years", ExecutiveTerms.years.title, isMet: earliest <= day || input.isBreachOrUnfit == true,
        found: Service(from: since, to: day).text, needed: .atLeast(.count(years: least.value)), by: least)
    ]
    if reviewOn <= day {
      findings.append(
        Finding(
          "executive.review", ExecutiveTerms.reviewYears.title, .met, found: Service(from: since, to: day).text,
          needed: .count(years: review.value), by: review))
    }
    if let nomination = input.nomination {
      let months = try law.require(ExecutiveTerms.electionMonths, on: day)
      let from = nomination.adding(months: -months.value)
      output.permissionFrom = from
      let isBound = from <= day && (input.termEnd.map { day <= $0 } ?? true)
      findings.append(
        Finding(
          "executive.election",
          Text("Izin menteri di sekitar pilkada", en: "The minister's permission near an election"),
          isMet: isBound ? input.hasPermission : true,
          found: isBound ? nil : Text("di luar masa itu", en: "outside of that time"),
          needed: isBound ? Text("izin tertulis", en: "permission in writing") : nil, by: months))
    }
    return Judgement(output, findings)
  }
}
