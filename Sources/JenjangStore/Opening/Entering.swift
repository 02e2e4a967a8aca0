import JenjangDomain

/// Who uses the store now: the login, the person behind it, the role in force.
public struct Visitor: Sendable {
  public let login: String
  /// As a forced command named the person; nil when it did not.
  let named: String?
  /// The day whose roles count.
  public internal(set) var day: Day
  /// The login is one that many people share.
  public var isShared: Bool { named != nil }
  public internal(set) var identity: Identity
  /// The role in force; one of those of the identity, or a role that an administrator tries.
  public internal(set) var actor: Actor
  /// True while an administrator looks through somebody else's eyes: then nothing can be saved.
  public internal(set) var isTrying = false

  /// Why nothing at all can be saved in this role; nil when something can.
  public var refusalToSave: Text? {
    if isTrying { return .trying }
    let grants = Area.allCases.filter { $0 != .secret }.map { PermissionTable.grant(actor.role, $0) }
    return grants.contains { $0.write > .nothing || $0.propose > .nothing } ? nil : .onlyReads(actor.role)
  }
}

extension Text {
  static let trying = Text(
    "Anda sedang melihat sebagai orang lain; tidak ada yang dapat disimpan",
    en: "You are looking as somebody else; nothing can be saved")

  fileprivate static let noRoles = Text(
    "Data ini belum memakai peran", en: "This store has no roles yet")

  fileprivate static func onlyReads(_ role: UserRole) -> Text {
    Text(
      "Peran \(role.title.indonesian) hanya membaca", en: "The role \(role.title.english) only reads")
  }
}

extension Store {
  /// Finds out who uses the store; from then on the book shows and the commit takes what the role allows.
  ///
  /// While the store knows no roles, everybody who can open its files does everything, and `visitor` stays nil.
  /// `named` is the person that a forced command names, by number or identity.
  public func enter(as named: String? = nil, on day: Day) throws(StoreError) {
    let login = environment.author.login
    visitor = nil
    book.access = nil
    author = environment.author
    let found: Identity?
    do throws(IdentityProblem) {
      found = try book.identity(login: login, as: named, isKeeper: isKeeper, on: day)
    } catch {
      throw .forbidden(error.text)
    }
    guard let identity = found else {
      if let named { try enter(unruled: named, on: day) }
      return
    }
    let visitor = Visitor(login: login, named: named, day: day, identity: identity, actor: identity.actors[0])
    self.visitor = visitor
    take(visitor.actor)
  }

  /// Looks at an earlier state with the rights of the present one.
  ///
  /// What roles and units there were then does not matter: otherwise the past would show what is hidden now.
  public func enter(like present: Store) {
    visitor = present.visitor
    author = present.author
    presentPassphrase = .some(present.passphraseHash)
    book.access = present.book.access?.held(in: present.book)
  }

  /// A store without roles still notes for whom a forced command saves.
  private func enter(unruled named: String, on day: Day) throws(StoreError) {
    guard let person = book.person(meant: named) else { throw .forbidden(IdentityProblem.unknownPerson(named).text) }
    author = Author(by: "p:" + person.text, session: environment.author.session)
  }

  /// Puts another role of the same person in force.
  public func take(_ actor: Actor) {
    visitor?.actor = actor
    visitor?.isTrying = false
    see(through: actor)
    author = environment.author
    if let person = actor.person { author = Author(by: "p:" + person.text, session: environment.author.session) }
  }

  /// Looks through the eyes of any role and person, without saving: for administrators who test what others see.
  public func look(as actor: Actor) throws(StoreError) {
    guard let visitor else { throw .forbidden(.noRoles) }
    if let refusal = Access(visitor.actor, in: book, on: visitor.day).refusal(.seeAs) { throw .forbidden(refusal) }
    self.visitor?.isTrying = true
    see(through: actor)
  }

  /// The reach of a role is that of the day on which one came in, whatever day is shown.
  private func see(through actor: Actor) {
    let day = visitor?.day ?? book.day
    let shown = book.day
    book.access = nil
    book.move(to: day)
    var access = Access(actor, in: book, on: day)
    access.isTrying = visitor?.isTrying == true
    book.access = access
    book.move(to: shown)
  }

  /// Lets the roles of another day count, as when midnight passes while the program is open: what begins or ends then
  /// does so at once.
  ///
  /// `movesBook` shows the state of that day as well. A role that is tried by an administrator stays until that ends.
  public func beginDay(_ day: Day, movesBook: Bool) {
    let access = book.access
    if movesBook, book.day != day {
      // Else those who are seen would be held to the people of the day before.
      book.access = nil
      book.move(to: day)
      book.access = access
    }
    guard let visitor, visitor.day != day else { return }
    self.visitor?.day = day
    hasChangedRoles = true
    refreshVisitor()
  }

  /// Applies what has changed in roles, accounts and units while the program was open: a role that was taken away is
  /// gone at once.
  func refreshVisitor() {
    guard hasChangedRoles, visitor?.isTrying != true else { return }
    hasChangedRoles = false
    guard var visitor else { return }
    let access = book.access
    book.access = nil
    let found = try? book.identity(login: visitor.login, as: visitor.named, isKeeper: isKeeper, on: visitor.day)
    guard let identity = found ?? nil else {
      book.access = access.map { Access(Actor(person: $0.actor.person, role: .employee), in: book, on: book.day) }
      return
    }
    visitor.identity = identity
    let isKept = identity.actors.contains(visitor.actor)
    self.visitor = visitor
    take(isKept ? visitor.actor : identity.actors[0])
  }

  /// Whether the files belong to the user of this process, who can change them anyway.
  private var isKeeper: Bool { disk.user == 0 || (try? disk.facts("."))??.owner == disk.user }
}

extension Author {
  /// The login by which the system knows the user.
  var login: String { by.hasPrefix("u:") ? String(by.dropFirst(2)) : by }
}

extension Store {
  /// The login of whoever uses the store, as proposals and approvals name somebody without a record of a person.
  public var userName: String { environment.author.login }
}
