import JenjangDomain
import JenjangStore
import TerminalKit

/// Setting, changing and removing a passphrase: asked in hidden lines, hashed as a job.
enum PassphraseChange {
  /// Why the own passphrase cannot be changed; nil when it can.
  static func refusal(_ session: Session) -> Text? {
    session.store.readOnlyReason
      ?? (session.store.visitor?.isTrying == true ? session.store.visitor?.refusalToSave : nil)
  }

  /// Asks for the present passphrase first, where there is one; then for the new one.
  static func own(_ view: View) -> Effect {
    guard let door = EntryDoor(view.session.store, files: view.session.files) else {
      return .push(first(.own, isSet: false))
    }
    return .push(
      Prompt(
        "passphrase.present", Text("Frasa sandi sekarang", en: "The present passphrase"), help: [.whyPresent],
        isHidden: true, done: { text, view in prove(text, door, view) }))
  }

  /// Somebody else's, by who keeps the accounts: the present one is not asked for.
  static func other(_ holder: String, named name: String, _ view: View) -> Effect {
    .push(first(.other(holder, name), isSet: view.book.passphraseHash(of: holder) != nil))
  }

  private enum Whose {
    case own
    case other(String, String)

    var holder: String? { if case .other(let holder, _) = self { holder } else { nil } }
    var heading: Text {
      guard case .other(_, let name) = self else { return Text("Frasa sandi baru", en: "New passphrase") }
      return Text("Frasa sandi baru untuk \(name)", en: "New passphrase for \(name)")
    }
  }

  private static func prove(_ text: String, _ door: EntryDoor, _ view: View) -> Effect {
    var door = door
    let now = view.session.store.now
    let wait = door.wait(at: now)
    guard wait == 0 else { return .say(.wait(Int((wait + 999) / 1_000)), .bad) }
    door.begin(at: now)
    let (known, tried) = (door.hash, door)
    let job = StoreJob<Bool>(
      .checking,
      end: { isRight, _ in
        guard isRight else { return .say(.wrong, .bad) }
        var door = tried
        _ = door.opened()
        return .push(first(.own, isSet: true))
      }, { _ in PassphraseHash.fits(text, known) })
    return .all([.pop, .start(job)])
  }

  /// The new passphrase; blank removes one that is set.
  private static func first(_ whose: Whose, isSet: Bool) -> Prompt {
    Prompt(
      "passphrase.new", whose.heading, help: isSet ? [.advice, .blankRemoves] : [.advice], isHidden: true,
      check: { text, _ in text.isEmpty && isSet ? nil : PassphraseHash.problem(with: text) },
      done: { text, _ in
        text.isEmpty ? .all([.pop, .push(removal(whose))]) : .replace(again(whose, text))
      })
  }

  private static func again(_ whose: Whose, _ text: String) -> Prompt {
    Prompt(
      "passphrase.again", Text("Sekali lagi", en: "Once more"), help: [.onceMore], isHidden: true,
      check: { typed, _ in typed == text ? nil : .differs },
      done: { _, _ in .all([.pop, .start(hashing(whose, text))]) })
  }

  private static func hashing(_ whose: Whose, _ text: String) -> StoreJob<Result<String, StoreError>> {
    StoreJob(
      .checking, end: { outcome, session in save(whose, outcome, session) },
      { _ in
        do throws(StoreError) { return .success(try PassphraseHash.make(text)) } catch { return .failure(error) }
      })
  }

  private static func save(_ whose: Whose, _ hash: Result<String, StoreError>, _ session: Session) -> Effect {
    do throws(StoreError) {
      try session.store.setPassphrase(hash.get(), of: whose.holder, on: session.clock.now().day)
      return .say(.saved, .good)
    } catch {
      return .say(error.unsaved(in: session.store.book), .bad)
    }
  }

  private static func removal(_ whose: Whose) -> Question {
    Question(
      Text("Hapus frasa sandi?", en: "Remove the passphrase?"), [.withoutIt],
      verb: Text("hapus", en: "remove"), letter: "h", accepted: .start(Removal(holder: whose.holder)))
  }

  /// Takes a passphrase away; short, and a job only because a save belongs behind a key.
  private struct Removal: Job {
    let holder: String?
    var title: Text { .checking }
    var progress: (done: Int, total: Int)? { nil }
    func cancelled(_ session: Session) -> Effect { .none }

    mutating func advance(_ session: Session) -> Effect? {
      do throws(StoreError) {
        try session.store.setPassphrase(nil, of: holder, on: session.clock.now().day)
        return .say(.removed, .good)
      } catch {
        return .say(error.unsaved(in: session.store.book), .bad)
      }
    }
  }
}

extension Text {
  fileprivate static let checking = Text("Mengolah frasa sandi", en: "Working on the passphrase")
  fileprivate static let wrong = Text("Bukan itu frasa sandinya", en: "That is not the passphrase")
  fileprivate static let saved = Text(
    "Frasa sandi dipasang; ditanyakan mulai sekarang, Alt-K mengunci layar",
    en: "The passphrase is set; it is asked for from now on, Alt-K locks the screen")
  fileprivate static let removed = Text("Frasa sandi dihapus", en: "The passphrase is removed")
  fileprivate static let differs = Text("Tidak sama dengan yang pertama", en: "Not the same as the first")
  fileprivate static let onceMore = Text(
    "Ketik sekali lagi, supaya salah ketik tidak mengunci Anda.", en: "Type it again, so that no slip locks you out.")
  fileprivate static let whyPresent = Text(
    "Supaya bukan orang lain yang menggantinya.", en: "So that nobody else changes it.")
  fileprivate static let advice = Text(
    "Paling sedikit 8 karakter; empat kata yang Anda ingat lebih baik daripada satu yang rumit. Yang disimpan hanya sidiknya.",
    en: "At least 8 characters; four words that you remember beat one that is intricate. Only its hash is kept.")
  fileprivate static let blankRemoves = Text("Kosong: hapus frasa sandi.", en: "Blank: remove the passphrase.")
  fileprivate static let withoutIt = Text(
    "Tanpa frasa sandi siapa pun di terminal ini bekerja atas nama Anda.",
    en: "Without it whoever sits at this terminal works in your name.")
  fileprivate static func wait(_ seconds: Int) -> Text {
    Text("Coba lagi dalam \(seconds) detik", en: "Try again in \(seconds) seconds")
  }
}
