/// A year of credit points split by the levels held in it.
///
/// Source: domain reference 3.7: each part with its own coefficient; the level of a month's first day counts.
public enum CreditYear: Rule {
  public struct Level: Described {
    public var positionKind: PositionKind?
    public var effectiveDate: Day?

    public init() {}

    public static let fields: [Field<Level>] = [
      Field("positionKind", .level, \.positionKind, required: true),
      Field("effectiveDate", .verbatim("TMT"), \.effectiveDate, required: true),
    ]
  }

  public struct Input: Described {
    public var year: Int?
    public var firstMonth: Int?
    public var lastMonth: Int?
    public var predicate: PerformancePredicate?
    public var levels: [Level] = []

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("year", Text("Tahun", en: "Year"), \.year, type: .integer(1_990...2_100), required: true),
      Field("firstMonth", Text("Dari bulan", en: "From month"), \.firstMonth, type: .integer(1...12)),
      Field("lastMonth", Text("Sampai bulan", en: "To month"), \.lastMonth, type: .integer(1...12)),
      Field("predicate", .predicate, \.predicate, required: true),
    ]
    public static let tables = [
      Rows<Input>("levels", Text("Jenjang yang dipangku", en: "Levels held"), \.levels, required: true)
    ]
  }

  public typealias Output = CreditConversion.Output

  public static let name = "credit-year"
  public static let title = Text("Angka kredit setahun lintas jenjang", en: "Credit points of a year across levels")
  public static let purpose = Text(
    "Angka kredit setahun yang terbagi oleh kenaikan jenjang.",
    en: "The credit points of a year that a new level divides.")
  public static let basis = CreditConversion.basis
  public static let subject = RuleSubject.performance
  public static let parameters = [AnyParameter(CreditPoints.percent)] + CreditPoints.coefficient.parameters

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    var conversion = CreditConversion.Input()
    conversion.entries = parts(of: input)
    return conversion.entries.isEmpty ? Judgement(Output()) : try CreditConversion.judge(conversion, by: law)
  }

  /// The months of the year by the level held, each part with its own coefficient.
  public static func parts(of input: Input) -> [CreditEntry] {
    guard let year = input.year else { return [] }
    let (first, last) = (input.firstMonth ?? 1, input.lastMonth ?? 12)
    guard first <= last else { return [] }
    var parts: [CreditEntry] = []
    for month in first...last {
      guard let level = level(input.levels, year, month), level.isFunctional else { continue }
      if let part = parts.last, part.positionKind == level, part.lastMonth == month - 1 {
        parts[parts.count - 1].lastMonth = month
      } else {
        var part = CreditEntry()
        part.year = year
        (part.firstMonth, part.lastMonth) = (month, month)
        part.positionKind = level
        part.predicate = input.predicate
        parts.append(part)
      }
    }
    return parts
  }

  public static func input(for person: PersonFacts) -> Input? {
    var input = Input()
    input.year = person.day.year
    input.predicate = person.rating(yearsBack: 0)
    input.levels = levels(of: person.state.employee.id, in: person.book)
    return input
  }

  /// The posts somebody held in his own right, by which the level of a month is found.
  static func levels(of employee: ID<Employee>, in book: Book) -> [Level] {
    book.positionHistories.owned(by: employee.raw).filter(\.isDefinitive).map { position in
      var level = Level()
      level.positionKind = position.positionKind
      level.effectiveDate = position.effectiveDate
      return level
    }
  }

  /// The level held on the first day of a month.
  private static func level(_ levels: [Level], _ year: Int, _ month: Int) -> PositionKind? {
    guard let first = Day(year: year, month: month, day: 1) else { return nil }
    let begun = levels.filter { $0.effectiveDate.map { $0 <= first } ?? false }
    return begun.max { ($0.effectiveDate ?? first) < ($1.effectiveDate ?? first) }?.positionKind
  }
}
