import JSONText

/// Who somebody at the terminal is, as the accounts and roles of the store say it.
public struct Identity: Sendable {
  /// The person; nil for a login that no account maps to anybody.
  public let person: RecordID?
  /// The roles that can be taken on the day, the first one to begin with.
  public let actors: [Actor]

  public init(person: RecordID?, actors: [Actor]) {
    self.person = person
    self.actors = actors
  }
}

/// Why somebody cannot come in.
public enum IdentityProblem: Error, Sendable, Hashable {
  /// No account maps the login to a person.
  case unknownLogin(String)
  /// A shared account came without saying who it is.
  case nobodyNamed(String)
  /// The person named does not exist, or is more than one.
  case unknownPerson(String)
  /// A login of one's own named somebody else.
  case notOneself(String)

  public var text: Text {
    switch self {
    case .unknownLogin(let login):
      Text(
        "Login \(login) belum dipetakan ke seorang pegawai; minta pengelola sistem menambah akun.",
        en: "The login \(login) is not mapped to a person; ask the administrator for an account.")
    case .nobodyNamed(let login):
      Text(
        "Akun bersama \(login) harus menyebut orangnya: jenjang --as NIP.",
        en: "The shared account \(login) must say who it is: jenjang --as NUMBER.")
    case .unknownPerson(let typed):
      Text("Pegawai “\(typed)” tidak ditemukan.", en: "No employee “\(typed)” was found.")
    case .notOneself(let login):
      Text(
        "Login \(login) bukan akun bersama, jadi tidak dapat masuk sebagai orang lain.",
        en: "The login \(login) is not a shared account, so it cannot come in as somebody else.")
    }
  }
}

extension Book {
  /// Whether the store says who may do what; while no role is given, everybody who can open the files does everything.
  public var knowsRoles: Bool { roleAssignments.table.liveCount > 0 }

  /// Who a login is, with `person` (a number, an identity) as a forced command names it.
  ///
  /// Nil while the store knows no roles. The keeper is the owner of the files, who must never be locked out.
  public func identity(
    login: String, as named: String?, isKeeper: Bool, on day: Day
  ) throws(IdentityProblem) -> Identity? {
    guard knowsRoles else { return nil }
    let account = accounts.all.first { $0.login == login && $0.isInForce(on: day) }
    if let named {
      guard let person = person(meant: named) else { throw .unknownPerson(named) }
      guard account?.isShared == true || isKeeper || account?.employee?.raw == person else { throw .notOneself(login) }
      return identity(of: person, on: day)
    }
    if account?.isShared == true { throw .nobodyNamed(login) }
    if let person = account?.employee?.raw { return identity(of: person, on: day) }
    guard isKeeper else { throw .unknownLogin(login) }
    return Identity(person: nil, actors: [Actor(person: nil, role: .administrator)])
  }

  /// A person with every role of a day; everybody is an employee, once, whether that was assigned or not.
  public func identity(of person: RecordID, on day: Day) -> Identity {
    let given = roleAssignments.all
      .filter { $0.employee?.raw == person && $0.role != .employee && $0.isInForce(on: day) }
      .sorted {
        ($0.isActing ? 1 : 0, $0.role?.place ?? 0) < ($1.isActing ? 1 : 0, $1.role?.place ?? 0)
      }
    var actors: [Actor] = []
    for actor in given.compactMap(Actor.init) {
      if let twin = actors.firstIndex(where: { $0.isTwin(of: actor) }) {
        actors[twin] = actors[twin].with(actor.units)
      } else {
        actors.append(actor)
      }
    }
    return Identity(person: person, actors: actors + [Actor(person: person, role: .employee)])
  }

  /// The person that a number or an identity means, whoever looks; nil when there is none.
  public func person(meant typed: String) -> RecordID? {
    let table = employees.table
    if let id = RecordID(typed.uppercased()), table.row(of: id) != nil { return id }
    let digits = EmployeeNumber.digits(of: typed)
    return table.firstRow(where: "employeeNumber", is: digits).map { table.id(of: $0) }
  }
}

extension Account {
  func isInForce(on day: Day) -> Bool { day.isWithin(validFrom, validTo) }
}

extension UserRole {
  fileprivate var place: Int { UserRole.allCases.firstIndex(of: self) ?? 0 }
}
