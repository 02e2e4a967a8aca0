/// Whether the holder of a managerial post can be promoted in rank by choice (kenaikan pangkat pilihan struktural).
///
/// Source: PP 99/2000 jo. PP 12/2002; domain reference 2.2. One step below the span of the post it takes a year in rank
/// and in post, within the span four years, up to the highest rank of the post.
public enum StructuralRankPromotion: Rule {
  public struct Input: RankFacts {
    public var positionKind: PositionKind?
    public var echelon: Echelon?
    public var positionSince: Day?
    public var grade: Grade?
    public var gradeSince: Day?
    public var legalStatus: LegalStatus?
    public var punishedUntil: Day?
    public var predicateLastYear: PerformancePredicate?
    public var predicateYearBefore: PerformancePredicate?
    public var examinationPassed: Bool?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] =
      [
        Field("positionKind", .positionKind, \.positionKind, required: true),
        Field(
          "echelon", .echelon, \.echelon,
          help: Text(
            "Mempersempit rentang pangkat; kosong bila tidak diketahui.",
            en: "Narrows the span of ranks; empty when not known.")),
        Field("positionSince", Text("TMT jabatan", en: "In the post since"), \.positionSince),
      ] + rankFields + [
        Field(
          "examinationPassed", Text("Lulus ujian dinas atau dibebaskan", en: "Service examination passed or exempt"),
          \.examinationPassed)
      ]

    /// The ranks of the post: those of its echelon where it is known.
    var span: ClosedRange<Grade>? {
      guard positionKind?.isManagerial ?? false else { return nil }
      return echelon?.ranks ?? positionKind?.ranks
    }
  }

  public typealias Output = RankPromotionOutcome

  public static let name = "structural-rank-promotion"
  public static let title = Text("Kenaikan pangkat pilihan struktural", en: "Rank promotion by managerial post")
  public static let purpose = Text(
    "Apakah dan sejak kapan pejabat struktural dapat naik pangkat pilihan.",
    en: "Whether and from when the holder of a managerial post can be promoted in rank by choice.")
  public static let basis = RegularRankPromotion.basis
  public static let subject = RuleSubject.career
  public static let parameters = [
    AnyParameter(RegularPromotion.examinedRanks), AnyParameter(PromotionPeriods.months),
    AnyParameter(ChoicePromotion.structuralBelow), AnyParameter(ChoicePromotion.structuralPost),
    AnyParameter(ChoicePromotion.structuralWithin), AnyParameter(ChoicePromotion.structuralGoodYears),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day else { return Judgement(Output()) }
    let isBelow = input.grade?.next != nil && input.grade?.next == input.span?.lowerBound
    let years = try law.require(
      isBelow ? ChoicePromotion.structuralBelow : ChoicePromotion.structuralWithin, on: day)
    let target = target(input)
    var reached = input.gradeSince?.adding(years: years.value)
    var findings = [span(input), input.time(years, on: day)]
    if isBelow {
      let inPost = try law.require(ChoicePromotion.structuralPost, on: day)
      findings.append(post(input, inPost, on: day))
      let since = input.positionSince?.adding(years: inPost.value)
      reached = reached.flatMap { rank in since.map { max(rank, $0) } ?? rank }
    }
    let outcome = Output(to: target, reached: reached, on: day, by: law)
    findings += try [
      input.performance(law.require(ChoicePromotion.structuralGoodYears, on: day)),
      input.examination(input.examinationPassed, for: target, on: day, by: law),
      input.discipline(on: outcome.earliest ?? day), input.serving(basis: basis),
    ].compactMap(\.self)
    return outcome.judged(findings)
  }

  public static func input(for person: PersonFacts) -> Input? {
    var input = Input(about: person)
    input.positionKind = person.state.position?.positionKind
    input.echelon = person.state.position?.echelon
    input.positionSince = person.state.position?.effectiveDate
    return input
  }

  /// The next rank, as long as the post reaches it and the bearer is at most one step below the span.
  private static func target(_ input: Input) -> Grade? {
    guard let next = input.grade?.next, let span = input.span, span.contains(next) else { return nil }
    return next
  }

  private static func span(_ input: Input) -> Finding {
    let next = input.grade?.next
    return Finding(
      "promotion.span", Text("Pangkat berikut di dalam rentang jabatan", en: "Next rank within the span of the post"),
      input.grade == nil || input.positionKind == nil ? .cannotJudge : .init(target(input) != nil),
      found: next.map { .grade($0) } ?? input.grade.map { .grade($0) },
      needed: input.span.map { .span($0) } ?? Text("jabatan manajerial", en: "a managerial post"), basis: basis,
      certainty: .known)
  }

  private static func post(_ input: Input, _ years: InForce<Int>, on day: Day) -> Finding {
    let served = input.positionSince.map { Service(from: $0, to: day) }
    return Finding(
      "promotion.postYears", ChoicePromotion.structuralPost.title, .init(served.map { $0.years >= years.value }),
      found: served?.text, needed: .count(years: years.value), by: years)
  }
}
