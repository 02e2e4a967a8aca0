/// The first day on which a promotion in rank can take effect (TMT kenaikan pangkat).
///
/// Source: PP 99/2000, Peraturan BKN 4/2023 and 4/2025; domain reference 2.2.
public enum RankPromotionDay: Rule {
  public struct Input: Described {
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("day", Text("Syarat terpenuhi sejak", en: "Conditions met since"), \.day, required: true)
    ]
  }

  public struct Output: Described {
    public var earliest: Day?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("earliest", Text("TMT paling awal", en: "Earliest effective date"), \.earliest)
    ]
  }

  public static let name = "rank-promotion-day"
  public static let title = Text("TMT kenaikan pangkat", en: "Effective date of a rank promotion")
  public static let purpose = Text(
    "Hari pertama kenaikan pangkat dapat berlaku menurut periode pada masanya.",
    en: "The first day on which a rank promotion can take effect by the periods of its time.")
  public static let basis = Text(
    "PP 99/2000, Peraturan BKN 4/2023 dan 4/2025", en: "PP 99/2000, Peraturan BKN 4/2023 and 4/2025")
  public static let subject = RuleSubject.career
  public static let parameters = [AnyParameter(PromotionPeriods.months)]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day else { return Judgement(Output()) }
    var output = Output()
    output.earliest = PromotionPeriods.first(onOrAfter: day, by: law)
    let periods = try law.require(PromotionPeriods.months, on: output.earliest ?? day)
    let finding = Finding(
      "promotion.period", PromotionPeriods.months.title, .init(output.earliest != nil),
      found: output.earliest.map { .day($0) },
      needed: .verbatim(periods.value.map(String.init).joined(separator: ", ")),
      by: periods)
    return Judgement(output, [finding])
  }
}
