import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension TrainingCalendar {
  static let commandTable: [Command<TrainingCalendar>] =
    [
      Command(
        "calendar.open", Text("Buka kegiatan", en: "Open the event"), keys: ["enter"], label: Text("Buka", en: "Open"),
        refusal: { calendar, _ in calendar.selected == nil ? .noEvent : nil },
        run: { calendar, _ in calendar.selected.map { .push(EventPage($0.event)) } ?? .none }),
      Command(
        "calendar.new", Text("Jadwalkan pada hari ini", en: "Schedule on this day"), keys: ["f6", "ctrl-n"],
        label: Text("Baru", en: "New"), saves: true,
        refusal: { _, view in view.book.access?.refusal(toWrite: LearningEvent.kind) },
        run: { calendar, view in .push(calendar.programmes) }),
      Command(
        "calendar.edit",
        Text("Isi kehadiran, atau ubah kegiatan yang belum mulai", en: "Attendance, or edit the event"),
        keys: ["f7", "ctrl-e"], label: Text("Hadir/ubah", en: "Attend/edit"), saves: true,
        refusal: { calendar, view in
          calendar.selected == nil ? .noEvent : view.book.access?.refusal(toWrite: LearningEvent.kind)
        }, run: { calendar, view in calendar.edit(view) }),
      Command(
        "calendar.nextClash", Text("Bentrok berikut", en: "Next clash"), keys: ["f8", "ctrl-g"],
        label: Text("Bentrok", en: "Clash"), refusal: { calendar, _ in calendar.nextClash == nil ? .noClash : nil },
        run: { calendar, _ in
          if let day = calendar.nextClash { calendar.go(to: day) }
          return .none
        }),
      ActionMenu.command("calendar.actions"),
      Command(
        "calendar.mode", Text("Bulan, pekan, agenda", en: "Month, week, agenda"), keys: ["f11", "ctrl-t"],
        label: Text("Tampilan", en: "View")
      ) { calendar, _ in
        calendar.mode = Mode(rawValue: (calendar.mode.rawValue + 1) % Mode.allCases.count) ?? .month
        return .none
      },
      Command("calendar.today", Text("Ke hari ini", en: "To today"), keys: ["home"]) { calendar, view in
        calendar.go(to: view.today)
        return .none
      },
    ] + moving + actions

  private static func step(
    _ verb: String, _ title: Text, _ key: String, _ step: @escaping (inout TrainingCalendar) -> Void
  ) -> Command<TrainingCalendar> {
    Command("calendar.\(verb)", title, keys: [key]) { calendar, _ in
      step(&calendar)
      return .none
    }
  }

  private static let moving = [
    step("right", Text("Hari berikut", en: "Next day"), "right") { $0.go(to: $0.day.adding(days: 1)) },
    step("left", Text("Hari sebelumnya", en: "Previous day"), "left") { $0.go(to: $0.day.adding(days: -1)) },
    step("down", Text("Pekan berikut; di agenda turun", en: "Next week; in the agenda down"), "down") { calendar in
      if calendar.mode == .agenda { calendar.choose(1) } else { calendar.go(to: calendar.day.adding(days: 7)) }
    },
    step("up", Text("Pekan sebelumnya; di agenda naik", en: "Previous week; in the agenda up"), "up") { calendar in
      if calendar.mode == .agenda { calendar.choose(-1) } else { calendar.go(to: calendar.day.adding(days: -7)) }
    },
    step("nextPage", Text("Bulan atau pekan berikut", en: "Next month or week"), "pgdn") { $0.turn(1) },
    step("previousPage", Text("Bulan atau pekan sebelumnya", en: "Previous month or week"), "pgup") { $0.turn(-1) },
    step("nextEvent", Text("Kegiatan berikut hari itu", en: "Next event of the day"), "tab") { $0.choose(1) },
    step("previousEvent", Text("Kegiatan sebelumnya hari itu", en: "Previous event of the day"), "shift-tab") {
      $0.choose(-1)
    },
  ]

  private static let actions: [Command<TrainingCalendar>] = [
    Command(
      "calendar.move", Text("Geser kegiatan ke tanggal lain", en: "Move the event to another day"), letter: "g",
      saves: true,
      refusal: { calendar, view in
        calendar.selected == nil ? .noEvent : view.book.access?.refusal(toWrite: LearningEvent.kind)
      }, run: { calendar, view in calendar.event(view).map { .push(Events.moving($0, view)) } ?? .none }),
    Command(
      "calendar.steps", Text("Langkah kegiatan: buka, tunda, batalkan …", en: "Steps of the event: open, cancel …"),
      letter: "l", saves: true,
      refusal: { calendar, view in
        calendar.selected == nil ? .noEvent : view.book.access?.refusal(toWrite: LearningEvent.kind)
      }, run: { calendar, _ in calendar.selected.map { .push(Events.steps($0.event)) } ?? .none }),
    Command("calendar.unit", Text("Hanya satu unit penyelenggara", en: "Only one organising unit"), letter: "u") {
      _, _ in .push(units)
    },
    Command(
      "calendar.export", Text("Ekspor yang tampil ke iCalendar", en: "Export what is shown to iCalendar"), letter: "i",
      refusal: { _, view in view.refusal(.export) },
      run: { calendar, view in
        let (first, last) = calendar.span
        let events = view.book.events(from: first, to: last).map {
          ID<LearningEvent>(view.book.learningEvents.table.id(of: $0))
        }
        return Events.export(events, named: calendar.title(view), view)
      }),
  ]

  /// Every month its own first day; a week stays on its weekday.
  private mutating func turn(_ step: Int) {
    switch mode {
    case .month: go(to: day.adding(months: step))
    case .week: go(to: day.adding(days: 7 * step))
    case .agenda: grid.move(step > 0 ? .pageDown : .pageUp, of: agenda.count)
    }
  }

  private var nextClash: Day? {
    let clashes = calendar?.clashes ?? []
    return clashes.first { day < $0 } ?? clashes.first { $0 != day }
  }

  private func edit(_ view: View) -> Effect {
    guard let event = event(view) else { return .none }
    let hasBegun = event.start.map { $0 <= view.today } ?? false
    if hasBegun, event.state?.isHeld ?? true { return .push(AttendanceGrid(event.id)) }
    return .push(FormScreen.edit(kind: LearningEvent.kind.name, id: event.id.raw, view: view))
  }

  /// A programme of the catalogue for the day, or an event without one.
  private var programmes: Chooser {
    let day = day
    return Chooser("calendar.programme", Text("Program apa", en: "Which programme"), columns: 76) { query, view in
      let free = Choice(
        title: view(Text("(tanpa program)", en: "(without a programme)")), effect: .replace(Events.new(on: day, view)))
      let found = view.book.learningProgrammes.all.filter {
        query.isEmpty || Fuzzy.score(query, in: $0.name ?? "") != nil
      }
      return found.map { programme in
        Choice(
          title: programme.name ?? "?", detail: programme.field ?? "", key: programme.code ?? "",
          effect: .replace(Events.new(of: programme.id, on: day, view)))
      } + [free]
    }
  }

  private static var units: Chooser {
    Chooser("calendar.units", Text("Unit penyelenggara", en: "Organising unit"), columns: 70) { query, view in
      let all = Choice(
        title: view(Text("Semua unit", en: "All units")),
        effect: .back(to: TrainingCalendar.self) { calendar, _ in
          calendar.show(only: nil)
          return .none
        })
      let nodes = UnitTree(view.book, on: view.today).nodes
      return [all]
        + nodes.filter { query.isEmpty || Fuzzy.score(query, in: $0.unit.name ?? "") != nil }.prefix(200).map { node in
          Choice(
            title: node.unit.name ?? "?", key: node.unit.code ?? "",
            effect: .back(to: TrainingCalendar.self) { calendar, _ in
              calendar.show(only: node.unit.id)
              return .none
            })
        }
    }
  }
}

extension Text {
  fileprivate static let noEvent = Text("Tidak ada kegiatan pada hari ini", en: "There is no event on this day")
  fileprivate static let noClash = Text("Tidak ada bentrok di sini", en: "Nothing clashes here")
}
