import ArgumentParser
import Glibc
import JenjangDomain
import JenjangStore
import Processes

/// T11: an office's whole day and more: many processes that write now and then, some of them killed, snapshots meanwhile.
struct Soak: Proof {
  static let configuration = CommandConfiguration(
    commandName: "soak",
    abstract: "Many processes for a long time: nothing lost, nothing leaking, no slower at the end.")

  @Option(help: "How many processes.")
  var processes = 30

  @Option(help: "For how many minutes.")
  var minutes = 480.0

  @Option(help: "Commits a second of each process.")
  var rate = 3.0

  func prove() throws -> Verdict {
    var run = try SoakRun(processes: processes, rate: rate)
    try run.run(seconds: minutes * 60)
    return run.verdict
  }
}

/// One long run.
struct SoakRun {
  let site: Site
  var verdict = Verdict()
  private var oracle = Oracle()
  private var writers: [Companion] = []
  /// When each writer's line was sent that is not answered yet, and which.
  private var pending: [(id: String, sent: UInt64)?]
  private var due: [UInt64]
  private let pause: UInt64
  private var dice = Dice(seed: 1)
  private var reader: Reader
  private var waits: [(moment: UInt64, nanoseconds: UInt64)] = []
  private var kills = 0
  private var snapshots = 0

  init(processes: Int, rate: Double) throws {
    site = try Site()
    try site.initialize()
    reader = Reader(try site.open())
    pause = UInt64(1e9 / rate)
    pending = Array(repeating: nil, count: processes)
    due = Array(repeating: Stopwatch.now, count: processes)
    for _ in 0..<processes { writers.append(try site.writer()) }
  }

  mutating func run(seconds: Double) throws {
    let start = Stopwatch.now
    let end = start + UInt64(seconds * 1e9)
    var nextMinute = start + 10_000_000_000
    var first: (files: Int, kilobytes: Int)?
    var work: SnapshotWork?
    while Stopwatch.now < end {
      let now = Stopwatch.now
      for place in writers.indices where pending[place] == nil && due[place] <= now { send(site.newID(), to: place) }
      _ = Companion.ready(writers, milliseconds: 5)
      for place in writers.indices { hear(place) }
      reader.look(&verdict)
      guard now >= nextMinute else { continue }
      nextMinute = now + 10_000_000_000
      // Number 0 lives from the beginning to the end, so that what it holds can be measured.
      first = first ?? usage(writers[0].process)
      try replace(1 + dice.roll(writers.count - 1))
      if work?.outcome != nil || work == nil {
        snapshots += 1
        work = SnapshotWork.start(
          path: site.store, options: OpenOptions(environment: .live(), today: Day(number: 20_000)))
      }
    }
    while let running = work, running.outcome == nil { usleep(10_000) }
    try finish(first)
  }

  private mutating func send(_ id: String, to place: Int) {
    oracle.sends(id)
    pending[place] = (id, Stopwatch.now)
    writers[place].send(Site.newUnit(id))
  }

  private mutating func hear(_ place: Int) {
    for line in writers[place].waitingLines() {
      let now = Stopwatch.now
      guard oracle.hears(line, &verdict) != nil, let (_, sent) = pending[place] else { continue }
      waits.append((now, now - sent))
      pending[place] = nil
      due[place] = now + pause / 2 + UInt64(dice.roll(Int(pause)))
    }
  }

  private mutating func replace(_ place: Int) throws {
    writers[place].end(with: SIGKILL)
    hear(place)
    kills += 1
    writers[place] = try site.writer()
    if let (id, _) = pending[place] { send(id, to: place) }
  }

  private mutating func finish(_ first: (files: Int, kilobytes: Int)?) throws {
    if let first {
      let last = usage(writers[0].process)
      print(
        "soak: a process held \(first.files) files and \(first.kilobytes) kB, in the end \(last.files) and \(last.kilobytes) kB"
      )
      verdict.require(last.files <= first.files, "descriptors grew from \(first.files) to \(last.files)")
    }
    for writer in writers { writer.end() }
    let tenth = waits.count / 10
    let early = percentile(waits.prefix(tenth))
    let late = percentile(waits.suffix(tenth))
    print("soak: p99 of a save \(early / 1_000) µs in the first tenth, \(late / 1_000) µs in the last")
    try site.judge(oracle, &verdict)
    verdict.facts = [
      (oracle.acknowledged.count, "commits"), (kills, "kills"), (snapshots, "snapshots"),
      (reader.looks, "looks of a reader"),
    ]
  }

  private func percentile(_ part: ArraySlice<(moment: UInt64, nanoseconds: UInt64)>) -> UInt64 {
    let sorted = part.map(\.nanoseconds).sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count * 99 / 100]
  }

  /// Open files and resident memory of a process.
  private func usage(_ process: pid_t) -> (files: Int, kilobytes: Int) {
    let files = try? site.output("ls", "/proc/\(process)/fd")
    let memory = try? site.output("grep", "VmRSS", "/proc/\(process)/status")
    return (
      files?.split(separator: "\n").count ?? 0,
      Int(memory?.split(separator: " ").first { $0.allSatisfy(\.isNumber) } ?? "") ?? 0
    )
  }
}
