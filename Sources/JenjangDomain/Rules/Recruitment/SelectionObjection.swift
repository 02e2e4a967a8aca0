/// Until when candidates of an intake may object to a result, and by when they are answered.
///
/// Source: domain reference 7.2. The days are read as calendar days, the first one after the announcement.
public enum SelectionObjection: Rule {
  public struct Input: Described {
    public var announced: Day?
    public var filed: Day?
    public var answered: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("announced", Text("Hasil diumumkan", en: "Result announced on"), \.announced, required: true),
      Field("filed", Text("Sanggah diajukan", en: "Objection made on"), \.filed),
      Field("answered", Text("Sanggah dijawab", en: "Objection answered on"), \.answered),
    ]
  }

  public struct Output: Described {
    /// The last day for objecting, counted in.
    public var objectBy: Day?
    /// The last day for the answer, counted in.
    public var answerBy: Day?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("objectBy", Text("Sanggah paling lambat", en: "Object by"), \.objectBy),
      Field("answerBy", Text("Jawaban paling lambat", en: "Answer by"), \.answerBy),
    ]
  }

  public static let name = "selection-objection"
  public static let title = Text("Masa sanggah pengadaan", en: "Objections in recruitment")
  public static let purpose = Text(
    "Sampai kapan hasil seleksi dapat disanggah, dan kapan harus dijawab.",
    en: "Until when a result of the intake can be objected to, and by when it is answered.")
  public static let basis = Text("Ketentuan pengadaan CPNS", en: "Rules of the CPNS intake")
  public static let subject = RuleSubject.recruitment
  public static let parameters = [
    AnyParameter(ApplicantLimits.objectionDays), AnyParameter(ApplicantLimits.answerDays),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let announced = input.announced else { return Judgement(Output()) }
    let days = try law.require(ApplicantLimits.objectionDays, on: announced)
    let answer = try law.require(ApplicantLimits.answerDays, on: announced)
    let last = announced.adding(days: days.value)
    let answerBy = last.adding(days: answer.value)
    var output = Output()
    output.objectBy = last
    output.answerBy = answerBy
    return Judgement(
      output,
      [
        Finding(
          "objection.window", ApplicantLimits.objectionDays.title,
          isMet: input.filed.map { announced <= $0 && $0 <= last }, found: input.filed.map { .day($0) },
          needed: .until(last), by: days),
        Finding(
          "objection.answer", ApplicantLimits.answerDays.title, isMet: input.answered.map { $0 <= answerBy },
          found: input.answered.map { .day($0) }, needed: .until(answerBy), by: answer),
      ])
  }
}
