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
          effect: .all([.pop, .home(then: .take(actor))]))
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

  /// Who works in which role and in whose place until when: what every screen says, the fullest first.
  ///
  /// Empty while the store knows no roles.
  static func words(_ view: View) -> [String] {
    guard let visitor = view.session.store.visitor else { return [] }
    let actor = view.book.access?.actor ?? visitor.actor
    let person = actor.person.flatMap { view.book.label(of: $0, kind: Employee.kind.name) } ?? visitor.login
    let trying = visitor.isTrying ? view(Text("mencoba: ", en: "trying: ")) : ""
    let role = view(actor.role.title)
    guard actor.isActing else { return [person + ", " + role, role].map { trying + $0 } }
    let until = actor.until.map { view(Text(" s.d. ", en: " until ")) + $0.display } ?? ""
    return [
      person + ", " + role + " (" + acting(actor, view) + until + ")",
      role + " (" + acting(actor, view) + until + ")", role + " (" + view(actor.acting) + until + ")",
    ].map { trying + $0 }
  }

  private static func name(of actor: Actor, _ view: View) -> String {
    guard actor.isActing else { return view(actor.role.title) }
    let until = actor.until.map { view(Text(" s.d. ", en: " until ")) + $0.display } ?? ""
    return view(actor.role.title) + " (" + acting(actor, view) + until + ")"
  }

  /// `Plt. Kepala Dinas Kesehatan`, `Plh. Siti Rahmawati`: in whose place.
  private static func acting(_ actor: Actor, _ view: View) -> String {
    let holder = actor.actingFor.flatMap { view.book.label(of: $0, kind: Employee.kind.name) }
    let post = actor.post.flatMap { view.book.label(of: $0, kind: Post.kind.name) }
    let whom = actor.assignment == .acting ? post ?? holder : holder ?? post
    return view(actor.acting) + (whom.map { " " + $0 } ?? "")
  }

  static func details(of actor: Actor, _ view: View) -> String {
    let units = actor.units.compactMap { view.book.label(of: $0, kind: Unit.kind.name) }.joined(separator: ", ")
    guard actor.isActing else { return units }
    return units + " " + acting(actor, view)
      + (actor.until.map { view(Text(" s.d. ", en: " until ")) + $0.display } ?? "")
  }
}

extension Actor {
  /// The short word for how a role is held in somebody else's place.
  fileprivate var acting: Text {
    switch assignment {
    case .acting: Text("Plt.", en: "acting")
    case .deputising: Text("Plh.", en: "deputising")
    default: Text("Plt/Plh", en: "acting for")
    }
  }
}
