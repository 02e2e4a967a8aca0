/// Whether somebody has been in a post long enough to be transferred, and when a rotation is due.
///
/// Source: Peraturan BKN 5/2019; domain reference 6.4.
public enum TransferTenure: Rule {
  public struct Input: Described {
    public var kind: TransferKind?
    public var positionSince: Day?
    public var hireDate: Day?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field(
        "kind", Text("Jenis mutasi", en: "Kind of transfer"), \.kind,
        help: Text(
          "Janji PNS baru tidak berlaku dalam satu instansi.", en: "The promise does not count within the agency.")),
      Field("positionSince", Text("TMT jabatan", en: "Position since"), \.positionSince, required: true),
      Field("hireDate", Text("TMT CPNS", en: "Appointed on"), \.hireDate),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var earliest: Day?
    public var latest: Day?
    public var isRotationDue: Bool?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("earliest", Text("Paling awal", en: "Earliest"), \.earliest),
      Field("latest", Text("Perlu rotasi setelah", en: "Rotation due after"), \.latest),
      Field("isRotationDue", Text("Perlu rotasi", en: "Rotation due"), \.isRotationDue),
    ]
  }

  public static let name = "transfer-tenure"
  public static let title = Text("Masa jabatan untuk mutasi", en: "Time in post for a transfer")
  public static let purpose = Text(
    "Apakah masa jabatan cukup untuk mutasi, dan kapan perlu rotasi.",
    en: "Whether the time in post allows a transfer, and when a rotation is due.")
  public static let basis = Transfers.basis
  public static let subject = RuleSubject.talent
  public static let parameters = [
    AnyParameter(Transfers.minimum), AnyParameter(Transfers.maximum), AnyParameter(Transfers.promise),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let since = input.positionSince, let day = input.day else { return Judgement(Output()) }
    let minimum = try law.require(Transfers.minimum, on: day)
    let maximum = try law.require(Transfers.maximum, on: day)
    let earliest = since.adding(years: minimum.value)
    let latest = since.adding(years: maximum.value)
    let served = Service(from: since, to: day).text
    var output = Output()
    output.earliest = earliest
    output.latest = latest
    output.isRotationDue = latest < day
    var findings = [
      Finding(
        "transfer.minimum", Transfers.minimum.title, isMet: earliest <= day, found: served,
        needed: .count(years: minimum.value), by: minimum)
    ]
    if latest < day {
      findings.append(
        Finding(
          "transfer.maximum", Text("Lewat masa paling lama, perlu rotasi", en: "Past the longest time, rotation due"),
          .met, found: served, needed: .atMost(.count(years: maximum.value)), by: maximum))
    }
    if input.kind != .withinAgency, let hired = input.hireDate {
      let promise = try law.require(Transfers.promise, on: day)
      findings.append(
        Finding(
          "transfer.promise", Transfers.promise.title, isMet: hired.adding(years: promise.value) <= day,
          found: Service(from: hired, to: day).text, needed: .count(years: promise.value), by: promise))
    }
    return Judgement(output, findings)
  }

  public static func input(for person: PersonFacts) -> Input? {
    var input = Input()
    input.positionSince = person.state.position?.effectiveDate
    if person.state.employee.kind?.isContract == false { input.hireDate = person.state.employee.hireDate }
    input.day = person.day
    return input
  }
}
