/// When the next salary step (kenaikan gaji berkala, KGB) comes.
///
/// Source: PP 7/1977 articles 11 to 13; domain reference 2.3. A postponed step does not shift the ones after it.
public enum SalaryStep: Rule {
  public struct Input: Described {
    public var grade: Grade?
    public var since: Day?
    public var serviceYears: Int?
    public var serviceMonths: Int?
    public var predicate: PerformancePredicate?
    /// When the reason of a postponement ended; nil while it lasts or when there is none.
    public var reasonEnded: Day?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("grade", .grade, \.grade, required: true),
      Field("since", Text("Masa kerja dihitung pada", en: "Service counted on"), \.since, required: true),
      Field(
        "serviceYears", Text("Masa kerja golongan, tahun", en: "Service in grade, years"), \.serviceYears,
        type: .integer(0...60), required: true),
      Field(
        "serviceMonths", Text("Masa kerja golongan, bulan", en: "Service in grade, months"), \.serviceMonths,
        type: .integer(0...11)),
      Field(
        "predicate", Text("Rata-rata penilaian kinerja", en: "Average performance rating"), \.predicate,
        help: Text("Paling rendah cukup (Butuh Perbaikan).", en: "At least sufficient (needs improvement).")),
      Field(
        "reasonEnded", Text("Sebab penundaan berakhir", en: "Reason of the postponement ended"), \.reasonEnded),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    /// The service in grade, in years, that is reached.
    public var step: Int?
    public var scheduled: Day?
    public var notice: Day?
    /// When it is granted; later than scheduled after a postponement.
    public var granted: Day?
    /// By when a postponement must be judged again.
    public var review: Day?
    public var following: Day?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("step", Text("Masa kerja yang dicapai, tahun", en: "Service reached, years"), \.step),
      Field("scheduled", Text("KGB berikut", en: "Next salary step"), \.scheduled),
      Field("notice", Text("Pemberitahuan", en: "Notice"), \.notice),
      Field("granted", Text("Diberikan", en: "Granted"), \.granted),
      Field("review", Text("Penundaan dinilai lagi paling lambat", en: "Postponement judged again by"), \.review),
      Field("following", Text("KGB sesudahnya", en: "The step after it"), \.following),
    ]
  }

  public static let name = "salary-step"
  public static let title = Text("Kenaikan gaji berkala", en: "Salary step")
  public static let purpose = Text(
    "Kapan gaji berkala berikut naik, diberitahukan, atau ditunda.",
    en: "When the next salary step comes, is announced, or is postponed.")
  public static let basis = Text("PP 7/1977 pasal 11-13", en: "PP 7/1977, articles 11 to 13")
  public static let subject = RuleSubject.career
  public static let parameters = [
    AnyParameter(SalarySteps.steps), AnyParameter(SalarySteps.noticeMonths), AnyParameter(SalarySteps.postponement),
    AnyParameter(SalarySteps.lowest),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day, let grade = input.grade, let since = input.since, let years = input.serviceYears else {
      return Judgement(Output())
    }
    let table = try law.require(SalarySteps.steps, on: day)
    let served = years * 12 + (input.serviceMonths ?? 0)
    let ahead = upcoming(table.value[grade] ?? [], since: since, served: served, on: day)
    let next = ahead.first
    var output = Output()
    output.step = next
    output.scheduled = next.map { SalaryStep.day(of: $0, since: since, served: served) }
    output.following = ahead.dropFirst().first.map { SalaryStep.day(of: $0, since: since, served: served) }
    let steps = Finding(
      "salary.step", Text("Ada kenaikan berikut di tabel gaji", en: "The salary table has a next step"),
      table.value[grade] == nil ? .cannotJudge : .init(next != nil),
      found: Service(months: served + since.months(until: day)).text,
      needed: output.step.map { .count(years: $0) }, by: table)
    guard let scheduled = output.scheduled else { return Judgement(output, [steps]) }
    let notice = try law.require(SalarySteps.noticeMonths, on: day)
    output.notice = scheduled.adding(months: -notice.value)
    let rating = try rating(input, on: day, by: law)
    if rating.status == .notMet { try postpone(&output, input, scheduled, by: law) } else { output.granted = scheduled }
    return Judgement(output, [steps, rating])
  }

  /// The steps that come on a day or later, of those that the salary table has.
  ///
  /// `served` is the service in grade in months on the day `since`.
  static func upcoming(_ steps: [Int], since: Day, served: Int, on day: Day) -> ArraySlice<Int> {
    let elapsed = since.months(until: day)
    return steps.drop { step in
      let months = step * 12 - served
      return months <= 0 || months < elapsed || since.adding(months: months) < day
    }
  }

  static func day(of step: Int, since: Day, served: Int) -> Day { since.adding(months: step * 12 - served) }

  public static func input(for person: PersonFacts) -> Input? {
    var input = Input()
    input.grade = person.state.grade
    input.since = person.state.rank?.effectiveDate
    input.serviceYears = person.state.rank?.serviceYears
    input.serviceMonths = person.state.rank?.serviceMonths
    input.predicate = person.ratingOfLastYear
    input.day = person.day
    return input
  }

  private static func rating(_ input: Input, on day: Day, by law: Law) throws(NoParameter) -> Finding {
    let lowest = try law.require(SalarySteps.lowest, on: day)
    return Finding(
      "salary.rating", Text("Penilaian kinerja rata-rata cukup", en: "Performance sufficient on average"),
      .init(input.predicate.map { $0 >= lowest.value }), found: input.predicate?.title, needed: lowest.value.title,
      by: lowest)
  }

  /// Once the reason has ended it is granted from the following month; until then it is judged anew each year at most.
  private static func postpone(
    _ output: inout Output, _ input: Input, _ scheduled: Day, by law: Law
  ) throws(NoParameter) {
    if let ended = input.reasonEnded {
      output.granted = max(scheduled, ended.firstOfMonth.adding(months: 1))
    } else {
      output.review = scheduled.adding(months: try law.require(SalarySteps.postponement, on: scheduled).value)
    }
  }
}
