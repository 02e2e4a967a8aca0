import Glibc
import JenjangDomain
import Processes

/// The figures of the screens: this program started on a pseudo-terminal, as a person starts it.
struct ScreenBench {
  private let run: BenchRun
  /// Milliseconds after which nothing more comes: longer than the pause of the program.
  private static let pause = 90
  private static let down = "\u{1B}[B"
  private static let up = "\u{1B}[A"
  private static let pageDown = "\u{1B}[6~"
  /// What only the staff list says.
  private static let listHint = "Ketik untuk menyaring"
  private static let leave = "\u{1B}OR"

  init(run: BenchRun) { self.run = run }

  func start() throws {
    if run.wants("first-frame") { try measureFirstFrame() }
    if run.wants("first-list") { try measureFirstList() }
    if run.wants("memory") || run.wants("idle") { try measureAtRest() }
    for (columns, rows, bar) in [(80, 24, 8.0), (200, 60, 16.0)] where run.wants("key-\(columns)x\(rows)") {
      try measureKeys(columns: columns, rows: rows, bar: bar)
    }
  }

  private func measureFirstFrame() throws {
    var samples = Samples()
    for _ in 0..<9 {
      let start = Stopwatch.now
      let terminal = try BenchTerminal.program(run.site.store, run, columns: 80, rows: 24)
      samples.add(Double(BenchTerminal.answer(terminal).end - start))
      terminal.send(Self.leave)
      _ = terminal.end(with: SIGTERM)
    }
    let bar: Double = run.employees > 25_000 ? 150 : 60
    run.report(
      "first-frame", Figure.milliseconds(samples.median), bar: "≤ \(Int(bar)) ms",
      isMet: samples.median <= bar * 1e6, how: "jenjang open on a pty 80x24, start to last byte, median of 9, warm")
  }

  /// The key that opens the staff list is there before the program asks for it.
  private func measureFirstList() throws {
    var (warm, cold) = (Samples(), Samples())
    for round in 0..<10 {
      let isCold = round % 2 == 1
      if isCold { try dropCache() }
      let start = Stopwatch.now
      let terminal = try BenchTerminal.program(run.site.store, run, columns: 80, rows: 24)
      terminal.send("1")
      _ = terminal.receive(until: Self.listHint, milliseconds: 5_000)
      let took = Double(BenchTerminal.answer(terminal, patience: BenchTerminal.silence).end - start)
      if isCold { cold.add(took) } else if round > 0 { warm.add(took) }
      _ = terminal.end(with: SIGTERM)
    }
    let isSmall = run.employees <= 25_000
    let how = "jenjang open and 1 on a pty, start to last byte, \(recordCount) records"
    for (name, samples, bar) in [("first-list-warm", warm, 60.0), ("first-list-cold", cold, 150.0)] {
      run.report(
        name, Figure.milliseconds(samples.median), bar: "≤ \(Int(bar)) ms at 25,000",
        isMet: isSmall ? samples.median <= bar * 1e6 : nil, how: how)
    }
  }

  /// Asks the system to forget the store's files.
  private func dropCache() throws {
    let files = Spawn.output("find", [run.site.store, "-type", "f"], environment: BenchRun.environment)?.output ?? []
    for path in String(decoding: files, as: UTF8.self).split(separator: "\n") {
      guard let file = try? Inputs.descriptor(String(path)) else { continue }
      fdatasync(file)
      posix_fadvise(file, 0, 0, Int32(POSIX_FADV_DONTNEED))
      close(file)
    }
  }

  private func measureAtRest() throws {
    let terminal = try BenchTerminal.program(run.site.store, run, columns: 80, rows: 24)
    _ = BenchTerminal.answer(terminal)
    // The figures of Home come in a pause; rest begins when they are there.
    while !terminal.receive(milliseconds: 1_000).isEmpty {}
    let before = wakeUps(terminal.process)
    let start = Stopwatch.now
    while Stopwatch.now - start < 5_000_000_000 { _ = terminal.receive(milliseconds: 1_000) }
    let woken = wakeUps(terminal.process) - before
    run.report(
      "idle", "\(woken) wake-ups in 5 s", bar: "none but the minute", isMet: woken <= 1,
      how: "voluntary_ctxt_switches of /proc/PID/status")
    let kilobytes = privateMemory(terminal.process)
    let records = Double(recordCount)
    let limit = records * 120 / 1_024 + 30 * 1_024
    run.report(
      "memory", "\(Figure.decimal(Double(kilobytes) / 1_024, places: 1)) MB private",
      bar: "≤ 120 B a record + 30 MB", isMet: Double(kilobytes) <= limit,
      how: "/proc/PID/smaps_rollup, \(Int(records)) records, limit \(Int(limit / 1_024)) MB")
    run.report(
      "memory-total", "\(Figure.decimal(Double(kilobytes) / 1_024, places: 1)) MB private", bar: "≤ 60 MB at 500,000",
      isMet: records > 1e6 ? nil : kilobytes <= 60 * 1_024, how: "the same process")
    _ = terminal.end(with: SIGTERM)
  }

  private func measureKeys(columns: Int, rows: Int, bar: Double) throws {
    let terminal = try BenchTerminal.program(run.site.store, run, columns: columns, rows: rows)
    _ = BenchTerminal.answer(terminal)
    terminal.send("1")
    _ = BenchTerminal.answer(terminal)
    var (moves, all, bytes) = (Samples(), Samples(), Samples())
    var reads = 0
    for index in 0..<300 {
      // The preview follows the cursor in a pause; the frame it makes is no answer to the next key.
      while !terminal.receive(milliseconds: Self.pause).isEmpty {}
      let isPage = index % 3 == 2
      let key = isPage ? Self.pageDown : index % 2 == 0 ? Self.down : Self.up
      let start = Stopwatch.now
      terminal.send(key)
      let answer = BenchTerminal.answer(terminal, patience: 500)
      guard answer.reads > 0 else { continue }
      all.add(Double(answer.end - start))
      if isPage { continue }
      moves.add(Double(answer.end - start))
      bytes.add(Double(answer.bytes))
      reads = max(reads, answer.reads)
    }
    _ = terminal.end(with: SIGTERM)
    let name = "key-\(columns)x\(rows)"
    run.report(
      name, "p50 \(Figure.milliseconds(all.median)) p99 \(Figure.milliseconds(all.percentile(99)))",
      bar: "p50 ≤ 2 ms, p99 ≤ \(Int(bar)) ms at 25,000",
      isMet: run.employees > 25_000 ? nil : all.median <= 2e6 && all.percentile(99) <= bar * 1e6,
      how: "arrow and PgDn in the staff list through a pty, key to last byte, \(all.values.count) keys")
    run.report(
      name + "-move", "p50 \(Int(bytes.median)) bytes, most \(reads) reads", bar: "≤ 300 bytes, 1 write",
      isMet: bytes.median <= 300 && reads <= 1, how: "an arrow key, bytes as they arrive at the pty")
  }

  private func wakeUps(_ process: pid_t) -> Int {
    number(after: "voluntary_ctxt_switches:", in: "/proc/\(process)/status") ?? 0
  }

  private func privateMemory(_ process: pid_t) -> Int {
    let file = "/proc/\(process)/smaps_rollup"
    return (number(after: "Private_Clean:", in: file) ?? 0) + (number(after: "Private_Dirty:", in: file) ?? 0)
  }

  private func number(after label: String, in path: String) -> Int? {
    guard let bytes = try? Inputs.contents(path) else { return nil }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where line.hasPrefix(label) {
      return Int(line.dropFirst(label.count).split { !$0.isNumber }.first ?? "")
    }
    return nil
  }

  private var recordCount: Int {
    (try? StoreCount(path: run.site.store).records) ?? 0
  }
}
