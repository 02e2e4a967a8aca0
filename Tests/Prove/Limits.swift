import ArgumentParser
import Glibc

/// T5: no file may grow any more, at each byte of the next saves; a disk is full; memory ends, a mebibyte later each time.
struct Limits: Proof {
  static let configuration = CommandConfiguration(
    commandName: "limits",
    abstract: "Files may not grow, at every byte (RLIMIT_FSIZE); a disk is full (tmpfs); memory ends (RLIMIT_AS).")

  @Option(help: "Every so many bytes.")
  var stride = 1

  @Option(help: "How many bytes there is room for at most.")
  var bytes = 8_192

  func prove() async throws -> Verdict {
    let attempts = try Attempts(Site(in: Site.memory))
    guard try attempts.site.run(program: "prlimit", "--as=unlimited", "true").status == 0 else {
      throw Unable("there is no prlimit")
    }
    var verdict = try await Limits.files(Array(Swift.stride(from: 0, to: bytes, by: stride)))
    verdict.join(try await Limits.memory())
    if let full = try FullDisk.prove() { verdict.join(full) }
    return verdict
  }

  /// Limits that one store sees, so that it stays small and is judged often.
  private static let round = 32

  /// Saves that need more room than there is; each time for so many bytes.
  static func files(_ rooms: [Int]) async throws -> Verdict {
    try await Parts.prove("limits of files", count: (rooms.count + round - 1) / round) { part in
      var attempts = try Attempts(Site(in: Site.memory))
      var told = 0
      for room in rooms.dropFirst(part * round).prefix(round) { told += try limitFiles(room, &attempts) }
      try attempts.judge()
      let acknowledged = attempts.oracle.acknowledged.count
      attempts.verdict.facts = [
        (min(round, rooms.count - part * round), "limits of files"), (attempts.refused, "refused"),
        (told, "acknowledged before"), (acknowledged, "acknowledged"),
      ]
      return attempts.verdict
    }
  }

  /// Gives how many saves there was room for.
  private static func limitFiles(_ room: Int, _ attempts: inout Attempts) throws -> Int {
    let size = attempts.site.journalEnd().size
    // Together more than 8 KiB: a line has at least 600 bytes.
    let attempt = try attempts.save(14, lead: ["prlimit", "--fsize=\(size + room)"])
    let what = "room for \(room) bytes"
    attempts.requireWord(of: attempt, EFBIG, with: what)
    try attempts.saveAgain(attempt, after: what)
    return attempt.answers
  }

  /// From too little to start with until there is enough, a mebibyte more each time.
  static func memory() async throws -> Verdict {
    var probe = try Attempts(Site(in: Site.memory))
    var enough = 64
    while enough < 16_384, try !probe.save(2, lead: limit(enough)).isWhole { enough *= 2 }
    let limits = Array(4...enough)
    var verdict = try await Parts.prove("limits of memory", count: (limits.count + round - 1) / round) { part in
      var attempts = try Attempts(Site(in: Site.memory))
      for mebibytes in limits.dropFirst(part * round).prefix(round) {
        let attempt = try attempts.save(2, lead: limit(mebibytes))
        attempts.verdict.require(!attempt.isStuck, "it hangs with \(mebibytes) MiB")
        try attempts.saveAgain(attempt, after: "\(mebibytes) MiB")
      }
      try attempts.judge()
      attempts.verdict.facts = [
        (min(round, limits.count - part * round), "limits of memory"), (attempts.refused, "failed"),
      ]
      return attempts.verdict
    }
    verdict.require(enough < 16_384, "no memory is ever enough")
    return verdict
  }

  private static func limit(_ mebibytes: Int) -> [String] { ["prlimit", "--as=\(mebibytes << 20)"] }
}
