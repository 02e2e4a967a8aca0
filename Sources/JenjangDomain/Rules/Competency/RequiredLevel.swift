/// The level at which a kind of post requires the nine standard competencies.
///
/// Source: domain reference 4.1; the published standard of a named post overrides it.
public enum RequiredLevel: Rule {
  public struct Input: Described {
    public var positionKind: PositionKind?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("positionKind", .positionKind, \.positionKind, required: true),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var level: CompetencyLevel?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("level", Text("Tingkat", en: "Level"), \.level)
    ]
  }

  public static let name = "required-level"
  public static let title = Text("Tingkat kompetensi jabatan", en: "Competency level of a post")
  public static let purpose = Text(
    "Pada tingkat berapa sembilan kompetensi dipersyaratkan untuk jenis jabatan.",
    en: "At which level the nine competencies are required for a kind of post.")
  public static let basis = RequiredLevels.basis
  public static let subject = RuleSubject.competency
  public static let parameters = [AnyParameter(RequiredLevels.ofPosts), AnyParameter(RequiredLevels.ofFunctionalPosts)]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let kind = input.positionKind, let day = input.day else { return Judgement(Output()) }
    let levels = try law.require(RequiredLevels.parameter(kind), on: day)
    var output = Output()
    output.level = levels.value[kind].flatMap { CompetencyLevel(rawValue: String($0)) }
    return Judgement(
      output,
      [
        Finding(
          "competency.required", title, output.level == nil ? .cannotJudge : .met, found: kind.title,
          needed: output.level?.title, by: levels)
      ])
  }

  public static func input(for person: PersonFacts) -> Input? {
    var input = Input()
    input.positionKind = person.state.position?.positionKind
    input.day = person.day
    return input
  }
}
