import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let trainingCalendar = ScreenEntry(
    name: "training-calendar", title: Text("Kalender pelatihan", en: "Training calendar"),
    group: .development,
    count: { view in
      let today = view.book.events(from: view.today, to: view.today).count
      return today == 0 ? "" : view(Text("\(today) kini", en: "\(today) now"))
    }, make: { view in TrainingCalendar(view.today) })
}

/// The events of a month, a week or of the time to come: where they stand, who has seats, what clashes.
struct TrainingCalendar: Screen {
  enum Mode: Int, CaseIterable {
    case month
    case week
    case agenda

    var title: Text {
      switch self {
      case .month: Text("Bulan", en: "Month")
      case .week: Text("Pekan", en: "Week")
      case .agenda: .verbatim("Agenda")
      }
    }
  }

  var mode = Mode.month
  /// The day under the cursor.
  private(set) var day: Day
  /// The event of the day under the cursor.
  private(set) var place = 0
  private(set) var calendar: EventCalendar?
  /// In the agenda: everything from the day on.
  private(set) var agenda: [EventCalendar.Entry] = []
  var grid = RowGrid()
  private(set) var seats: SeatCounts?
  private var readFor: (revision: Int, first: Day, last: Day, mode: Mode)?
  private var unit: ID<Unit>?

  init(_ day: Day) { self.day = day }

  func title(_ view: View) -> String { view(Text("Kalender pelatihan", en: "Training calendar")) }

  /// The first and the last day that are read.
  var span: (first: Day, last: Day) {
    switch mode {
    case .month:
      let first = day.firstOfMonth
      let start = first.adding(days: 1 - first.weekday)
      return (start, start.adding(days: weeks * 7 - 1))
    case .week:
      let start = day.adding(days: 1 - day.weekday)
      return (start, start.adding(days: 6))
    case .agenda: return (day, day.adding(days: 120))
    }
  }

  /// The weeks that the month touches.
  var weeks: Int {
    let first = day.firstOfMonth
    let last = first.adding(months: 1).adding(days: -1)
    return (first.weekday - 1 + last.dayOfMonth + 6) / 7
  }

  /// What is held on the day under the cursor.
  var today: [EventCalendar.Entry] { calendar?[day] ?? [] }
  var selected: EventCalendar.Entry? {
    if mode == .agenda { return agenda.indices.contains(grid.cursor) ? agenda[grid.cursor] : nil }
    return today.indices.contains(place) ? today[place] : nil
  }

  func event(_ view: View) -> LearningEvent? { selected.flatMap { view.book.learningEvents[$0.event] } }

  mutating func refresh(_ view: View) {
    let (first, last) = span
    if readFor.map({ $0 != (view.book.revision, first, last, mode) }) ?? true {
      readFor = (view.book.revision, first, last, mode)
      let units = unit.map { unit in
        Set(UnitTree(view.book, on: view.today).branch(of: unit).map(\.unit.id.raw))
      }
      calendar = EventCalendar(view.book, from: first, to: last, units: units)
      var seen: Set<ID<LearningEvent>> = []
      agenda = mode == .agenda ? (calendar?.entries(from: day) ?? []).filter { seen.insert($0.event).inserted } : []
    }
    if seats?.isCurrent(in: view.book) != true { seats = SeatCounts(view.book) }
    place = max(0, min(place, today.count - 1))
  }

  func hint(_ view: View) -> (left: String, right: String) {
    if let clash = selected?.clash {
      return (
        view(Text("! Bentrok dengan \(clash). F9 g menggeser.", en: "! Clashes with \(clash). F9 g moves it.")), ""
      )
    }
    let clashes = calendar?.clashes ?? []
    if let first = clashes.first(where: { day < $0 }) ?? clashes.first, first != day {
      let name = view(first.withWeekday)
      return (view(Text("! Bentrok pada \(name). F8: lihat", en: "! Clash on \(name). F8 shows it")), "")
    }
    return (view(.keys), "")
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Panah memilih hari, Tab memilih kegiatan pada hari itu, Enter membukanya; F6 menjadwalkan pada hari itu.",
        en: "Arrows choose the day, Tab an event of it, Enter opens it; F6 schedules on the day."),
      Text(
        "PgUp dan PgDn berpindah bulan atau pekan, Home ke hari ini, F11 berganti bulan, pekan, agenda.",
        en: "PgUp and PgDn change the month or week, Home goes to today, F11 changes month, week, agenda."),
      Text(
        "! di depan nama: ruang atau narasumbernya dipakai kegiatan lain pada jam itu.",
        en: "! before a name: its room or speaker is taken at that time."),
    ]
  }

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    switch target {
    case .part("day", let number):
      go(to: Day(number: Int32(number)))
    case .part("event", let index):
      if index == place { return run("calendar.open", view: view) }
      place = index
    case .item(let index):
      if index == grid.cursor { return run("calendar.open", view: view) }
      grid.move(to: index, of: agenda.count)
    default: return nil
    }
    return .some(.none)
  }

  mutating func go(to day: Day) {
    guard day != self.day else { return }
    self.day = day
    place = 0
    if mode == .agenda { grid = RowGrid() }
  }

  mutating func choose(_ step: Int) {
    if mode == .agenda { return grid.move(step > 0 ? .down : .up, of: agenda.count) }
    place = today.isEmpty ? 0 : (place + step + today.count) % today.count
  }

  mutating func show(only unit: ID<Unit>?) {
    self.unit = unit
    readFor = nil
  }

  func unitName(_ view: View) -> String {
    unit.flatMap { view.book.label(of: $0.raw, kind: Unit.kind.name) } ?? view(Text("semua unit", en: "all units"))
  }
}

extension Text {
  fileprivate static let keys = Text(
    "Panah: hari; Tab: kegiatan; Enter buka; F6 jadwalkan; F11 tampilan.",
    en: "Arrows: day; Tab: event; Enter opens; F6 schedules; F11 view.")
}
