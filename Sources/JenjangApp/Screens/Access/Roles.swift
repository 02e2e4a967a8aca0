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
