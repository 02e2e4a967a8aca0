import Glibc
import JenjangDomain
import JenjangStore
import TerminalKit

/// The passphrase at the door of a command: asked at the terminal, never taken as an argument or from standard input.
enum Entry {
  /// Ends the command unless whoever uses the store types the own passphrase; nothing is asked where none is set.
  static func prove(_ store: Store) throws(Failure) {
    guard var door = EntryDoor(store, files: UserFiles(environment: Speech.variable)) else { return }
    let wait = door.wait(at: store.now)
    guard wait == 0 else { throw Failure(.noPermission, .wait(Int((wait + 999) / 1_000))) }
    let typed = try ask(Text("Frasa sandi: ", en: "Passphrase: "))
    door.begin(at: store.now)
    guard PassphraseHash.fits(typed, door.hash) else { throw Failure(.noPermission, .wrong) }
    let failures = door.opened()
    guard failures > 0 else { return }
    Remark.say(.failedBefore(failures))
  }

  /// A new passphrase, typed twice.
  static func new() throws(Failure) -> String {
    let typed = try ask(Text("Frasa sandi baru: ", en: "New passphrase: "))
    if let problem = PassphraseHash.problem(with: typed) { throw Failure(.badData, problem) }
    guard try ask(Text("Sekali lagi: ", en: "Once more: ")) == typed else { throw Failure(.badData, .differs) }
    return typed
  }

  private static func ask(_ prompt: Text) throws(Failure) -> String {
    guard let typed = HiddenLine.ask(prompt[Speech.language]) else { throw Failure(.terminalUnusable, .noTerminal) }
    return typed
  }
}

extension Text {
  fileprivate static let noTerminal = Text(
    "frasa sandi hanya dapat diketik di terminal; untuk skrip pakai login tanpa frasa sandi",
    en: "a passphrase can only be typed at a terminal; scripts need a login without one")
  fileprivate static let wrong = Text("bukan itu frasa sandinya", en: "that is not the passphrase")
  fileprivate static let differs = Text(
    "keduanya tidak sama; tidak ada yang berubah", en: "the two are not the same; nothing was changed")
  fileprivate static func wait(_ seconds: Int) -> Text {
    Text(
      "frasa sandi salah diketik; coba lagi dalam \(seconds) detik",
      en: "a wrong passphrase was typed; try again in \(seconds) seconds")
  }
  fileprivate static func failedBefore(_ count: Int) -> Text {
    Text(
      "sejak terakhir dibuka, \(count) kali frasa sandi salah diketik di sini",
      en: "since it was last opened a wrong passphrase was typed \(count) times here")
  }
}
