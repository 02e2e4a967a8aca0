import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let roles = ScreenEntry(
    name: "roles", title: Text("Peran dan akun", en: "Roles and accounts"), digit: nil,
    count: { view in view.count(view.book.roleAssignments.table.count) },
    make: { view in ListScreen(.roles, view: view) })
}

extension ListSpec {
  /// Who has which role for which units, and until when.
  static let roles = ListSpec(
    name: "roles", title: RoleAssignment.kind.plural, kind: RoleAssignment.kind.name,
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
        "roles.seeAs", Text("Lihat sebagai orang lain", en: "See as somebody else"), letter: "s",
        refusal: { _, view in SeeAs.refusal(view) }, run: { _, _ in .push(SeeAs.people) }),
    ]
  ).edited()

  /// Which login is whom.
  static let accounts = ListSpec(
    name: "accounts", title: Account.kind.plural, kind: Account.kind.name,
    columns: ["login", "employee", "isShared", "validFrom", "validTo"], sort: Query.Sort("login"),
    open: { id, _, _ in .read(Account.kind.name, id) }
  ).edited()
}

extension Effect {
  /// Shows a record in a box, from which it can be changed.
  fileprivate static func read(_ kind: String, _ id: RecordID) -> Effect {
    .push(
      RecordReader.screen(kind: kind, id: id) { view in .replace(FormScreen.edit(kind: kind, id: id, view: view)) })
  }
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
            effect: .all([.pop, .home, .look(actor)]))
        }
    }
  }
}
