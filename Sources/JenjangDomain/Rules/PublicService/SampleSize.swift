/// How many people a survey has to ask.
///
/// Source: Krejcie and Morgan; domain reference 10.1. Rounded to the nearest whole number.
public enum SampleSize: Rule {
  public struct Input: Described {
    public var population: Int?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field(
        "population", Text("Populasi", en: "Population"), \.population, type: .integer(1...999_999_999), required: true,
        help: Text("Banyaknya pengguna layanan dalam setahun.", en: "Users of the service in a year.")),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var size: Int?

    public init() {}

    public static let fields: [Field<Output>] = [Field("size", Text("Jumlah responden", en: "Respondents"), \.size)]
  }

  public static let name = "survey-sample"
  public static let title = Text("Jumlah responden survei", en: "Size of a survey sample")
  public static let purpose = Text(
    "Berapa pengguna layanan yang perlu ditanya.", en: "How many users of a service have to be asked.")
  public static let basis = Text("Tabel Krejcie dan Morgan", en: "Table of Krejcie and Morgan")
  public static let subject = RuleSubject.publicService
  public static let parameters = [
    AnyParameter(SatisfactionSurvey.chiSquare), AnyParameter(SatisfactionSurvey.share),
    AnyParameter(SatisfactionSurvey.error),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let population = input.population, let day = input.day else { return Judgement(Output()) }
    let chi = try law.require(SatisfactionSurvey.chiSquare, on: day)
    let share = Fraction(try law.require(SatisfactionSurvey.share, on: day).value)
    let error = Fraction(try law.require(SatisfactionSurvey.error, on: day).value)
    let spread = Fraction(chi.value) * share * (Fraction(1) - share)
    let size = spread * Fraction(population) / (error * error * Fraction(population - 1) + spread)
    var output = Output()
    output.size = Int(size.rounded(0).units)
    let found = output.size.map { Text.count(people: $0) }
    return Judgement(output, [Finding("survey.sample", title, .met, found: found, by: chi)])
  }
}
