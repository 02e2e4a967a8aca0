/// What every promotion in rank asks about a person.
protocol RankFacts: Described {
  var grade: Grade? { get set }
  var gradeSince: Day? { get set }
  var legalStatus: LegalStatus? { get set }
  /// The last day of a moderate or severe punishment; nil when there is none.
  var punishedUntil: Day? { get set }
  var predicateLastYear: PerformancePredicate? { get set }
  var predicateYearBefore: PerformancePredicate? { get set }
  var day: Day? { get set }
}

extension RankFacts {
  static var rankFields: [Field<Self>] {
    [
      Field("grade", .grade, \.grade, required: true),
      Field("gradeSince", .gradeSince, \.gradeSince, required: true),
      Field("legalStatus", .legalStatus, \.legalStatus),
      Field(
        "punishedUntil", .punishedUntil, \.punishedUntil,
        help: Text(
          "Hukuman disiplin sedang atau berat; kosong bila tidak ada.",
          en: "A moderate or severe punishment; empty when there is none.")),
      Field(
        "predicateLastYear", .lastRating, \.predicateLastYear),
      Field(
        "predicateYearBefore", Text("Predikat tahun sebelumnya", en: "Rating of the year before"),
        \.predicateYearBefore),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  /// What a store says about a person, as far as every promotion asks.
  init(about person: PersonFacts) {
    self.init()
    grade = person.state.grade
    gradeSince = person.state.rank?.effectiveDate
    legalStatus = person.state.legalStatus
    punishedUntil = person.state.punishedUntil
    predicateLastYear = person.ratingOfLastYear
    predicateYearBefore = person.ratingOfYearBefore
    day = person.day
  }
}

/// The conditions that promotions in rank share.
extension RankFacts {
  func time(_ years: InForce<Int>, on day: Day) -> Finding {
    let served = gradeSince.map { Service(from: $0, to: day) }
    return Finding(
      "promotion.years", RegularPromotion.yearsInRank.title, .init(served.map { $0.years >= years.value }),
      found: served?.text, needed: .count(years: years.value), by: years)
  }

  func discipline(on day: Day) -> Finding { .notPunished("promotion.discipline", until: punishedUntil, on: day) }

  func serving(basis: Text) -> Finding {
    Finding(
      "promotion.status", Text("Sedang bertugas", en: "Serving"), .init(legalStatus.map(\.isServing)),
      found: legalStatus?.title, basis: basis, certainty: .known)
  }

  func performance(_ years: InForce<Int>) -> Finding {
    .goodRatings("promotion.performance", [predicateLastYear, predicateYearBefore], years)
  }

  /// Nil for a rank that needs no service examination.
  func examination(
    _ isPassed: Bool?, for target: Grade?, on day: Day, by law: Law
  ) throws(NoParameter) -> Finding? {
    let examined = try law.require(RegularPromotion.examinedRanks, on: day)
    guard let target, examined.value.contains(target) else { return nil }
    return Finding(
      "promotion.examination", Text("Lulus ujian dinas atau dibebaskan", en: "Service examination passed or exempt"),
      .init(isPassed), by: examined)
  }
}

/// What a promotion in rank comes to.
public struct RankPromotionOutcome: Described {
  /// The rank that would be reached; nil when there is none.
  public var target: Grade?
  /// The first day on which it can take effect by the time in rank and the periods.
  public var earliest: Day?
  public var isPossible: Bool?

  public init() {}

  /// A promotion whose time in rank is reached on a day.
  init(to target: Grade?, reached: Day?, on day: Day, by law: Law) {
    self.target = target
    earliest = reached.flatMap { PromotionPeriods.first(onOrAfter: max($0, day.firstOfMonth), by: law) }
  }

  func judged(_ findings: [Finding]) -> Judgement<RankPromotionOutcome> {
    var outcome = self
    outcome.isPossible = target != nil && findings.verdict != .notMet
    return Judgement(outcome, findings)
  }

  public static let fields: [Field<RankPromotionOutcome>] = [
    Field("target", Text("Golongan yang dituju", en: "Grade to be reached"), \.target),
    Field("earliest", Text("TMT paling awal", en: "Earliest effective date"), \.earliest),
    Field("isPossible", Text("Tidak ada halangan", en: "Nothing stands against it"), \.isPossible),
  ]
}
