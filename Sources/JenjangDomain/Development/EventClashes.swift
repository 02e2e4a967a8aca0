/// Something that cannot be at the same time as something else.
public struct Clash: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case room
    case speaker
    case person
    /// Somebody is on leave, studying or no longer serving.
    case leave
    case holiday
  }

  public let kind: Kind
  public let day: Day
  /// The other event; nil for leave and holidays.
  public let event: ID<LearningEvent>?
  public let person: ID<Employee>?
  public let text: Text
}

/// What an event would collide with, on the days as they are typed.
///
/// Source: domain reference 9.2; peers reference, row 15. One pass over the events of its span: cheap enough for each
/// key.
public struct EventClashes {
  private let book: Book
  private let calendar: WorkingCalendar

  public init(_ book: Book) {
    self.book = book
    calendar = book.workingCalendar
  }

  /// `people` are those who are to take part; the enrolled ones when it is nil.
  public func clashes(
    of event: LearningEvent, sessions: [LearningSession]? = nil, people: [ID<Employee>]? = nil
  ) -> [Clash] {
    guard event.state?.isHeld ?? true else { return [] }
    let days = event.days(sessions: sessions ?? book.sessions(of: event.id), by: calendar)
    guard let first = days.map(\.day).min(), let last = days.map(\.day).max() else { return [] }
    let others = others(of: event, from: first, to: last)
    var found = holidays(days)
    for other in others { found += occupied(days, by: other) }
    let people = people ?? book.enrolments(of: event.id).filter { $0.state?.holdsSeat ?? false }.compactMap(\.employee)
    for person in people { found += personal(person, days, others, event) }
    return found
  }

  /// What stands against a seat for one person.
  public func clashes(of person: ID<Employee>, in event: LearningEvent) -> [Clash] {
    let days = book.days(of: event)
    guard let first = days.map(\.day).min(), let last = days.map(\.day).max() else { return [] }
    return personal(person, days, others(of: event, from: first, to: last), event)
  }

  private struct Other {
    let event: LearningEvent
    let days: [EventDay]
  }

  private func others(of event: LearningEvent, from first: Day, to last: Day) -> [Other] {
    book.events(from: first, to: last).compactMap { row in
      guard let other = book.learningEvents[row], other.id != event.id, other.state?.isHeld ?? true else { return nil }
      return Other(event: other, days: book.days(of: other))
    }
  }

  private func holidays(_ days: [EventDay]) -> [Clash] {
    days.filter { !calendar.isWorkingDay($0.day) }.map { day in
      Clash(
        kind: .holiday, day: day.day, event: nil, person: nil,
        text: Text("\(day.day.withWeekday.indonesian) hari libur", en: "\(day.day.withWeekday.english) is a day off"))
    }
  }

  private func occupied(_ days: [EventDay], by other: Other) -> [Clash] {
    var found: [Clash] = []
    for day in days {
      for taken in other.days where day.overlaps(taken) {
        if let room = day.room, taken.room.map({ Folding.plain($0) == Folding.plain(room) }) ?? false {
          found.append(clash(.room, day, other, .room(room, other.event, taken)))
        }
        if let speaker = day.speaker, taken.speaker == speaker {
          found.append(clash(.speaker, day, other, .speaker(book.speakers[speaker], other.event, taken)))
        }
      }
    }
    return found
  }

  private func personal(
    _ person: ID<Employee>, _ days: [EventDay], _ others: [Other], _ event: LearningEvent
  ) -> [Clash] {
    let name = book.employees[person]?.name ?? "?"
    var found = absences(person, name, days)
    let seats = Set(
      book.enrolments.storedOwned(by: person.raw)
        .filter { $0.event != event.id && $0.state?.holdsSeat ?? false }.compactMap(\.event))
    for other in others where seats.contains(other.event.id) {
      guard let day = days.first(where: { day in other.days.contains { day.overlaps($0) } }) else { continue }
      found.append(clash(.person, day, other, .person(name, other.event), person))
    }
    return found
  }

  /// Leave is what the legal status says; no other leave is on record.
  private func absences(_ person: ID<Employee>, _ name: String, _ days: [EventDay]) -> [Clash] {
    guard let employee = book.employees.stored(person) else { return [] }
    let away: [LegalStatus] = [.studying, .unpaidLeave, .suspended, .preRetirement, .missing]
    guard let status = employee.legalStatus, !status.isServing || away.contains(status) else { return [] }
    guard let day = days.first(where: { day in employee.legalStatusDate.map { $0 <= day.day } ?? true }) else {
      return []
    }
    return [
      Clash(
        kind: .leave, day: day.day, event: nil, person: person,
        text: Text("\(name): \(status.title.indonesian)", en: "\(name): \(status.title.english)"))
    ]
  }

  private func clash(
    _ kind: Clash.Kind, _ day: EventDay, _ other: Other, _ text: Text, _ person: ID<Employee>? = nil
  ) -> Clash {
    Clash(kind: kind, day: day.day, event: other.event.id, person: person, text: text)
  }
}

extension Text {
  fileprivate static func room(_ room: String, _ event: LearningEvent, _ taken: EventDay) -> Text {
    let (name, day) = (event.name ?? "?", taken.day.short)
    return Text(
      "\(room) dipakai \(name), \(day.indonesian) \(taken.times)", en: "\(room): \(name), \(day.english) \(taken.times)"
    )
  }

  fileprivate static func speaker(_ speaker: Speaker?, _ event: LearningEvent, _ taken: EventDay) -> Text {
    let (who, name, day) = (speaker?.name ?? "?", event.name ?? "?", taken.day.short)
    return Text(
      "\(who) berbicara di \(name), \(day.indonesian) \(taken.times)",
      en: "\(who) speaks at \(name), \(day.english) \(taken.times)")
  }

  fileprivate static func person(_ who: String, _ event: LearningEvent) -> Text {
    let name = event.name ?? "?"
    return Text("\(who) mengikuti \(name)", en: "\(who) takes part in \(name)")
  }
}
