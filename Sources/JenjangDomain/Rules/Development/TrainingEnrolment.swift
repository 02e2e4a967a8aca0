/// Whether somebody gets a seat in a training.
///
/// Source: domain reference 9.2. No overlap for one person, the superior approves, the quota has a waiting list.
public enum TrainingEnrolment: Rule {
  public struct Other: Described {
    public var name: String?
    public var start: Day?
    public var end: Day?

    public init() {}

    public static let fields: [Field<Other>] = [
      Field("name", Text("Pelatihan", en: "Training"), \.name),
      Field("start", Text("Mulai", en: "Starts"), \.start, required: true),
      Field("end", Text("Selesai", en: "Ends"), \.end),
    ]
  }

  public struct Input: Described {
    public var start: Day?
    public var end: Day?
    public var quota: Int?
    public var taken: Int?
    public var isApproved: Bool?
    public var meetsPrerequisite: Bool?
    public var others: [Other] = []

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("start", Text("Mulai", en: "Starts"), \.start, required: true),
      Field("end", Text("Selesai", en: "Ends"), \.end),
      Field("quota", Text("Kuota", en: "Quota"), \.quota),
      Field("taken", Text("Kursi terisi", en: "Seats taken"), \.taken),
      Field("isApproved", .approved, \.isApproved),
      Field(
        "meetsPrerequisite", .prerequisite, \.meetsPrerequisite,
        help: Text("Ya bila tidak ada syarat.", en: "Yes where there is none.")),
    ]
    public static var tables: [Rows<Input>] {
      [Rows("others", Text("Pelatihan lain orang itu", en: "Other trainings of the person"), \.others)]
    }
  }

  public struct Output: Described {
    public var outcome: EnrolmentOutcome?

    public init() {}

    public static let fields: [Field<Output>] = [Field("outcome", .outcome, \.outcome)]
  }

  public static let name = "training-enrolment"
  public static let title = Text("Pendaftaran pelatihan", en: "Enrolment in a training")
  public static let purpose = Text(
    "Apakah seseorang mendapat kursi pelatihan atau menunggu.",
    en: "Whether somebody gets a seat in a training or waits.")
  public static let basis = Text.local
  public static let subject = RuleSubject.development

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let start = input.start else { return Judgement(Output()) }
    let end = input.end ?? start
    let overlap = input.others.first { other in
      other.start.map { $0 <= end && start <= (other.end ?? $0) } ?? false
    }
    let findings = [
      Finding(
        "enrolment.overlap", Text("Tidak bertumpuk dengan pelatihan lain", en: "Does not overlap another training"),
        .init(overlap == nil), found: overlap.map { .verbatim($0.name ?? $0.start?.display ?? "") }, basis: basis,
        certainty: .decided),
      Finding("enrolment.approved", .approved, .init(input.isApproved), basis: basis, certainty: .decided),
      Finding(
        "enrolment.prerequisite", .prerequisite, .init(input.meetsPrerequisite), basis: basis, certainty: .decided),
    ]
    var output = Output()
    let isFull = (input.quota.map { $0 <= (input.taken ?? 0) }) ?? false
    switch findings.verdict {
    case .notMet: output.outcome = .refused
    case .cannotJudge: output.outcome = nil
    case .met: output.outcome = isFull ? .waiting : .accepted
    }
    return Judgement(output, findings)
  }
}

extension Text {
  fileprivate static let approved = Text("Disetujui atasan", en: "Approved by the superior")
  fileprivate static let prerequisite = Text("Memenuhi prasyarat", en: "Meets the prerequisite")
}
