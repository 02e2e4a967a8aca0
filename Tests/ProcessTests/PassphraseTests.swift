import Processes
import Testing

@testable import prove

/// The passphrase at the door of commands, typed at a real terminal.
@Suite struct PassphraseTests {
  private static let words = "empat kata hafal"

  /// Runs the program on a terminal and types an answer to each question; gives the exit code and what was shown.
  private func converse(_ site: Site, _ arguments: [String], _ answers: [(question: String, answer: String)]) throws
    -> (status: Int32, shown: String)
  {
    let terminal = try site.onTerminal(program: site.program, arguments + ["--data", site.store])
    for (question, answer) in answers {
      try #require(terminal.receive(until: question, milliseconds: TerminalTests.patience) != nil)
      terminal.send(answer + "\n")
    }
    _ = terminal.receive(untilSilentFor: 1_500)
    let status = terminal.end()
    #expect(terminal.modes == terminal.firstModes)
    return (status, String(decoding: terminal.transcript, as: UTF8.self))
  }

  @Test func `it is set at the terminal, then asked for, and never shown`() throws {
    let site = try Site()
    try site.initialize()
    let words = Self.words
    let set = try converse(site, ["passphrase"], [("baru:", words), ("lagi:", words)])
    #expect(set.status == 0 && set.shown.contains("dipasang"), "\(set)")
    let right = try converse(site, ["list", "units"], [("Frasa sandi:", words)])
    #expect(right.status == 0, "\(right)")
    let wrong = try converse(site, ["list", "units"], [("Frasa sandi:", "bukan yang itu")])
    #expect(wrong.status == 77 && wrong.shown.contains("bukan itu frasa sandinya"), "\(wrong)")
    for conversation in [set, right, wrong] { #expect(!conversation.shown.contains("hafal")) }
    // Without a terminal there is nobody to type it.
    let script = try site.run("list", "units", "--data", site.store)
    #expect(script.status == 69 && script.output.isEmpty)
    #expect(try site.run("log", "--json", "--data", site.store).output.isEmpty)
  }

  @Test func `two different ones set nothing, and removing ends the asking`() throws {
    let site = try Site()
    try site.initialize()
    let words = Self.words
    let different = try converse(site, ["passphrase"], [("baru:", words), ("lagi:", words + "x")])
    #expect(different.status == 65, "\(different)")
    #expect(try site.run("list", "units", "--data", site.store).status == 0)
    #expect(try converse(site, ["passphrase"], [("baru:", words), ("lagi:", words)]).status == 0)
    let removed = try converse(site, ["passphrase", "--remove"], [("Frasa sandi:", words)])
    #expect(removed.status == 0 && removed.shown.contains("dihapus"), "\(removed)")
    #expect(try site.run("list", "units", "--data", site.store).status == 0)
  }

  @Test func `the screens begin locked and show nothing until it is typed`() throws {
    let site = try Site()
    try site.initialize()
    let words = Self.words
    #expect(try converse(site, ["passphrase"], [("baru:", words), ("lagi:", words)]).status == 0)
    let terminal = try site.onTerminal("--data", site.store)
    try #require(terminal.receive(until: "TERKUNCI", milliseconds: TerminalTests.patience) != nil)
    #expect(!String(decoding: terminal.transcript, as: UTF8.self).contains("Data dan sistem"))
    terminal.send(words + "\r")
    #expect(terminal.receive(until: "Data dan sistem", milliseconds: TerminalTests.patience) != nil)
    #expect(terminal.end(with: 15) == 0)
  }
}
