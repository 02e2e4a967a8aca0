import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// Whose passphrase is set or removed by who keeps the accounts.
struct AccountPassphrase {
  let holder: String
  let person: RecordID?
  let name: String?

  static func refusal(_ account: AccountPassphrase?, _ view: View) -> Text? {
    if let text = PassphraseChange.refusal(view.session) { return text }
    guard let account else { return .sharedHasNone }
    if account.holder == view.session.store.author.by { return nil }
    let book = view.book
    let change = book.changingPassphrase(of: account.holder, to: "", id: view.session.newID(), on: view.today)
    return change.flatMap { book.access?.refusal(of: [$0], in: book) }
  }

  static func change(_ account: AccountPassphrase?, _ view: View) -> Effect {
    guard let account else { return .none }
    if account.holder == view.session.store.author.by { return PassphraseChange.own(view) }
    let person = account.person.flatMap { view.book.label(of: $0, kind: Employee.kind.name) }
    return PassphraseChange.other(account.holder, named: person ?? account.name ?? "?", view)
  }
}

extension Text {
  fileprivate static let sharedHasNone = Text(
    "Akun bersama tidak punya frasa sandi; tiap orangnya punya sendiri",
    en: "A shared account has no passphrase; each person has an own one")
}
