import JSONText

/// How somebody's competence stands against a post: each level required, found and missing.
///
/// Source: domain reference 4.2, by the rules `competency-gap` and `job-person-match`.
public struct PersonCompetence {
  public struct Line: Sendable, Hashable {
    public let code: String
    public let title: String
    /// 0 where the post does not ask for it.
    public let required: Int
    /// The newest level found; nil when it never was.
    public let held: HeldLevel?
    /// Whether that level still counts on the day.
    public let isValid: Bool

    public var achieved: Int? { isValid ? held?.level : nil }
    /// Below zero needs development; nil while there is no level that counts.
    public var gap: Int? { required > 0 ? achieved.map { $0 - required } : nil }
    public var needsDevelopment: Bool { gap.map { $0 < 0 } ?? false }
    public var needsAssessment: Bool { required > 0 && achieved == nil }
  }

  public let day: Day
  public let requirement: StandardsOnDay.Requirement
  /// In the order of the standard; what was found beyond it comes last.
  public private(set) var lines: [Line] = []
  /// The match in per cent, where every level required was found.
  public private(set) var match: JobPersonMatch.Output?
  public private(set) var findings: [Finding] = []

  public init(
    _ held: [String: HeldLevel], against requirement: StandardsOnDay.Requirement, names: CompetencyNames,
    purpose: MatchPurpose = .mapping, on day: Day, by law: Law
  ) {
    self.day = day
    self.requirement = requirement
    let beyond = held.keys.filter { requirement.levels[$0] == nil }.sorted()
    for code in requirement.codes + beyond {
      let level = held[code]
      lines.append(
        Line(
          code: code, title: names[code], required: requirement.levels[code] ?? 0, held: level,
          isValid: level?.isValid(on: day) ?? false))
    }
    judge(purpose, by: law)
  }

  /// Levels below what is required.
  public var gaps: [Line] { lines.filter(\.needsDevelopment) }
  public var unassessed: [Line] { lines.filter(\.needsAssessment) }

  /// The sums of the levels that are both required and known.
  public var achieved: Int { known.compactMap(\.achieved).reduce(0, +) }
  public var required: Int { known.map(\.required).reduce(0, +) }
  private var known: [Line] { lines.filter { $0.required > 0 && $0.achieved != nil } }

  private mutating func judge(_ purpose: MatchPurpose, by law: Law) {
    guard let kind = requirement.positionKind else { return }
    var gap = CompetencyGap.Input()
    gap.positionKind = kind
    gap.day = day
    gap.competencies = known.map { line in
      var mark = CompetencyGap.Mark()
      mark.competency = StandardCompetency(rawValue: line.code)
      mark.name = mark.competency == nil ? line.title : nil
      mark.achieved = line.achieved
      mark.required = line.required
      return mark
    }
    guard !gap.competencies.isEmpty, let found = try? CompetencyGap.judge(gap, by: law) else { return }
    findings = found.findings
    var input = JobPersonMatch.Input()
    input.purpose = purpose
    input.positionKind = kind
    input.achieved = found.output.achieved
    input.required = found.output.required
    input.day = day
    guard let judged = try? JobPersonMatch.judge(input, by: law) else { return }
    match = judged.output
    findings += judged.findings
  }
}

/// The names of competencies by code, read once.
public struct CompetencyNames: Sendable {
  private var names: [String: String] = [:]
  /// The order of the dictionary: the nine first, then by code.
  public private(set) var codes: [String] = []

  public init(_ book: Book) {
    let table = book.competencies.table
    for row in 0..<table.rowCount {
      guard let code = table.storedValue("code", at: row)?.text else { continue }
      names[code] = table.storedValue("name", at: row)?.text ?? code
    }
    let standards = StandardCompetency.allCases.map(\.rawValue)
    codes = standards + names.keys.filter { StandardCompetency(rawValue: $0) == nil }.sorted()
  }

  public subscript(code: String) -> String {
    names[code] ?? StandardCompetency(rawValue: code)?.title.indonesian ?? code
  }
}

extension Book {
  /// The competence of a person for the post held on a day, or for another one.
  public func competence(
    of person: ID<Employee>, for target: (post: Post?, kind: PositionKind?)? = nil, purpose: MatchPurpose = .mapping,
    on day: Day
  ) -> PersonCompetence? {
    guard let row = employees.table.row(of: person.raw) else { return nil }
    let law = law
    let position = state(of: person, on: day)?.position
    let post = target == nil ? position?.post.flatMap { posts[$0] } : target?.post
    let kind = target == nil ? position?.positionKind : target?.kind
    let requirement = StandardsOnDay(self, on: day, by: law).requirement(post: post, kind: kind)
    let held = CompetencyLevels(self, on: day, by: law).held(by: row)
    return PersonCompetence(
      held, against: requirement, names: CompetencyNames(self), purpose: purpose, on: day, by: law)
  }

  /// The goal that somebody pursues; nil without one.
  public func goal(of person: ID<Employee>) -> CareerGoal? {
    careerGoals.owned(by: person.raw).last { $0.state == .active }
  }
}
