import Glibc
import JenjangDomain
import JenjangStore
import Processes

/// The figures of a year of performance: plans for everybody, and finding what waits.
struct PlanBench {
  private let run: BenchRun

  init(run: BenchRun) { self.run = run }

  private var path: String { run.site.file("plans") }

  func start() throws {
    guard run.wants("plans") || run.wants("plan-needs") || run.wants("plans-template") else { return }
    // A copy: the other figures are of a store of its usual size.
    guard Spawn.output("cp", ["-a", run.site.store, path], environment: BenchRun.environment) != nil else { return }
    let year = try free(try run.open(path, readOnly: true).book)
    try measure("plans", year, .empty, bar: "≤ 5 s for 25,000", limit: 5e9)
    try measure("plans-template", year + 1, .template, bar: "", limit: nil)
  }

  private func free(_ book: Book) throws -> Int { CycleOpening.usualYear(in: book, on: book.day) }

  /// Opens a cycle and makes the plans of all who serve, saved in parts as the screens save them.
  private func measure(_ name: String, _ year: Int, _ beginning: PlanBeginning, bar: String, limit: Double?) throws {
    let store = try run.open(path, readOnly: false)
    if beginning == .template { try save(templates(store), in: store) }
    guard let opening = CycleOpening(year: year, length: .quarterly) else { return }
    try save(opening.operations { store.newID() }, in: store)
    guard let cycle = store.book.evaluationCycles.all.first(where: { $0.year == year }) else { return }
    let before = store.book.workResults.table.count
    var tally: PlanOpening.Tally?
    let took = try Stopwatch.measure {
      guard var work = PlanOpening(cycle, people: nil, beginning: beginning, in: store.book, on: store.book.day)
      else { return }
      while !work.isDone {
        try save(work.next(beginning == .empty ? 500 : 60, in: store.book) { store.newID() }, in: store)
      }
      tally = work.tally
    }
    let results = store.book.workResults.table.count - before
    run.report(
      name, "\(tally?.made ?? 0) plans in \(Figure.milliseconds(took))", bar: bar,
      isMet: limit.map { took <= $0 * Double(max(run.employees, 25_000)) / 25_000 },
      how: "\(results) results, \(tally?.withoutAssessor ?? 0) without an assessor, each part durable")
    var samples = Samples()
    for _ in 0..<5 { samples.add(Stopwatch.measure { _ = PlanNeeds(cycle, in: store.book, on: store.book.day) }) }
    guard beginning == .empty else { return }
    run.report(
      "plan-needs", Figure.milliseconds(samples.median), how: "everything that waits in the cycle, median of 5")
  }

  private func save(_ operations: [Operation], in store: Store) throws {
    guard !operations.isEmpty else { return }
    do throws(StoreError) { try store.commit(Transaction(operations, why: "bench")) } catch { throw Failure(error) }
  }

  /// A template of four results for each kind of position.
  private func templates(_ store: Store) -> [Operation] {
    PositionKind.allCases.flatMap { kind -> [Operation] in
      var template = PlanTemplate(id: ID(store.newID()))
      template.name = kind.title.indonesian
      template.positionKind = kind
      let results = (1...4).map { number -> Operation in
        var result = TemplateResult(id: ID(store.newID()))
        result.template = template.id
        result.number = number
        result.kind = .main
        result.text = "Hasil kerja ke-\(number) dari jabatan ini"
        result.aspect = .quantity
        result.indicator = "Laporan yang selesai"
        result.target = "12"
        return .creating(result)
      }
      return [.creating(template)] + results
    }
  }
}
