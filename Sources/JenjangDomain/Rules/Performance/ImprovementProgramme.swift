/// What follows when performance falls short, and the dates of the improvement programme.
///
/// Source: PP 30/2019 articles 56 to 58; domain reference 8.3. Its dialogues are monthly from the start.
public enum ImprovementProgramme: Rule {
  public struct Input: Described {
    public var predicate: PerformancePredicate?
    public var start: Day?
    public var result: ProgrammeResult?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("predicate", .predicate, \.predicate, required: true),
      Field("start", Text("Mulai program", en: "Programme begins"), \.start, required: true),
      Field("result", Text("Hasil program", en: "Result of the programme"), \.result),
    ]
  }

  public struct Dialogue: Described {
    public var number: Int?
    public var date: Day?

    public init() {}

    public static let fields: [Field<Dialogue>] = [
      Field("number", Text("Dialog ke-", en: "Dialogue"), \.number),
      Field("date", Text("Paling lambat", en: "By"), \.date),
    ]
  }

  public struct Output: Described {
    public var measure: PerformanceMeasure?
    /// The last day of the programme.
    public var end: Day?
    /// Until when somebody without a fitting post can be placed for the time being.
    public var placementUntil: Day?
    public var dialogues: [Dialogue] = []

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("measure", Text("Tindak lanjut", en: "What follows"), \.measure),
      Field("end", Text("Program berakhir", en: "Programme ends"), \.end),
      Field("placementUntil", Text("Penempatan sementara sampai", en: "Temporary placement until"), \.placementUntil),
    ]
    public static let tables = [
      Rows<Output>("dialogues", Text("Dialog kinerja", en: "Performance dialogues"), \.dialogues)
    ]
  }

  public static let name = "improvement-programme"
  public static let title = Text("Program perbaikan kinerja", en: "Improvement programme")
  public static let purpose = Text(
    "Tindak lanjut kinerja yang kurang, dengan tanggal program enam bulan.",
    en: "What follows when performance falls short, with the dates of the programme.")
  public static let basis = Text("PP 30/2019 pasal 56-58", en: "PP 30/2019, articles 56 to 58")
  public static let subject = RuleSubject.performance
  public static let parameters = [AnyParameter(LowPerformance.months), AnyParameter(LowPerformance.placementMonths)]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let predicate = input.predicate, let start = input.start else { return Judgement(Output()) }
    let measure = measure(predicate)
    var output = Output()
    output.measure = measure
    var findings = [
      Finding(
        "programme.rating", Text("Kinerja paling rendah Baik", en: "Performance at least Baik"),
        .init(measure == .none), found: predicate.title, needed: measure.title, basis: basis, certainty: .known)
    ]
    guard measure == .programme else { return Judgement(output, findings) }
    let months = try law.require(LowPerformance.months, on: start)
    let after = start.adding(months: months.value)
    output.end = after.adding(days: -1)
    output.dialogues = (1...max(1, months.value)).map { number in
      var dialogue = Dialogue()
      dialogue.number = number
      dialogue.date = start.adding(months: number).adding(days: -1)
      return dialogue
    }
    findings.append(
      Finding(
        "programme.months", LowPerformance.months.title, .met, found: output.end.map { .until($0) },
        needed: .count(months: months.value), by: months))
    if let result = input.result, result != .passed {
      let placement = try law.require(LowPerformance.placementMonths, on: after)
      output.placementUntil = after.adding(months: placement.value).adding(days: -1)
      findings.append(
        Finding(
          "programme.placement", LowPerformance.placementMonths.title, .notMet, found: result.title,
          needed: output.placementUntil.map { .until($0) }, by: placement
        ).asAdvice)
    }
    return Judgement(output, findings)
  }

  private static func measure(_ predicate: PerformancePredicate) -> PerformanceMeasure {
    switch predicate {
    case .veryGood, .good: .none
    case .needsImprovement: .coaching
    case .poor, .veryPoor: .programme
    }
  }
}
