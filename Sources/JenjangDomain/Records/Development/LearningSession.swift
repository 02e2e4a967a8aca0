/// A part of an event on one day, with its times, room, topic and speaker.
///
/// An event without sessions is held on each of its working days, at its own times.
public struct LearningSession: Record {
  public static let kind = Kind(
    "learning-sessions", Text("Sesi kegiatan", en: "Session of an event"),
    plural: Text("Sesi kegiatan", en: "Sessions of events"), owner: "event", label: "topic", date: "date",
    area: .reference)

  public let id: ID<LearningSession>
  public var event: ID<LearningEvent>?
  /// Its place in the marks of attendance.
  public var number: Int?
  public var date: Day?
  public var startTime: ClockTime?
  public var endTime: ClockTime?
  public var topic: String?
  public var room: String?
  public var speaker: ID<Speaker>?
  public var notes: String?

  public init(id: ID<LearningSession>) { self.id = id }

  public static let fields: [Field<LearningSession>] = [
    Field("event", Text("Kegiatan", en: "Event"), \.event, required: true),
    Field("number", Text("Sesi ke-", en: "Session"), \.number, type: .integer(1...200), required: true),
    Field("date", Text("Tanggal", en: "Date"), \.date, required: true),
    Field("startTime", Text("Jam mulai", en: "Starts at"), \.startTime, type: .text(maximum: 5)),
    Field("endTime", Text("Jam selesai", en: "Ends at"), \.endTime, type: .text(maximum: 5)),
    Field("topic", Text("Pokok bahasan", en: "Topic"), \.topic),
    Field("room", Text("Ruang", en: "Room"), \.room, type: .text(maximum: 60)),
    Field("speaker", Text("Narasumber", en: "Speaker"), \.speaker),
    Field(
      "notes", Text("Catatan diskusi dan tindak lanjut", en: "Discussion and follow-up"), \.notes,
      type: .note(maximum: 4_000)),
  ]
}

extension LearningSession {
  public func problems(in book: Book) -> [Problem] {
    [
      startTime != nil && endTime != nil && (endTime?.minutes ?? 0) <= (startTime?.minutes ?? 0)
        ? Problem("endTime", Text("Selesai sebelum mulai", en: "Ends before it starts")) : nil,
      outsideEvent(in: book),
      sameNumber(in: book),
    ].compactMap(\.self) + clashProblems(in: book)
  }

  /// Its room or speaker, where another event has them at that time or the speaker is away.
  private func clashProblems(in book: Book) -> [Problem] {
    guard let event = event.flatMap({ book.learningEvents[$0] }) else { return [] }
    return EventClashes(event, sessions: [self], in: book).ofEvent.compactMap { clash in
      switch clash.kind {
      case .room: Problem("room", clash.text, severity: .warning)
      case .speaker: Problem("speaker", clash.text, severity: .warning)
      case .leave where clash.person != event.coordinator: Problem("speaker", clash.text, severity: .warning)
      default: nil
      }
    }
  }

  private func outsideEvent(in book: Book) -> Problem? {
    let event = event.flatMap { book.learningEvents[$0] }
    return Problem.within(date, event?.start, event?.end, field: "date")
  }

  private func sameNumber(in book: Book) -> Problem? {
    guard let event, let number, book.sessions(of: event).contains(where: { $0.id != id && $0.number == number })
    else { return nil }
    return Problem("number", Text("Sesi ke-\(number) sudah ada", en: "There is a session \(number) already"))
  }
}

extension Book {
  public var learningSessions: Records<LearningSession> { self[LearningSession.self] }
}

extension Book {
  /// The sessions of an event, in the order of their dates.
  public func sessions(of event: ID<LearningEvent>) -> [LearningSession] { learningSessions.owned(by: event.raw) }
}
