/// What somebody who was there thought of an event: four numbers and a sentence.
public struct EventFeedback: Record {
  public static let kind = Kind(
    "event-feedback", Text("Umpan balik peserta", en: "Participant's feedback"),
    plural: Text("Umpan balik peserta", en: "Participants' feedback"), owner: "enrolment", label: "comment",
    date: "date", area: .opinion, standing: Standing(through: "enrolment", own: OwnPart()))

  public let id: ID<EventFeedback>
  public var enrolment: ID<Enrolment>?
  public var date: Day?
  public var usefulness: Int?
  public var content: Int?
  public var speakers: Int?
  public var arrangement: Int?
  public var comment: String?

  public init(id: ID<EventFeedback>) { self.id = id }

  public static let fields: [Field<EventFeedback>] = [
    Field("enrolment", Text("Kepesertaan", en: "Enrolment"), \.enrolment, required: true),
    Field("date", Text("Tanggal", en: "Date"), \.date, required: true),
    Field(
      "usefulness", Text("Manfaat bagi pekerjaan", en: "Useful for the work"), \.usefulness, type: .integer(1...4),
      required: true, help: Text("1 kurang sampai 4 sangat baik.", en: "1 poor to 4 very good.")),
    Field("content", Text("Materi", en: "Contents"), \.content, type: .integer(1...4)),
    Field("speakers", Text("Narasumber", en: "Speakers"), \.speakers, type: .integer(1...4)),
    Field("arrangement", Text("Penyelenggaraan", en: "Arrangement"), \.arrangement, type: .integer(1...4)),
    Field("comment", Text("Komentar", en: "Comment"), \.comment, type: .note(maximum: 1_000)),
  ]
}

extension EventFeedback {
  public func problems(in book: Book) -> [Problem] {
    [
      absentee(in: book),
      Problem.notAfter(book.day, date, field: "date"),
    ].compactMap(\.self)
  }

  /// Only who was there can say how it was.
  private func absentee(in book: Book) -> Problem? {
    guard let enrolment = enrolment.flatMap({ book.enrolments[$0] }), !enrolment.wasThere else { return nil }
    return Problem(
      "enrolment", Text("Hanya yang hadir dapat memberi umpan balik", en: "Only those who were there give feedback"))
  }
}

extension Book {
  public var eventFeedback: Records<EventFeedback> { self[EventFeedback.self] }
}

extension Enrolment {
  /// Whether the person came to at least one session.
  public var wasThere: Bool { attendance.map { $0.count(of: .present) > 0 } ?? (state == .passed || state == .failed) }
}
