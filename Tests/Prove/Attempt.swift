import Glibc
import JenjangDomain
import JenjangStore
import Processes

/// A few saves by a writer to whom something is done, and what came of them.
struct Attempt {
  /// The units that it was to make.
  let ids: [String]
  /// How many of them it acknowledged.
  let answers: Int
  /// The exit code, or 128 and the signal.
  let status: Int32
  /// What it wrote on standard error.
  let errors: String
  /// It neither answered nor ended in time, and was killed.
  let isStuck: Bool

  var isWhole: Bool { status == 0 && answers == ids.count }

  /// It ended by a signal that says that the program, and not its surroundings, is wrong.
  var isTrapped: Bool { [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGXFSZ].contains(status - 128) }

  /// Whether it says what the system said, in either language.
  func names(_ code: Int32) -> Bool {
    let words = SystemError.words(code)
    return errors.contains(words.indonesian) || errors.contains(words.english)
  }
}

/// One store, writers to whom something is done, and after each one that is left in peace and saves the same.
struct Attempts {
  let site: Site
  private(set) var oracle = Oracle()
  var verdict = Verdict()
  private(set) var refused = 0
  private let errors: Int32

  init(_ site: Site) throws {
    self.site = site
    try site.initialize()
    errors = open(site.folder + "/errors", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard errors >= 0 else { throw Unable("no file can be made in \(site.folder)") }
  }

  /// From now on opening reads a snapshot and its index, too.
  mutating func takeSnapshot() throws {
    _ = try save(1, lead: [])
    try site.open(readOnly: false).snapshot()
  }

  /// Sends so many new units to a writer that is started by `lead`.
  mutating func save(_ count: Int, lead: [String]) throws -> Attempt {
    let attempt = try save((0..<count).map { _ in site.newID() }, lead: lead)
    if !attempt.isWhole { refused += 1 }
    return attempt
  }

  /// A writer that nothing is done to saves the same: all of it is there then.
  mutating func saveAgain(_ attempt: Attempt, after what: @autoclosure () -> String) throws {
    let again = try save(attempt.ids, lead: [])
    verdict.require(again.isWhole, "after \(what()) the next writer was refused: \(again.status) \(again.errors)")
  }

  /// Whoever found no room says what the system said, and leaves no part of a line.
  mutating func requireWord(of attempt: Attempt, _ code: Int32, with what: String) {
    let saying = "\(what): \(attempt.status) \(attempt.errors)"
    verdict.require(!attempt.isTrapped && !attempt.isStuck, saying)
    verdict.require(attempt.isWhole || attempt.names(code), "it does not say why: \(saying)")
    verdict.require(site.journalEnd().isLine, "a part of a line is left with \(what)")
  }

  /// Compares the store with what was acknowledged; called at the end.
  mutating func judge() throws {
    close(errors)
    try site.judge(oracle, &verdict)
  }

  private mutating func save(_ ids: [String], lead: [String]) throws -> Attempt {
    ftruncate(errors, 0)
    lseek(errors, 0, SEEK_SET)
    let writer = try site.writer(lead: lead, errors: errors)
    for id in ids {
      oracle.sends(id)
      writer.send(Site.newUnit(id))
    }
    writer.finish()
    var answers = 0
    while let answer = writer.receive(milliseconds: Attempts.patience) {
      // A refusal is an answer, too: what counts is that nothing is acknowledged that is not there.
      var refusals = Verdict()
      if oracle.hears(answer, &refusals) != nil { answers += 1 }
    }
    let isStuck = !writer.hasEnded
    if isStuck { Attempts.kill(writer.process) }
    return Attempt(ids: ids, answers: answers, status: writer.end(), errors: said, isStuck: isStuck)
  }

  /// Longer than a writer waits for one that holds the lock.
  private static let patience = 15_000

  /// Kills a program and what it has started: who traces another one does not take it along.
  private static func kill(_ process: pid_t) {
    let children = Spawn.output("pgrep", ["-P", "\(process)"], environment: ["PATH=/usr/bin:/bin"])
    for child in String(decoding: children?.output ?? [], as: UTF8.self).split(separator: "\n") {
      if let child = pid_t(child) { Glibc.kill(child, SIGKILL) }
    }
    Glibc.kill(process, SIGKILL)
  }

  private var said: String {
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = pread(errors, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}

extension Site {
  /// The newest segment of the journal.
  private var segment: String {
    var number = 1
    while access(segment(number + 1), F_OK) == 0 { number += 1 }
    return segment(number)
  }

  private func segment(_ number: Int) -> String { store + "/journal/" + Verdict.padded(number, 8) + ".ndjson" }

  /// How long the journal's newest segment is, and whether it ends with a line.
  func journalEnd() -> (size: Int, isLine: Bool) {
    let file = Glibc.open(segment, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return (0, false) }
    defer { close(file) }
    let size = lseek(file, 0, SEEK_END)
    var last: UInt8 = 0
    return (Int(size), pread(file, &last, 1, size - 1) == 1 && last == 10)
  }
}
