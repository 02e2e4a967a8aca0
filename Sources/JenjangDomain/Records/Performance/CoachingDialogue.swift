/// A monthly dialogue of a coaching programme.
///
/// Source: domain reference 8.3.
public struct CoachingDialogue: Record {
  public static let kind = Kind(
    "coaching-dialogues", Text("Dialog pembinaan", en: "Coaching dialogue"),
    plural: Text("Dialog pembinaan", en: "Coaching dialogues"), owner: "programme", label: "number", date: "due",
    area: .followUp, standing: Standing(through: "programme", own: OwnPart(fields: [], mayAdd: false)), key: ["number"])

  public let id: ID<CoachingDialogue>
  public var programme: ID<CoachingProgramme>?
  public var number: Int?
  public var due: Day?
  public var heldOn: Day?
  public var progress: String?
  public var agreed: String?
  public var evidence: Attachment?

  public init(id: ID<CoachingDialogue>) { self.id = id }

  public static let fields: [Field<CoachingDialogue>] = [
    Field("programme", Text("Pembinaan", en: "Coaching"), \.programme, required: true),
    Field("number", Text("Dialog ke-", en: "Dialogue"), \.number, type: .integer(1...60), required: true),
    Field("due", Text("Paling lambat", en: "By"), \.due, required: true),
    Field("heldOn", Text("Dilaksanakan", en: "Held on"), \.heldOn),
    Field("progress", Text("Kemajuan", en: "Progress"), \.progress, type: .note(maximum: 2_000)),
    Field("agreed", Text("Kesepakatan", en: "Agreed"), \.agreed, type: .note(maximum: 2_000)),
    Field("evidence", Text("Bukti", en: "Evidence"), \.evidence),
  ]
}

extension CoachingDialogue {
  public func problems(in book: Book) -> [Problem] {
    let programme = programme.flatMap { book.coachingProgrammes[$0] }
    return [
      Problem.order(start: programme?.start, end: heldOn, field: "heldOn"),
      Problem.notAfter(book.day, heldOn, field: "heldOn"),
    ].compactMap(\.self)
  }
}

extension Book {
  public var coachingDialogues: Records<CoachingDialogue> { self[CoachingDialogue.self] }
}
