import Glibc
import JenjangDomain
import JenjangStore
import Processes

/// The figures of ten years of development: two thousand events and sixty thousand enrolments each year.
struct DevelopmentBench {
  private let run: BenchRun

  init(run: BenchRun) { self.run = run }

  private var path: String { run.site.file("development") }

  private static let years = 10
  private static let eventsAYear = 2_000
  private static let seats = 30
  private static let figures = ["needs-agency", "clash-check", "key-calendar-80x24", "key-calendar-200x60"]

  func start() throws {
    guard DevelopmentBench.figures.contains(where: run.wants) else { return }
    guard Spawn.output("cp", ["-a", run.site.store, path], environment: BenchRun.environment) != nil else { return }
    try makeYears()
    try measureNeeds()
    try measureClashes()
    try measureCalendar("key-calendar-80x24", columns: 80, rows: 24, slowest: 8e6)
    try measureCalendar("key-calendar-200x60", columns: 200, rows: 60, slowest: 16e6)
  }

  private func makeYears() throws {
    let store = try run.open(path, readOnly: false)
    let table = store.book.employees.table
    let people = (0..<table.rowCount).filter { table.isLive($0) }.map { ID<Employee>(table.id(of: $0)) }
    let calendar = store.book.workingCalendar
    let (today, programmes) = (store.book.day, store.book.learningProgrammes.all)
    var place = 0
    for year in (today.year - DevelopmentBench.years + 1)...today.year {
      guard let first = Day(year: year, month: 1, day: 2) else { continue }
      var operations: [Operation] = []
      for number in 0..<DevelopmentBench.eventsAYear {
        var event = LearningEvent(id: ID(store.newID()))
        event.name = "Kegiatan \(number + 1) tahun \(year)"
        event.form = .workshop
        event.programme = programmes.isEmpty ? nil : programmes[number % programmes.count].id
        let start = calendar.adding(workingDays: 0, to: first.adding(days: number * 360 / DevelopmentBench.eventsAYear))
        (event.start, event.end) = (start, calendar.adding(workingDays: number % 4, to: start))
        (event.startTime, event.endTime) = (ClockTime("08.00"), ClockTime("16.00"))
        event.room = "Ruang \(number % 60 + 1)"
        event.capacity = DevelopmentBench.seats
        event.state = start < today ? .done : .open
        operations.append(.creating(event))
        for _ in 0..<DevelopmentBench.seats {
          var enrolment = Enrolment(id: ID(store.newID()))
          (enrolment.employee, enrolment.event, enrolment.start) = (people[place % people.count], event.id, start)
          enrolment.state = start < today ? .passed : .accepted
          operations.append(.creating(enrolment))
          place += 7
        }
        guard operations.count > 3_000 || number == DevelopmentBench.eventsAYear - 1 else { continue }
        do throws(StoreError) { try store.commit(Transaction(operations, why: "bench")) } catch { throw Failure(error) }
        operations = []
      }
    }
    let options = OpenOptions(environment: .live(), today: Surroundings.today)
    guard let work = SnapshotWork.start(path: path, options: options) else { return }
    while !work.isDone { usleep(20_000) }
  }

  private func measureNeeds() throws {
    guard run.wants("needs-agency") else { return }
    let book = try run.open(path, readOnly: true).book
    var found = 0
    var samples = Samples()
    for _ in 0..<5 {
      samples.add(
        Stopwatch.measure {
          var search = NeedsSearch(book, on: book.day)
          search.finish()
          found = search.needs.count
        })
    }
    run.report(
      "needs-agency", Figure.milliseconds(samples.median), bar: "≤ 1 s for 25,000",
      isMet: samples.median <= 1e9 * Double(max(run.employees, 25_000)) / 25_000,
      how: "\(found) needs of the whole agency, median of 5")
  }

  /// An event of thirty people is typed onto other days.
  private func measureClashes() throws {
    guard run.wants("clash-check") else { return }
    let book = try run.open(path, readOnly: true).book
    let rows = book.events(from: book.day, to: book.day.adding(days: 30))
    guard let row = rows.first(where: { book.learningEvents[$0]?.capacity == DevelopmentBench.seats }),
      let event = book.learningEvents[row]
    else { return }
    var (samples, found) = (Samples(), 0)
    for days in 0..<200 {
      let moved = event.moved(to: book.day.adding(days: days % 60), by: book.workingCalendar)
      samples.add(Stopwatch.measure { found += EventClashes(moved, in: book).all().count })
    }
    run.report(
      "clash-check", samples.inMicroseconds, bar: "p50 ≤ 2 ms", isMet: samples.median <= 2e6,
      how:
        "an event of \(DevelopmentBench.seats) people on 200 days among \(rows.count) events a month, \(found) clashes")
  }

  /// Days, events and months of the calendar.
  private func measureCalendar(_ name: String, columns: Int, rows: Int, slowest: Double) throws {
    guard run.wants(name) else { return }
    let terminal = try BenchTerminal.program(path, run, columns: columns, rows: rows)
    while !terminal.receive(milliseconds: 600).isEmpty {}
    for key in ["5", "1"] {
      terminal.send(key)
      _ = BenchTerminal.answer(terminal)
    }
    var all = Samples()
    var months = Samples()
    for index in 0..<300 {
      while !terminal.receive(milliseconds: 60).isEmpty {}
      let isMonth = index % 10 == 9
      let key = isMonth ? (index % 20 == 9 ? "\u{1B}[5~" : "\u{1B}[6~") : index % 5 == 4 ? "\t" : "\u{1B}[C"
      let start = Stopwatch.now
      terminal.send(key)
      let answer = BenchTerminal.answer(terminal, patience: 500)
      guard answer.reads > 0 else { continue }
      all.add(Double(answer.end - start))
      if isMonth { months.add(Double(answer.end - start)) }
    }
    _ = terminal.end(with: SIGTERM)
    run.report(
      name, "p50 \(Figure.milliseconds(all.median)) p99 \(Figure.milliseconds(all.percentile(99)))",
      bar: "p50 ≤ 2 ms, p99 ≤ \(Int(slowest / 1e6)) ms",
      isMet: all.median <= 2e6 && all.percentile(99) <= slowest,
      how: "days, events and months of the calendar through a pty, \(all.values.count) keys; "
        + "a new month \(Figure.milliseconds(months.median))")
  }
}
