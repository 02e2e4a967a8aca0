import ArgumentParser
import Glibc
import JenjangStore
import Processes

/// T2, the other half: a writer is killed at each system call in turn, so that no moment of a save is left out.
struct Calls: Proof {
  static let configuration = CommandConfiguration(
    commandName: "calls", abstract: "SIGKILL at each system call of opening and saving, one after the other (strace).")

  /// The calls by which the store changes something or finds out what is there.
  private static let names = [
    "openat", "pwrite64", "write", "fdatasync", "fsync", "ftruncate", "renameat", "linkat", "unlinkat", "mkdirat",
    "fcntl",
    "newfstatat", "pread64",
  ]

  @Option(help: "At most so many moments of each call.")
  var most = 1_000

  func prove() throws -> Verdict { try Self.prove(names: Self.names, most: most) }

  static func prove(names: [String], most: Int) throws -> Verdict {
    let site = try Site()
    guard try site.run(program: "strace", "-o", "/dev/null", "-e", "inject=sync:retval=0", "true").status == 0 else {
      throw Unable("strace cannot inject here (not installed, or tracing is not permitted)")
    }
    try site.initialize()
    var verdict = Verdict()
    var oracle = Oracle()
    var killed = 0
    for name in names {
      for moment in 1...most {
        guard try cut(site, name, moment, &oracle, &verdict) else { break }
        killed += 1
      }
    }
    try site.judge(oracle, &verdict)
    verdict.facts = [(killed, "moments"), (names.count, "calls"), (oracle.acknowledged.count, "acknowledged")]
    return verdict
  }

  /// Two saves that die at this moment; false when they were done before it came.
  private static func cut(
    _ site: Site, _ name: String, _ moment: Int, _ oracle: inout Oracle, _ verdict: inout Verdict
  ) throws -> Bool {
    let writer = try site.writer(lead: [
      "strace", "-f", "-o", "/dev/null", "-e", "trace=\(name)", "-e", "inject=\(name):signal=KILL:when=\(moment)",
    ])
    let ids = [site.newID(), site.newID()]
    for id in ids {
      oracle.sends(id)
      writer.send(Site.newUnit(id))
    }
    writer.finish()
    while let answer = writer.receive(milliseconds: 20_000) { _ = oracle.hears(answer, &verdict) }
    let wasKilled = writer.end() != 0
    guard wasKilled else { return false }
    // The next one finds everything in order, and saves the lost lines.
    let next = try site.writer()
    for id in ids { next.send(Site.newUnit(id)) }
    next.finish()
    while let answer = next.receive(milliseconds: 20_000) { _ = oracle.hears(answer, &verdict) }
    verdict.require(next.end() == 0, "after \(name) number \(moment) the next writer was refused")
    return true
  }
}
