import ArgumentParser
import JenjangDomain
import JenjangStore

/// `jenjang passphrase`: sets, changes or removes what a shared terminal asks for.
struct SetPassphrase: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "passphrase",
    Text(
      "Pasang, ganti atau hapus frasa sandi; diketik di terminal, tidak pernah sebagai argumen.",
      en: "Set, change or remove the passphrase; typed at the terminal, never an argument."))

  @OptionGroup var common: CommonOptions

  @Option(
    help: .say(
      Text("Milik login atau pegawai ini, bukan milik sendiri.", en: "Of this login or person, not one's own."),
      value: "login|nip"))
  var account: String?

  @Flag(help: .say(Text("Hapus; sesudahnya tidak ditanyakan lagi.", en: "Remove it; it is not asked for any more.")))
  var remove = false

  func run() throws {
    let store = try common.openForChanges()
    let holder = try account.map { (typed) throws(Failure) -> String in
      guard let holder = store.passphraseHolder(meant: typed) else { throw Failure(.findings, .nobody(typed)) }
      return holder
    }
    if remove, store.book.passphraseHash(of: holder ?? store.author.by) == nil { throw Failure(.findings, .none) }
    let typed = remove ? nil : try Entry.new()
    do throws(StoreError) {
      let hash = try typed.map { (text) throws(StoreError) in try PassphraseHash.make(text) }
      try store.setPassphrase(hash, of: holder, on: Surroundings.today)
    } catch {
      throw Failure(error)
    }
    let output = Output()
    output.line((remove ? Text.removed : Text.saved)[Speech.language])
    output.flush()
  }
}

extension Text {
  fileprivate static let saved = Text(
    "Frasa sandi dipasang; mulai sekarang ditanyakan.", en: "The passphrase is set; it is asked for from now on.")
  fileprivate static let removed = Text("Frasa sandi dihapus.", en: "The passphrase is removed.")
  fileprivate static let none = Text("tidak ada frasa sandi untuk dihapus", en: "there is no passphrase to remove")
  fileprivate static func nobody(_ typed: String) -> Text {
    Text("“\(typed)” bukan login dan bukan pegawai", en: "“\(typed)” is no login and no person")
  }
}
