import Glibc
import JSONText
import JenjangDomain
import JenjangStore
import Processes

/// The figures of the store: opening, filtering, saving.
struct StoreBench {
  private let run: BenchRun
  private var environment: Environment { .live() }

  init(run: BenchRun) { self.run = run }

  func start() throws {
    if run.wants("open") { try measureOpening() }
    if run.wants("filter") { try measureFilter() }
    if run.wants("commit") { try measureCommits() }
  }

  private func open(readOnly: Bool) throws(Failure) -> Store {
    let options = OpenOptions(environment: environment, today: Surroundings.today, isReadOnly: readOnly)
    do throws(StoreError) { return try Store(opening: run.site.store, options: options) } catch { throw Failure(error) }
  }

  private func measureOpening() throws {
    var samples = Samples()
    var records = 0
    for _ in 0..<7 {
      let start = Stopwatch.now
      let store = try open(readOnly: true)
      samples.add(Double(Stopwatch.now - start))
      records = store.book.types.reduce(0) { $0 + (store.book.table($1.kind.name)?.count ?? 0) }
    }
    run.report(
      "open", Figure.milliseconds(samples.median), how: "Store(opening:), \(records) records, median of 7, warm")
  }

  /// Typing parts of names letter by letter, each letter a question to all names.
  private func measureFilter() throws {
    let store = try open(readOnly: true)
    guard let table = store.book.table("employees") else { return }
    var samples = Samples()
    for name in ["sri", "budi", "wahyu", "siti", "agus", "maria", "putra", "dewi", "yosef", "hasan"] {
      for length in 1...name.count {
        let query = Query(search: String(name.prefix(length)), sort: Query.Sort("name"))
        samples.add(Stopwatch.measure { _ = table.rows(query).count })
      }
    }
    run.report(
      "filter-letter", "p50 \(Figure.milliseconds(samples.median)) p99 \(Figure.milliseconds(samples.percentile(99)))",
      bar: "p50 ≤ 5 ms at 1,000,000", isMet: samples.median <= 5e6, how: "one more letter over \(table.count) names")
  }

  /// Our commits, the bare append of the same bytes and SQLite take turns, each first as often, so that a busy disk hurts all.
  private func measureCommits() throws {
    let store = try open(readOnly: false)
    guard let target = CommitTarget(store) else { return }
    let size = try target.commit(0)
    let descriptor = try BareFile.create(run.site.file("append"))
    defer { close(descriptor) }
    let bytes = [UInt8](repeating: 0x20, count: size)
    let sqlite = SQLiteBench(path: run.site.file("sqlite"), rows: run.employees, bytes: size)
    var (ours, bare, theirs) = (Samples(), Samples(), Samples())
    for round in 1...400 {
      for turn in 0..<3 {
        switch (round + turn) % 3 {
        case 0:
          let start = Stopwatch.now
          _ = try target.commit(round)
          ours.add(Double(Stopwatch.now - start))
        case 1: bare.add(Stopwatch.measure { BareFile.append(bytes, to: descriptor) })
        default: if let took = sqlite?.save() { theirs.add(took) }
        }
      }
    }
    report(ours: ours, bare: bare, sqlite: theirs, size: size)
  }

  private func report(ours: Samples, bare: Samples, sqlite: Samples, size: Int) {
    let ratio = ours.median / bare.median
    run.report(
      "commit", microseconds(ours), bar: "≤ 1.3 × bare append", isMet: ratio <= 1.3,
      how: "\(Figure.decimal(ratio, places: 2)) × append + fdatasync of \(size) bytes, 400 rounds in changing order")
    run.report("commit-bare", microseconds(bare), how: "write + fdatasync of \(size) bytes")
    guard sqlite.median > 0 else {
      return run.report("commit-sqlite", "absent", how: "python3 with sqlite3 was not found")
    }
    let other = ours.median / sqlite.median
    run.report(
      "commit-sqlite", microseconds(sqlite), bar: "ours ≤ 1.1 × SQLite", isMet: other <= 1.1,
      how: "ours is \(Figure.decimal(other, places: 2)) × SQLite WAL FULL, python3 sqlite3, \(run.employees) rows")
  }

  private func microseconds(_ samples: Samples) -> String {
    "p50 \(Figure.microseconds(samples.median)) p99 \(Figure.microseconds(samples.percentile(99)))"
  }
}

/// One field of one person that is changed again and again.
private final class CommitTarget {
  private let store: Store
  private let table: Table
  private let row: Row

  init?(_ store: Store) {
    guard let table = store.book.table("employees"), let row = (0..<table.rowCount).first(where: { table.isLive($0) })
    else { return nil }
    self.store = store
    self.table = table
    self.row = row
  }

  /// Saves another value; gives the bytes that the journal grew by.
  func commit(_ index: Int) throws(Failure) -> Int {
    let before = index == 0 ? journalSize : 0
    let change = Change(old: table.object(at: row)?["note"], new: .string("Catatan ke-\(index)"))
    let operation = Operation.update(
      kind: table.type.kind.name, id: table.id(of: row), base: table.revision(of: row), changes: ["note": change])
    do throws(StoreError) { try store.commit(Transaction([operation], why: "bench")) } catch { throw Failure(error) }
    return index == 0 ? journalSize - before : 0
  }

  /// The bytes of all segments together.
  private var journalSize: Int {
    var total = 0
    for number in 1...100_000 {
      let name = String(number)
      let path = store.path + "/journal/" + String(repeating: "0", count: 8 - name.utf8.count) + name + ".ndjson"
      var facts = stat()
      guard stat(path, &facts) == 0 else { break }
      total += Int(facts.st_size)
    }
    return total
  }
}

/// What every durable save costs at least: one `write` and one `fdatasync`.
enum BareFile {
  static func create(_ path: String) throws(Failure) -> Int32 {
    do throws(StoreError) { _ = try OutsideFile.create(path) } catch { throw Failure(error) }
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Failure(.cannotCreate, Text("\(path) tidak dapat dibuat", en: "\(path) could not be made"))
    }
    return descriptor
  }

  static func append(_ bytes: [UInt8], to descriptor: Int32) {
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    fdatasync(descriptor)
  }
}
