/// Which long-service medal can be proposed, and when the next one can.
///
/// Source: UU 20/2009; domain reference 8.1. One proposal, for the highest class not yet held whose years are reached.
public enum ServiceMedal: Rule {
  public struct Input: Described {
    public var serviceSince: Day?
    /// The last day of the last moderate or severe punishment; nil when there never was one.
    public var lastPunished: Day?
    /// The last day of the last unpaid leave; nil when there never was one.
    public var lastUnpaidLeave: Day?
    public var held: AwardKind?
    public var legalStatus: LegalStatus?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("serviceSince", Text("TMT CPNS", en: "In service since"), \.serviceSince, required: true),
      Field(
        "lastPunished", Text("Hukuman sedang/berat terakhir sampai", en: "Last moderate or severe punishment until"),
        \.lastPunished, help: Text("Kosong bila tidak pernah.", en: "Empty when there never was one.")),
      Field(
        "lastUnpaidLeave", Text("CLTN terakhir sampai", en: "Last unpaid leave until"), \.lastUnpaidLeave,
        help: Text("Kosong bila tidak pernah.", en: "Empty when there never was one.")),
      Field("held", Text("Satyalancana tertinggi yang dimiliki", en: "Highest medal held"), \.held),
      Field("legalStatus", .legalStatus, \.legalStatus),
      Field("day", Text("Bulan pengusulan", en: "Month of the proposal"), \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var medal: AwardKind?
    public var years: Int?
    /// From when service counts.
    public var countedFrom: Day?
    /// When the years of the next class are reached.
    public var next: Day?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("medal", Text("Dapat diusulkan", en: "Can be proposed"), \.medal),
      Field("years", Text("Masa kerja, tahun", en: "Service, years"), \.years),
      Field("countedFrom", Text("Dihitung sejak", en: "Counted from"), \.countedFrom),
      Field("next", Text("Berikutnya tercapai", en: "Next one reached on"), \.next),
    ]
  }

  public static let name = "service-medal"
  public static let title = Text("Satyalancana Karya Satya", en: "Long-service medal")
  public static let purpose = Text(
    "Satyalancana mana yang dapat diusulkan, dan kapan yang berikutnya.",
    en: "Which long-service medal can be proposed, and when the next one can.")
  public static let basis = Text("UU 20/2009, PP 35/2010", en: "UU 20/2009 and PP 35/2010")
  public static let subject = RuleSubject.discipline
  public static let parameters = [AnyParameter(ServiceMedals.years), AnyParameter(ServiceMedals.restartAfterBreak)]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let since = input.serviceSince, let day = input.day else { return Judgement(Output()) }
    let classes = try law.require(ServiceMedals.years, on: day)
    let restart = try law.require(ServiceMedals.restartAfterBreak, on: day)
    let last = [input.lastPunished, input.lastUnpaidLeave].compactMap(\.self).max()
    let start = start(since: since, lastBreak: last, restarts: restart.value)
    // Up to the month of the proposal: whoever reaches the years in it counts.
    let monthEnd = day.firstOfMonth.adding(months: 1).adding(days: -1)
    let service = Service(from: start, to: monthEnd)
    let steps = zip(classes.value, AwardKind.serviceMedals).map { (years: $0, medal: $1) }
    let held = steps.lastIndex { $0.medal == input.held } ?? -1
    let reached = steps.lastIndex { $0.years <= service.years }
    var output = Output()
    output.years = service.years
    output.countedFrom = start
    output.next = steps.first { $0.years > service.years }.map { start.adding(years: $0.years) }
    var findings = [
      Finding(
        "slks.years", Text("Masa kerja mencapai kelas yang belum dimiliki", en: "Service reaches a class not yet held"),
        .init((reached ?? -1) > held), found: service.text,
        needed: held + 1 < steps.count ? .count(years: steps[held + 1].years) : nil, by: classes)
    ]
    if !restart.value { findings += breaks(input) }
    if last != nil {
      findings.append(
        Finding(
          "slks.restart", ServiceMedals.restartAfterBreak.title, .init(restart.value), found: last.map { .until($0) },
          by: restart
        ).asAdvice)
    }
    findings.append(
      Finding(
        "slks.serving", Text("Sedang bertugas", en: "Serving"), .init(input.legalStatus.map(\.isServing)),
        found: input.legalStatus?.title, basis: basis, certainty: .known))
    if findings.verdict != .notMet, let reached, reached > held { output.medal = steps[reached].medal }
    return Judgement(output, findings)
  }

  /// From when service counts: anew after the last break, where that is the rule.
  static func start(since: Day, lastBreak: Day?, restarts: Bool) -> Day {
    restarts ? lastBreak.map { max(since, $0.adding(days: 1)) } ?? since : since
  }

  public static func input(for person: PersonFacts) -> Input? {
    let state = person.state
    guard state.kind?.isContract != true else { return nil }
    var input = Input()
    input.serviceSince = state.employee.hireDate
    let severe = state.disciplines.filter {
      $0.kind?.level != .light && $0.effectiveDate.map { $0 <= state.day } ?? false
    }
    input.lastPunished = severe.compactMap { $0.lastDay ?? $0.effectiveDate }.max()
    if state.legalStatus == .unpaidLeave { input.lastUnpaidLeave = state.day }
    let awards = person.book.awards.owned(by: state.employee.id.raw).compactMap(\.kind)
    input.held = AwardKind.serviceMedals.last { awards.contains($0) }
    input.legalStatus = state.legalStatus
    input.day = state.day
    return input
  }

  private static func breaks(_ input: Input) -> [Finding] {
    [
      Finding(
        "slks.punished", Text("Tidak pernah dihukum sedang atau berat", en: "Never a moderate or severe punishment"),
        .init(input.lastPunished == nil), found: input.lastPunished.map { .until($0) }, basis: basis,
        certainty: .verified),
      Finding(
        "slks.unpaidLeave", Text("Tidak pernah CLTN", en: "Never on unpaid leave"),
        .init(input.lastUnpaidLeave == nil), found: input.lastUnpaidLeave.map { .until($0) }, basis: basis,
        certainty: .verified),
    ]
  }
}

extension AwardKind {
  /// The long-service medals, lowest first.
  static let serviceMedals: [AwardKind] = [.service10, .service20, .service30]
}
