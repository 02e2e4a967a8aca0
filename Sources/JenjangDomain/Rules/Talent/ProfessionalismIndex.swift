/// The professionalism index (IP ASN) of a person in a year.
///
/// Source: PermenPANRB 38/2018, Peraturan BKN 8/2019; domain reference 5. The categories go by their lower limits,
/// without rounding: 80.5 is Sedang, 60.5 Sangat Rendah.
public enum ProfessionalismIndex: Rule {
  public struct Input: Described {
    public var positionKind: PositionKind?
    public var education: EducationLevel?
    public var hasPostTraining: Bool?
    public var technicalHours: Int?
    public var hasSeminar: Bool?
    public var predicate: PerformancePredicate?
    public var punishment: DisciplineLevel?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("positionKind", .positionKind, \.positionKind, required: true),
      Field("education", .education, \.education),
      Field(
        "hasPostTraining", IndexItem.postTraining.title, \.hasPostTraining,
        help: Text(
          "Sesuai jenjang yang dijabat; ya bila fungsional tanpa pelatihan wajib.",
          en: "Of the level held; yes for functional posts without a required one.")),
      Field(
        "technicalHours", Text("JP pelatihan teknis", en: "Hours of technical training"), \.technicalHours,
        help: Text("Dalam setahun terakhir.", en: "In the last year.")),
      Field(
        "hasSeminar", IndexItem.seminar.title, \.hasSeminar,
        help: Text("Dalam dua tahun terakhir.", en: "In the last two years.")),
      Field("predicate", .lastRating, \.predicate),
      Field(
        "punishment", Text("Hukuman disiplin terberat", en: "Most severe punishment"), \.punishment,
        help: Text("Yang berlaku pada tahun itu; kosong bila tidak ada.", en: "In force in the year; empty when none.")),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var qualification: Decimal?
    public var competence: Decimal?
    public var performance: Decimal?
    public var discipline: Decimal?
    public var index: Decimal?
    public var band: IndexBand?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("qualification", Text("Kualifikasi", en: "Qualification"), \.qualification),
      Field("competence", Text("Kompetensi", en: "Competence"), \.competence),
      Field("performance", Text("Kinerja", en: "Performance"), \.performance),
      Field("discipline", Text("Disiplin", en: "Discipline"), \.discipline),
      Field("index", Text("IP ASN", en: "Professionalism index"), \.index),
      Field("band", Text("Kategori", en: "Category"), \.band),
    ]
  }

  public static let name = "professionalism-index"
  public static let title = Text("Indeks profesionalitas (IP ASN)", en: "Professionalism index (IP ASN)")
  public static let purpose = Text(
    "Indeks profesionalitas seseorang pada suatu tahun dan kategorinya.",
    en: "The professionalism index of a person in a year, and its category.")
  public static let basis = Text("PermenPANRB 38/2018, Peraturan BKN 8/2019", en: "PermenPANRB 38/2018 and BKN 8/2019")
  public static let subject = RuleSubject.talent
  public static let parameters = [
    AnyParameter(ProfessionalismScores.upperQualification), AnyParameter(ProfessionalismScores.qualification),
    AnyParameter(ProfessionalismScores.operationalCompetence), AnyParameter(ProfessionalismScores.postTraining),
    AnyParameter(ProfessionalismScores.otherCompetence), AnyParameter(ProfessionalismScores.technicalHours),
    AnyParameter(ProfessionalismScores.technicalYears), AnyParameter(ProfessionalismScores.performance),
    AnyParameter(ProfessionalismScores.clean), AnyParameter(ProfessionalismScores.discipline),
    AnyParameter(ProfessionalismScores.bands),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let kind = input.positionKind, let day = input.day else { return Judgement(Output()) }
    var output = Output()
    let ofQualification = try qualification(input.education, on: day, by: law)
    let ofCompetence = try competence(input, kind, on: day, by: law)
    let performance = try law.require(ProfessionalismScores.performance, on: day)
    let ofDiscipline = try discipline(input.punishment, on: day, by: law)
    output.qualification = ofQualification.points?.rounded(2)
    output.competence = ofCompetence.points?.rounded(2)
    output.performance = input.predicate.flatMap { performance.value[$0] }?.rounded(2)
    output.discipline = ofDiscipline.points.rounded(2)
    let bands = try law.require(ProfessionalismScores.bands, on: day)
    var findings =
      [ofQualification.finding] + ofCompetence.findings + [
        score(
          "ipasn.performance", ProfessionalismScores.performance.title, input.predicate?.title, output.performance,
          performance), ofDiscipline.finding,
      ]
    let parts = [output.qualification, output.competence, output.performance, output.discipline].compactMap(\.self)
    if parts.count == 4 {
      let index = parts.map { Fraction($0) }.reduce(.zero, +).rounded(2)
      output.index = index
      output.band = IndexBand.allCases.first { band in bands.value[band].map { index >= $0 } ?? true }
    }
    findings.append(
      score("ipasn.bands", ProfessionalismScores.bands.title, output.band?.title, output.index, bands))
    return Judgement(output, findings)
  }
}

extension ProfessionalismIndex {
  /// A part of the index: judged as soon as its score is known.
  private static func score<Value>(
    _ rule: String, _ condition: Text, _ found: Text?, _ score: Decimal?, _ used: InForce<Value>
  ) -> Finding {
    Finding(rule, condition, .init(score.map { _ in true }), found: found, needed: score?.words, by: used)
  }

  private static func qualification(
    _ education: EducationLevel?, on day: Day, by law: Law
  ) throws(NoParameter) -> (points: Decimal?, finding: Finding) {
    let upper = try law.require(ProfessionalismScores.upperQualification, on: day)
    let other = try law.require(ProfessionalismScores.qualification, on: day)
    let used = education.flatMap { upper.value[$0] } == nil ? other : upper
    let points = education.flatMap { used.value[$0] }
    return (
      points, score("ipasn.qualification", ProfessionalismScores.qualification.title, education?.title, points, used)
    )
  }

  /// The sum of the items; nil while one of them is not known.
  private static func competence(
    _ input: Input, _ kind: PositionKind, on day: Day, by law: Law
  ) throws(NoParameter) -> (points: Decimal?, findings: [Finding]) {
    let table =
      kind == .operational ? ProfessionalismScores.operationalCompetence : ProfessionalismScores.otherCompetence
    let items = try law.require(table, on: day)
    let hours = try law.require(ProfessionalismScores.technicalHours, on: day)
    let points = { (isDone: Bool?, points: Decimal?) -> Decimal? in isDone.map { $0 ? points ?? 0 : 0 } }
    let technical = points(input.technicalHours.map { $0 >= hours.value }, items.value[.technical])
    let seminar = points(input.hasSeminar, items.value[.seminar])
    var scores = [technical, seminar]
    var findings = [
      score(
        "ipasn.technical", IndexItem.technical.title, input.technicalHours.map { .verbatim("\($0) JP") }, technical,
        hours),
      score("ipasn.seminar", IndexItem.seminar.title, input.hasSeminar.map(Text.flag), seminar, items),
    ]
    if kind != .operational {
      let post = try law.require(ProfessionalismScores.postTraining, on: day)
      let training = points(input.hasPostTraining, post.value)
      scores.append(training)
      findings.insert(
        score("ipasn.post", IndexItem.postTraining.title, input.hasPostTraining.map(Text.flag), training, post), at: 0)
    }
    let known = scores.compactMap(\.self)
    let sum = known.map { Fraction($0) }.reduce(.zero, +)
    return (known.count == scores.count ? sum.rounded(2) : nil, findings)
  }

  private static func discipline(
    _ punishment: DisciplineLevel?, on day: Day, by law: Law
  ) throws(NoParameter) -> (points: Decimal, finding: Finding) {
    guard let punishment else {
      let clean = try law.require(ProfessionalismScores.clean, on: day)
      return (clean.value, score("ipasn.discipline", ProfessionalismScores.clean.title, nil, clean.value, clean))
    }
    let table = try law.require(ProfessionalismScores.discipline, on: day)
    let points = table.value[punishment] ?? 0
    return (points, score("ipasn.discipline", ProfessionalismScores.discipline.title, punishment.title, points, table))
  }

  public static func input(for person: PersonFacts) -> Input? {
    let state = person.state
    var input = Input()
    input.positionKind = state.position?.positionKind
    input.education = state.education?.level
    input.predicate = person.ratingOfLastYear
    input.day = person.day
    input.punishment = state.severestPunishment(inYearOf: person.day)
    let trainings = person.book.trainings.owned(by: state.employee.id.raw)
    if let kind = input.positionKind, kind != .operational {
      let needed = kind.isFunctional ? TrainingKind.functional : kind.leadershipTraining
      input.hasPostTraining = trainings.contains { $0.kind == needed && $0.isFinished(by: person.day) }
    }
    if let years = person.law.find(ProfessionalismScores.technicalYears, on: person.day) {
      let first = person.day.adding(years: -years.value)
      let recent = trainings.filter { training in
        training.kind == .technical && training.isFinished(by: person.day)
          && (training.endDate ?? training.startDate).map { first < $0 } ?? false
      }
      input.technicalHours = recent.compactMap(\.lessonHours).reduce(0, +)
    }
    return input
  }
}

extension Training {
  /// Ended on a day or before it; without an end the first day counts.
  func isFinished(by day: Day) -> Bool { (endDate ?? startDate).map { $0 <= day } ?? false }
}

extension PositionKind {
  /// The leadership training of a managerial post; nil for other posts.
  var leadershipTraining: TrainingKind? {
    switch self {
    case .supervisor: .supervisorLeadership
    case .administrator: .administratorLeadership
    case .seniorExecutive3: .nationalLeadership2
    case .seniorExecutive2, .seniorExecutive1: .nationalLeadership1
    default: nil
    }
  }
}

extension EmployeeState {
  /// The most severe punishment in force at some time of the year of a day; nil when there was none.
  func severestPunishment(inYearOf day: Day) -> DisciplineLevel? {
    let inForce = disciplines.filter { discipline in
      guard let start = discipline.effectiveDate, start <= day else { return false }
      return (discipline.lastDay ?? start).year >= day.year
    }
    let levels = inForce.compactMap { $0.kind?.level }
    return DisciplineLevel.allCases.last { levels.contains($0) }
  }
}
