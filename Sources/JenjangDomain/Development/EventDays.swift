/// One day on which an event is held: when, in which room, with whom.
public struct EventDay: Sendable, Hashable {
  public let day: Day
  /// Nil for the whole day.
  public let from: ClockTime?
  public let to: ClockTime?
  public let room: String?
  public let speaker: ID<Speaker>?
  /// The number of the session; nil for an event without sessions.
  public let session: Int?

  /// Whether both are at some moment of one day.
  public func overlaps(_ other: EventDay) -> Bool {
    guard day == other.day else { return false }
    guard let from, let to, let start = other.from, let end = other.to else { return true }
    return from < end && start < to
  }

  /// `08.00-16.00`; empty for the whole day.
  public var times: String { from.map { from in from.text + (to.map { "-" + $0.text } ?? "") } ?? "" }
}

extension LearningEvent {
  /// The days on which it is held: its sessions, or else each working day of its span at its own times.
  ///
  /// An event whose span has no working day at all is held on each of its days.
  public func days(sessions: [LearningSession], by calendar: WorkingCalendar) -> [EventDay] {
    let dated = sessions.compactMap { session in
      session.date.map { date in
        EventDay(
          day: date, from: session.startTime ?? startTime, to: session.endTime ?? endTime,
          room: session.room ?? room, speaker: session.speaker, session: session.number)
      }
    }
    guard dated.isEmpty else { return dated.sorted { ($0.day, $0.session ?? 0) < ($1.day, $1.session ?? 0) } }
    guard let start, let end, start <= end, end.number - start.number < 800 else { return [] }
    let all = (start.number...end.number).map { Day(number: $0) }
    let worked = all.filter { calendar.isWorkingDay($0) }
    return (worked.isEmpty ? all : worked).map { day in
      EventDay(day: day, from: startTime, to: endTime, room: room, speaker: nil, session: nil)
    }
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
    return (0..<table.rowCount).filter { row in
      guard table.isLive(row), let start = starts[row], start <= last else { return false }
      return (ends[row] ?? start) >= first
    }.sorted { ((starts[$0] ?? first), $0) < ((starts[$1] ?? first), $1) }
  }
}
