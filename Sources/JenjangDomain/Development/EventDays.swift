/// One day on which an event is held: when, in which room, with whom.
public struct EventDay: Sendable, Hashable {
  public let day: Day
  /// Nil for the whole day.
  public let from: ClockTime?
  public let to: ClockTime?
  let place: EventRoom?
  public let speaker: ID<Speaker>?
  /// The number of the session; nil for an event without sessions.
  public let session: Int?

  /// The name of the room as it was typed.
  public var room: String? { place?.name }

  /// Whether both are at some moment of one day.
  public func overlaps(_ other: EventDay) -> Bool {
    guard day == other.day else { return false }
    guard let from, let to, let start = other.from, let end = other.to else { return true }
    return from < end && start < to
  }

  /// Whether both name the same room.
  func sharesRoom(with other: EventDay) -> Bool { place != nil && place == other.place }

  /// Whether both name the same speaker.
  func sharesSpeaker(with other: EventDay) -> Bool { speaker != nil && speaker == other.speaker }

  /// `08.00-16.00`; empty for the whole day.
  public var times: String { from.map { from in from.text + (to.map { "-" + $0.text } ?? "") } ?? "" }
}

/// A room by its name; two names are the same room where only case and the marks of letters differ.
struct EventRoom: Sendable, Hashable {
  let name: String
  private let key: [UInt8]

  init(_ name: String) {
    self.name = name
    key = Folding.plain(name)
  }

  static func == (left: EventRoom, right: EventRoom) -> Bool { left.key == right.key }
  func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

/// What an event says of when it is held; its sessions may say otherwise.
struct EventTimes {
  let start: Day?
  let end: Day?
  let from: ClockTime?
  let to: ClockTime?
  let room: EventRoom?

  /// The days of the sessions, or else each working day of the span at the event's own times.
  ///
  /// An event whose span has no working day at all is held on each of its days.
  func days(sessions: [EventDay], isWorked: (Day) -> Bool) -> [EventDay] {
    guard sessions.isEmpty else { return sessions.sorted { ($0.day, $0.session ?? 0) < ($1.day, $1.session ?? 0) } }
    guard let start, let end, start <= end, end.number - start.number < 800 else { return [] }
    let all = (start.number...end.number).map { Day(number: $0) }
    let worked = all.filter(isWorked)
    return (worked.isEmpty ? all : worked).map { day in
      EventDay(day: day, from: from, to: to, place: room, speaker: nil, session: nil)
    }
  }

  /// The day of a session, which has the event's times and room where it names none.
  func session(
    on day: Day, from: ClockTime?, to: ClockTime?, room: String?, speaker: ID<Speaker>?, number: Int?
  ) -> EventDay {
    EventDay(
      day: day, from: from ?? self.from, to: to ?? self.to, place: room.map { EventRoom($0) } ?? self.room,
      speaker: speaker, session: number)
  }
}

extension LearningEvent {
  /// The days on which it is held, by its sessions or its own span.
  public func days(sessions: [LearningSession], by calendar: WorkingCalendar) -> [EventDay] {
    let times = EventTimes(start: start, end: end, from: startTime, to: endTime, room: room.map { EventRoom($0) })
    let dated = sessions.compactMap { session in
      session.date.map { date in
        times.session(
          on: date, from: session.startTime, to: session.endTime, room: session.room, speaker: session.speaker,
          number: session.number)
      }
    }
    return times.days(sessions: dated) { calendar.isWorkingDay($0) }
  }
}

extension Book {
  /// The days of an event as the store has it.
  public func days(of event: LearningEvent) -> [EventDay] {
    event.days(sessions: sessions(of: event.id), by: workingCalendar)
  }

  /// How many times attendance is taken: once a session, or once a day.
  public func attendanceCount(of event: LearningEvent) -> Int {
    let numbers = sessions(of: event.id).compactMap(\.number)
    return min(200, numbers.max() ?? days(of: event).count)
  }

  /// The rows of the events that have any day between two, by start; one pass over two columns.
  public func events(from first: Day, to last: Day) -> [Row] {
    let table = learningEvents.table
    let (starts, ends) = (DayCells(table, "start"), DayCells(table, "end"))
    var found: [(start: Day, row: Row)] = []
    for row in 0..<table.rowCount where table.isLive(row) {
      guard let start = starts[row], start <= last, (ends[row] ?? start) >= first else { continue }
      found.append((start, row))
    }
    return found.sorted { $0 < $1 }.map(\.row)
  }
}
