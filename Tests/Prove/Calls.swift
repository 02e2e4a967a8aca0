import ArgumentParser
import Glibc
import JenjangStore
import Processes

/// T2, the other half: a writer is killed at each system call in turn, so that no moment of a save is left out.
struct Calls: Proof {
  static let configuration = CommandConfiguration(
    commandName: "calls", abstract: "SIGKILL at each system call of opening and saving, one after the other (strace).")

  /// The calls by which the store changes something or finds out what is there.
  static let names = [
    "openat", "pwrite64", "write", "fdatasync", "fsync", "ftruncate", "renameat", "linkat", "unlinkat", "mkdirat",
    "fcntl", "newfstatat", "pread64", "getdents64",
  ]

  @Option(help: "At most so many moments of each call.")
  var most = 1_000

  func prove() async throws -> Verdict { try await Self.prove(names: Self.names, most: most) }

  static func prove(names: [String], most: Int) async throws -> Verdict {
    try requireInjection()
    var verdict = try await Parts.prove("calls", count: names.count) { part in
      var attempts = try Attempts(Site(in: Site.memory))
      try attempts.takeSnapshot()
      var killed = 0
      for moment in 1...most {
        guard try cut(names[part], moment, &attempts) else { break }
        killed += 1
      }
      try attempts.judge()
      attempts.verdict.facts = [(killed, "moments"), (attempts.oracle.acknowledged.count, "acknowledged")]
      return attempts.verdict
    }
    verdict.facts.append((names.count, "calls"))
    return verdict
  }

  static func requireInjection() throws {
    guard
      try Site().run(program: "strace", "-o", "/dev/null", "-e", "inject=sync:retval=0", "true").status == 0
    else { throw Unable("strace cannot inject here (not installed, or tracing is not permitted)") }
  }

  /// Two saves that die at this moment, and then once more; false when they were done before it came.
  private static func cut(_ name: String, _ moment: Int, _ attempts: inout Attempts) throws -> Bool {
    let attempt = try attempts.save(
      2,
      lead: [
        "strace", "-f", "-o", "/dev/null", "-e", "trace=\(name)", "-e", "inject=\(name):signal=KILL:when=\(moment)",
      ]
    )
    guard attempt.status != 0 else { return false }
    try attempts.saveAgain(attempt, after: "\(name) number \(moment)")
    return true
  }
}
