import Glibc
import Processes
import Testing

@testable import prove

/// What the user sees while another process holds the store.
@Suite struct WaitingTests {
  private static let patience = 30_000

  /// The writer's lock, held as another process holds it.
  private final class Holder {
    private let lock: Int32

    init(_ store: String, saying name: String) throws {
      lock = open(store + "/lock", O_RDWR | O_CLOEXEC)
      let who = open(store + "/lock.who", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      defer { close(who) }
      _ = write(who, name + "\n", name.utf8.count + 1)
      var range = flock()
      range.l_type = Int16(F_WRLCK)
      range.l_len = 1
      // F_OFD_SETLK, which the system's module does not have.
      try #require(fcntl(lock, 37, &range) == 0)
    }

    func letGo() { close(lock) }
  }

  /// A form with a unit's code and name typed into it, and the lock in other hands.
  private func start() throws -> (Site, PseudoTerminal, Holder) {
    let site = try Site()
    try site.initialize()
    let terminal = try site.onTerminal("--data", site.store)
    try #require(terminal.receive(until: "Beranda", milliseconds: Self.patience) != nil)
    terminal.send("2")
    try #require(terminal.receive(until: "Unit dan jabatan", milliseconds: Self.patience) != nil)
    terminal.send("\u{1B}[17~")
    try #require(terminal.receive(until: "Kode unit", milliseconds: Self.patience) != nil)
    terminal.send("1.02\tDinas Kesehatan")
    try #require(terminal.receive(until: "Kesehatan", milliseconds: Self.patience) != nil)
    let holder = try Holder(site.store, saying: "siti(1004)@srv1 pts/3 ssh pid 4321")
    terminal.send("\u{1B}[21~")
    try #require(terminal.receive(until: "Menunggu siti (pts/3), 0,", milliseconds: Self.patience) != nil)
    return (site, terminal, holder)
  }

  @Test func `it says for whom it waits, goes on when it can, and takes up what was typed meanwhile`() throws {
    let (site, terminal, holder) = try start()
    terminal.send("\u{1B}[1;3S")
    holder.letGo()
    #expect(terminal.end() == 0)
    #expect(try site.run("list", "units", "--data", site.store).output.contains("Dinas Kesehatan"))
  }

  @Test func `who gives up keeps the input as a draft and saves it later`() throws {
    let (site, terminal, holder) = try start()
    terminal.send("\u{1B}")
    try #require(terminal.receive(until: "isian jadi draf", milliseconds: Self.patience) != nil)
    #expect(try site.output("grep", "-rl", "Dinas Kesehatan", site.folder + "/state").isEmpty == false)
    holder.letGo()
    terminal.send("\u{1B}[21~")
    try #require(terminal.receive(until: "Tersimpan", milliseconds: Self.patience) != nil)
    terminal.send("\u{1B}[1;3S")
    #expect(terminal.end() == 0)
    #expect(try site.run("list", "units", "--data", site.store).output.contains("Dinas Kesehatan"))
  }

  @Test func `who waits can be ended by the system, with the input as a draft`() throws {
    let (site, terminal, holder) = try start()
    #expect(terminal.end(with: SIGTERM) == 0)
    #expect(terminal.modes == terminal.firstModes)
    #expect(try site.output("grep", "-rl", "Dinas Kesehatan", site.folder + "/state").isEmpty == false)
    holder.letGo()
  }
}
