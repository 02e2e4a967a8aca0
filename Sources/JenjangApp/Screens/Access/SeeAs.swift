import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

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
