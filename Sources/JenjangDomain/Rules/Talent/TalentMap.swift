/// In which of the nine boxes of talent a person is, and what is done with its people.
///
/// Source: PermenPANRB 3/2020; domain reference 6.1 and 6.2.
public enum TalentMap: Rule {
  public struct Input: Described {
    public var cuts: TalentCutSet?
    public var performance: Decimal?
    public var predicateLastYear: PerformancePredicate?
    public var predicateYearBefore: PerformancePredicate?
    public var potential: Decimal?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field(
        "cuts", Text("Perangkat batas", en: "Set of cut points"), \.cuts,
        help: Text("Kosong berarti yang ditetapkan instansi.", en: "Empty means the one of the agency.")),
      Field(
        "performance", Text("Nilai kinerja", en: "Performance score"), \.performance,
        help: Text("Tidak dipakai perangkat C.", en: "Not used by set C.")),
      Field("predicateLastYear", .lastRating, \.predicateLastYear),
      Field("predicateYearBefore", .predicateYearBefore, \.predicateYearBefore),
      Field("potential", Text("Nilai potensial", en: "Potential score"), \.potential),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var performance: PerformanceAxis?
    public var potential: PotentialAxis?
    public var box: TalentBox?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("performance", Text("Kinerja", en: "Performance"), \.performance),
      Field("potential", Text("Potensial", en: "Potential"), \.potential),
      Field("box", Text("Kotak", en: "Box"), \.box),
    ]
  }

  public static let name = "talent-box"
  public static let title = Text("Kotak talenta", en: "Talent box")
  public static let purpose = Text(
    "Di kotak mana seseorang pada peta talenta, dan perlakuan bagi kotak itu.",
    en: "In which box of the talent map a person is, and what is done with its people.")
  public static let basis = Text("PermenPANRB 3/2020", en: "PermenPANRB 3/2020 on talent")
  public static let subject = RuleSubject.talent
  public static let parameters = [
    AnyParameter(TalentCuts.usual), AnyParameter(TalentCuts.performance), AnyParameter(TalentCuts.potential),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day else { return Judgement(Output()) }
    let usual = try law.require(TalentCuts.usual, on: day)
    let set = input.cuts ?? usual.value
    let performanceCuts = try law.require(TalentCuts.performance, on: day)
    let potentialCuts = try law.require(TalentCuts.potential, on: day)
    var output = Output()
    output.performance =
      if let cuts = performanceCuts.value[set] { PerformanceAxis(input.performance, cuts: cuts) } else {
        PerformanceAxis([input.predicateLastYear, input.predicateYearBefore])
      }
    output.potential = potentialCuts.value[set].flatMap { PotentialAxis(input.potential, cuts: $0) }
    let ratings = [input.predicateLastYear, input.predicateYearBefore].compactMap(\.self)
    var findings = [
      Finding(
        "talent.performance", Text("Sumbu kinerja", en: "Performance axis"),
        .init(output.performance.map { _ in true }),
        found: performanceCuts.value[set] == nil ? PerformancePredicate.words(ratings) : input.performance?.words,
        needed: set.title, by: performanceCuts),
      Finding(
        "talent.potential", Text("Sumbu potensial", en: "Potential axis"), .init(output.potential.map { _ in true }),
        found: input.potential?.words, needed: set.title, by: potentialCuts),
    ]
    if input.cuts == nil {
      findings.append(Finding("talent.cuts", TalentCuts.usual.title, .met, found: set.title, by: usual))
    }
    if let performance = output.performance, let potential = output.potential {
      let box = TalentBox(performance, potential)
      output.box = box
      findings.append(
        Finding(
          "talent.treatment", Text("Perlakuan", en: "Treatment"), .met, found: box.title, needed: box.treatment,
          basis: basis, certainty: .verified))
    }
    return Judgement(output, findings)
  }

  public static func input(for person: PersonFacts) -> Input? {
    var input = Input()
    input.predicateLastYear = person.ratingOfLastYear
    input.predicateYearBefore = person.ratingOfYearBefore
    input.day = person.day
    return input
  }
}

extension PerformanceAxis {
  /// Nil while the score is unknown.
  fileprivate init?(_ score: Decimal?, cuts: [Decimal]) {
    guard let score, cuts.count == 2 else { return nil }
    self = score >= cuts[0] ? .above : score >= cuts[1] ? .meets : .below
  }

  /// By the ratings of two years: both Sangat Baik above, both at least Baik meets, else below; nil while that is open.
  fileprivate init?(_ ratings: [PerformancePredicate?]) {
    let known = ratings.compactMap(\.self)
    if known.contains(where: { $0 < .good }) {
      self = .below
    } else if known.count < ratings.count {
      return nil
    } else {
      self = known.allSatisfy { $0 == .veryGood } ? .above : .meets
    }
  }
}

extension PotentialAxis {
  /// Nil while the score is unknown.
  fileprivate init?(_ score: Decimal?, cuts: [Decimal]) {
    guard let score, cuts.count == 2 else { return nil }
    self = score >= cuts[0] ? .high : score >= cuts[1] ? .medium : .low
  }
}

extension Text {
  static let predicateYearBefore = Text("Predikat tahun sebelumnya", en: "Rating of the year before")
}
