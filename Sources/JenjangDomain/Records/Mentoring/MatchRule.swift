/// A pair kept together or apart by hand, whatever the scores say.
///
/// Source: peers reference, idea 12.
public struct MatchRule: Record {
  public static let kind = Kind(
    "match-rules", Text("Putusan pasangan", en: "Decision on a pair"),
    plural: Text("Putusan pasangan", en: "Decisions on pairs"), owner: "mentee", label: "kind", date: "from",
    area: .mentoring, person: "mentee",
    standing: Standing(
      parties: ["mentor"], isShared: true, partyFields: [], own: OwnPart(fields: [], mayAdd: false)))

  public let id: ID<MatchRule>
  public var mentee: ID<Employee>?
  public var mentor: ID<Employee>?
  public var kind: MatchRuleKind?
  public var from: Day?
  public var until: Day?
  public var reason: String?

  public init(id: ID<MatchRule>) { self.id = id }

  public static let fields: [Field<MatchRule>] = [
    Field("mentee", Text("Peserta", en: "Mentee"), \.mentee, required: true),
    Field("mentor", Text("Pembimbing", en: "Mentor"), \.mentor, required: true),
    Field("kind", Text("Putusan", en: "Decision"), \.kind, required: true),
    Field("from", Text("Mulai", en: "From"), \.from, required: true),
    Field("until", Text("Sampai", en: "Until"), \.until),
    Field("reason", Text("Alasan", en: "Reason"), \.reason, required: true),
  ]
}

extension MatchRule {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.order(start: from, end: until, field: "until"),
      mentor != nil && mentor == mentee ? Problem("mentor", .ownMentor) : nil,
    ].compactMap(\.self)
  }
}

extension Book {
  public var matchRules: Records<MatchRule> { self[MatchRule.self] }
}
