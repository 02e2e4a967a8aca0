import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let roles = ScreenEntry(.roles, group: .system)
}

extension ListSpec {
  /// Who has which role for which units, and until when.
  static let roles = ListSpec(
    name: "roles", title: Text("Peran dan akun", en: "Roles and accounts"), kind: RoleAssignment.kind.name,
    columns: ["employee", "role", "unit", "from", "until", "actingFor"], sort: Query.Sort("employee"),
    open: { id, _, _ in .read(RoleAssignment.kind.name, id) },
    commands: [
      Command("roles.accounts", Text("Akun login", en: "Login accounts"), letter: "k") { _, view in
        .push(ListScreen(.accounts, view: view))
      },
      Command(
        "roles.derive", Text("Usulkan atasan dari kepala unit", en: "Propose supervisors from heads of units"),
        letter: "d", refusal: { _, view in view.book.access?.refusal(toWrite: RoleAssignment.kind) },
        run: { _, view in .push(RoleDerivation.screen(view)) }),
      Command(
        "roles.passphrase", Text("Frasa sandi pegawai ini…", en: "Passphrase of this person…"), letter: "f",
        refusal: { list, view in AccountPassphrase.refusal(person(list, view), view) },
        run: { list, view in AccountPassphrase.change(person(list, view), view) }),
      Command(
        "roles.seeAs", Text("Lihat sebagai orang lain", en: "See as somebody else"), letter: "s",
        refusal: { _, view in SeeAs.refusal(view) }, run: { _, _ in .push(SeeAs.people) }),
    ]
  ).edited()

  /// Which login is whom.
  static let accounts = ListSpec(
    name: "accounts", title: Account.kind.plural, kind: Account.kind.name,
    columns: ["login", "employee", "isShared", "validFrom", "validTo"], sort: Query.Sort("login"),
    open: { id, _, _ in .read(Account.kind.name, id) },
    commands: [
      Command(
        "accounts.passphrase", Text("Frasa sandi akun ini…", en: "Passphrase of this account…"), letter: "f",
        refusal: { list, view in AccountPassphrase.refusal(login(list, view), view) },
        run: { list, view in AccountPassphrase.change(login(list, view), view) })
    ]
  ).edited()

  /// The person of the role under the cursor.
  private static func person(_ list: ListScreen, _ view: View) -> AccountPassphrase? {
    let role = list.selected.flatMap { view.book.roleAssignments[ID<RoleAssignment>($0)] }
    return role?.employee.map { AccountPassphrase(holder: "p:" + $0.raw.text, person: $0.raw, name: nil) }
  }

  /// Who comes in by the login under the cursor; nil for a shared one.
  private static func login(_ list: ListScreen, _ view: View) -> AccountPassphrase? {
    guard let account = list.selected.flatMap({ view.book.accounts[ID<Account>($0)] }) else { return nil }
    if let person = account.employee?.raw {
      return AccountPassphrase(holder: "p:" + person.text, person: person, name: account.login)
    }
    guard account.isShared != true, let login = account.login else { return nil }
    return AccountPassphrase(holder: "u:" + login, person: nil, name: login)
  }
}

extension Effect {
  /// Shows a record in a box, from which it can be changed.
  fileprivate static func read(_ kind: String, _ id: RecordID) -> Effect {
    .push(
      RecordReader.screen(kind: kind, id: id) { view in .replace(FormScreen.edit(kind: kind, id: id, view: view)) })
  }
}

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

/// Looking at the program as somebody else sees it, to test roles; nothing can be saved meanwhile.
enum SeeAs {
  static func refusal(_ view: View) -> Text? {
    guard view.session.store.visitor != nil else { return RolePicker.refusal(view.session) }
    return view.refusal(.seeAs)
  }

  static var people: Chooser {
    Chooser("seeAs", Text("Lihat sebagai siapa", en: "See as whom"), columns: 72) { query, view in
      guard let table = view.book.table(Employee.kind.name) else { return [] }
      return table.rows(Query(search: query)).prefix(200).map { row in
        let id = table.id(of: row)
        return Choice(
          title: view.cell(table, row, "name"), detail: view.cell(table, row, "employeeNumber"),
          effect: .replace(roles(of: id)))
      }
    }
  }

  private static func roles(of person: RecordID) -> Chooser {
    Chooser("seeAs.role", Text("Dalam peran apa", en: "In which role"), columns: 72) { query, view in
      view.book.identity(of: person, on: view.session.clock.now().day).actors
        .filter { Fuzzy.score(query, in: view($0.role.title)) != nil }
        .map { actor in
          Choice(
            title: view(actor.role.title), detail: RolePicker.details(of: actor, view),
            effect: .all([.pop, .home(then: .look(actor))]))
        }
    }
  }
}
