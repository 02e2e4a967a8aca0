import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let events = ScreenEntry(.events, title: Text("Daftar kegiatan", en: "List of events"), group: .development)
}

extension ListSpec {
  static let events = ListSpec(
    name: "events", title: LearningEvent.kind.plural, kind: LearningEvent.kind.name,
    columns: ["start", "name", "state", "end", "place", "capacity", "provider"],
    sort: Query.Sort("start", descending: true), open: { id, _, _ in .push(EventPage(ID(id))) },
    commands: [
      Command(
        "events.calendar", Text("Ekspor ke kalender (iCalendar)", en: "Export to a calendar (iCalendar)"), letter: "i",
        refusal: { list, view in list.selected == nil ? .chooseFirst : view.refusal(.export) },
        run: { list, view in
          Events.export(list.chosen(view).map { ID($0) }, named: view(LearningEvent.kind.plural), view)
        })
    ]
  ).edited()
}

/// What can be done with events from several screens.
enum Events {
  /// The form of a new event of a programme.
  static func new(of programme: ID<LearningProgramme>, on day: Day, _ view: View) -> FormScreen {
    var object = JSONObject()
    if let programme = view.book.learningProgrammes[programme] {
      object = LearningEvent(ID(view.session.newID()), of: programme, from: day, by: view.book.workingCalendar).object
    }
    return FormScreen.new(kind: LearningEvent.kind.name, preset: object, view: view)
  }

  /// The form of a new event on a day.
  static func new(on day: Day, _ view: View) -> FormScreen {
    var object = JSONObject()
    for (field, value) in [("start", day.iso), ("end", day.iso), ("startTime", "08.00"), ("endTime", "16.00")] {
      object[field] = .string(value)
    }
    object["state"] = .string(EventState.planned.rawValue)
    object["form"] = .string(LearningForm.workshop.rawValue)
    return FormScreen.new(kind: LearningEvent.kind.name, preset: object, view: view)
  }

  /// Asks for a year, then schedules programmes in it as they recur.
  static func recurring(_ programmes: [ID<LearningProgramme>], _ view: View) -> Effect {
    let usual = view.today.month >= 9 ? view.today.year + 1 : view.today.year
    return .push(
      Prompt(
        "programmes.year", Text("Jadwalkan untuk tahun", en: "Schedule for the year"), text: String(usual),
        help: [
          Text(
            "Satu kegiatan tiap masa keterulangan; bulan yang sudah terisi dilewati.",
            en: "One event for each recurrence; months that have one are passed over.")
        ],
        check: { text, _ in
          Int(text).map { (2_000...2_100).contains($0) } ?? false ? nil : Text("Ketik tahun", en: "Type a year")
        },
        done: { text, view in
          .all([.pop, .push(units(programmes, in: Int(text) ?? usual))])
        }))
  }

  /// Asks for which units, each of which gets events of its own.
  private static func units(_ programmes: [ID<LearningProgramme>], in year: Int) -> Prompt {
    Prompt(
      "programmes.units", Text("Untuk unit mana \(year)", en: "For which units in \(year)"),
      help: [
        Text(
          "Kode unit dipisah koma: tiap unit mendapat kegiatan sendiri, berselang sepekan, kursinya untuk pegawainya.",
          en: "Codes with commas: each unit gets its own events, a week apart, with seats for its own people."),
        Text(
          "* untuk semua perangkat daerah; kosong untuk satu kegiatan bersama.",
          en: "* for every unit directly below the top; blank for one event together."),
      ],
      check: { text, view in
        unitsNamed(text, view).missing.map { code in
          Text("Tidak ada unit berkode \(code)", en: "There is no unit with the code \(code)")
        }
      },
      done: { text, view in
        let units = unitsNamed(text, view).units
        let made = programmes.compactMap { view.book.learningProgrammes[$0] }.flatMap { programme in
          view.book.recurring(programme, in: year, for: units) { view.session.newID() }
        }
        guard !made.isEmpty else {
          return .all([.pop, .say(Text("Semua sudah terjadwal", en: "All are scheduled"), .warn)])
        }
        let count = made.count
        let done = Text("\(count) kegiatan dijadwalkan", en: "\(count) events scheduled")
        return .all([.pop, SaveOperations.effect(done, made.map { .creating($0) }, done: done, view)])
      })
  }

  /// The units whose codes were typed, and the first code that no unit has.
  private static func unitsNamed(_ text: String, _ view: View) -> (units: [Unit], missing: String?) {
    let nodes = UnitTree(view.book, on: view.today).nodes
    if text.filter({ $0 != " " }) == "*" { return (nodes.filter { $0.depth == 1 }.map(\.unit), nil) }
    var units: [Unit] = []
    for part in text.split(separator: ",") {
      let code = String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      guard let node = nodes.first(where: { $0.unit.code?.lowercased() == code.lowercased() }) else {
        return (units, code)
      }
      units.append(node.unit)
    }
    return (units, nil)
  }

  /// Writes events to a file that calendar programs read.
  static func export(_ events: [ID<LearningEvent>], named name: String, _ view: View) -> Effect {
    CalendarExport.effect("kalender", named: name, view) { book in
      events.compactMap { book.learningEvents[$0] }.flatMap { book.calendarEntries(of: $0) }
    }
  }

  /// Asks for the day to which an event moves, then shows what that means before it is done.
  static func moving(_ event: LearningEvent, _ view: View) -> Prompt {
    Prompt(
      "event.move", Text("Pindahkan ke tanggal", en: "Move to the day"), text: event.start?.display ?? "",
      help: [
        .verbatim(event.name ?? "?"), Text("Misalnya +1b, sel, 3011, 30-11-2026.", en: "For instance +1b, tue, 3011."),
      ],
      check: { text, view in
        Day(typed: text, today: view.today, language: view.language) == nil
          ? Text("Bukan tanggal", en: "Not a date") : nil
      },
      done: { text, view in
        guard let day = Day(typed: text, today: view.today, language: view.language) else { return .none }
        return .replace(ask(view.book.moving(event, to: day), Text("Pindahkan", en: "Move"), letter: "p"))
      })
  }

  /// The question before a change with consequences: what it means for people, rooms and money.
  static func ask(_ transition: EventTransition, _ verb: Text, letter: Character) -> Question {
    let name = transition.event.name ?? "?"
    let done = Text("\(name): \(verb.indonesian)", en: "\(name): \(verb.english)")
    return Question(
      done, [.verbatim(name)] + transition.consequences, verb: verb, letter: letter,
      accepted: .commit(Transaction(transition.operations), done: done, then: .none))
  }

  /// The steps that an event can take; those it cannot, with the reason.
  static func steps(_ id: ID<LearningEvent>) -> Chooser {
    Chooser("event.steps", Text("Langkah kegiatan", en: "Steps of the event"), choosesByLetter: true, columns: 76) {
      _, view in
      guard let event = view.book.learningEvents[id] else { return [] }
      return zip("12345678", EventStep.allCases).map { letter, step in
        let reason = event.refusal(of: step, in: view.book).map { view($0) }
        return Choice(
          title: view(step.title), detail: reason.map { "(" + $0 + ")" } ?? "", reason: reason, letter: letter,
          effect: .replace(taking(step, of: event, view)))
      }
    }
  }

  /// A step that frees seats or money asks for its cause first; the others are done at once.
  private static func taking(_ step: EventStep, of event: LearningEvent, _ view: View) -> any Screen {
    guard step.needsCause else {
      return ask(
        view.book.transition(of: event, step, on: view.today) { view.session.newID() }, step.title, letter: "y")
    }
    return Chooser("event.cause", Text("Sebabnya", en: "The cause"), choosesByLetter: true, columns: 60) { _, view in
      zip("1234567", EventCause.allCases).map { letter, cause in
        let transition = view.book.transition(of: event, step, cause: cause, on: view.today) { view.session.newID() }
        return Choice(
          title: view(cause.title), letter: letter, effect: .replace(ask(transition, step.title, letter: "y")))
      }
    }
  }
}
