/// When someone retires for age, and when the preparation for it can begin.
///
/// Source: domain reference 2.1. The first day of the month after the one in which the age is reached, for birthdays on
/// day 1 too; a named functional family goes before the kind of position.
public enum RetirementRule: Rule {
  public struct Input: Described {
    public var birthDate: Day?
    public var positionKind: PositionKind?
    public var jobFamily: String?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("birthDate", .birthDate, \.birthDate, required: true),
      Field("positionKind", .positionKind, \.positionKind, required: true),
      Field(
        "jobFamily", Text("Rumpun jabatan fungsional", en: "Family of functional post"), \.jobFamily,
        help: Text("Misalnya Guru, Dosen, Peneliti.", en: "Guru, Dosen, Peneliti for instance.")),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var age: Int?
    /// The first day of retirement (TMT pensiun).
    public var retirement: Day?
    /// The first day on which pre-retirement leave (MPP) can begin.
    public var preRetirement: Day?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("age", Text("Batas usia pensiun", en: "Retirement age"), \.age),
      Field("retirement", Text("TMT pensiun", en: "Retires on"), \.retirement),
      Field("preRetirement", Text("MPP paling awal", en: "Earliest pre-retirement leave"), \.preRetirement),
    ]
  }

  public static let name = "retirement"
  public static let title = Text("Pensiun karena usia", en: "Retirement for age")
  public static let purpose = Text(
    "Kapan seseorang pensiun karena mencapai batas usia, dan sejak kapan boleh menjalani MPP.",
    en: "When somebody retires for age, and from when pre-retirement leave is possible.")
  public static let basis = Text.verbatim("UU 20/2023, PP 11/2017")
  public static let subject = RuleSubject.career
  public static let parameters = [
    AnyParameter(RetirementAges.byKind), AnyParameter(RetirementAges.professors),
    AnyParameter(RetirementAges.lecturers), AnyParameter(RetirementAges.teachers),
    AnyParameter(RetirementAges.principalResearchers), AnyParameter(RetirementAges.intermediateResearchers),
    AnyParameter(RetirementAges.otherResearchers), AnyParameter(PreRetirement.months),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let birth = input.birthDate, let kind = input.positionKind, let day = input.day else {
      return Judgement(Output())
    }
    let found = try age(kind, family: input.jobFamily, on: day, by: law)
    var output = Output()
    output.age = found.age
    let retirement = RetirementRule.day(born: birth, age: found.age)
    output.retirement = retirement
    var findings = [found.finding]
    if let months = law.find(PreRetirement.months, on: retirement) {
      output.preRetirement = retirement.adding(months: -months.value)
      findings.append(
        Finding(
          "retirement.preRetirement", Text("MPP sebelum pensiun", en: "Pre-retirement leave"), .met,
          found: output.preRetirement.map { .verbatim($0.display) },
          needed: .atMost(.count(months: months.value)),
          by: InForce(version: months, use: ParameterUse(PreRetirement.months, months))))
    }
    return Judgement(output, findings)
  }

  /// The first day of the month after the one in which the age is reached.
  static func day(born birth: Day, age: Int) -> Day { birth.adding(years: age).firstOfMonth.adding(months: 1) }

  /// The retirement age of a position, with the finding that says why.
  static func age(
    _ kind: PositionKind, family: String?, on day: Day, by law: Law
  ) throws(NoParameter) -> (age: Int, finding: Finding) {
    let condition = Text("Batas usia pensiun", en: "Retirement age")
    if let parameter = family.flatMap({ RetirementAges.ofFamily($0, kind: kind) }) {
      let age = try law.require(parameter, on: day)
      return (
        age.value,
        Finding(
          "retirement.age", condition, .met, found: family.map { .verbatim($0) }, needed: .count(years: age.value),
          by: age)
      )
    }
    let ages = try law.require(RetirementAges.byKind, on: day)
    guard let age = ages.value[kind] else {
      throw NoParameter(finding: .noParameter(RetirementAges.byKind, on: day))
    }
    return (age, Finding("retirement.age", condition, .met, found: kind.title, needed: .count(years: age), by: ages))
  }

  public static func input(for person: PersonFacts) -> Input? {
    var input = Input()
    input.birthDate = person.state.employee.birthDate
    input.positionKind = person.state.position?.positionKind
    input.jobFamily = person.state.jobFamily
    input.day = person.day
    return input
  }
}

extension EmployeeState {
  /// The first day of retirement for age in the position held; nil while birth date or kind of position is unknown.
  public func retirement(by law: Law) -> Day? {
    guard let birth = employee.birthDate, let kind = position?.positionKind else { return nil }
    var input = RetirementRule.Input()
    input.birthDate = birth
    input.positionKind = kind
    input.jobFamily = jobFamily
    input.day = day
    return try? RetirementRule.judge(input, by: law).output.retirement
  }
}
