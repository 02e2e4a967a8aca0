import JenjangDomain
import JenjangStore
import TerminalKit

/// Sessions of mentoring and seats in events for calendar programs: of one person, one's own above all.
enum SessionCalendars {
  /// Of the user's own pairs; of everybody whose sessions the user reads where there are none, with the right to export.
  static func command<S>(_ name: String) -> Command<S> {
    Command(name, Text("Sesi ke iCalendar", en: "Sessions to iCalendar"), letter: "i", run: { _, view in own(view) })
  }

  static func own(_ view: View) -> Effect {
    let person = view.book.access?.actor.person
    if let person, !view.book.pairs(of: ID(person)).isEmpty { return of(ID(person), view) }
    if let refusal = view.refusal(.export) { return .say(refusal, .warn) }
    return write(view(Text("Bimbingan", en: "Mentoring")), view) { $0.mentoringPairs.all }
  }

  /// Nobody needs a right for the own sessions.
  static func refusal(toWrite person: RecordID, _ view: View) -> Text? {
    if person != view.book.access?.actor.person, let refusal = view.refusal(.export) { return refusal }
    let hasSeat = view.book.enrolments.owned(by: person).contains { $0.state?.holdsSeat ?? false }
    return hasSeat || !view.book.pairs(of: ID(person)).isEmpty ? nil : .nothing
  }

  /// Everything that somebody has in the calendar: the events with a seat, and the sessions of mentoring.
  static func of(_ person: ID<Employee>, _ view: View) -> Effect {
    write(view(Text("Jadwal", en: "Schedule")) + " " + view.person(person), view, of: person) { $0.pairs(of: person) }
  }

  private static func write(
    _ name: String, _ view: View, of person: ID<Employee>? = nil, pairs: @escaping (Book) -> [MentoringPair]
  ) -> Effect {
    let word = view(Text("Bimbingan", en: "Mentoring"))
    return CalendarExport.effect(person == nil ? "bimbingan" : "jadwal", named: name, view) { book in
      (person.map { book.calendarEntries(ofSeats: $0) } ?? [])
        + book.calendarEntries(of: pairs(book)) { pair in word + ": " + PairPage.names(pair, view) }
    }
  }
}

extension Text {
  fileprivate static let nothing = Text(
    "Belum ada kegiatan atau pasangan bimbingan", en: "There is neither an event nor a mentoring pair yet")
}
