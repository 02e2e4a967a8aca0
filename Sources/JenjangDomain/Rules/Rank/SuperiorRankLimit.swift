/// Whether the superior's rank limits a promotion on a day.
///
/// Source: PP 99/2000; lifted on 20 May 2025 by Peraturan BKN 2/2025; domain reference 2.2.
public enum SuperiorRankLimit: Rule {
  public struct Input: Described {
    public var target: Grade?
    public var superiorGrade: Grade?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("target", Text("Golongan yang dituju", en: "Grade to be reached"), \.target, required: true),
      Field("superiorGrade", Text("Golongan atasan", en: "Grade of the superior"), \.superiorGrade),
      Field("day", Text("TMT kenaikan", en: "Effective date of the promotion"), \.day, required: true),
    ]
  }

  public struct Output: Described {
    /// Whether the superior's rank is a limit at all on the day.
    public var isLimit: Bool?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("isLimit", Text("Pangkat atasan membatasi", en: "The superior's rank is a limit"), \.isLimit)
    ]
  }

  public static let name = "superior-rank-limit"
  public static let title = Text("Batas pangkat atasan", en: "Limit by the superior's rank")
  public static let purpose = Text(
    "Apakah pangkat atasan membatasi kenaikan pangkat pada suatu tanggal.",
    en: "Whether the superior's rank limits a promotion on a day.")
  public static let basis = Text("PP 99/2000, Peraturan BKN 2/2025", en: "PP 99/2000 and Peraturan BKN 2/2025")
  public static let subject = RuleSubject.career
  public static let parameters = [AnyParameter(RegularPromotion.superiorLimits)]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day else { return Judgement(Output()) }
    var output = Output()
    output.isLimit = try law.require(RegularPromotion.superiorLimits, on: day).value
    let finding = try finding(target: input.target, superior: input.superiorGrade, on: day, by: law)
    return Judgement(output, [finding].compactMap(\.self))
  }

  public static func input(for person: PersonFacts) -> Input? {
    var input = Input()
    input.target = person.state.grade?.next
    let superior = person.state.employee.supervisor.flatMap { person.book.state(of: $0, on: person.day) }
    input.superiorGrade = superior?.grade
    input.day = person.day
    return input
  }

  /// Nil on days on which the superior's rank is no limit.
  static func finding(
    target: Grade?, superior: Grade?, on day: Day, by law: Law
  ) throws(NoParameter) -> Finding? {
    let limit = try law.require(RegularPromotion.superiorLimits, on: day)
    guard limit.value, let target else { return nil }
    return Finding(
      "promotion.superior", Text("Tidak melampaui pangkat atasan", en: "Not above the superior's rank"),
      .init(superior.map { target <= $0 }), found: superior.map { .grade($0) },
      needed: Text("paling rendah \(target.rawValue)", en: "at least \(target.rawValue)"), by: limit)
  }
}
