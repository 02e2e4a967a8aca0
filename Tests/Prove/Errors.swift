import ArgumentParser
import Glibc

/// T4 with the real program: each system call of opening and saving fails in turn, with each error, once or from then on.
struct Errors: Proof {
  static let configuration = CommandConfiguration(
    commandName: "errors",
    abstract: "Each system call of opening and saving fails in turn, with each error, once or from then on (strace).")

  static let codes: [(name: String, number: Int32)] = [
    ("EIO", EIO), ("ENOSPC", ENOSPC), ("EDQUOT", EDQUOT), ("EINTR", EINTR), ("EAGAIN", EAGAIN), ("EROFS", EROFS),
    ("EACCES", EACCES), ("EMFILE", EMFILE),
  ]

  @Option(help: "Every so many moments of each call.")
  var stride = 1

  @Option(help: "Only this system call; may be given several times.")
  var only: [String] = []

  func prove() async throws -> Verdict {
    try await Self.prove(names: only.isEmpty ? Calls.names : only, codes: Self.codes, stride: stride)
  }

  static func prove(names: [String], codes: [(name: String, number: Int32)], stride: Int) async throws -> Verdict {
    try Calls.requireInjection()
    let faults = names.flatMap { call in
      codes.flatMap { code in
        [false, true].map { Fault(call: call, code: code.number, name: code.name, isForEver: $0) }
      }
    }
    .filter { !$0.isEndless }
    var verdict = try await Parts.prove("errors", count: faults.count) { part in
      var attempts = try Attempts(Site(in: Site.memory))
      try attempts.takeSnapshot()
      var (failed, kept) = (0, 0)
      var moment = 1 + part % stride
      while let attempt = try faults[part].strike(moment, &attempts) {
        failed += 1
        if attempt.isWhole { kept += 1 }
        moment += stride
      }
      try attempts.judge()
      attempts.verdict.facts = [
        (failed, "failing calls"), (kept, "of no harm"), (attempts.oracle.acknowledged.count, "acknowledged"),
      ]
      return attempts.verdict
    }
    verdict.facts += [(names.count, "calls"), (codes.count, "errors")]
    return verdict
  }
}

/// One system call that fails with one error.
private struct Fault: Sendable {
  let call: String
  let code: Int32
  let name: String
  let isForEver: Bool

  /// An interruption that never ends is none, and a lock that somebody always has is what `stopped` tries.
  var isEndless: Bool { isForEver && (code == EINTR || call == "fcntl" && (code == EAGAIN || code == EACCES)) }

  /// Nothing can be written from then on, not even what there is to say.
  private var leavesNoWord: Bool { isForEver && call == "write" }

  /// Two saves while the call fails at this moment, and then once more; nil when they were done before it came.
  func strike(_ moment: Int, _ attempts: inout Attempts) throws -> Attempt? {
    let trace = attempts.site.folder + "/trace"
    let attempt = try attempts.save(
      2,
      lead: [
        "strace", "-f", "-o", trace, "-e", "trace=\(call)", "-e",
        "inject=\(call):error=\(name):when=\(moment)\(isForEver ? "+" : "")",
      ])
    let struck = try attempts.site.output("grep", "-m1", "INJECTED", trace)
    guard !struck.isEmpty else { return nil }
    let what = "\(call) number \(moment), \(name)\(isForEver ? " from then on" : ""): \(struck)"
    let saying = "\(what) answered \(attempt.answers), ended with \(attempt.status): \(attempt.errors)"
    attempts.verdict.require(!attempt.isTrapped && !attempt.isStuck, saying)
    attempts.verdict.require(attempt.status != 0 || attempt.answers == 2, "it says nothing: \(saying)")
    // 127: it could not even be loaded, and somebody else said so.
    attempts.verdict.require(
      [0, 127].contains(attempt.status) || attempt.names(code) || leavesNoWord, "it does not say why: \(saying)")
    try attempts.saveAgain(attempt, after: what)
    return attempt
  }
}
