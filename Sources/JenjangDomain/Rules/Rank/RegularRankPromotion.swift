/// Whether and when someone can next be promoted in rank the regular way (kenaikan pangkat reguler).
///
/// Source: PP 99/2000 jo. PP 12/2002, Peraturan BKN 2/2025 and 4/2025; domain reference 2.2.
public enum RegularRankPromotion: Rule {
  public struct Input: RankFacts {
    public var kind: EmployeeKind?
    public var positionKind: PositionKind?
    public var grade: Grade?
    public var gradeSince: Day?
    public var education: EducationLevel?
    public var legalStatus: LegalStatus?
    public var punishedUntil: Day?
    public var predicateLastYear: PerformancePredicate?
    public var predicateYearBefore: PerformancePredicate?
    public var examinationPassed: Bool?
    public var superiorGrade: Grade?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] =
      rankFields + [
        Field("kind", .employmentKind, \.kind),
        Field("positionKind", .positionKind, \.positionKind),
        Field("education", .education, \.education),
        Field(
          "examinationPassed", Text("Lulus ujian dinas atau dibebaskan", en: "Service examination passed or exempt"),
          \.examinationPassed),
        Field(
          "superiorGrade", Text("Golongan atasan", en: "Grade of the superior"), \.superiorGrade,
          help: Text("Hanya membatasi sebelum 20-05-2025.", en: "A limit only before 20 May 2025.")),
      ]
  }

  public typealias Output = RankPromotionOutcome

  public static let name = "regular-rank-promotion"
  public static let title = Text("Kenaikan pangkat reguler", en: "Regular rank promotion")
  public static let purpose = Text(
    "Apakah dan sejak kapan seseorang dapat naik pangkat secara reguler.",
    en: "Whether and from when somebody can be promoted in rank the regular way.")
  public static let basis = Text("PP 99/2000 jo. PP 12/2002", en: "PP 99/2000 with PP 12/2002")
  public static let subject = RuleSubject.career
  public static let parameters = [
    AnyParameter(RegularPromotion.yearsInRank), AnyParameter(RegularPromotion.goodYears),
    AnyParameter(RegularPromotion.examinedRanks), AnyParameter(RegularPromotion.superiorLimits),
    AnyParameter(PromotionPeriods.months),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day else { return Judgement(Output()) }
    let years = try law.require(RegularPromotion.yearsInRank, on: day)
    let target = input.grade?.next
    let outcome = Output(to: target, reached: input.gradeSince?.adding(years: years.value), on: day, by: law)
    let effective = outcome.earliest ?? day
    let findings = try [
      employment(input), input.time(years, on: day), ceiling(input), input.discipline(on: effective),
      input.serving(basis: basis), input.performance(law.require(RegularPromotion.goodYears, on: day)),
      input.examination(input.examinationPassed, for: target, on: day, by: law),
      SuperiorRankLimit.finding(target: target, superior: input.superiorGrade, on: effective, by: law),
    ].compactMap(\.self)
    return outcome.judged(findings)
  }

  public static func input(for person: PersonFacts) -> Input? {
    var input = Input(about: person)
    input.kind = person.state.kind
    input.positionKind = person.state.position?.positionKind
    input.education = person.state.education?.level
    let superior = person.state.employee.supervisor.flatMap { person.book.state(of: $0, on: person.day) }
    input.superiorGrade = superior?.grade
    return input
  }
}

extension RegularRankPromotion {
  /// Operational staff, and those on a study assignment who hold no post.
  private static func employment(_ input: Input) -> Finding {
    let isContract = input.kind?.isContract ?? false
    let isStudying = input.legalStatus == .studying && input.positionKind == nil
    let isEntitled = isStudying ? true : input.positionKind.map { $0 == .operational }
    return Finding(
      "promotion.kind",
      Text(
        "PNS dalam jabatan pelaksana, atau tugas belajar tanpa jabatan",
        en: "Permanent, in an operational post or on a study assignment without a post"),
      isContract ? .notMet : .init(isEntitled),
      found: isContract ? input.kind?.title : isStudying ? input.legalStatus?.title : input.positionKind?.title,
      basis: basis, certainty: .verified)
  }

  private static func ceiling(_ input: Input) -> Finding {
    let ceiling = input.education?.ceiling
    let target = input.grade?.next
    let status: Finding.Status =
      if let ceiling, let target { .init(target <= ceiling) } else { ceiling == nil ? .cannotJudge : .notMet }
    return Finding(
      "promotion.ceiling", Text("Tidak melebihi pangkat puncak pendidikan", en: "Within the ceiling of the education"),
      status, found: target.map { .grade($0) },
      needed: ceiling.map { Text("paling tinggi \($0.rawValue)", en: "at most \($0.rawValue)") }, basis: basis,
      certainty: .verified)
  }
}
