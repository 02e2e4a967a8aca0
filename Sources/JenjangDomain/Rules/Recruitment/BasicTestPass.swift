/// Whether an applicant passes the basic competency test (SKD) of an intake.
///
/// Source: domain reference 7.1. Special groups are judged by the sum and general intelligence alone.
public enum BasicTestPass: Rule {
  public struct Input: Described {
    public var group: ApplicantGroup?
    public var twk: Int?
    public var tiu: Int?
    public var tkp: Int?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("group", Text("Kelompok pelamar", en: "Group of applicants"), \.group, required: true),
      .points("twk", .nationalInsight, \.twk),
      .points("tiu", .generalIntelligence, \.tiu),
      .points("tkp", .personalTraits, \.tkp),
      Field(
        "day", .lawDay, \.day, required: true,
        help: Text("Tanggal ujian; menentukan pengadaan.", en: "Day of the test; it decides the intake.")),
    ]
  }

  public struct Output: Described {
    public var total: Int?
    public var isPassed: Bool?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("total", Text("Jumlah", en: "Sum"), \.total),
      Field("isPassed", Text("Lulus ambang batas", en: "Passed"), \.isPassed),
    ]
  }

  public static let name = "basic-test"
  public static let title = Text("Kelulusan SKD", en: "Passing the basic test (SKD)")
  public static let purpose = Text(
    "Apakah pelamar melewati nilai ambang batas SKD pada pengadaan itu.",
    en: "Whether an applicant reaches the pass marks of an intake.")
  public static let basis = Text("Keputusan MenPANRB tiap pengadaan", en: "Decision of the minister for each intake")
  public static let subject = RuleSubject.recruitment
  public static let parameters = [
    AnyParameter(BasicTestMarks.parts), AnyParameter(BasicTestMarks.special), AnyParameter(BasicTestMarks.special2021),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let group = input.group, let twk = input.twk, let tiu = input.tiu, let tkp = input.tkp, let day = input.day
    else { return Judgement(Output()) }
    var output = Output()
    let total = twk + tiu + tkp
    output.total = total
    let findings: [Finding]
    if group.isJudgedByParts {
      let marks = try law.require(BasicTestMarks.parts, on: day)
      findings = [(BasicTest.nationalInsight, twk), (.generalIntelligence, tiu), (.personalTraits, tkp)].map {
        finding("skd.\($0.0.rawValue)", $0.0.title, $0.1, marks.value[$0.0], marks)
      }
    } else {
      let marks = try special(group, on: day, by: law)
      findings = [
        finding("skd.total", Text("Jumlah SKD", en: "Sum of the basic test"), total, marks.value[group]?.first, marks),
        finding("skd.TIU", BasicTest.generalIntelligence.title, tiu, marks.value[group]?.dropFirst().first, marks),
      ]
    }
    output.isPassed = findings.verdict == .met
    return Judgement(output, findings)
  }

  /// The marks of a special group: those of the intake where they name it, else those of the older form.
  private static func special(
    _ group: ApplicantGroup, on day: Day, by law: Law
  ) throws(NoParameter) -> InForce<ByCode<ApplicantGroup, [Int]>> {
    if let marks = try? law.require(BasicTestMarks.special, on: day), marks.value[group] != nil { return marks }
    return try law.require(BasicTestMarks.special2021, on: day)
  }

  private static func finding<Value>(
    _ rule: String, _ condition: Text, _ points: Int, _ mark: Int?, _ marks: InForce<Value>
  ) -> Finding {
    Finding(
      rule, condition, isMet: mark.map { points >= $0 }, found: .verbatim(String(points)),
      needed: mark.map { .atLeast(.verbatim(String($0))) }, by: marks)
  }
}

extension Field {
  /// A field for the points of a part of the basic test.
  static func points(
    _ name: String, _ test: BasicTest, _ path: any WritableKeyPath<R, Int?> & Sendable, required: Bool = true
  ) -> Field {
    Field(name, test.title, path, type: .integer(0...test.maximum), required: required)
  }
}
