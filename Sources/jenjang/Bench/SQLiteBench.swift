import Glibc

/// The same save in SQLite, write-ahead log and full synchronisation, as a yardstick; through Python where it is.
struct SQLiteBench {
  private let run: BenchRun

  init(run: BenchRun) { self.run = run }

  func start(bytes: Int, ours: Samples) {
    let path = run.site.file("sqlite")
    let script = """
      import sqlite3, time, sys
      db = sqlite3.connect(sys.argv[1], isolation_level=None)
      db.execute("pragma journal_mode=wal"); db.execute("pragma synchronous=full")
      db.execute("create table if not exists employee(id integer primary key, doc text)")
      db.execute("begin")
      db.executemany("insert or replace into employee values(?, ?)", ((i, "x" * 400) for i in range(\(run.employees))))
      db.execute("commit")
      times = []
      for i in range(400):
          doc = str(i) + "y" * \(bytes)
          start = time.perf_counter_ns()
          db.execute("update employee set doc = ? where id = ?", (doc, i * 37 % \(run.employees)))
          times.append(time.perf_counter_ns() - start)
      times.sort()
      print(times[200], times[396])
      """
    let environment = ["PATH=" + (Speech.variable("PATH") ?? "/usr/bin:/bin"), "HOME=/"]
    guard let result = Spawn.output("python3", ["-c", script, path], environment: environment), result.status == 0
    else {
      run.report("commit-sqlite", "absent", how: "python3 with sqlite3 was not found")
      return
    }
    let numbers = String(decoding: result.output, as: UTF8.self).split { !$0.isNumber }.compactMap { Double($0) }
    guard numbers.count == 2, numbers[0] > 0 else { return }
    let ratio = ours.median / numbers[0]
    run.report(
      "commit-sqlite", "p50 \(Figure.microseconds(numbers[0])) p99 \(Figure.microseconds(numbers[1]))",
      bar: "ours ≤ 1.1 × SQLite", isMet: ratio <= 1.1,
      how: "ours is \(Figure.decimal(ratio, places: 2)) × SQLite WAL FULL, python3 sqlite3, \(run.employees) rows")
  }
}
