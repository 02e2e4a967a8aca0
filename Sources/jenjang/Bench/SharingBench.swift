import Glibc
import JSONText
import JenjangDomain
import JenjangStore
import Processes

/// Several processes on one store: `jenjang apply -` as other people, driven line by line.
struct SharingBench {
  private let run: BenchRun

  init(run: BenchRun) { self.run = run }

  func start() throws {
    guard ["sharing-rate", "sharing-news", "sharing-thirty"].contains(where: run.wants) else { return }
    let path = run.site.file("shared")
    try DemoMaker(employees: 1_284, seed: 1, today: Surroundings.today).make(at: path)
    if run.wants("sharing-rate") { try measureRate(path) }
    if run.wants("sharing-news") { try measureNews(path) }
    if run.wants("sharing-thirty") { try measureThirty(path) }
  }

  /// Programs that have saved once and wait for more; each changes a person of its own.
  private func writers(_ count: Int, _ path: String) throws(Failure) -> [Writer] {
    guard let table = try run.open(path, readOnly: true).book.table("employees") else { return [] }
    var writers: [Writer] = []
    for row in 0..<Row(count) {
      guard let writer = Writer(path, person: table.id(of: row)) else {
        throw Failure(.couldNotRun, Text("program tidak dapat dijalankan", en: "the program could not be run"))
      }
      writers.append(writer)
    }
    for writer in writers { writer.send(1) }
    for writer in writers { _ = writer.answers(1) }
    return writers
  }

  private func measureRate(_ path: String) throws {
    let writers = try writers(8, path)
    var (one, eight) = (Samples(), Samples())
    let each = 250
    for round in 0..<8 {
      for isCrowd in round % 2 == 0 ? [false, true] : [true, false] {
        let busy = isCrowd ? writers : [writers[0]]
        let took = Stopwatch.measure {
          for writer in busy { writer.send(each) }
          for writer in busy { _ = writer.answers(each) }
        }
        let rate = Double(busy.count * each) / took * 1e9
        if isCrowd { eight.add(rate) } else { one.add(rate) }
      }
    }
    let ratio = eight.median / one.median
    run.report(
      "sharing-rate", "\(Int(one.median)) and \(Int(eight.median)) a second", bar: "8 writers ≥ 0.7 × one",
      isMet: ratio >= 0.7,
      how: "\(Figure.decimal(ratio, places: 2)) ×, \(each) commits a process through apply, median of 8 by turns")
  }

  /// From the acknowledgement that the writer printed to the moment this process has applied the change.
  private func measureNews(_ path: String) throws {
    let reader = try run.open(path, readOnly: true)
    guard let writer = try writers(1, path).first, let watch = reader.watch else { return }
    do throws(StoreError) { try reader.catchUp() } catch { throw Failure(error) }
    var samples = Samples()
    for _ in 0..<500 {
      writer.send(1)
      var (acknowledged, seen): (UInt64?, UInt64?)
      while acknowledged == nil || seen == nil {
        var waiting = [
          pollfd(fd: seen == nil ? watch : -1, events: Int16(POLLIN), revents: 0),
          pollfd(fd: acknowledged == nil ? writer.descriptor : -1, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&waiting, 2, 1_000) > 0 else { break }
        if waiting[1].revents != 0 {
          acknowledged = Stopwatch.now
          _ = writer.answers(1)
        }
        guard waiting[0].revents != 0 else { continue }
        do throws(StoreError) { if try !reader.catchUp().isEmpty { seen = Stopwatch.now } } catch {
          throw Failure(error)
        }
      }
      // A change that is never seen counts as a second.
      samples.add(seen.map { Double($0) - Double(acknowledged ?? $0) } ?? 1e9)
    }
    run.report(
      "sharing-news", samples.inMicroseconds, bar: "p99 ≤ 10 ms", isMet: samples.percentile(99) <= 10e6,
      how: "another process has it after the acknowledgement, 500 commits; below 0 is before")
  }

  private func measureThirty(_ path: String) throws {
    let before = try run.open(path, readOnly: true).head.sequence
    let (count, each) = (30, 40)
    var sequences: [Int] = []
    let took = try Stopwatch.measure {
      let writers = try writers(count, path)
      for writer in writers { writer.send(each) }
      for writer in writers { sequences += writer.answers(each) }
    }
    let report: VerifyReport
    do throws(StoreError) { report = try Store.verify(at: path, deep: false) } catch { throw Failure(error) }
    let isWhole =
      Set(sequences).count == count * each && report.isClean && report.head.sequence == before + count * (each + 1)
    run.report(
      "sharing-thirty", "\(sequences.count) commits in \(Figure.milliseconds(took))", bar: "each exactly once",
      isMet: isWhole, how: "30 processes start, save 41 times each; then verify: \(report.findings.count) findings")
  }
}

/// `jenjang apply -` in a process of its own, which changes one person again and again.
private final class Writer {
  private let program: Companion
  private let person: RecordID
  private var count = 0

  init?(_ path: String, person: RecordID) {
    guard let program = Companion("/proc/self/exe", ["apply", "-", "--data", path], environment: BenchRun.environment)
    else { return nil }
    self.program = program
    self.person = person
  }

  var descriptor: Int32 { program.line }

  func send(_ commits: Int) {
    for _ in 0..<commits {
      count += 1
      program.send(
        "{\"kind\":\"employees\",\"id\":\"\(person.text)\",\"set\":{\"note\":\"\(Stopwatch.now) \(count)\"}}")
    }
  }

  /// The sequence numbers of so many acknowledgements; refusals have none.
  func answers(_ count: Int) -> [Int] {
    (0..<count).compactMap { _ in
      guard let line = program.receive(milliseconds: 10_000),
        let object = try? JSONReader.value(Array(line.utf8)).object
      else { return nil }
      return object["seq"]?.integer.map { Int($0) }
    }
  }
}
