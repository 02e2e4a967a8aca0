/// Until when an objection to a performance rating can be made.
///
/// Source: PP 30/2019 article 59; domain reference 3.6. The text says days; they are read as calendar days.
public enum ObjectionDeadline: Rule {
  public struct Input: Described {
    public var received: Day?
    public var filed: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("received", Text("Hasil diterima", en: "Result received on"), \.received, required: true),
      Field("filed", Text("Keberatan diajukan", en: "Objection made on"), \.filed),
    ]
  }

  public struct Output: Described {
    /// The last day, counted in.
    public var deadline: Day?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("deadline", Text("Batas keberatan", en: "Last day for an objection"), \.deadline)
    ]
  }

  public static let name = "objection-deadline"
  public static let title = Text("Batas waktu keberatan kinerja", en: "Deadline of an objection to a rating")
  public static let purpose = Text(
    "Sampai kapan keberatan atas hasil penilaian kinerja dapat diajukan.",
    en: "Until when an objection to a performance rating can be made.")
  public static let basis = Text("PP 30/2019 pasal 59", en: "PP 30/2019, article 59")
  public static let subject = RuleSubject.performance
  public static let parameters = [AnyParameter(PerformanceRating.objectionDays)]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let received = input.received else { return Judgement(Output()) }
    let days = try law.require(PerformanceRating.objectionDays, on: received)
    let deadline = received.adding(days: days.value)
    var output = Output()
    output.deadline = deadline
    var findings = [
      Finding(
        "objection.days", PerformanceRating.objectionDays.title, .met, found: .until(deadline),
        needed: .count(days: days.value), by: days)
    ]
    if let filed = input.filed {
      findings.append(
        Finding(
          "objection.inTime", Text("Diajukan tepat waktu", en: "Made in time"),
          .init(received <= filed && filed <= deadline), found: .day(filed), needed: .until(deadline),
          basis: days.version.basis, certainty: .unsure, parameter: days.use))
    }
    return Judgement(output, findings)
  }
}
