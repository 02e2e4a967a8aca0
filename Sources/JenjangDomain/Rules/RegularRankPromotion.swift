/// Whether and when someone can next be promoted in rank the regular way (kenaikan pangkat reguler).
///
/// Source: PP 99/2000 jo. PP 12/2002, Peraturan BKN 2/2025 and 4/2025; domain reference 2.2.
public enum RegularRankPromotion: Rule {
  public struct Input: Described {
    public var kind: EmployeeKind?
    public var positionKind: PositionKind?
    public var grade: Grade?
    public var gradeSince: Day?
    public var education: EducationLevel?
    public var legalStatus: LegalStatus?
    /// A moderate or severe punishment is being served on the day of the event until this day.
    public var punishedUntil: Day?
    public var predicateLastYear: PerformancePredicate?
    public var predicateYearBefore: PerformancePredicate?
    public var examinationPassed: Bool?
    public var superiorGrade: Grade?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("kind", Text("Jenis pegawai", en: "Kind of employment"), \.kind),
      Field("positionKind", Text("Jenis jabatan", en: "Kind of position"), \.positionKind),
      Field("grade", Text("Golongan/ruang", en: "Grade"), \.grade, required: true),
      Field("gradeSince", Text("TMT golongan", en: "Grade since"), \.gradeSince, required: true),
      Field("education", Text("Pendidikan", en: "Education"), \.education),
      Field("legalStatus", Text("Kedudukan hukum", en: "Legal status"), \.legalStatus),
      Field(
        "punishedUntil", Text("Menjalani hukuman sampai", en: "Serving a punishment until"), \.punishedUntil,
        help: Text(
          "Hukuman disiplin sedang atau berat; kosong bila tidak ada.",
          en: "A moderate or severe punishment; empty when there is none.")),
      Field(
        "predicateLastYear", Text("Predikat tahun terakhir", en: "Rating of the last year"), \.predicateLastYear),
      Field(
        "predicateYearBefore", Text("Predikat tahun sebelumnya", en: "Rating of the year before"),
        \.predicateYearBefore),
      Field(
        "examinationPassed", Text("Lulus ujian dinas atau dibebaskan", en: "Service examination passed or exempt"),
        \.examinationPassed),
      Field(
        "superiorGrade", Text("Golongan atasan", en: "Grade of the superior"), \.superiorGrade,
        help: Text(
          "Hanya membatasi sebelum 20-05-2025.", en: "A limit only before 20 May 2025.")),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    /// The rank that would be reached; nil when there is none above.
    public var target: Grade?
    /// The first day on which it can take effect by the years in rank and the periods.
    public var earliest: Day?
    public var isPossible: Bool?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("target", Text("Golongan yang dituju", en: "Grade to be reached"), \.target),
      Field("earliest", Text("TMT paling awal", en: "Earliest effective date"), \.earliest),
      Field("isPossible", Text("Tidak ada halangan", en: "Nothing stands against it"), \.isPossible),
    ]
  }

  public static let name = "regular-rank-promotion"
  public static let title = Text("Kenaikan pangkat reguler", en: "Regular rank promotion")
  public static let purpose = Text(
    "Apakah dan sejak kapan seseorang dapat naik pangkat secara reguler.",
    en: "Whether and from when somebody can be promoted in rank the regular way.")
  public static let basis = Text("PP 99/2000 jo. PP 12/2002", en: "PP 99/2000 with PP 12/2002")
  public static let subject = RuleSubject.career

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day else { return Judgement(Output()) }
    let years = try law.require(RegularPromotion.yearsInRank, on: day)
    var output = Output()
    output.target = input.grade?.next
    let reached = input.gradeSince?.adding(years: years.value)
    output.earliest = reached.flatMap { PromotionPeriods.first(onOrAfter: max($0, day.firstOfMonth), by: law) }
    let findings = try [
      employment(input), time(input, years, on: day), ceiling(input), discipline(input, on: output.earliest ?? day),
      status(input), performance(input, on: day, by: law), examination(input, on: day, by: law),
      superior(input, on: output.earliest ?? day, by: law),
    ].compactMap(\.self)
    output.isPossible = output.target != nil && findings.verdict != .notMet
    return Judgement(output, findings)
  }

  public static func input(for person: PersonFacts) -> Input? {
    let state = person.state
    var input = Input()
    input.kind = state.kind
    input.positionKind = state.position?.positionKind
    input.grade = state.grade
    input.gradeSince = state.rank?.effectiveDate
    input.education = state.education?.level
    input.legalStatus = state.legalStatus
    input.punishedUntil = state.punishedUntil
    input.day = person.day
    return input
  }
}

extension RegularRankPromotion {
  private static func employment(_ input: Input) -> Finding {
    let isContract = input.kind?.isContract ?? false
    let isOperational = input.positionKind.map { $0 == .operational }
    return Finding(
      "promotion.kind", Text("PNS dalam jabatan pelaksana", en: "Permanent, in an operational post"),
      isContract ? .notMet : .init(isOperational),
      found: isContract ? input.kind?.title : input.positionKind?.title, basis: basis, certainty: .verified)
  }

  private static func time(_ input: Input, _ years: InForce<Int>, on day: Day) -> Finding {
    let served = input.gradeSince.map { Service(from: $0, to: day) }
    return Finding(
      "promotion.years", RegularPromotion.yearsInRank.title, .init(served.map { $0.years >= years.value }),
      found: served?.text, needed: Text("\(years.value) tahun", en: "\(years.value) years"), by: years)
  }

  private static func ceiling(_ input: Input) -> Finding {
    let ceiling = input.education?.ceiling
    let target = input.grade?.next
    let status: Finding.Status =
      if let ceiling, let target { .init(target <= ceiling) } else { ceiling == nil ? .cannotJudge : .notMet }
    return Finding(
      "promotion.ceiling", Text("Tidak melebihi pangkat puncak pendidikan", en: "Within the ceiling of the education"),
      status, found: target.map { .verbatim($0.rawValue) },
      needed: ceiling.map { Text("paling tinggi \($0.rawValue)", en: "at most \($0.rawValue)") }, basis: basis,
      certainty: .verified)
  }

  private static func discipline(_ input: Input, on day: Day) -> Finding {
    Finding(
      "promotion.discipline",
      Text("Tidak menjalani hukuman disiplin sedang atau berat", en: "Serving no moderate or severe punishment"),
      .init(input.punishedUntil.map { $0 < day } ?? true),
      found: input.punishedUntil.map { Text("sampai \($0.display)", en: "until \($0.display)") },
      basis: Text("PP 94/2021", en: "PP 94/2021 on discipline"), certainty: .known)
  }

  private static func status(_ input: Input) -> Finding {
    Finding(
      "promotion.status", Text("Sedang bertugas", en: "Serving"), .init(input.legalStatus.map(\.isServing)),
      found: input.legalStatus?.title, basis: basis, certainty: .known)
  }

  private static func performance(
    _ input: Input, on day: Day, by law: Law
  ) throws(NoParameter) -> Finding {
    let years = try law.require(RegularPromotion.goodYears, on: day)
    let ratings = [input.predicateLastYear, input.predicateYearBefore].prefix(years.value)
    let isKnown = !ratings.contains(nil)
    let isBad = ratings.contains { $0.map { $0 < .good } ?? false }
    return Finding(
      "promotion.performance", Text("Predikat kinerja paling rendah Baik", en: "Performance at least Baik"),
      isBad ? .notMet : isKnown ? .met : .cannotJudge, found: PerformancePredicate.words(ratings.compactMap(\.self)),
      needed: Text("\(years.value) tahun terakhir", en: "in the last \(years.value) years"), by: years)
  }

  private static func examination(_ input: Input, on day: Day, by law: Law) throws(NoParameter) -> Finding? {
    let examined = try law.require(RegularPromotion.examinedRanks, on: day)
    guard let target = input.grade?.next, examined.value.contains(target) else { return nil }
    return Finding(
      "promotion.examination", Text("Lulus ujian dinas atau dibebaskan", en: "Service examination passed or exempt"),
      .init(input.examinationPassed), by: examined)
  }

  /// The superior's rank was a limit until 19 May 2025.
  private static func superior(_ input: Input, on day: Day, by law: Law) throws(NoParameter) -> Finding? {
    let limit = try law.require(RegularPromotion.superiorLimits, on: day)
    guard limit.value, let target = input.grade?.next else { return nil }
    return Finding(
      "promotion.superior", Text("Tidak melampaui pangkat atasan", en: "Not above the superior's rank"),
      .init(input.superiorGrade.map { target <= $0 }), found: input.superiorGrade.map { .verbatim($0.rawValue) },
      needed: Text("paling rendah \(target.rawValue)", en: "at least \(target.rawValue)"), by: limit)
  }
}

extension PerformancePredicate {
  /// Some ratings in words, the newest first; nil when there are none.
  static func words(_ ratings: [PerformancePredicate]) -> Text? {
    guard !ratings.isEmpty else { return nil }
    let words = { (language: Language) in ratings.map { $0.title[language] }.joined(separator: ", ") }
    return Text(words(.indonesian), en: words(.english))
  }
}
