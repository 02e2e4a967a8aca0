/// Whether the ratings of a unit follow the pattern that its achievement suggests.
///
/// Source: SE MenPANRB 3/2023; domain reference 3.4. Guidance: a breach is to be justified, never stopped. The reading
/// of most as more than half is this program's own.
public enum RatingDistribution: Rule {
  public struct Input: Described {
    public var organisation: OrganisationPredicate?
    public var veryGood: Int?
    public var good: Int?
    public var needsImprovement: Int?
    public var poor: Int?
    public var veryPoor: Int?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field(
        "organisation", Text("Capaian organisasi", en: "Organisation's achievement"), \.organisation, required: true),
      Field("veryGood", PerformancePredicate.veryGood.title, \.veryGood),
      Field("good", PerformancePredicate.good.title, \.good),
      Field("needsImprovement", PerformancePredicate.needsImprovement.title, \.needsImprovement),
      Field("poor", PerformancePredicate.poor.title, \.poor),
      Field("veryPoor", PerformancePredicate.veryPoor.title, \.veryPoor),
      Field("day", .lawDay, \.day, required: true),
    ]

    func count(_ predicate: PerformancePredicate) -> Int {
      switch predicate {
      case .veryGood: veryGood ?? 0
      case .good: good ?? 0
      case .needsImprovement: needsImprovement ?? 0
      case .poor: poor ?? 0
      case .veryPoor: veryPoor ?? 0
      }
    }
  }

  public struct Output: Described {
    /// Those with a rating in the unit and period.
    public var people: Int?
    public var fits: Bool?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("people", Text("Pegawai berpredikat", en: "People with a rating"), \.people),
      Field("fits", Text("Sesuai pola", en: "Follows the pattern"), \.fits),
    ]
  }

  public static let name = "rating-distribution"
  public static let title = Text("Pola distribusi predikat", en: "Pattern of ratings in a unit")
  public static let purpose = Text(
    "Apakah predikat pegawai satu unit sesuai dengan pola distribusi capaiannya.",
    en: "Whether the ratings of a unit follow the pattern that its achievement suggests.")
  public static let basis = Text("SE MenPANRB 3/2023", en: "SE MenPANRB 3/2023, distribution pattern")
  public static let subject = RuleSubject.performance
  public static let parameters = [
    AnyParameter(PerformanceRating.pattern), AnyParameter(PerformanceRating.smallestUnit),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day, let organisation = input.organisation else { return Judgement(Output()) }
    let pattern = try law.require(PerformanceRating.pattern, on: day)
    let smallest = try law.require(PerformanceRating.smallestUnit, on: day)
    let people = PerformancePredicate.allCases.reduce(0) { $0 + input.count($1) }
    let isLarge = people >= smallest.value
    var findings = [
      Finding(
        "distribution.size", PerformanceRating.smallestUnit.title, isLarge ? .met : .cannotJudge,
        found: .count(people: people), needed: .atLeast(.count(people: smallest.value)), by: smallest
      ).asAdvice
    ]
    for limit in pattern.value[organisation] ?? [] {
      let found = limit.predicates.reduce(0) { $0 + input.count($1) }
      let isKept = limit.holds(found, among: people)
      findings.append(
        Finding(
          "distribution.limit", limit.words, isLarge ? .init(isKept) : .cannotJudge, found: .count(people: found),
          needed: limit.need(among: people), by: pattern
        ).asAdvice)
    }
    var output = Output()
    output.people = people
    output.fits = isLarge ? !findings.contains { $0.status == .notMet } : nil
    return Judgement(output, findings)
  }
}

extension RatingLimit {
  /// The limit in words: the share of which ratings.
  fileprivate var words: Text {
    let names = { (language: Language) in predicates.map { $0.title[language] }.joined(separator: " + ") }
    let (indonesian, english) = (names(.indonesian), names(.english))
    return switch bound {
    case .atMost: Text("\(indonesian) paling banyak \(percent)%", en: "\(english) at most \(percent)%")
    case .atLeast: Text("\(indonesian) paling sedikit \(percent)%", en: "\(english) at least \(percent)%")
    case .more: Text("Sebagian besar \(indonesian)", en: "Most are \(english)")
    case .some: Text("Ada yang \(indonesian)", en: "Some are \(english)")
    }
  }

  fileprivate func need(among people: Int) -> Text {
    let count = Text.count(people: count(among: people))
    return bound == .atMost ? .atMost(count) : .atLeast(count)
  }
}
