import ArgumentParser
import Glibc
import JenjangStore
import Processes

/// T5: no file may grow any more, at each byte of a save; and memory ends, a mebibyte later each time.
struct Limits: Proof {
  static let configuration = CommandConfiguration(
    commandName: "limits",
    abstract: "No file may grow, at every byte of a save (RLIMIT_FSIZE); memory ends anywhere (RLIMIT_AS).")

  @Option(help: "Every so many bytes.")
  var stride = 1

  func prove() throws -> Verdict {
    let site = try Site()
    guard try site.run(program: "prlimit", "--as=unlimited", "true").status == 0 else {
      throw Unable("there is no prlimit")
    }
    try site.initialize()
    var run = LimitsRun(site: site)
    try run.limitFiles(stride: stride)
    try run.limitMemory()
    try site.judge(run.oracle, &run.verdict)
    run.verdict.facts = [
      (run.fileLimits, "limits of files"), (run.memoryLimits, "limits of memory"), (run.refused, "refused"),
      (run.oracle.acknowledged.count, "acknowledged"),
    ]
    return run.verdict
  }
}

/// Writers that are not given what they need, each followed by one that is and saves the same.
private struct LimitsRun {
  let site: Site
  var oracle = Oracle()
  var verdict = Verdict()
  private(set) var refused = 0
  private(set) var fileLimits = 0
  private(set) var memoryLimits = 0

  init(site: Site) { self.site = site }

  /// Two saves, the second of which finds room for one byte more each time, until there is room for both.
  mutating func limitFiles(stride: Int) throws {
    var bytes = 0
    var isEnough = false
    while !isEnough {
      let size = try segmentSize()
      let limited = try save("prlimit", "--fsize=\(size + bytes)")
      isEnough = limited.status == 0 && limited.answers == 2
      fileLimits += 1
      bytes += stride
      verdict.require(try endsInLine(), "a part of a line is left with room for \(bytes) bytes")
      try saveAgain(limited.ids)
      guard fileLimits < 20_000 else { return verdict.violations.append("no room is ever enough") }
    }
  }

  mutating func limitMemory() throws {
    var isEnough = false
    for mebibytes in 4..<4_096 where !isEnough {
      let limited = try save("prlimit", "--as=\(mebibytes << 20)")
      isEnough = limited.status == 0 && limited.answers == 2
      memoryLimits += 1
      try saveAgain(limited.ids)
    }
    verdict.require(isEnough, "no memory is ever enough")
  }

  /// Sends two new units to a writer; gives how it ended and what it acknowledged.
  private mutating func save(_ lead: String...) throws -> (ids: [String], answers: Int, status: Int32) {
    let ids = [site.newID(), site.newID()]
    let writer = try site.writer(lead: lead)
    let answers = send(ids, to: writer)
    return (ids, answers, writer.end())
  }

  private mutating func saveAgain(_ ids: [String]) throws {
    let writer = try site.writer()
    let answers = send(ids, to: writer)
    verdict.require(writer.end() == 0 && answers == ids.count, "the next writer was refused")
  }

  /// Gives how many were acknowledged.
  private mutating func send(_ ids: [String], to writer: Companion) -> Int {
    for id in ids {
      oracle.sends(id)
      writer.send(Site.newUnit(id))
    }
    writer.finish()
    var answers = 0
    while let answer = writer.receive(milliseconds: 20_000) {
      // A refusal is an answer, too: what counts is that nothing is acknowledged that is not there.
      var refusals = Verdict()
      if oracle.hears(answer, &refusals) != nil { answers += 1 }
      refused += refusals.violations.count
    }
    return answers
  }

  private func segment() throws -> String {
    let names = try site.output("ls", site.store + "/journal").split(separator: "\n")
    return site.store + "/journal/" + (names.last.map { String($0) } ?? "")
  }

  private func segmentSize() throws -> Int {
    Int(try site.output("stat", "-c", "%s", segment()).filter(\.isNumber)) ?? 0
  }

  private func endsInLine() throws -> Bool { try site.output("tail", "-c", "1", segment()) == "\n" }
}
