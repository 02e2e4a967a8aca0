/// Something agreed in a session, whose turn it is and by when.
///
/// Source: domain reference 9.3.
public struct MentoringAction: Record {
  public static let kind = Kind(
    "mentoring-actions", Text("Tindak lanjut bimbingan", en: "Mentoring action"),
    plural: Text("Tindak lanjut bimbingan", en: "Mentoring actions"), owner: "pair", label: "text", date: "due",
    area: .mentoringLog, standing: Standing(through: "pair", own: OwnPart()))

  public let id: ID<MentoringAction>
  public var pair: ID<MentoringPair>?
  public var session: ID<MentoringSession>?
  public var text: String?
  public var side: PairSide?
  public var due: Day?
  public var doneOn: Day?

  public init(id: ID<MentoringAction>) { self.id = id }

  public static let fields: [Field<MentoringAction>] = [
    Field("pair", Text("Pasangan", en: "Pair"), \.pair, required: true),
    Field("session", Text("Sesi", en: "Session"), \.session),
    Field("text", Text("Tindak lanjut", en: "Action"), \.text, required: true),
    Field("side", Text("Oleh", en: "By whom"), \.side, required: true),
    Field("due", Text("Paling lambat", en: "Due"), \.due),
    Field("doneOn", Text("Selesai pada", en: "Done on"), \.doneOn),
  ]
}

extension MentoringAction {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.notAfter(book.day, doneOn, field: "doneOn")
    ].compactMap(\.self)
  }
}

extension Book {
  public var mentoringActions: Records<MentoringAction> { self[MentoringAction.self] }
}
