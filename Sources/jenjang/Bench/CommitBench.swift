import Glibc
import JSONText
import JenjangDomain
import JenjangStore
import Processes

/// What one save costs, beside a bare append and SQLite on the same disk in the same minute.
struct CommitBench {
  private let run: BenchRun

  init(run: BenchRun) { self.run = run }

  func start() throws {
    guard run.wants("commit") else { return }
    try measureBeside()
    try measureSizes()
  }

  /// Our commits and what they are compared with take turns, each first as often, so that a busy disk hurts both.
  ///
  /// First the bare append alone: beside SQLite it would be measured how far another program's work cools our memory.
  private func measureBeside() throws {
    guard let target = CommitTarget(try run.open(readOnly: false)) else { return }
    let size = try target.commitSize()
    let descriptor = try BareFile.create(run.site.file("append"))
    defer { close(descriptor) }
    let bytes = [UInt8](repeating: 0x20, count: size)
    let pair = try takeTurns(target, [{ Stopwatch.measure { BareFile.append(bytes, to: descriptor) } }])
    report(pair[0], bare: pair[1], size: size)
    func sqlite(_ journal: SQLiteBench.Journal) -> SQLiteBench? {
      SQLiteBench(
        path: run.site.file("sqlite-" + journal.rawValue), journal: journal, rows: min(run.employees, 60_000),
        bytes: size)
    }
    let (ahead, rollback) = (sqlite(.wal), sqlite(.delete))
    let samples = try takeTurns(target, [{ ahead?.save() }, { rollback?.save() }])
    compare(samples[0], samples[1], "commit-sqlite-wal", bar: 1.1, tail: 2, mode: "WAL FULL")
    compare(samples[0], samples[2], "commit-sqlite-delete", bar: 0.35, tail: 2, mode: "DELETE FULL")
    let syncs = try target.syncs(of: 100)
    run.report(
      "commit-syncs", "\(syncs) for 100 commits", bar: "exactly one each", isMet: syncs == 100,
      how: "fdatasync and fsync counted where the program calls them")
  }

  /// Our samples, then those of each of the others; a candidate that gives nothing is absent.
  private func takeTurns(_ target: CommitTarget, _ others: [() -> Double?]) throws -> [Samples] {
    var samples = [Samples](repeating: Samples(), count: others.count + 1)
    for round in 1...400 {
      for turn in samples.indices {
        let candidate = (round + turn) % samples.count
        let took = candidate == 0 ? try target.time(round) : others[candidate - 1]()
        if let took { samples[candidate].add(took) }
      }
    }
    return samples
  }

  private func report(_ ours: Samples, bare: Samples, size: Int) {
    let ratio = ours.median / bare.median
    run.report(
      "commit", ours.inMicroseconds, bar: "≤ 1.3 × bare append", isMet: ratio <= 1.3,
      how: "\(Figure.decimal(ratio, places: 2)) × append + fdatasync of \(size) bytes, 400 rounds in changing order")
    run.report("commit-bare", bare.inMicroseconds, how: "write + fdatasync of \(size) bytes")
  }

  private func compare(_ ours: Samples, _ sqlite: Samples, _ name: String, bar: Double, tail: Double, mode: String) {
    guard sqlite.median > 0 else { return run.report(name, "absent", how: "python3 with sqlite3 was not found") }
    let middle = ours.median / sqlite.median
    let end = ours.percentile(99) / sqlite.percentile(99)
    run.report(
      name, sqlite.inMicroseconds, bar: "p50 ≤ \(bar) ×, p99 ≤ \(Int(tail)) ×", isMet: middle <= bar && end <= tail,
      how:
        "ours is p50 \(Figure.decimal(middle, places: 2)) ×, p99 \(Figure.decimal(end, places: 2)) × SQLite \(mode), "
        + "python3 sqlite3")
  }

  /// The same save where there are 60,000 people and where there is one.
  private func measureSizes() throws {
    let isLarge = run.employees >= 60_000
    let path = isLarge ? run.site.store : run.site.file("sixty")
    if !isLarge { try DemoMaker(employees: 60_000, seed: 1, today: Surroundings.today).make(at: path) }
    let small = try run.emptyStore("empty")
    guard let large = CommitTarget(try run.open(path, readOnly: false)), let one = CommitTarget(small) else { return }
    var (many, few) = (Samples(), Samples())
    for round in 1...400 {
      if round % 2 == 0 { many.add(try large.time(round)) }
      few.add(try one.time(round))
      if round % 2 == 1 { many.add(try large.time(round)) }
    }
    let ratio = many.median / few.median
    run.report(
      "commit-size", many.inMicroseconds, bar: "≤ 1.1 × an empty store", isMet: ratio <= 1.1,
      how:
        "\(Figure.decimal(ratio, places: 2)) × the same save in a store of one person, "
        + "\(max(60_000, run.employees)) people, 400 rounds by turns")
  }
}

extension BenchRun {
  /// What other programs are told of their surroundings.
  static var environment: [String] { ["PATH=" + (Speech.variable("PATH") ?? "/usr/bin:/bin"), "HOME=/"] }

  /// Opens the store that is measured, or another.
  func open(_ path: String? = nil, readOnly: Bool) throws(Failure) -> Store {
    let options = OpenOptions(environment: .live(), today: Surroundings.today, isReadOnly: readOnly)
    do throws(StoreError) { return try Store(opening: path ?? site.store, options: options) } catch {
      throw Failure(error)
    }
  }

  /// This program as another process, run to its end; gives what it printed, or fails with what it said.
  @discardableResult
  func jenjang(_ arguments: [String]) throws(Failure) -> [UInt8] {
    guard let result = Spawn.output("/proc/self/exe", arguments, environment: BenchRun.environment) else {
      throw Failure(.couldNotRun, Text("program tidak dapat dijalankan", en: "the program could not be run"))
    }
    guard result.status == 0 else {
      throw Failure(.couldNotRun, .verbatim(String(decoding: result.errors, as: UTF8.self)))
    }
    return result.output
  }

  /// A new store with one person in it.
  func emptyStore(_ name: String) throws(Failure) -> Store {
    try jenjang(["init", "--agency", "Bench", "--data", site.file(name)])
    let store = try open(site.file(name), readOnly: false)
    var person = JSONObject()
    person["name"] = .string("Siti")
    do throws(StoreError) {
      try store.commit(
        Transaction([.create(kind: "employees", id: store.newID(), object: person)], why: "bench"))
    } catch { throw Failure(error) }
    return store
  }
}
