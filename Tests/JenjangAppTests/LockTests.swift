import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `The locked terminal` {
  private let words = "empat kata hafal"
  private static let cheap = PassphraseHash.Strength(passes: 1, memory: 8 << 10)

  /// A robot whose user has a passphrase.
  private func guarded(size: Size = Size(columns: 80, rows: 24)) throws -> FormRobot {
    let form = try FormRobot(size: size)
    try form.robot.store.setPassphrase(
      try PassphraseHash.make(words, strength: Self.cheap), on: Fixture.today)
    return form
  }

  private func isLocked(_ form: FormRobot) -> Bool { form.robot.app.lock != nil }

  private func unlock(_ form: FormRobot, _ text: String) {
    form.robot.type(text)
    form.press("enter")
  }

  private func command(_ form: FormRobot, _ name: String) {
    form.robot.app.perform(.command(name))
    form.robot.settle()
  }

  @Test func `without a passphrase nothing locks, and the key says what to do`() throws {
    let form = try FormRobot()
    form.robot.app.lock(.start)
    #expect(!isLocked(form))
    form.press("alt-k")
    #expect(form.message.contains("Pasang frasa sandi dahulu"))
    form.robot.tick(minutes: 600)
    form.press("down")
    #expect(!isLocked(form))
  }

  @Test func `it begins locked, opens with the passphrase and with nothing else`() throws {
    let form = try guarded()
    form.robot.app.lock(.start)
    form.robot.settle()
    #expect(form.robot.shows("TERKUNCI"))
    unlock(form, "bukan ini sandinya")
    #expect(isLocked(form) && form.robot.shows("Bukan itu frasa sandinya"))
    unlock(form, words)
    #expect(!isLocked(form))
    #expect(form.robot.shows("MENU"))
    #expect(form.message.contains("1 kali"))
  }

  @Test(arguments: [
    Size(columns: 200, rows: 60), Size(columns: 80, rows: 24), Size(columns: 44, rows: 11), Size(columns: 30, rows: 8),
  ])
  func `nothing of anybody is left on a locked screen, and no key or click gets through`(_ size: Size) throws {
    let form = try guarded(size: size)
    form.open(EmployeeFile(FormRobot.employee(4)))
    if size.columns >= 40 { #expect(form.robot.shows("Rahmawati")) }
    form.robot.app.perform(.lock)
    form.robot.settle()
    let depth = form.robot.app.stack.depth
    let head = form.robot.store.head
    form.press("f2", "f10", "f6", "ctrl-z", "alt-h", "tab", "del", "f1", "f12")
    form.robot.type("Siti")
    for word in ["Siti", "Rahmawati", "19870209", "2011082001", "Biro"] { #expect(!form.robot.shows(word)) }
    for text in ["JENJANG", "TERKUNCI", "Frasa"] { form.robot.click(text) }
    #expect(form.robot.app.stack.depth == depth && form.robot.store.head == head && isLocked(form))
    #expect(form.robot.app.lastFrame.text.contains("•••"))
  }

  @Test func `what is being typed survives, and is a draft as well`() throws {
    let form = try guarded()
    form.open(FormScreen.new(kind: "employees", view: form.view))
    form.robot.type("Nama Rahasia")
    form.press("alt-k")
    #expect(isLocked(form) && !form.robot.shows("Rahasia"))
    #expect(form.view.session.drafts.count == 1)
    unlock(form, words)
    #expect(form.isOpen && form.robot.shows("Nama Rahasia"))
    form.robot.type("X")
    #expect(form.robot.shows("Nama RahasiaX"))
  }

  @Test func `an idle terminal locks itself, and the key that comes then does nothing`() throws {
    let form = try guarded()
    form.press("1")
    form.robot.tick(minutes: 9)
    form.press("down")
    #expect(!isLocked(form))
    form.robot.tick(minutes: 10)
    form.press("f6")
    #expect(isLocked(form) && !form.isOpen)
    #expect(form.robot.shows("Terkunci sendiri"))
    unlock(form, words)
    form.robot.app.perform(.change { $0.lockMinutes = 0 })
    form.robot.tick(minutes: 600)
    form.press("down")
    #expect(!isLocked(form))
  }

  @Test func `each failure makes the next try wait, across restarts too`() throws {
    let form = try guarded()
    form.robot.app.lock(.start)
    for _ in 0..<3 { unlock(form, "salah sama sekali") }
    #expect(form.robot.shows("coba lagi dalam"))
    unlock(form, words)
    #expect(isLocked(form))
    let door = EntryDoor(form.robot.store, files: form.view.session.files)
    var again = try #require(door)
    #expect(again.wait(at: form.robot.store.now) > 0)
  }

  @Test func `leaving is the one thing that a stranger can do`() throws {
    let form = try guarded()
    form.robot.app.perform(.lock)
    form.press("f3")
    #expect(form.robot.app.isEnding)
  }

  @Test func `it is set in the screens, then changed only with the present one, and not taken back by undo`() throws {
    let form = try FormRobot()
    command(form, "app.passphrase")
    form.robot.type("pendek")
    form.press("enter")
    #expect(form.message.contains("Paling sedikit 8"))
    form.robot.type(" tidak lagi")
    #expect(!form.robot.shows("tidak lagi"))
    form.press("enter")
    form.robot.type("pendek tidak lagi")
    form.press("enter")
    #expect(form.message.contains("Frasa sandi dipasang"))
    let hash = try #require(form.robot.store.passphraseHash)
    #expect(PassphraseHash.fits("pendek tidak lagi", hash))
    form.press("ctrl-z")
    #expect(form.robot.store.passphraseHash == hash)
    command(form, "app.passphrase")
    #expect(form.robot.shows("Frasa sandi sekarang"))
    form.robot.type("bukan yang ini")
    form.press("enter")
    #expect(form.message.contains("Bukan itu"))
    #expect(form.robot.store.passphraseHash == hash)
  }
}
