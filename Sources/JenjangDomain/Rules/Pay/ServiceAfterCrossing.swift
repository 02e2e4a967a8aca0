/// The service in grade (MKG) that remains after a promotion into a higher group.
///
/// Source: PP 7/1977; domain reference 2.2.
public enum ServiceAfterCrossing: Rule {
  public struct Input: Described {
    public var from: Grade?
    public var to: Grade?
    public var years: Int?
    public var months: Int?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("from", Text("Golongan lama", en: "Grade before"), \.from, required: true),
      Field("to", Text("Golongan baru", en: "Grade after"), \.to, required: true),
      Field("years", Text("Masa kerja, tahun", en: "Service, years"), \.years, type: .integer(0...60), required: true),
      Field("months", Text("Masa kerja, bulan", en: "Service, months"), \.months, type: .integer(0...11)),
      Field("day", Text("TMT kenaikan", en: "Effective date of the promotion"), \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var taken: Int?
    public var years: Int?
    public var months: Int?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("taken", Text("Tahun yang dikurangkan", en: "Years taken off"), \.taken),
      Field("years", Text("Masa kerja baru, tahun", en: "New service, years"), \.years),
      Field("months", Text("Masa kerja baru, bulan", en: "New service, months"), \.months),
    ]
  }

  public static let name = "service-after-crossing"
  public static let title = Text("Masa kerja golongan setelah naik golongan", en: "Service in grade after crossing")
  public static let purpose = Text(
    "Masa kerja golongan setelah naik dari golongan I ke II atau II ke III.",
    en: "The service in grade after a promotion from group I to II or II to III.")
  public static let basis = Text("PP 7/1977 dan perubahannya", en: "PP 7/1977 as amended")
  public static let subject = RuleSubject.career
  public static let parameters = [AnyParameter(ServiceInGrade.intoSecond), AnyParameter(ServiceInGrade.intoThird)]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let from = input.from, let to = input.to, let years = input.years, let day = input.day else {
      return Judgement(Output())
    }
    var taken = 0
    var findings: [Finding] = []
    for crossing in [
      (below: Grade.iiA, parameter: ServiceInGrade.intoSecond), (below: .iiiA, parameter: ServiceInGrade.intoThird),
    ] where from < crossing.below && crossing.below <= to && !to.isContract {
      let years = try law.require(crossing.parameter, on: day)
      taken += years.value
      findings.append(
        Finding(
          "service.crossing", crossing.parameter.title, .met, found: .verbatim("\(from.rawValue) → \(to.rawValue)"),
          needed: .count(years: years.value), by: years))
    }
    let service = Service(months: years * 12 + (input.months ?? 0) - taken * 12)
    var output = Output()
    output.taken = taken
    output.years = service.years
    output.months = service.months
    return Judgement(output, findings)
  }

  /// The last rank on record is the old one; the next rank the new one.
  public static func input(for person: PersonFacts) -> Input? {
    var input = Input()
    input.from = person.state.grade
    input.to = person.state.grade?.next
    let service = person.state.serviceInGrade
    input.years = service?.years
    input.months = service?.months
    input.day = person.day
    return input
  }
}

extension EmployeeState {
  /// The service in grade (MKG) on the day: that of the last rank and the time since; nil where it is not recorded.
  public var serviceInGrade: Service? {
    guard let rank, let since = rank.effectiveDate, let years = rank.serviceYears else { return nil }
    return Service(months: years * 12 + (rank.serviceMonths ?? 0) + since.months(until: day))
  }
}
