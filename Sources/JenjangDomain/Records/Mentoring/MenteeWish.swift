/// Somebody who wants a mentor: for what, and whom if there is a wish.
///
/// Gaps and the career goal are read from their own records.
///
/// Source: peers reference, rows 28 and 30, screen 18.
public struct MenteeWish: Record {
  public static let kind = Kind(
    "mentee-wishes", Text("Permintaan bimbingan", en: "Wish for a mentor"),
    plural: Text("Permintaan bimbingan", en: "Wishes for a mentor"), owner: "employee", label: "topics",
    date: "consentedOn", area: .mentoring,
    standing: Standing(own: OwnPart(withheld: ["employee"])))

  public let id: ID<MenteeWish>
  public var employee: ID<Employee>?
  public var consentedOn: Day?
  public var until: Day?
  public var topics: String?
  public var competency: ID<Competency>?
  public var mentor: ID<Employee>?
  public var languages: String?
  public var mode: SessionMode?
  public var note: String?

  public init(id: ID<MenteeWish>) { self.id = id }

  public static let fields: [Field<MenteeWish>] = [
    Field("employee", Text("Pegawai", en: "Employee"), \.employee, required: true),
    Field("consentedOn", Text("Diminta sejak", en: "Wanted since"), \.consentedOn, required: true),
    Field("until", Text("Sampai", en: "Until"), \.until),
    Field("topics", Text("Yang ingin dipelajari", en: "Wants to learn"), \.topics),
    Field("competency", Text("Kompetensi utama", en: "First competency"), \.competency),
    Field("mentor", Text("Pembimbing yang diinginkan", en: "Mentor wished for"), \.mentor),
    Field("languages", Text("Bahasa", en: "Languages"), \.languages),
    Field("mode", Text("Cara bertemu", en: "Meets how"), \.mode),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 1000)),
  ]
}

extension MenteeWish {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.order(start: consentedOn, end: until, field: "until"),
      mentor != nil && mentor == employee ? Problem("mentor", .ownMentor) : nil,
    ].compactMap(\.self)
  }
}

extension Book {
  public var menteeWishes: Records<MenteeWish> { self[MenteeWish.self] }
}
