/// What somebody lacks of the competencies that a post requires.
///
/// Source: PermenPANRB 38/2017; domain reference 4.2. A negative gap needs development.
public enum CompetencyGap: Rule {
  public struct Mark: Described {
    public var competency: StandardCompetency?
    /// The name of a technical competency.
    public var name: String?
    public var achieved: Int?
    /// By the standard of the named post; empty where the kind of post decides.
    public var required: Int?

    public init() {}

    public static let fields: [Field<Mark>] = [
      Field("competency", Text("Kompetensi standar", en: "Standard competency"), \.competency),
      Field("name", Text("Kompetensi teknis", en: "Technical competency"), \.name),
      Field(
        "achieved", Text("Tingkat dicapai", en: "Level achieved"), \.achieved, type: .integer(0...5), required: true),
      Field(
        "required", Text("Tingkat standar", en: "Level required"), \.required, type: .integer(0...5),
        help: Text(
          "Dari standar jabatan bernama; kosong berarti menurut jenis jabatan.",
          en: "By the standard of the named post; empty means by the kind of post.")),
    ]
  }

  public struct Input: Described {
    public var positionKind: PositionKind?
    public var day: Day?
    public var competencies: [Mark] = []

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("positionKind", .positionKind, \.positionKind, required: true),
      Field("day", .lawDay, \.day, required: true),
    ]
    public static var tables: [Rows<Input>] {
      [Rows("competencies", Text("Kompetensi", en: "Competencies"), \.competencies, required: true)]
    }
  }

  public struct Gap: Described {
    public var competency: String?
    public var achieved: Int?
    public var required: Int?
    public var gap: Int?

    public init() {}

    public static let fields: [Field<Gap>] = [
      Field("competency", Text("Kompetensi", en: "Competency"), \.competency),
      Field("achieved", Text("Dicapai", en: "Achieved"), \.achieved),
      Field("required", Text("Standar", en: "Required"), \.required),
      Field("gap", Text("Kesenjangan", en: "Gap"), \.gap, type: .integer(-5...5)),
    ]
  }

  public struct Output: Described {
    public var achieved: Int?
    public var required: Int?
    public var needs: Int?
    public var gaps: [Gap] = []

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("achieved", Text("Jumlah dicapai", en: "Sum achieved"), \.achieved),
      Field("required", Text("Jumlah standar", en: "Sum required"), \.required),
      Field("needs", Text("Perlu dikembangkan", en: "To be developed"), \.needs),
    ]
    public static var tables: [Rows<Output>] { [Rows("gaps", Text("Kesenjangan", en: "Gaps"), \.gaps)] }
  }

  public static let name = "competency-gap"
  public static let title = Text("Kesenjangan kompetensi", en: "Competency gap")
  public static let purpose = Text(
    "Kompetensi mana yang belum mencapai tingkat yang dipersyaratkan jabatan.",
    en: "Which competencies are below the level that the post requires.")
  public static let basis = Text("PermenPANRB 38/2017", en: "PermenPANRB 38/2017 on competency standards")
  public static let subject = RuleSubject.competency
  public static let parameters = [AnyParameter(RequiredLevels.ofPosts), AnyParameter(RequiredLevels.ofFunctionalPosts)]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let kind = input.positionKind, let day = input.day else { return Judgement(Output()) }
    let levels = try law.require(RequiredLevels.parameter(kind), on: day)
    var output = Output()
    var findings: [Finding] = []
    for mark in input.competencies {
      let usual = mark.competency == nil ? nil : levels.value[kind]
      var gap = Gap()
      gap.competency = mark.competency?.rawValue ?? mark.name
      gap.achieved = mark.achieved
      gap.required = mark.required ?? usual
      if let achieved = gap.achieved, let required = gap.required { gap.gap = achieved - required }
      output.gaps.append(gap)
      findings.append(finding(mark, gap, levels))
    }
    output.achieved = output.gaps.compactMap(\.achieved).reduce(0, +)
    output.required = output.gaps.compactMap(\.required).reduce(0, +)
    output.needs = output.gaps.count { ($0.gap ?? 0) < 0 }
    return Judgement(output, findings)
  }

  private static func finding(_ mark: Mark, _ gap: Gap, _ levels: InForce<RequiredLevels.Levels>) -> Finding {
    let condition = mark.competency?.title ?? .verbatim(mark.name ?? "?")
    let isMet = gap.gap.map { $0 >= 0 }
    let found = gap.achieved.map { Text.verbatim(String($0)) }
    let needed = gap.required.map { Text.atLeast(.verbatim(String($0))) }
    guard mark.required != nil || mark.competency == nil else {
      return Finding("competency.gap", condition, isMet: isMet, found: found, needed: needed, by: levels)
    }
    return Finding(
      "competency.gap", condition, .init(isMet), found: found, needed: needed,
      basis: Text("Standar kompetensi jabatan bernama", en: "Standard of the named post"), certainty: .agency)
  }
}
