/// Whether the result of a competency assessment still counts, and for which post.
///
/// Source: Peraturan BKN 26/2019; domain reference 4.2.
public enum AssessmentValidity: Rule {
  public struct Input: Described {
    public var assessedOn: Day?
    public var assessedFor: PositionKind?
    public var target: PositionKind?
    public var isAccredited: Bool?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("assessedOn", Text("Tanggal asesmen", en: "Assessed on"), \.assessedOn, required: true),
      Field("assessedFor", Text("Jenjang yang dinilai", en: "Level assessed for"), \.assessedFor),
      Field("target", Text("Jenjang jabatan target", en: "Level of the target post"), \.target),
      Field(
        "isAccredited", Text("Penyelenggara terakreditasi", en: "Assessor unit accredited"), \.isAccredited,
        help: Text("Untuk jenjang yang dinilai.", en: "For the level that was assessed.")),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    /// The last day on which the result counts.
    public var validUntil: Day?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("validUntil", Text("Berlaku sampai", en: "Valid to"), \.validUntil)
    ]
  }

  public static let name = "assessment-validity"
  public static let title = Text("Masa berlaku asesmen", en: "Validity of an assessment")
  public static let purpose = Text(
    "Apakah hasil asesmen kompetensi masih dapat dipakai.", en: "Whether the result of an assessment still counts.")
  public static let basis = Text("Peraturan BKN 26/2019", en: "Peraturan BKN 26/2019 on assessment")
  public static let subject = RuleSubject.competency
  public static let parameters = [AnyParameter(MatchLimits.validYears)]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let assessed = input.assessedOn, let day = input.day else { return Judgement(Output()) }
    let (last, years) = try lastDay(ofAssessedOn: assessed, by: law)
    var output = Output()
    output.validUntil = last
    var findings = [
      Finding(
        "assessment.valid", title, isMet: assessed <= day && day <= last,
        found: .until(last), needed: .count(years: years.value),
        by: years)
    ]
    if let target = input.target {
      findings.append(
        Finding(
          "assessment.level", Text("Jenjang jabatan target sama", en: "The target post is of the same level"),
          .init(input.assessedFor.map { $0 == target }), found: input.assessedFor?.title, needed: target.title,
          basis: basis, certainty: .verified))
    }
    findings.append(
      Finding(
        "assessment.accredited", Text("Penyelenggara terakreditasi", en: "The assessor unit is accredited"),
        .init(input.isAccredited), basis: basis, certainty: .verified))
    return Judgement(output, findings)
  }

  /// The last day on which a result of a day counts, and the years that say so.
  static func lastDay(
    ofAssessedOn day: Day, by law: Law
  ) throws(NoParameter) -> (value: Day, years: InForce<Int>) {
    let years = try law.require(MatchLimits.validYears, on: day)
    return (day.adding(years: years.value).adding(days: -1), years)
  }
}
