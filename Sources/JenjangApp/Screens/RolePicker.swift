import JenjangDomain
import JenjangStore
import TerminalKit

/// Chooses in which role to work, where somebody has several.
enum RolePicker {
  static func screen(_ view: View) -> Chooser {
    let actors = view.session.store.visitor?.identity.actors ?? []
    let current = view.session.store.visitor?.actor
    var chooser = Chooser("roles", Text("Peran", en: "Role"), columns: 70) { query, view in
      actors.filter { Fuzzy.score(query, in: name(of: $0, view)) != nil }.map { actor in
        Choice(
          title: view(actor.role.title), detail: details(of: actor, view), key: actor == current ? "•" : "",
          effect: .all([.pop, .home, .take(actor)]))
      }
    }
    chooser.current = "•"
    return chooser
  }

  /// Why there is nothing to choose; nil when there is.
  static func refusal(_ session: Session) -> Text? {
    guard let visitor = session.store.visitor else {
      return Text(
        "Data ini belum memakai peran; siapa pun yang dapat membukanya boleh segalanya",
        en: "This store has no roles yet; whoever can open it may do everything")
    }
    return visitor.identity.actors.count > 1
      ? nil : Text("Anda hanya punya satu peran", en: "You have only one role")
  }

  /// Who works in which role and for whom: what every screen says; nil while the store knows no roles.
  static func words(_ view: View) -> String? {
    guard let visitor = view.session.store.visitor else { return nil }
    let actor = view.book.access?.actor ?? visitor.actor
    let person = actor.person.flatMap { view.book.label(of: $0, kind: Employee.kind.name) } ?? visitor.login
    let trying = visitor.isTrying ? view(Text("mencoba: ", en: "trying: ")) : ""
    guard view.size.columns >= 110 else {
      return trying + (view.size.columns < 80 ? view(actor.role.title) : name(of: actor, view, short: true))
    }
    return trying + person + ", " + name(of: actor, view)
  }

  private static func name(of actor: Actor, _ view: View, short: Bool = false) -> String {
    guard let principal = actor.actingFor else { return view(actor.role.title) }
    let name = view.book.label(of: principal, kind: Employee.kind.name) ?? "?"
    let until = actor.until.map { view(Text(" s.d. ", en: " until ")) + $0.display } ?? ""
    return view(actor.role.title) + " (" + view(.actingFor) + (short ? "" : name) + until + ")"
  }

  static func details(of actor: Actor, _ view: View) -> String {
    let units = actor.units.compactMap { view.book.label(of: $0, kind: Unit.kind.name) }.joined(separator: ", ")
    guard let principal = actor.actingFor else { return units }
    let name = view.book.label(of: principal, kind: Employee.kind.name) ?? "?"
    return units + " " + view(.actingFor) + name
      + (actor.until.map { view(Text(" s.d. ", en: " until ")) + $0.display } ?? "")
  }
}

extension Text {
  fileprivate static let actingFor = Text("Plt/Plh ", en: "acting for ")
}
