import ArgumentParser
import Glibc
import JenjangDomain
import JenjangStore
import Processes

/// A writer that is stopped with the lock in its hands: who waits on a terminal is told for whom, is offered a draft
/// after ten seconds, and saves as soon as the writer goes on.
struct Stopped: Proof {
  static let configuration = CommandConfiguration(
    commandName: "stopped", abstract: "SIGSTOP for a writer that holds the lock: who waits is told, and loses nothing.")

  @Option(help: "How many rounds; each takes some twelve seconds.")
  var rounds = 3

  func prove() throws -> Verdict {
    var verdict = Verdict()
    for _ in 0..<rounds { verdict.add(try Self.round()) }
    return verdict
  }

  private static func round() throws -> Verdict {
    var verdict = Verdict()
    let site = try Site()
    try site.initialize()
    let writer = try site.writer()
    let terminal = try form(site)
    let isHeld = stop(writer, site)
    guard isHeld else { throw Unable("the writer was never caught with the lock") }
    terminal.send("\u{1B}[21~")
    let isNamed = look(terminal, columns: 100, for: "PID \(writer.process)", "simpan jadi draf")
    verdict.require(isNamed, "the process was not named, or no draft was offered")
    terminal.send("\r")
    writer.signal(SIGCONT)
    verdict.require(look(terminal, columns: 150, for: "Tersimpan"), "it was not saved afterwards")
    terminal.send("\u{1B}[1;3S")
    verdict.require(terminal.end() == 0, "the program did not end well")
    writer.finish()
    while writer.receive(milliseconds: 5_000) != nil {}
    verdict.require(writer.end() == 0, "the writer did not end well")
    let units = try site.run("list", "units", "--data", site.store).output
    verdict.require(units.contains("Dinas Kesehatan"), "the unit is not there")
    verdict.facts = [(1, "stops")]
    return verdict
  }

  /// A form with a unit typed into it.
  private static func form(_ site: Site) throws -> PseudoTerminal {
    let terminal = try site.onTerminal("--data", site.store)
    let steps = [("Beranda", "2"), ("Unit dan jabatan", "\u{1B}[17~"), ("Kode unit", "1.02\tDinas Kesehatan")]
    for (text, keys) in steps {
      guard terminal.receive(until: text, milliseconds: 30_000) != nil else { throw Unable("no \(text) on the screen") }
      terminal.send(keys)
    }
    _ = terminal.receive(until: "Kesehatan", milliseconds: 30_000)
    return terminal
  }

  /// Looks at the screen for up to twelve seconds until all of some words stand there.
  private static func look(_ terminal: PseudoTerminal, columns: Int, for words: String...) -> Bool {
    for time in 0..<40 {
      // A window of another size is painted as a whole: one look holds all that stands there.
      terminal.resize(columns: columns + time, rows: 24)
      usleep(300_000)
      let text = String(decoding: terminal.receive(untilSilentFor: 30), as: UTF8.self)
      if words.allSatisfy(text.contains) { return true }
    }
    return false
  }

  /// Stops the writer in the middle of a commit; false when that did not succeed.
  private static func stop(_ writer: Companion, _ site: Site) -> Bool {
    let lock = open(site.store + "/lock", O_RDWR | O_CLOEXEC)
    defer { close(lock) }
    for attempt in 0..<2_000 {
      writer.send(#"{"kind":"units","set":{"code":"T\#(attempt)","name":"Unit \#(attempt)"}}"#)
      if attempt % 7 == 0 { usleep(UInt32(100 + attempt % 50 * 13)) }
      writer.signal(SIGSTOP)
      usleep(2_000)
      if isHeld(lock) { return true }
      writer.signal(SIGCONT)
      _ = writer.waitingLines()
    }
    return false
  }

  /// Whether somebody holds the writer's byte.
  private static func isHeld(_ lock: Int32) -> Bool {
    var range = flock()
    range.l_type = Int16(F_WRLCK)
    range.l_len = 1
    // F_OFD_GETLK, which the system's module does not have.
    return fcntl(lock, 36, &range) == 0 && range.l_type != Int16(F_UNLCK)
  }
}
