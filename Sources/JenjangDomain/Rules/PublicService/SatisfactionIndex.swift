/// The index and the mark of a service unit in the public satisfaction survey (SKM).
///
/// Source: PermenPANRB 14/2017; domain reference 10.1. Each element weighs one ninth exactly: the 0.111 that the form
/// prints would turn 65.00 into 64.94 and with it a C into a D. An element left out shares its weight among the others.
public enum SatisfactionIndex: Rule {
  public struct Element: Described {
    public var element: ServiceElement?
    /// The sum of the valid answers of 1 to 4, and how many there are.
    public var sum: Int?
    public var count: Int?
    /// The mean, where only that is known.
    public var mean: Decimal?

    public init() {}

    public static let fields: [Field<Element>] = [
      Field("element", Text("Unsur", en: "Element"), \.element, required: true),
      Field("sum", Text("Jumlah jawaban", en: "Sum of answers"), \.sum),
      Field(
        "count", Text("Banyaknya jawaban", en: "Number of answers"), \.count,
        help: Text("Hanya jawaban yang sah, 1 sampai 4.", en: "Valid answers only, 1 to 4.")),
      Field(
        "mean", Text("Nilai rata-rata (NRR)", en: "Mean (NRR)"), \.mean, type: .decimal(scale: 4),
        help: Text("Bila jumlah dan banyaknya tidak diketahui.", en: "Where sum and number are not known.")),
    ]
  }

  public struct Input: Described {
    public var day: Day?
    public var elements: [Element] = []

    public init() {}

    public static let fields: [Field<Input>] = [Field("day", .lawDay, \.day, required: true)]
    public static var tables: [Rows<Input>] {
      [Rows("elements", Text("Unsur pelayanan", en: "Elements"), \.elements, required: true)]
    }
  }

  public struct Output: Described {
    /// On the scale of the answers, 1 to 4.
    public var mean: Decimal?
    /// On a scale of 25 to 100.
    public var index: Decimal?
    public var mark: ServiceMark?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("mean", Text("Nilai SKM", en: "Mean of the survey"), \.mean, type: .decimal(scale: 4)),
      Field("index", Text("Nilai konversi SKM", en: "Satisfaction index"), \.index),
      Field("mark", Text("Mutu pelayanan", en: "Mark of the service"), \.mark),
    ]
  }

  public static let name = "satisfaction-index"
  public static let title = Text("Indeks kepuasan masyarakat (SKM)", en: "Public satisfaction index (SKM)")
  public static let purpose = Text(
    "Nilai dan mutu pelayanan dari jawaban survei.", en: "The index and the mark of a service from survey answers.")
  public static let basis = Text("PermenPANRB 14/2017", en: "PermenPANRB 14/2017 on the survey")
  public static let subject = RuleSubject.publicService
  public static let parameters = [AnyParameter(SatisfactionSurvey.marks), AnyParameter(SatisfactionSurvey.elements)]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day else { return Judgement(Output()) }
    let marks = try law.require(SatisfactionSurvey.marks, on: day)
    let elements = try law.require(SatisfactionSurvey.elements, on: day)
    let means = input.elements.compactMap(\.exactMean)
    let isSound = Set(input.elements.map(\.element)).count == input.elements.count && !means.isEmpty
    var findings = [
      Finding(
        "skm.elements", Text("Unsur yang dinilai", en: "Elements that were judged"),
        !isSound || means.count < input.elements.count ? .cannotJudge : .met, found: .verbatim(String(means.count)),
        needed: missing(means.count, of: elements.value), by: elements)
    ]
    guard isSound else { return Judgement(Output(), findings) }
    let mean = means.reduce(.zero, +) / Fraction(means.count)
    let index = (mean * Fraction(25)).rounded(2)
    let mark = ServiceMark.allCases.first { mark in marks.value[mark].map { index >= $0 } ?? true }
    var output = Output()
    output.mean = mean.rounded(4)
    output.index = index
    output.mark = mark
    findings.append(
      Finding("skm.mark", SatisfactionSurvey.marks.title, .met, found: mark?.title, needed: nil, by: marks))
    return Judgement(output, findings)
  }

  /// Fewer elements weigh more each, which the finding says.
  private static func missing(_ count: Int, of all: Int) -> Text? {
    guard count > 0, count < all else { return .verbatim(String(all)) }
    return Text("\(all); yang ada berbobot 1/\(count)", en: "\(all); each one weighs 1/\(count)")
  }
}

extension SatisfactionIndex.Element {
  /// Nil while there is no valid answer, or one outside 1 to 4.
  fileprivate var exactMean: Fraction? {
    let found: Fraction? =
      if let sum, let count, count > 0 { Fraction(Int128(sum), Int128(count)) } else { mean.map { Fraction($0) } }
    return found.flatMap { (Fraction(1)...Fraction(4)).contains($0) ? $0 : nil }
  }
}
