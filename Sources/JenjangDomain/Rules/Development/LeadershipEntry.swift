/// Whether somebody may enter the leadership training of administrators (PKA) or supervisors (PKP).
///
/// Source: domain reference 9.1. Holders of the post enter; candidates one level lower by rank, which is unsure. The
/// age margin before retirement is not known as a number and not judged.
public enum LeadershipEntry: Rule {
  public struct Input: Described {
    public var training: TrainingKind?
    public var positionKind: PositionKind?
    public var grade: Grade?
    public var isProposed: Bool?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field(
        "training", Text("Pelatihan", en: "Training"), \.training, required: true,
        help: Text("PKA atau PKP.", en: "PKA or PKP.")),
      Field("positionKind", .positionKind, \.positionKind, required: true),
      Field("grade", .grade, \.grade),
      Field("isProposed", .proposed, \.isProposed),
      Field("day", Text("Tanggal mulai pelatihan", en: "Day the training begins"), \.day, required: true),
    ]
  }

  public typealias Output = EligibilityOutcome

  public static let name = "leadership-entry"
  public static let title = Text("Syarat peserta PKA dan PKP", en: "Entry to PKA and PKP")
  public static let purpose = Text(
    "Apakah seseorang boleh mengikuti PKA atau PKP.", en: "Whether somebody may enter the training PKA or PKP.")
  public static let basis = Text("Peraturan LAN 15/2019 dan penggantinya", en: "Peraturan LAN 15/2019 and successors")
  public static let subject = RuleSubject.development
  public static let parameters = [AnyParameter(LeadershipTraining.candidateRanks)]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let training = input.training, let kind = input.positionKind, let day = input.day else {
      return Judgement(Output())
    }
    let ranks = try law.require(LeadershipTraining.candidateRanks, on: day)
    let lower: PositionKind? =
      switch training {
      case .administratorLeadership: .supervisor
      case .supervisorLeadership: .operational
      default: nil
      }
    let isHolder = kind.leadershipTraining == training
    let isCandidate = kind == lower
    var findings = [
      Finding(
        "leadership.position",
        Text(
          "Memegang jabatannya, atau calon satu tingkat di bawahnya", en: "Holds the post, or is one level below it"),
        .init(lower != nil && (isHolder || isCandidate)), found: kind.title, basis: basis, certainty: .known)
    ]
    if lower != nil && isCandidate {
      let allowed = ranks.value[training] ?? []
      findings.append(
        Finding(
          "leadership.rank", LeadershipTraining.candidateRanks.title, isMet: input.grade.map { allowed.contains($0) },
          found: input.grade?.title, needed: Text.list(allowed.map(\.title)), by: ranks))
      findings.append(
        Finding("leadership.proposed", .proposed, .init(input.isProposed), basis: basis, certainty: .known))
    }
    return Output.judged(findings)
  }

  public static func input(for person: PersonFacts) -> Input? {
    var input = Input()
    let kind = person.state.position?.positionKind
    input.positionKind = kind
    input.training =
      kind == .operational ? .supervisorLeadership : kind == .administrator ? .administratorLeadership : nil
    if kind == .supervisor {
      let trainings = person.book.trainings.owned(by: person.state.employee.id.raw)
      let hasFirst = trainings.contains { $0.kind == .supervisorLeadership && $0.isFinished(by: person.day) }
      input.training = hasFirst ? .administratorLeadership : .supervisorLeadership
    }
    input.grade = person.state.grade
    input.day = person.day
    return input
  }
}

extension Text {
  fileprivate static let proposed = Text("Diusulkan sebagai calon", en: "Proposed as a candidate")
}
