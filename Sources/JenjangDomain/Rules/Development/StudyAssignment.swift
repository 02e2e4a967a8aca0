/// Whether somebody can be sent to study, until when, and for how long the person is bound afterwards.
///
/// Source: SE MenPANRB 28/2021; domain reference 9.4.
public enum StudyAssignment: Rule {
  public struct Input: Described {
    public var programme: StudyProgramme?
    public var isReleased: Bool?
    public var permanentDate: Day?
    public var retirement: Day?
    public var predicateLastYear: PerformancePredicate?
    public var predicateYearBefore: PerformancePredicate?
    public var punishedUntil: Day?
    public var isAccredited: Bool?
    public var fitsPlan: Bool?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("programme", Text("Program studi", en: "Programme"), \.programme, required: true),
      Field(
        "isReleased", Text("Dibebaskan dari jabatan", en: "Released from the post"), \.isReleased, required: true),
      Field("permanentDate", Text("TMT PNS", en: "Permanent since"), \.permanentDate),
      Field("retirement", Text("TMT pensiun", en: "Retires on"), \.retirement),
      Field("predicateLastYear", .lastRating, \.predicateLastYear),
      Field("predicateYearBefore", .predicateYearBefore, \.predicateYearBefore),
      Field("punishedUntil", .punishedUntil, \.punishedUntil),
      Field("isAccredited", .accredited, \.isAccredited),
      Field("fitsPlan", .fitsPlan, \.fitsPlan),
      Field("day", Text("Tanggal mulai studi", en: "Day the study begins"), \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var end: Day?
    public var latestEnd: Day?
    public var bondUntil: Day?
    public var isPossible: Bool?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("end", Text("Selesai menurut lama normal", en: "Ends by the normal length"), \.end),
      Field("latestEnd", Text("Selesai dengan perpanjangan", en: "Ends with extension"), \.latestEnd),
      Field("bondUntil", Text("Ikatan dinas sampai", en: "Bound until"), \.bondUntil),
      Field("isPossible", Text("Memenuhi syarat", en: "Meets the requirements"), \.isPossible),
    ]
  }

  public static let name = "study-assignment"
  public static let title = Text("Tugas belajar", en: "Study assignment")
  public static let purpose = Text(
    "Apakah seseorang dapat menjalani tugas belajar dan sampai kapan terikat dinas.",
    en: "Whether somebody can be sent to study, and until when the service bond lasts.")
  public static let basis = StudyAssignments.circular
  public static let subject = RuleSubject.development
  public static let parameters = [
    AnyParameter(StudyAssignments.serviceYears), AnyParameter(StudyAssignments.goodYears),
    AnyParameter(StudyAssignments.duration), AnyParameter(StudyAssignments.extensionYears),
    AnyParameter(StudyAssignments.remainingReleased), AnyParameter(StudyAssignments.remainingWorking),
    AnyParameter(StudyAssignments.bondReleased), AnyParameter(StudyAssignments.bondWorking),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let programme = input.programme, let isReleased = input.isReleased, let day = input.day else {
      return Judgement(Output())
    }
    let durations = try law.require(StudyAssignments.duration, on: day)
    guard let years = durations.value[programme] else {
      throw NoParameter(finding: .noParameter(StudyAssignments.duration, on: day))
    }
    let longer = try law.require(StudyAssignments.extensionYears, on: day)
    let bond = try law.require(
      isReleased ? StudyAssignments.bondReleased : StudyAssignments.bondWorking, on: day)
    var output = Output()
    let end = day.adding(years: years).adding(days: -1)
    output.end = end
    output.latestEnd = day.adding(years: years + longer.value).adding(days: -1)
    output.bondUntil = end.adding(years: years * bond.value)
    var findings = [
      Finding(
        "study.duration", StudyAssignments.duration.title, .met, found: programme.title,
        needed: .count(years: years), by: durations)
    ]
    findings += try person(input, years: years, isReleased, on: day, by: law)
    findings += [
      Finding("study.accredited", .accredited, .init(input.isAccredited), basis: basis, certainty: .known),
      Finding("study.plan", .fitsPlan, .init(input.fitsPlan), basis: basis, certainty: .known),
      Finding(
        "study.bond", Text("Ikatan dinas", en: "Service bond"), .met, found: .count(years: years * bond.value),
        by: bond),
    ]
    output.isPossible = findings.verdict.isMet
    return Judgement(output, findings)
  }

  /// Service behind and ahead, performance and discipline.
  private static func person(
    _ input: Input, years: Int, _ isReleased: Bool, on day: Day, by law: Law
  ) throws(NoParameter) -> [Finding] {
    let served = try law.require(StudyAssignments.serviceYears, on: day)
    let good = try law.require(StudyAssignments.goodYears, on: day)
    let remaining = isReleased ? StudyAssignments.remainingReleased : StudyAssignments.remainingWorking
    let times = try law.require(remaining, on: day)
    return [
      Finding(
        "study.service", StudyAssignments.serviceYears.title,
        isMet: input.permanentDate.map { $0.adding(years: served.value) <= day },
        found: input.permanentDate.map { Service(from: $0, to: day).text }, needed: .count(years: served.value),
        by: served),
      .goodRatings("study.performance", [input.predicateLastYear, input.predicateYearBefore], good),
      .notPunished("study.discipline", until: input.punishedUntil, on: day, basis: basis),
      Finding(
        "study.remaining", remaining.title,
        isMet: input.retirement.map { day.adding(years: years * times.value) <= $0 },
        found: input.retirement.map { Service(from: day, to: $0).text }, needed: .count(years: years * times.value),
        by: times),
    ]
  }

  public static func input(for person: PersonFacts) -> Input? {
    var input = Input()
    input.permanentDate = person.state.employee.permanentDate
    input.retirement = person.state.retirement(by: person.law)
    input.punishedUntil = person.state.punishedUntil
    input.predicateLastYear = person.ratingOfLastYear
    input.predicateYearBefore = person.ratingOfYearBefore
    input.day = person.day
    return input
  }
}

extension Text {
  fileprivate static let accredited = Text("Program studi terakreditasi", en: "The programme is accredited")
  fileprivate static let fitsPlan = Text(
    "Sesuai kebutuhan dan rencana instansi", en: "Fits the need and the plan of the agency")
}
