import Processes

/// The same save in SQLite with full synchronisation, as a yardstick; through Python where it is.
///
/// A process that waits for a line, saves once and answers with the nanoseconds that took, so that it and we take
/// turns on the same disk.
final class SQLiteBench {
  enum Journal: String {
    case wal
    case delete
  }

  private let python: Companion

  /// Makes a table of so many rows in a new file; nil without Python and its `sqlite3`.
  init?(path: String, journal: Journal, rows: Int, bytes: Int) {
    let script = Self.script(journal, rows: rows, bytes: bytes)
    guard let python = Companion("python3", ["-c", script, path], environment: BenchRun.environment),
      python.receive(milliseconds: 60_000) != nil
    else { return nil }
    self.python = python
  }

  /// Saves once; gives the nanoseconds, nil when the process has gone.
  func save() -> Double? {
    python.send("")
    return python.receive(milliseconds: 10_000).flatMap { Double($0) }
  }

  private static func script(_ journal: Journal, rows: Int, bytes: Int) -> String {
    """
    import sqlite3, time, sys
    db = sqlite3.connect(sys.argv[1], isolation_level=None)
    db.execute("pragma journal_mode=\(journal.rawValue)"); db.execute("pragma synchronous=full")
    db.execute("create table if not exists employee(id integer primary key, doc text)")
    db.execute("begin")
    db.executemany("insert or replace into employee values(?, ?)", ((i, "x" * 400) for i in range(\(rows))))
    db.execute("commit")
    db.execute("pragma wal_checkpoint(truncate)")
    print(0, flush=True)
    for i, line in enumerate(sys.stdin):
        doc = str(i) + "y" * \(bytes)
        start = time.perf_counter_ns()
        db.execute("update employee set doc = ? where id = ?", (doc, i * 37 % \(rows)))
        print(time.perf_counter_ns() - start, flush=True)
    """
  }
}
