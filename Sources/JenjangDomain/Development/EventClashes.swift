/// What an event would collide with, on the days as they are typed.
///
/// Made once for an event, then asked for the event itself and for each person: cheap enough for each key. One that is
/// postponed or cancelled collides with nothing.
///
/// Source: domain reference 9.2; peers reference, row 15.
public struct EventClashes {
  private let book: Book
  private let event: LearningEvent
  private let days: [EventDay]
  /// The other events of its span that are held.
  private let others: [EventSchedule.Held]
  private let places: [Row: Int]
  private let absences: Absences
  private let seats: SeatCells

  /// `sessions` are those of the store when it is nil; an event without any is held on its own days.
  public init(_ event: LearningEvent, sessions: [LearningSession]? = nil, in book: Book) {
    self.book = book
    self.event = event
    let isHeld = event.state?.isHeld ?? true
    let days =
      isHeld ? event.days(sessions: sessions ?? book.sessions(of: event.id), by: book.workingCalendar) : []
    self.days = days
    others = EventClashes.others(of: event.id, days.map(\.day), in: book)
    places = Dictionary(uniqueKeysWithValues: others.enumerated().map { ($0.element.row, $0.offset) })
    absences = Absences(book)
    seats = SeatCells(book)
  }

  private static func others(
    of event: ID<LearningEvent>, _ days: [Day], in book: Book
  ) -> [EventSchedule.Held] {
    guard let first = days.min(), let last = days.max() else { return [] }
    let own = book.learningEvents.table.row(of: event.raw)
    var schedule = EventSchedule(book)
    return schedule.events(from: first, to: last) { row, state in row != own && state?.isHeld ?? true }
  }

  /// Everything that stands against it: days off, rooms, speakers, and the people who are to take part.
  ///
  /// `people` are those with a seat when it is nil.
  public func all(people: [ID<Employee>]? = nil) -> [Clash] {
    let table = book.employees.table
    let rows = people.map { $0.compactMap { table.row(of: $0.raw) } } ?? seats.people(in: event.id)
    return ofEvent + rows.flatMap { of($0) }
  }

  /// What stands against the event whoever takes part.
  public var ofEvent: [Clash] {
    let calendar = book.workingCalendar
    var found = days.filter { !calendar.isWorkingDay($0.day) }.map { Clash.holiday($0.day) }
    for other in others { found += occupied(by: other) }
    return found + awaySpeakers + away(event.coordinator, on: days.map(\.day))
  }

  /// What stands against a seat for one person.
  public func of(_ person: ID<Employee>) -> [Clash] {
    book.employees.table.row(of: person.raw).map { of($0) } ?? []
  }

  func of(_ person: Row) -> [Clash] {
    guard !days.isEmpty else { return [] }
    let id = ID<Employee>(book.employees.table.id(of: person))
    var found: [Clash] = []
    if let away = absences.first(of: person, on: days.map(\.day)) {
      found.append(.leave(id, name(of: person), away.day, away.why))
    }
    for taken in seats.events(of: person) {
      guard let other = places[taken].map({ others[$0] }),
        let day = days.first(where: { day in other.days.contains { day.overlaps($0) } })
      else { continue }
      found.append(clash(.person, day, other, .takesPart(name(of: person), in: name(of: other)), id))
    }
    return found
  }

  private func occupied(by other: EventSchedule.Held) -> [Clash] {
    var found: [Clash] = []
    for day in days {
      for taken in other.days where day.overlaps(taken) {
        if let room = day.room, day.sharesRoom(with: taken) {
          found.append(clash(.room, day, other, .taken(room, by: name(of: other), taken)))
        }
        if day.sharesSpeaker(with: taken) {
          let who = day.speaker.flatMap { book.speakers[$0]?.name } ?? "?"
          found.append(clash(.speaker, day, other, .speaks(who, at: name(of: other), taken)))
        }
      }
    }
    return found
  }

  /// Speakers of the agency's own who are away on the day of their session.
  private var awaySpeakers: [Clash] {
    days.flatMap { day in
      away(day.speaker.flatMap { book.speakers[$0]?.employee }, on: [day.day])
    }
  }

  private func away(_ person: ID<Employee>?, on days: [Day]) -> [Clash] {
    guard let person, let row = book.employees.table.row(of: person.raw),
      let away = absences.first(of: row, on: days)
    else { return [] }
    return [.leave(person, name(of: row), away.day, away.why)]
  }

  private func name(of person: Row) -> String { book.employees.table.label(at: person) ?? "?" }
  private func name(of other: EventSchedule.Held) -> String { book.learningEvents.table.label(at: other.row) ?? "?" }

  private func clash(
    _ kind: Clash.Kind, _ day: EventDay, _ other: EventSchedule.Held, _ text: Text, _ person: ID<Employee>? = nil
  ) -> Clash {
    let id = ID<LearningEvent>(book.learningEvents.table.id(of: other.row))
    return Clash(kind: kind, day: day.day, event: id, person: person, text: text)
  }
}

/// Who has a seat where, read from columns, whoever looks.
private struct SeatCells {
  private let table: Table
  private let people: ReferenceCells
  private let events: ReferenceCells
  private let states: CodeCells<EnrolmentState>

  init(_ book: Book) {
    table = book.enrolments.table
    (people, events) = (ReferenceCells(table, "employee"), ReferenceCells(table, "event"))
    states = CodeCells(table, "state")
  }

  /// The people with a seat in an event, by row.
  func people(in event: ID<LearningEvent>) -> [Row] {
    table.storedRows(referring: "event", to: event.raw).filter { states[$0]?.holdsSeat ?? false }
      .compactMap { people[$0] }
  }

  /// The events in which somebody has a seat, by row.
  func events(of person: Row) -> [Row] {
    table.children.rows(of: person).filter { table.hasRow($0) && table.isLive($0) && states[$0]?.holdsSeat ?? false }
      .compactMap { events[$0] }
  }
}
