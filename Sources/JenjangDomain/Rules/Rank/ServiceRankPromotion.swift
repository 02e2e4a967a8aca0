/// Whether someone who leaves after long service is given one more rank (kenaikan pangkat pengabdian).
///
/// Source: PP 99/2000; domain reference 2.2. Its numbers are unsure, so they leave the judgement to a person.
public enum ServiceRankPromotion: Rule {
  public struct Input: Described {
    public var grade: Grade?
    public var gradeSince: Day?
    public var serviceSince: Day?
    public var allYearsGood: Bool?
    /// The last day of the last moderate or severe punishment; nil when there was none.
    public var lastPunished: Day?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("grade", .grade, \.grade, required: true),
      Field("gradeSince", .gradeSince, \.gradeSince, required: true),
      Field("serviceSince", Text("TMT CPNS", en: "In service since"), \.serviceSince, required: true),
      Field("allYearsGood", Text("Semua tahun paling rendah Baik", en: "All years at least Baik"), \.allYearsGood),
      Field(
        "lastPunished", Text("Hukuman sedang/berat terakhir sampai", en: "Last moderate or severe punishment until"),
        \.lastPunished),
      Field("day", Text("Tanggal berhenti", en: "Day of leaving"), \.day, required: true),
    ]
  }

  public typealias Output = RankPromotionOutcome

  public static let name = "service-rank-promotion"
  public static let title = Text("Kenaikan pangkat pengabdian", en: "Rank promotion at leaving")
  public static let purpose = Text(
    "Apakah pegawai yang pensiun diberi kenaikan pangkat pengabdian.",
    en: "Whether somebody who leaves after long service is given one more rank.")
  public static let basis = RegularRankPromotion.basis
  public static let subject = RuleSubject.career
  public static let parameters = [
    AnyParameter(ChoicePromotion.service30), AnyParameter(ChoicePromotion.service20),
    AnyParameter(ChoicePromotion.service10), AnyParameter(ChoicePromotion.servicePunishment),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day else { return Judgement(Output()) }
    var output = Output()
    output.target = input.grade?.next
    output.earliest = day
    let findings = [
      try time(input, on: day, by: law),
      Finding(
        "promotion.service.good", Text("Semua tahun paling rendah Baik", en: "All years at least Baik"),
        .init(input.allYearsGood), basis: basis, certainty: .unsure),
      try punishment(input, on: day, by: law),
    ]
    return output.judged(findings)
  }

  public static func input(for person: PersonFacts) -> Input? {
    var input = Input()
    input.grade = person.state.grade
    input.gradeSince = person.state.rank?.effectiveDate
    input.serviceSince = person.state.employee.hireDate
    input.lastPunished = person.state.disciplines.filter { $0.kind?.level != .light }.compactMap(\.lastDay).max()
    input.day = person.state.retirement(by: person.law) ?? person.day
    return input
  }

  /// The longer the service, the shorter the time in rank that is asked for.
  private static func time(_ input: Input, on day: Day, by law: Law) throws(NoParameter) -> Finding {
    let condition = Text("Masa kerja dan masa dalam pangkat", en: "Length of service and time in rank")
    let service = input.serviceSince.map { Service(from: $0, to: day) }
    let parameter: Parameter<Int> =
      switch service?.years ?? 0 {
      case 30...: ChoicePromotion.service30
      case 20...: ChoicePromotion.service20
      default: ChoicePromotion.service10
      }
    let months = try law.require(parameter, on: day)
    let inRank = input.gradeSince.map { Service(from: $0, to: day) }
    let isMet = service.flatMap { service in inRank.map { service.years >= 10 && $0.totalMonths >= months.value } }
    let found = service.flatMap { service in
      inRank.map {
        Text(
          "\(service.text.indonesian); dalam pangkat \($0.text.indonesian)",
          en: "\(service.text.english); in rank \($0.text.english)")
      }
    }
    return Finding(
      "promotion.service.time", condition, .init(isMet), found: found,
      needed: Text(
        "sedikitnya 10 tahun; dalam pangkat \(months.value) bulan",
        en: "at least 10 years; \(months.value) months in rank"), by: months)
  }

  private static func punishment(_ input: Input, on day: Day, by law: Law) throws(NoParameter) -> Finding {
    let months = try law.require(ChoicePromotion.servicePunishment, on: day)
    return Finding(
      "promotion.service.discipline",
      Text("Tanpa hukuman disiplin sedang atau berat", en: "No moderate or severe punishment"),
      .init(input.lastPunished.map { $0 < day.adding(months: -months.value) } ?? true),
      found: input.lastPunished.map { .until($0) },
      needed: Text("\(months.value) bulan terakhir", en: "in the last \(months.value) months"), by: months)
  }
}
