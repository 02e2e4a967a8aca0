/// Somebody who is ready to be a mentor: in what, for how many, when and how.
///
/// What the person is strong in is read from the assessments; `topics` adds what no competency names. The person's own
/// entry is the consent.
///
/// Source: peers reference, rows 28 and 31, screen 18.
public struct MentorProfile: Record {
  public static let kind = Kind(
    "mentor-profiles", Text("Kesediaan membimbing", en: "Offer to mentor"),
    plural: Text("Kesediaan membimbing", en: "Offers to mentor"), owner: "employee", label: "topics",
    date: "consentedOn", area: .mentoring,
    standing: Standing(own: OwnPart(withheld: ["employee"])))

  public let id: ID<MentorProfile>
  public var employee: ID<Employee>?
  public var consentedOn: Day?
  public var until: Day?
  public var capacity: Int?
  public var topics: String?
  public var languages: String?
  public var availability: String?
  public var mode: SessionMode?
  public var isOutsideUnit: Bool?
  public var note: String?

  public init(id: ID<MentorProfile>) { self.id = id }

  public static let fields: [Field<MentorProfile>] = [
    Field("employee", Text("Pegawai", en: "Employee"), \.employee, required: true),
    Field("consentedOn", Text("Bersedia sejak", en: "Ready since"), \.consentedOn, required: true),
    Field("until", Text("Sampai", en: "Until"), \.until),
    Field("capacity", Text("Peserta paling banyak", en: "Most mentees"), \.capacity, type: .integer(0...20)),
    Field("topics", Text("Bidang yang dikuasai", en: "Strong in"), \.topics),
    Field("languages", Text("Bahasa", en: "Languages"), \.languages),
    Field("availability", Text("Waktu luang", en: "Free when"), \.availability),
    Field("mode", Text("Cara bertemu", en: "Meets how"), \.mode),
    Field("isOutsideUnit", Text("Juga untuk unit lain", en: "Also for other units"), \.isOutsideUnit),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 1000)),
  ]
}

extension MentorProfile {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.order(start: consentedOn, end: until, field: "until")
    ].compactMap(\.self)
  }
}

extension Book {
  public var mentorProfiles: Records<MentorProfile> { self[MentorProfile.self] }
}
