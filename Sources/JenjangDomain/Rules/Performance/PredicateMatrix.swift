/// The performance rating that follows from work result and behaviour.
///
/// Source: PermenPANRB 6/2022; domain reference 3.3. A unit's head has the organisation's achievement as work result.
public enum PredicateMatrix: Rule {
  public struct Input: Described {
    public var workResult: ExpectationRating?
    public var behaviour: ExpectationRating?
    public var organisation: OrganisationPredicate?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("workResult", Text("Hasil kerja", en: "Work result"), \.workResult),
      Field("behaviour", Text("Perilaku kerja", en: "Work behaviour"), \.behaviour, required: true),
      Field(
        "organisation", Text("Capaian organisasi, bagi pimpinannya", en: "Organisation's rating, for its head"),
        \.organisation,
        help: Text(
          "Menggantikan hasil kerja bila yang dinilai memimpin unit itu.",
          en: "Takes the place of the work result when the person heads the unit.")),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var predicate: PerformancePredicate?
    public var workResult: ExpectationRating?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("predicate", .predicate, \.predicate),
      Field("workResult", Text("Hasil kerja yang dipakai", en: "Work result that counted"), \.workResult),
    ]
  }

  public static let name = "performance-predicate"
  public static let title = Text("Predikat kinerja", en: "Performance rating")
  public static let purpose = Text(
    "Predikat kinerja dari hasil kerja dan perilaku kerja.",
    en: "The rating that follows from work result and behaviour.")
  public static let basis = Text("PermenPANRB 6/2022", en: "PermenPANRB 6/2022 on performance")
  public static let subject = RuleSubject.performance
  public static let parameters = [AnyParameter(PerformanceRating.matrix), AnyParameter(PerformanceRating.ofHead)]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day, let behaviour = input.behaviour else { return Judgement(Output()) }
    var output = Output()
    var findings: [Finding] = []
    output.workResult = input.workResult
    if let organisation = input.organisation {
      let mapping = try law.require(PerformanceRating.ofHead, on: day)
      output.workResult = mapping.value[organisation]
      findings.append(
        Finding(
          "performance.head", PerformanceRating.ofHead.title, .met, found: organisation.title,
          needed: output.workResult?.title, by: mapping))
    }
    let matrix = try law.require(PerformanceRating.matrix, on: day)
    if let work = output.workResult, let row = matrix.value[work],
      let place = ExpectationRating.allCases.firstIndex(of: behaviour), place < row.count
    {
      output.predicate = row[place]
    }
    let work = output.workResult?.title ?? .verbatim("-")
    findings.append(
      Finding(
        "performance.matrix", Text("Hasil kerja dan perilaku dinilai", en: "Work result and behaviour are rated"),
        output.predicate == nil ? .cannotJudge : .met,
        found: Text(
          "\(work.indonesian) × \(behaviour.title.indonesian)", en: "\(work.english) × \(behaviour.title.english)"),
        needed: output.predicate?.title, by: matrix))
    return Judgement(output, findings)
  }
}
