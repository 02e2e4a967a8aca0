import Glibc
import JenjangDomain
import JenjangStore
import Processes

/// The figures of the grid of evaluations: two hundred people of whom nobody is rated, rated by digits.
struct GridBench {
  private let run: BenchRun

  init(run: BenchRun) { self.run = run }

  private var path: String { run.site.file("grid") }

  /// So many people that about two hundred have a plan that is agreed.
  private static let employees = 290

  func start() throws {
    guard run.wants("key-grid-80x24") || run.wants("key-grid-200x60") else { return }
    try DemoMaker(employees: Self.employees, seed: 1, today: Surroundings.today, performance: true).make(at: path)
    let people = try clear()
    for (columns, rows) in [(80, 24), (200, 60)] { try measure(people, columns: columns, rows: rows) }
  }

  /// Takes away what was rated in the period; gives how many people are to be rated.
  private func clear() throws -> Int {
    let store = try run.open(path, readOnly: false)
    let book = store.book
    guard let period = book.periodToRate(on: book.day) else { return 0 }
    let rated = Set(book.evaluations.all.filter { $0.period == period.id }.map(\.id))
    let used: [Operation] =
      book.objections.all.filter { $0.evaluation.map(rated.contains) ?? false }
      .compactMap { book.objections.deleting($0.id) }
      + book.coachingProgrammes.all.filter { $0.evaluation.map(rated.contains) ?? false }.flatMap { programme in
        book.coachingDialogues.owned(by: programme.id.raw).compactMap { book.coachingDialogues.deleting($0.id) }
          + [book.coachingProgrammes.deleting(programme.id)].compactMap(\.self)
      }
    let operations = used + rated.compactMap { book.evaluations.deleting($0) }
    do throws(StoreError) { try store.commit(Transaction(operations, why: "bench")) } catch { throw Failure(error) }
    return PeriodBoard(period, in: store.book, on: book.day).lines.count { $0.status == .missing }
  }

  /// Rates across and down.
  private func measure(_ people: Int, columns: Int, rows: Int) throws {
    let terminal = try BenchTerminal.program(path, run, columns: columns, rows: rows)
    // The figures of Home come in a pause.
    while !terminal.receive(milliseconds: 600).isEmpty {}
    for key in ["4", "3", "\r"] {
      terminal.send(key)
      _ = BenchTerminal.answer(terminal)
    }
    var all = Samples()
    for index in 0..<300 {
      while !terminal.receive(milliseconds: 60).isEmpty {}
      let key = index % 2 == 0 ? "3" : "2"
      let start = Stopwatch.now
      terminal.send(key)
      let answer = BenchTerminal.answer(terminal, patience: 500)
      if answer.reads > 0 { all.add(Double(answer.end - start)) }
    }
    _ = terminal.end(with: SIGTERM)
    run.report(
      "key-grid-\(columns)x\(rows)",
      "p50 \(Figure.milliseconds(all.median)) p99 \(Figure.milliseconds(all.percentile(99)))",
      bar: "p50 ≤ 2 ms", isMet: all.median <= 2e6,
      how: "digits in the grid of \(people) people through a pty, key to last byte, \(all.values.count) keys")
  }
}
