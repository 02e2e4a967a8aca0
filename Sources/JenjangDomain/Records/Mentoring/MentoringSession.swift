/// A session of a pair as both may read it: when, how long, what about, GROW, what comes next.
///
/// What only its writer may read is a `MentoringNote`.
///
/// Source: domain reference 9.3.
public struct MentoringSession: Record {
  public static let kind = Kind(
    "mentoring-sessions", Text("Sesi bimbingan", en: "Mentoring session"),
    plural: Text("Sesi bimbingan", en: "Mentoring sessions"), owner: "pair", label: "topic", date: "date",
    area: .mentoringLog, standing: Standing(through: "pair", own: OwnPart()))

  public let id: ID<MentoringSession>
  public var pair: ID<MentoringPair>?
  public var date: Day?
  public var minutes: Int?
  public var mode: SessionMode?
  public var topic: String?
  public var note: String?
  public var goal: String?
  public var reality: String?
  public var options: String?
  public var will: String?
  public var nextDate: Day?
  public var loggedBy: ID<Employee>?

  public init(id: ID<MentoringSession>) { self.id = id }

  public static let fields: [Field<MentoringSession>] = [
    Field("pair", Text("Pasangan", en: "Pair"), \.pair, required: true),
    Field("date", Text("Tanggal", en: "Date"), \.date, required: true),
    Field("minutes", Text("Menit", en: "Minutes"), \.minutes, type: .integer(5...600), required: true),
    Field("mode", Text("Cara", en: "How"), \.mode, required: true),
    Field("topic", Text("Topik", en: "Topic"), \.topic, required: true),
    Field(
      "note", Text("Catatan bersama", en: "Shared note"), \.note, type: .note(maximum: 4000),
      help: Text("Dibaca oleh keduanya.", en: "Both of you read it.")),
    Field("goal", Text("Tujuan (Goal)", en: "Goal"), \.goal, type: .note(maximum: 2000)),
    Field("reality", Text("Keadaan (Reality)", en: "Reality"), \.reality, type: .note(maximum: 2000)),
    Field("options", Text("Pilihan (Options)", en: "Options"), \.options, type: .note(maximum: 2000)),
    Field("will", Text("Tekad (Will)", en: "Will"), \.will, type: .note(maximum: 2000)),
    Field("nextDate", Text("Sesi berikut", en: "Next session"), \.nextDate),
    Field("loggedBy", Text("Dicatat oleh", en: "Logged by"), \.loggedBy),
  ]
}

extension MentoringSession {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.notAfter(book.day, date, field: "date"),
      Problem.order(start: date, end: nextDate, field: "nextDate"), twin(in: book),
    ].compactMap(\.self) + absences(in: book)
  }

  /// Who of the two is away on the day agreed on.
  private func absences(in book: Book) -> [Problem] {
    guard let pair = pair.flatMap({ book.mentoringPairs[$0] }), nextDate.map({ book.day <= $0 }) ?? false else {
      return []
    }
    return [pair.mentor, pair.mentee].compactMap { Problem.away($0, on: nextDate, field: "nextDate", in: book) }
  }

  /// Both of a pair may log: what one has logged already is told to the other.
  private func twin(in book: Book) -> Problem? {
    guard let pair, let date else { return nil }
    let other = book.mentoringSessions.owned(by: pair.raw).first { $0.id != id && $0.date == date }
    return other.map { Problem("date", .twin($0.topic ?? "?"), severity: .warning) }
  }
}

extension Book {
  public var mentoringSessions: Records<MentoringSession> { self[MentoringSession.self] }
}

extension Text {
  fileprivate static func twin(_ topic: String) -> Text {
    Text("Sesi hari itu sudah tercatat: \(topic)", en: "A session of that day is on file: \(topic)")
  }
}
