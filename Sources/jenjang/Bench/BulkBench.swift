import Glibc
import JSONText
import JenjangDomain
import JenjangStore
import Processes

/// The figures of large work: import, snapshot, the deep check.
struct BulkBench {
  private let run: BenchRun

  init(run: BenchRun) { self.run = run }

  func start() throws {
    if run.wants("import") { try measureImport() }
    if run.wants("snapshot") { try measureSnapshot() }
    if run.wants("verify-deep") { try measureVerify() }
  }

  /// The staff list of the demo goes out as CSV and comes into an empty store.
  private func measureImport() throws {
    let (list, path) = (run.site.file("staff.csv"), run.site.file("imported"))
    try run.jenjang(["export", "employees", "--format", "csv", "--output", list, "--data", run.site.store])
    try run.jenjang(["init", "--agency", "Bench", "--data", path])
    let took = try Stopwatch.measure {
      try run.jenjang(["import", "employees", list, "--apply", "--create-units", "--data", path])
    }
    let count = try run.open(path, readOnly: true).book.table("employees")?.count ?? 0
    run.report(
      "import", "\(count) people in \(Figure.milliseconds(took))", bar: "≤ 10 s for 25,000",
      isMet: count >= run.employees && took <= 10e9 * Double(max(run.employees, 25_000)) / 25_000,
      how: "jenjang import employees LIST.csv --apply --create-units, whole process")
  }

  /// A snapshot of everything is written on another thread while we save every two milliseconds.
  private func measureSnapshot() throws {
    let store = try run.open(readOnly: false)
    guard let target = CommitTarget(store) else { return }
    try touchAll(store)
    let alone = try paced(target) { $0 < 300 }
    let start = Stopwatch.now
    let options = OpenOptions(environment: .live(), today: Surroundings.today)
    guard let work = SnapshotWork.start(path: store.path, options: options) else { return }
    var took = 0.0
    let beside = try paced(target) {
      if took == 0, work.isDone { took = Double(Stopwatch.now - start) }
      return $0 < 20_000 && !work.isTidy
    }
    if took == 0 { took = Double(Stopwatch.now - start) }
    let newest = String(decoding: output("ls", ["-1", store.path + "/snapshot"]), as: UTF8.self)
      .split(separator: "\n").last { $0.hasPrefix("g") }
    let bytes = size([store.path + "/snapshot/" + (newest ?? "")])
    let rate = Double(bytes) / took * 1e3
    run.report(
      "snapshot", "\(Figure.decimal(rate, places: 0)) MB/s", bar: "≥ 100 MB/s", isMet: rate >= 100,
      how: "\(bytes >> 20) MB of all kinds, from opening to the finished index")
    let ratio = beside.percentile(99) / alone.percentile(99)
    run.report(
      "snapshot-others", beside.inMicroseconds, bar: "p99 ≤ 2 × without", isMet: ratio <= 2,
      how:
        "\(Figure.decimal(ratio, places: 2)) ×, \(beside.values.count) saves beside it and its tidying up; alone \(alone.inMicroseconds)"
    )
  }

  /// Changes one record of each kind, so that no file can be taken over from the snapshot before.
  private func touchAll(_ store: Store) throws(Failure) {
    var operations: [Operation] = []
    for type in store.book.types {
      guard let table = store.book.table(type.kind.name),
        let row = (0..<table.rowCount).first(where: { table.isLive($0) })
      else { continue }
      let change = Change(old: table.object(at: row)?["bench"], new: .string("\(Stopwatch.now)"))
      operations.append(
        .update(
          kind: type.kind.name, id: table.id(of: row), base: table.revision(of: row), changes: ["bench": change]))
    }
    do throws(StoreError) { try store.commit(Transaction(operations, why: "bench")) } catch { throw Failure(error) }
  }

  /// Saves with pauses between, as people do; `goesOn` is asked with the number of saves so far.
  private func paced(_ target: CommitTarget, while goesOn: (Int) -> Bool) throws(Failure) -> Samples {
    var samples = Samples()
    while goesOn(samples.values.count) {
      samples.add(try target.time(samples.values.count))
      usleep(2_000)
    }
    return samples
  }

  private func measureVerify() throws {
    let start = Stopwatch.now
    let report: VerifyReport
    do throws(StoreError) { report = try Store.verify(at: run.site.store, deep: true) } catch { throw Failure(error) }
    let took = Double(Stopwatch.now - start)
    let bytes = size(["journal", "snapshot"].map { run.site.store + "/" + $0 })
    let rate = Double(bytes) / took * 1e3
    run.report(
      "verify-deep", "\(Figure.decimal(rate, places: 0)) MB/s", bar: "≥ 80 MB/s", isMet: rate >= 80 && report.isClean,
      how: "\(bytes >> 20) MB of journal and snapshots, \(report.findings.count) findings")
  }

  private func output(_ program: String, _ arguments: [String]) -> [UInt8] {
    Spawn.output(program, arguments, environment: BenchRun.environment)?.output ?? []
  }

  /// The bytes in folders; a file with two names counts once.
  private func size(_ folders: [String]) -> Int {
    String(decoding: output("du", ["-sb"] + folders), as: UTF8.self).split(separator: "\n").reduce(0) {
      $0 + (Int($1.prefix { $0.isNumber }) ?? 0)
    }
  }
}
