/// Whether somebody can be nominated for a reward, and for which.
///
/// Source: PermenPANRB 6/2022 on the follow-up of evaluations; the conditions are the agency's own parameters.
public enum RewardEligibility: Rule {
  public struct Input: Described {
    public var predicate: PerformancePredicate?
    public var innovations: Int?
    public var lastPunishment: Day?
    public var legalStatus: LegalStatus?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("predicate", .predicate, \.predicate, required: true),
      Field("innovations", Text("Inovasi diterapkan", en: "Adopted innovations"), \.innovations),
      Field("lastPunishment", .lastPunishment, \.lastPunishment, help: .noPunishment),
      Field("legalStatus", .legalStatus, \.legalStatus),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var isEligible: Bool?
    public var kind: RewardKind?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("isEligible", Text("Dapat diusulkan", en: "Can be nominated"), \.isEligible),
      Field("kind", Text("Penghargaan yang disarankan", en: "Suggested reward"), \.kind),
    ]
  }

  public static let name = "reward-nomination"
  public static let title = Text("Usulan penghargaan kinerja", en: "Nomination for a reward")
  public static let purpose = Text(
    "Apakah seseorang dapat diusulkan menerima penghargaan, dan yang mana.",
    en: "Whether somebody can be nominated for a reward, and for which.")
  public static let basis = Text("PermenPANRB 6/2022", en: "PermenPANRB 6/2022 on performance")
  public static let subject = RuleSubject.performance
  public static let parameters = [
    AnyParameter(Rewards.lowest), AnyParameter(Rewards.innovations), AnyParameter(Rewards.cleanYears),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day else { return Judgement(Output()) }
    let lowest = try law.require(Rewards.lowest, on: day)
    let innovations = try law.require(Rewards.innovations, on: day)
    let clean = try law.require(Rewards.cleanYears, on: day)
    let isExemplary = (input.innovations ?? 0) >= innovations.value
    let count = input.innovations.map { Text.verbatim(String($0)) }
    let findings = [
      Finding(
        "reward.rating", lowest.version.value == .veryGood ? .ratedVeryGood : Rewards.lowest.title,
        .init(input.predicate.map { $0 >= lowest.value }), found: input.predicate?.title,
        needed: .atLeast(lowest.value.title), by: lowest),
      .clean("reward.clean", input.lastPunishment, on: day, clean),
      Finding(
        "reward.serving", Text("Sedang bertugas", en: "Serving"), .init(input.legalStatus.map(\.isServing)),
        found: input.legalStatus?.title, basis: basis, certainty: .decided),
      Finding(
        "reward.innovations", Rewards.innovations.title, .init(isExemplary), found: count,
        needed: .atLeast(.verbatim(String(innovations.value))), by: innovations
      ).asAdvice,
    ]
    var output = Output()
    output.isEligible = findings.verdict.isMet
    if findings.verdict != .notMet { output.kind = isExemplary ? .bestEmployee : .certificate }
    return Judgement(output, findings)
  }

  public static func input(for person: PersonFacts) -> Input? {
    var input = Input()
    let employee = person.state.employee.id
    let evaluation = person.book.lastYearEvaluation(of: employee)
    input.predicate = evaluation?.predicate
    let adopted = person.book.innovations.owned(by: employee.raw).filter { $0.state == .adopted }
    input.innovations = adopted.count { $0.adoptedOn?.year == evaluation?.end?.year }
    input.lastPunishment = person.state.lastPunishment
    input.legalStatus = person.state.legalStatus
    input.day = person.day
    return input
  }
}

extension Text {
  fileprivate static let ratedVeryGood = Text("Predikat Sangat Baik", en: "Rated Sangat Baik")
}
