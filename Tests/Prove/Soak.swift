import ArgumentParser
import Glibc
import JenjangDomain
import JenjangStore
import Processes

/// T11: an office's whole day and more: many processes that write now and then, some of them killed, snapshots meanwhile.
struct Soak: Proof {
  static let configuration = CommandConfiguration(
    commandName: "soak",
    abstract: "Many processes for a long time: nothing lost, nothing leaking, no slower at the end.",
    discussion: """
      Each process makes its units and then changes their names again and again, so that what there is to know does \
      not grow, and what a process takes may not either. Meanwhile processes are killed, and snapshots, backups and \
      checks are made. A line a minute says how it goes.
      """)

  @Option(help: "How many processes.")
  var processes = 30

  @Option(help: "For how many minutes.")
  var minutes = 480.0

  @Option(help: "Commits a second of each process.")
  var rate = 3.0

  @Option(help: "Seconds from one snapshot to the next; 0 for none.")
  var snapshots = 60.0

  func prove() throws -> Verdict {
    var run = try SoakRun(processes: processes, rate: rate, snapshotPause: snapshots)
    try run.run(seconds: minutes * 60)
    return run.verdict
  }
}

/// One long run.
struct SoakRun {
  let site: Site
  var verdict = Verdict()
  private var oracle = Oracle()
  private var crew: [Member] = []
  private let pause: UInt64
  private let snapshotPause: UInt64
  private var dice = Dice(seed: 1)
  private var reader: Reader
  private var waits = Waits()
  private var kills = 0
  /// Processes that had to wait too long for their turn, and said so.
  private var busy = 0
  private var snapshots = 0
  private var snapshot: SnapshotWork?
  private var errand: Errand?
  private var errands = 0
  /// What the first process took after a tenth of the time, when it had come to know all that it keeps.
  private var first: Usage?

  /// A process, the units that only it changes, and the line that it has not answered yet.
  private struct Member {
    var writer: Companion
    var units: [String] = []
    var pending: (name: String, line: String, sent: UInt64)?
    var due: UInt64
  }

  init(processes: Int, rate: Double, snapshotPause: Double) throws {
    site = try Site()
    try site.initialize()
    reader = Reader(try site.open())
    pause = UInt64(1e9 / rate)
    self.snapshotPause = UInt64(snapshotPause * 1e9)
    for _ in 0..<processes { crew.append(Member(writer: try site.writer(), due: Stopwatch.now)) }
  }

  mutating func run(seconds: Double) throws {
    let start = Stopwatch.now
    let end = start + UInt64(seconds * 1e9)
    var killing = Alarm(every: 10_000_000_000)
    var saving = Alarm(every: snapshotPause)
    var telling = Alarm(every: 60_000_000_000)
    var sending = Alarm(every: 300_000_000_000)
    while Stopwatch.now < end {
      let now = Stopwatch.now
      for place in crew.indices where crew[place].pending == nil && crew[place].due <= now { send(place) }
      _ = Companion.ready(crew.map(\.writer), milliseconds: 5)
      for place in crew.indices {
        hear(place)
        if crew[place].writer.hasEnded { try bury(place) }
      }
      reader.look(&verdict)
      if killing.rings(now) { try replace(1 + dice.roll(crew.count - 1)) }
      if saving.rings(now) { takeSnapshot() }
      if sending.rings(now) { try sendErrand() }
      if first == nil, now > start + (end - start) / 10, oracle.acknowledged.count > SoakRun.warmUp { first = usage }
      if telling.rings(now) { say(minutes: Int((now - start) / 60_000_000_000)) }
    }
    while let snapshot, snapshot.outcome == nil { usleep(10_000) }
    errand?.end(&verdict)
    try finish()
  }

  private mutating func send(_ place: Int) {
    let member = crew[place]
    // No space at its end, which would be taken off.
    let name = "Unit \(site.newID())" + String(repeating: "x", count: dice.roll(100))
    let isNew = member.units.count < SoakRun.unitsOfEach
    let id = isNew ? site.newID() : member.units[dice.roll(member.units.count)]
    if isNew { crew[place].units.append(id) }
    let code = isNew ? "\"code\":\"\(id)\"," : ""
    crew[place].pending = (name, #"{"kind":"units","id":"\#(id)","set":{\#(code)"name":"\#(name)"}}"#, Stopwatch.now)
    oracle.sends(name)
    repeatLine(place)
  }

  private static let unitsOfEach = 50
  /// A process keeps note of what the last 20,000 changes touched.
  private static let warmUp = 25_000

  private func repeatLine(_ place: Int) {
    if let pending = crew[place].pending { crew[place].writer.send(pending.line) }
  }

  private mutating func hear(_ place: Int) {
    for line in crew[place].writer.waitingLines() {
      let now = Stopwatch.now
      guard let (name, _, sent) = crew[place].pending, oracle.hears(line, of: name, &verdict) != nil else { continue }
      waits.add(now - sent)
      crew[place].pending = nil
      crew[place].due = now + pause / 2 + UInt64(dice.roll(Int(pause)))
    }
  }

  /// A process has ended by itself: only one that met a disk which held somebody up for long may, and says so.
  ///
  /// The first one may not either: what it takes is measured from the beginning to the end.
  private mutating func bury(_ place: Int) throws {
    let status = crew[place].writer.end()
    busy += 1
    verdict.require(
      status == SoakRun.busyStatus && place > 0, "process \(place) ended by itself with \(status)")
    try begin(place)
  }

  /// The exit code of `jenjang` when somebody else has had the lock for ten seconds.
  private static let busyStatus: Int32 = 75

  private mutating func replace(_ place: Int) throws {
    crew[place].writer.end(with: SIGKILL)
    hear(place)
    kills += 1
    try begin(place)
  }

  /// Another process takes over, with the line that was not answered.
  private mutating func begin(_ place: Int) throws {
    crew[place].writer = try site.writer()
    repeatLine(place)
  }

  private mutating func takeSnapshot() {
    guard snapshot == nil || snapshot?.outcome != nil else { return }
    snapshots += 1
    snapshot = SnapshotWork.start(
      path: site.store, options: OpenOptions(environment: .live(), today: Day(number: 20_000)))
  }

  /// A backup, and every now and then a check of everything, while all the others go on.
  private mutating func sendErrand() throws {
    if let errand, !errand.hasEnded { return }
    errand?.end(&verdict)
    let isCheck = errands % 12 == 1
    let words = isCheck ? ["verify", "--deep"] : ["backup", site.folder + "/backup-\(errands)"]
    errands += 1
    Site.remove(site.folder + "/backup-\(errands - 3)")
    errand = Errand(site, words + ["--data", site.store])
  }

  /// Number 0 lives from the beginning to the end, so that what it takes can be measured.
  private var usage: Usage { Usage(of: crew[0].writer.process) }

  private mutating func say(minutes: Int) {
    let now = usage
    let most = crew.map { Usage(of: $0.writer.process).kilobytes }.max() ?? 0
    print(
      "soak: \(minutes) min, \(Verdict.grouped(oracle.acknowledged.count)) commits, p99 of a save "
        + "\(waits.percentileSinceThen() / 1_000) µs; the first process has \(now.files) files and \(now.kilobytes) kB "
        + "of its own, none more than \(most) kB")
    fflush(nil)
  }

  private mutating func finish() throws {
    if let first {
      let last = usage
      print("soak: from \(first.files) files and \(first.kilobytes) kB to \(last.files) files and \(last.kilobytes) kB")
      verdict.require(last.files <= first.files, "descriptors grew from \(first.files) to \(last.files)")
      verdict.require(
        last.kilobytes <= first.kilobytes * 105 / 100, "memory grew from \(first.kilobytes) to \(last.kilobytes) kB")
    } else {
      print("soak: too short to judge memory: it needs more than \(Verdict.grouped(SoakRun.warmUp)) commits")
    }
    for member in crew { member.writer.end() }
    let (early, late) = waits.tenths
    print("soak: p99 of a save \(early / 1_000) µs in the first tenth, \(late / 1_000) µs in the last")
    try site.judge(oracle, &verdict)
    verdict.facts = [
      (oracle.acknowledged.count, "commits"), (kills, "kills"), (busy, "gave up waiting"), (snapshots, "snapshots"),
      (errands, "backups and checks"), (reader.looks, "looks of a reader"),
    ]
  }
}

/// Rings again and again; never where the pause is 0.
private struct Alarm {
  private let pause: UInt64
  private var next: UInt64

  init(every pause: UInt64) {
    self.pause = pause
    next = Stopwatch.now + pause
  }

  mutating func rings(_ now: UInt64) -> Bool {
    guard pause > 0, now >= next else { return false }
    next = now + pause
    return true
  }
}

/// How long saves took, in nanoseconds.
private struct Waits {
  private var all: [UInt64] = []
  private var told = 0

  mutating func add(_ nanoseconds: UInt64) { all.append(nanoseconds) }

  /// Of those since this was last asked.
  mutating func percentileSinceThen() -> UInt64 {
    defer { told = all.count }
    return percentile(all[told...])
  }

  /// Of the first and the last tenth.
  var tenths: (UInt64, UInt64) {
    (percentile(all.prefix(all.count / 10)), percentile(all.suffix(all.count / 10)))
  }

  private func percentile(_ part: ArraySlice<UInt64>) -> UInt64 {
    let sorted = part.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count * 99 / 100]
  }
}

/// What a process takes: open files, and memory that no other process shares.
private struct Usage {
  let files: Int
  let kilobytes: Int

  init(of process: pid_t) {
    let environment = ["PATH=/usr/bin:/bin"]
    let output = { (program: String, arguments: [String]) in
      String(decoding: Spawn.output(program, arguments, environment: environment)?.output ?? [], as: UTF8.self)
    }
    files = output("ls", ["/proc/\(process)/fd"]).split(separator: "\n").count
    kilobytes = output("grep", ["Private_", "/proc/\(process)/smaps_rollup"]).split(separator: " ")
      .compactMap { Int($0) }.reduce(0, +)
  }
}

/// A command that runs beside the others.
private struct Errand {
  private let words: [String]
  private let companion: Companion?

  init(_ site: Site, _ words: [String]) {
    self.words = words
    companion = Companion(site.program, words, environment: site.environment)
  }

  var hasEnded: Bool {
    _ = companion?.waitingLines()
    return companion?.hasEnded ?? true
  }

  /// Waits for it.
  func end(_ verdict: inout Verdict) {
    while !hasEnded { usleep(10_000) }
    let status = companion?.end() ?? -1
    verdict.require(status == 0, "\(words) ended with \(status)")
  }
}
