/// A mentor and a mentee, from the proposal to the end.
///
/// Both say yes before it begins; what the match was made of is kept as it was.
///
/// Source: domain reference 9.3; peers reference, rows 28 to 31.
public struct MentoringPair: Record {
  public static let kind = Kind(
    "mentoring-pairs", Text("Pasangan bimbingan", en: "Mentoring pair"),
    plural: Text("Pasangan bimbingan", en: "Mentoring pairs"), owner: "mentee", label: "goal", date: "start",
    area: .mentoring, person: "mentee",
    standing: Standing(
      parties: ["mentor"], isShared: true,
      partyFields: ["mentorAcceptedOn", "state", "start", "end", "endedOn", "endCause", "endNote", "goal"],
      own: OwnPart(
        fields: ["menteeAcceptedOn", "state", "endedOn", "endCause", "endNote", "goal"], mayAdd: false)))

  public let id: ID<MentoringPair>
  public var mentee: ID<Employee>?
  public var mentor: ID<Employee>?
  public var kind: MentoringKind?
  public var state: PairState?
  public var programme: ID<MentoringProgramme>?
  public var goal: String?
  public var proposedOn: Day?
  public var proposedBy: ID<Employee>?
  public var mentorAcceptedOn: Day?
  public var menteeAcceptedOn: Day?
  public var start: Day?
  public var end: Day?
  public var endedOn: Day?
  public var endCause: PairEndCause?
  public var endNote: String?
  public var score: Decimal?
  public var reasons: String?
  public var follows: ID<MentoringPair>?
  public var policy: String?

  public init(id: ID<MentoringPair>) { self.id = id }

  public static let fields: [Field<MentoringPair>] = [
    Field("mentee", Text("Peserta", en: "Mentee"), \.mentee, required: true),
    Field("mentor", Text("Pembimbing", en: "Mentor"), \.mentor, required: true),
    Field("kind", Text("Bentuk", en: "Form"), \.kind, required: true),
    Field("state", Text("Keadaan", en: "State"), \.state, required: true),
    Field("programme", Text("Program", en: "Programme"), \.programme),
    Field("goal", Text("Tujuan bersama", en: "Shared goal"), \.goal, type: .text(maximum: 200)),
    Field("proposedOn", Text("Diusulkan pada", en: "Proposed on"), \.proposedOn, required: true),
    Field("proposedBy", Text("Diusulkan oleh", en: "Proposed by"), \.proposedBy),
    Field("mentorAcceptedOn", Text("Disetujui pembimbing", en: "Mentor said yes"), \.mentorAcceptedOn),
    Field("menteeAcceptedOn", Text("Disetujui peserta", en: "Mentee said yes"), \.menteeAcceptedOn),
    Field("start", Text("Mulai", en: "From"), \.start),
    Field("end", Text("Sampai", en: "To"), \.end),
    Field("endedOn", Text("Berakhir pada", en: "Ended on"), \.endedOn),
    Field("endCause", Text("Sebab berakhir lebih awal", en: "Why ended early"), \.endCause),
    Field("endNote", Text("Catatan akhir", en: "Closing note"), \.endNote, type: .note(maximum: 1000)),
    Field("score", Text("Nilai kecocokan", en: "Match score"), \.score, type: .decimal(scale: 1)),
    Field("reasons", Text("Dasar kecocokan", en: "Why matched"), \.reasons, type: .note(maximum: 1000)),
    Field("follows", Text("Melanjutkan pasangan", en: "Follows the pair"), \.follows),
    Field("policy", Text("Parameter yang dipakai", en: "Parameters used"), \.policy, type: .note(maximum: 1000)),
  ]
}

extension MentoringPair {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.order(start: start, end: end, field: "end"),
      Problem.order(start: start, end: endedOn, field: "endedOn"),
      mentor != nil && mentor == mentee ? Problem("mentor", .ownMentor) : nil,
      state?.isRunning == true && start == nil
        ? Problem("start", Text("Isi mulainya bimbingan", en: "Say when the mentoring begins")) : nil,
      state?.isRunning == true && (mentorAcceptedOn == nil || menteeAcceptedOn == nil)
        ? Problem("state", Text("Keduanya harus menyetujui dahulu", en: "Both have to say yes first")) : nil,
      state == .stopped && endCause == nil
        ? Problem("endCause", Text("Sebutkan sebabnya", en: "Say why")) : nil,
    ].compactMap(\.self)
  }
}

extension Book {
  public var mentoringPairs: Records<MentoringPair> { self[MentoringPair.self] }
}
