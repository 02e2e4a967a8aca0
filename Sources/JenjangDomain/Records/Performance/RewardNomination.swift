/// A proposal to reward somebody, with what it rests on and what became of it.
///
/// Source: peers reference, screen 22.
public struct RewardNomination: Record {
  public static let kind = Kind(
    "reward-nominations", Text("Usulan penghargaan", en: "Reward nomination"),
    plural: Text("Usulan penghargaan", en: "Reward nominations"), owner: "employee", label: "kind", date: "proposedOn",
    area: .followUp, standing: Standing(own: OwnPart(seenOnce: "decidedOn", fields: [], mayAdd: false)),
    key: ["evaluation", "kind"])

  public let id: ID<RewardNomination>
  public var employee: ID<Employee>?
  public var kind: RewardKind?
  public var cycle: ID<EvaluationCycle>?
  /// What it rests on: the rule's findings or the proposer's words.
  public var basis: String?
  public var evaluation: ID<Evaluation>?
  public var innovation: ID<Innovation>?
  public var proposedBy: ID<Employee>?
  public var proposedOn: Day?
  public var state: NominationState?
  public var decidedBy: ID<Employee>?
  public var decidedOn: Day?
  public var decision: String?
  public var decreeNumber: String?
  public var decreeDate: Day?
  public var ceremonyDate: Day?
  public var ceremonyPlace: String?
  /// The award in the person's file, once granted.
  public var award: ID<Award>?

  public init(id: ID<RewardNomination>) { self.id = id }

  public static let fields: [Field<RewardNomination>] = [
    Field("employee", Text("Pegawai", en: "Employee"), \.employee, required: true),
    Field("kind", Text("Jenis penghargaan", en: "Kind of reward"), \.kind, required: true),
    Field("cycle", Text("Siklus", en: "Cycle"), \.cycle),
    Field("basis", Text("Dasar usulan", en: "Basis"), \.basis, type: .note(maximum: 2_000), required: true),
    Field("evaluation", Text("Penilaian", en: "Evaluation"), \.evaluation),
    Field("innovation", Text("Inovasi", en: "Innovation"), \.innovation),
    Field("proposedBy", Text("Diusulkan oleh", en: "Proposed by"), \.proposedBy),
    Field("proposedOn", Text("Diusulkan pada", en: "Proposed on"), \.proposedOn, required: true),
    Field("state", Text("Keadaan", en: "State"), \.state, required: true),
    Field("decidedBy", Text("Diputus oleh", en: "Decided by"), \.decidedBy),
    Field("decidedOn", Text("Diputus pada", en: "Decided on"), \.decidedOn),
    Field("decision", Text("Pertimbangan", en: "Considerations"), \.decision, type: .note(maximum: 2_000)),
    Field("decreeNumber", Text("Nomor SK", en: "Decree number"), \.decreeNumber, type: .text(maximum: 80)),
    Field("decreeDate", Text("Tanggal SK", en: "Decree date"), \.decreeDate),
    Field("ceremonyDate", Text("Tanggal penyerahan", en: "Ceremony on"), \.ceremonyDate),
    Field("ceremonyPlace", Text("Tempat penyerahan", en: "Ceremony at"), \.ceremonyPlace),
    Field("award", Text("Penghargaan di berkas", en: "Award on file"), \.award),
  ]
}

extension RewardNomination {
  public func problems(in book: Book) -> [Problem] {
    [
      proposedBy != nil && proposedBy == employee
        ? Problem("proposedBy", Text("Tidak ada yang mengusulkan dirinya sendiri", en: "Nobody proposes himself"))
        : nil,
      state == .granted && (decreeNumber ?? "").isEmpty
        ? Problem("decreeNumber", Text("Isi nomor SK-nya", en: "Enter the decree number")) : nil,
      Problem.order(start: proposedOn, end: decidedOn, field: "decidedOn"),
    ].compactMap(\.self)
  }
}

extension Book {
  public var rewardNominations: Records<RewardNomination> { self[RewardNomination.self] }
}
