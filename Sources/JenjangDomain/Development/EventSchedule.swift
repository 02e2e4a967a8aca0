import JSONText

/// When events are held, read from columns: no record is decoded.
///
/// What a calendar and a search for clashes ask for each key, among twenty thousand events and more.
struct EventSchedule {
  struct Held {
    let row: Row
    let state: EventState?
    let days: [EventDay]
  }

  private let book: Book
  private let states: CodeCells<EventState>
  private let starts: DayCells
  private let ends: DayCells
  private let startTimes: TextCells
  private let endTimes: TextCells
  private let rooms: TextCells
  private let sessions: SessionCells
  private var worked: WorkedDays

  init(_ book: Book) {
    let table = book.learningEvents.table
    self.book = book
    states = CodeCells(table, "state")
    (starts, ends) = (DayCells(table, "start"), DayCells(table, "end"))
    (startTimes, endTimes) = (TextCells(table, "startTime"), TextCells(table, "endTime"))
    rooms = TextCells(table, "room")
    sessions = SessionCells(book)
    worked = WorkedDays(book.workingCalendar)
  }

  /// The events that the actor sees and that have any day between two, by start.
  mutating func events(from first: Day, to last: Day, where isWanted: (Row, EventState?) -> Bool) -> [Held] {
    let rows = book.learningEvents.table.seen(book.events(from: first, to: last))
    return rows.compactMap { row in
      let state = states[row]
      return isWanted(row, state) ? Held(row: row, state: state, days: days(of: row)) : nil
    }
  }

  private mutating func days(of row: Row) -> [EventDay] {
    let times = EventTimes(
      start: starts[row], end: ends[row], from: startTimes[row].flatMap { ClockTime($0) },
      to: endTimes[row].flatMap { ClockTime($0) }, room: rooms[row].map { EventRoom($0) })
    return times.days(sessions: sessions.days(of: row, times)) { worked.contains($0) }
  }
}

/// The sessions of events by row.
private struct SessionCells {
  private let table: Table
  private let speakerTable: Table
  private let dates: DayCells
  private let startTimes: TextCells
  private let endTimes: TextCells
  private let rooms: TextCells
  private let speakers: ReferenceCells

  init(_ book: Book) {
    table = book.learningSessions.table
    speakerTable = book.speakers.table
    dates = DayCells(table, "date")
    (startTimes, endTimes) = (TextCells(table, "startTime"), TextCells(table, "endTime"))
    rooms = TextCells(table, "room")
    speakers = ReferenceCells(table, "speaker")
  }

  func days(of event: Row, _ times: EventTimes) -> [EventDay] {
    table.rows(ownedBy: event).compactMap { row in
      dates[row].map { day in
        times.session(
          on: day, from: startTimes[row].flatMap { ClockTime($0) }, to: endTimes[row].flatMap { ClockTime($0) },
          room: rooms[row], speaker: speakers[row].map { ID(speakerTable.id(of: $0)) },
          number: table.storedValue("number", at: row)?.integer.map { Int($0) })
      }
    }
  }
}

/// Which days are worked, each asked for once: many events lie on the same days.
private struct WorkedDays {
  private let calendar: WorkingCalendar
  private var known: [Day: Bool] = [:]

  init(_ calendar: WorkingCalendar) { self.calendar = calendar }

  mutating func contains(_ day: Day) -> Bool {
    if let isWorked = known[day] { return isWorked }
    let isWorked = calendar.isWorkingDay(day)
    known[day] = isWorked
    return isWorked
  }
}
