import Glibc
import Processes
import Testing

@testable import prove

/// The program on a terminal, as people see it and as they are left with it.
@Suite struct TerminalTests {
  static let patience = 30_000

  /// Opens an empty store on a terminal and waits for Home.
  private func start(environment: [String] = [], waitingFor marker: String = "Beranda") throws -> (Site, PseudoTerminal)
  {
    let site = try Site()
    try site.initialize()
    let terminal = try site.onTerminal("--data", site.store, environment: environment)
    try #require(terminal.receive(until: marker, milliseconds: Self.patience) != nil)
    return (site, terminal)
  }

  /// A way in which the program ends.
  struct Ending: CustomTestStringConvertible, Sendable {
    let name: String
    var environment: [String] = []
    var keys = ""
    var signal: Int32 = 0
    /// The exit code, or 128 and the signal.
    var status: Int32 = 0
    /// What must be read on the screen afterwards.
    var words: [String] = []

    var testDescription: String { name }

    static let crash = "Jenjang berhenti karena kesalahannya sendiri"
    static let all = [
      Ending(name: "leaving by a key", keys: "\u{1B}[1;3S"),
      Ending(name: "SIGTERM", signal: SIGTERM),
      Ending(name: "SIGHUP", signal: SIGHUP),
      Ending(name: "SIGINT from outside", signal: SIGINT),
      Ending(
        name: "fatalError", environment: ["JENJANG_TEST_CRASH=trap"], keys: "\u{1B}[24~", status: 128 + SIGILL,
        words: ["provoked", crash]),
      Ending(
        name: "a wild pointer", environment: ["JENJANG_TEST_CRASH=memory"], keys: "\u{1B}[24~", status: 128 + SIGSEGV,
        words: [crash]),
      Ending(
        name: "stack overflow", environment: ["JENJANG_TEST_CRASH=stack"], keys: "\u{1B}[24~", status: 128 + SIGSEGV,
        words: [crash]),
      Ending(name: "SIGABRT", signal: SIGABRT, status: 128 + SIGABRT, words: [crash]),
      Ending(name: "SIGBUS", signal: SIGBUS, status: 128 + SIGBUS, words: [crash]),
    ]
  }

  @Test(arguments: Ending.all) func `the terminal is as it was before, after`(_ ending: Ending) throws {
    let (site, terminal) = try start(environment: ending.environment)
    #expect(ScreenModes(terminal.transcript).modes[1_049] == true)
    #expect(terminal.modes != terminal.firstModes)
    if !ending.keys.isEmpty { terminal.send(ending.keys) }
    #expect(terminal.end(with: ending.signal) == ending.status)
    #expect(terminal.modes == terminal.firstModes)
    let screen = ScreenModes(terminal.transcript)
    #expect(screen.left.isEmpty, "\(screen.left)")
    #expect(screen.modes[1_049] == false)
    for words in ending.words { #expect(screen.ending.contains(words), "\(screen.ending)") }
    #expect(!ending.words.isEmpty || !screen.ending.contains("Jenjang"))
    withExtendedLifetime(site) {}
  }

  @Test func `a window that is closed ends the program, and what was being typed is kept`() throws {
    let (site, terminal) = try start()
    terminal.send("\u{1B}[17~")
    try #require(terminal.receive(until: "NIP", milliseconds: Self.patience) != nil)
    terminal.send("Sekar")
    try #require(terminal.receive(until: "Sekar", milliseconds: Self.patience) != nil)
    terminal.hangUp()
    #expect(terminal.end() == 0)
    let drafts = try site.output("grep", "-rl", "Sekar", site.folder + "/state")
    #expect(drafts.split(separator: "\n").count == 1)
  }

  @Test func `stopped from outside and continued, it sets the terminal up again and paints`() throws {
    let (site, terminal) = try start()
    let ours = terminal.modes
    kill(terminal.process, SIGSTOP)
    // Meanwhile a shell may do what it likes.
    terminal.setModes(terminal.firstModes)
    let before = terminal.transcript.count
    kill(terminal.process, SIGCONT)
    try #require(terminal.receive(until: "Beranda", milliseconds: Self.patience) != nil)
    #expect(terminal.modes == ours)
    #expect(terminal.transcript.count > before)
    #expect(terminal.end(with: SIGTERM) == 0)
    withExtendedLifetime(site) {}
  }

  /// Under a shell with job control, for only there a program can be stopped.
  @Test(arguments: [true, false]) func `suspended, the terminal is the shell's until it comes back`(_ byPalette: Bool)
    throws
  {
    let site = try Site()
    try site.initialize()
    let script = "set -m; \"$0\" \"$@\"; printf 'hal''ted\\n'; read go; fg >/dev/null; printf 'en''ded\\n'"
    let terminal = try site.onTerminal(program: "sh", ["-c", script, site.program, "--data", site.store])
    try #require(terminal.receive(until: "Beranda", milliseconds: Self.patience) != nil)
    if byPalette {
      terminal.send("\u{1B}OQ")
      terminal.send("tunda")
      try #require(terminal.receive(until: "fg untuk", milliseconds: Self.patience) != nil)
      terminal.send("\r")
    } else {
      kill(-terminal.foreground, SIGTSTP)
    }
    try #require(terminal.receive(until: "halted", milliseconds: Self.patience) != nil)
    #expect(terminal.modes == terminal.firstModes)
    #expect(ScreenModes(terminal.transcript).left.isEmpty)
    terminal.send("\n")
    try #require(terminal.receive(until: "Beranda", milliseconds: Self.patience) != nil)
    #expect(ScreenModes(terminal.transcript).modes[1_049] == true)
    terminal.send("\u{1B}[1;3S")
    try #require(terminal.receive(until: "ended", milliseconds: Self.patience) != nil)
    #expect(terminal.end() == 0)
    #expect(ScreenModes(terminal.transcript).left.isEmpty)
  }

  /// A terminal, and how the program is to behave on it.
  struct Surrounding: CustomTestStringConvertible, Sendable {
    let environment: [String]
    var marker = "Beranda"
    var isColored = false
    var isASCII = false

    var testDescription: String { environment.joined(separator: " ") }

    static let usable = [
      Surrounding(environment: ["TERM=xterm-256color"], isColored: true),
      Surrounding(environment: ["TERM=linux"], isColored: true),
      Surrounding(environment: ["TERM=vt100"]),
      // Not known here: what every terminal understands is used.
      Surrounding(environment: ["TERM=jenjang-none"]),
      Surrounding(environment: ["TERM=xterm-unheard-of"], isColored: true),
      Surrounding(environment: ["TERM=xterm-256color", "NO_COLOR=1"]),
      Surrounding(environment: ["TERM=xterm-256color", "LC_ALL=C"], isColored: true, isASCII: true),
      Surrounding(environment: ["TERM=vt100", "LC_ALL=C"], isASCII: true),
      Surrounding(environment: ["LC_ALL=en_US.UTF-8"], marker: "Home", isColored: true),
    ]
  }

  @Test(arguments: Surrounding.usable) func `it draws within what the surroundings allow`(_ given: Surrounding) throws {
    let (site, terminal) = try start(environment: given.environment, waitingFor: given.marker)
    #expect(terminal.end(with: SIGTERM) == 0)
    #expect(terminal.modes == terminal.firstModes)
    #expect(ScreenModes(terminal.transcript).left.isEmpty)
    let text = String(decoding: terminal.transcript, as: UTF8.self)
    #expect(text.contains(/\e\[[0-9;]*(3[0-7]|4[0-7]|38|48)[;m]/) == given.isColored)
    if given.isASCII { #expect(terminal.transcript.allSatisfy { $0 < 0x80 }) }
    withExtendedLifetime(site) {}
  }

  @Test(arguments: ["linux", "vt100"]) func `a terminal with one screen shows nothing of anybody afterwards`(
    _ name: String
  ) throws {
    let (site, terminal) = try start(environment: ["TERM=\(name)"])
    terminal.send("\u{1B}")
    #expect(terminal.end() == 0)
    let text = String(decoding: terminal.transcript, as: UTF8.self)
    let shown = try #require(text.ranges(of: "Beranda").last)
    #expect(text[shown.upperBound...].contains("\u{1B}[H\u{1B}[J"))
    withExtendedLifetime(site) {}
  }

  @Test func `a terminal that cannot move its cursor is refused in one sentence`() throws {
    let site = try Site()
    try site.initialize()
    let terminal = try site.onTerminal("--data", site.store, environment: ["TERM=dumb"])
    #expect(terminal.end() == 69)
    #expect(terminal.modes == terminal.firstModes)
    let text = String(decoding: terminal.transcript, as: UTF8.self)
    #expect(text.hasPrefix("jenjang: ") && text.contains("dumb"))
    #expect(text.split(separator: "\r\n").count == 1)
  }
}
