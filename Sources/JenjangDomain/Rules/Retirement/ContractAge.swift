/// Whether an applicant for a work agreement (PPPK) is young enough for the post.
///
/// Source: PP 49/2018; domain reference 2.1: at the latest a year before the retirement age of the post.
public enum ContractAge: Rule {
  public typealias Input = RetirementRule.Input

  public struct Output: Described {
    public var age: Int?
    /// The last day on which somebody can apply.
    public var latest: Day?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("age", Text("Batas usia pensiun", en: "Retirement age"), \.age),
      Field("latest", Text("Melamar paling lambat", en: "Applies at the latest on"), \.latest),
    ]
  }

  public static let name = "contract-age"
  public static let title = Text("Batas umur pelamar PPPK", en: "Age limit for a work agreement")
  public static let purpose = Text(
    "Apakah pelamar PPPK belum melewati batas umur jabatan itu.",
    en: "Whether an applicant for a work agreement is young enough for the post.")
  public static let basis = Text("PP 49/2018", en: "PP 49/2018 on contract staff")
  public static let subject = RuleSubject.recruitment
  public static let parameters = [
    AnyParameter(RetirementAges.byKind), AnyParameter(RetirementAges.professors),
    AnyParameter(RetirementAges.lecturers), AnyParameter(RetirementAges.teachers),
    AnyParameter(RetirementAges.principalResearchers), AnyParameter(RetirementAges.intermediateResearchers),
    AnyParameter(RetirementAges.otherResearchers), AnyParameter(RetirementAges.yearsBeforeContract),
    AnyParameter(PreRetirement.months),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    let retirement = try RetirementRule.judge(input, by: law)
    guard let birth = input.birthDate, let day = input.day, let age = retirement.output.age else {
      return Judgement(Output(), retirement.findings)
    }
    let years = try law.require(RetirementAges.yearsBeforeContract, on: day)
    let latest = birth.adding(years: age - years.value)
    var output = Output()
    output.age = age
    output.latest = latest
    let finding = Finding(
      "contract.age", Text("Belum melewati batas umur", en: "Not above the age limit"), .init(day <= latest),
      found: Service(from: birth, to: day).text, needed: .until(latest), by: years)
    return Judgement(output, retirement.findings.filter { $0.rule == "retirement.age" } + [finding])
  }
}
