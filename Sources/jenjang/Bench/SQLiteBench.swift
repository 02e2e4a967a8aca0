import Glibc
import Processes

/// The same save in SQLite, write-ahead log and full synchronisation, as a yardstick; through Python where it is.
///
/// A process that waits for a line, saves once and answers with the nanoseconds that took, so that it and we take
/// turns on the same disk.
final class SQLiteBench {
  private let process: pid_t
  private let questions: Int32
  private let answers: Int32

  /// Makes a table of so many rows in a new file; nil without Python and its `sqlite3`.
  init?(path: String, rows: Int, bytes: Int) {
    var pipes: [Int32] = [-1, -1, -1, -1]
    guard pipes.withUnsafeMutableBufferPointer({ pipe($0.baseAddress) }) == 0,
      pipes.withUnsafeMutableBufferPointer({ pipe($0.baseAddress.map { $0 + 2 }) }) == 0
    else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipes[0], 0)
    posix_spawn_file_actions_adddup2(&actions, pipes[3], 1)
    for descriptor in pipes { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    let environment = ["PATH=" + (Speech.variable("PATH") ?? "/usr/bin:/bin"), "HOME=/"]
    let script = Self.script(rows: rows, bytes: bytes)
    let started = Spawn.start("python3", ["-c", script, path], environment: environment, actions: &actions)
    close(pipes[0])
    close(pipes[3])
    (questions, answers) = (pipes[1], pipes[2])
    process = started ?? 0
    guard started != nil, answer() != nil else { return nil }
  }

  deinit {
    close(questions)
    close(answers)
    if process > 0 { _ = Spawn.wait(for: process) }
  }

  /// Saves once; gives the nanoseconds, nil when the process has gone.
  func save() -> Double? {
    var line: UInt8 = 10
    return write(questions, &line, 1) == 1 ? answer() : nil
  }

  private func answer() -> Double? {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(answers, &bytes, bytes.count)
    return count > 0 ? Double(String(decoding: bytes[..<count].filter { $0 > 0x20 }, as: UTF8.self)) : nil
  }

  private static func script(rows: Int, bytes: Int) -> String {
    """
    import sqlite3, time, sys
    db = sqlite3.connect(sys.argv[1], isolation_level=None)
    db.execute("pragma journal_mode=wal"); db.execute("pragma synchronous=full")
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
