import JSONText

/// Who uses the program, in which role, for which units, and in whose place.
public struct Actor: Sendable, Hashable {
  /// The person; nil for a system account without one.
  public let person: RecordID?
  public let role: UserRole
  /// The units of the role with all below; empty for the whole agency.
  public let units: [RecordID]
  /// Who is stood in for as Plt or Plh; nil when nobody is.
  public let actingFor: RecordID?
  /// The last day of the role; nil while none is known.
  public let until: Day?
  /// As Plt or Plh, where the role says which.
  public let assignment: AssignmentKind?
  /// The post that is filled in for.
  public let post: RecordID?

  public init(
    person: RecordID?, role: UserRole, units: [RecordID] = [], actingFor: RecordID? = nil, until: Day? = nil,
    assignment: AssignmentKind? = nil, post: RecordID? = nil
  ) {
    self.person = person
    self.role = role
    self.units = units
    self.actingFor = actingFor
    self.until = until
    self.assignment = assignment
    self.post = post
  }

  /// In somebody else's place.
  public var isActing: Bool { actingFor != nil || (assignment ?? .definitive) != .definitive }

  /// The same role of the same person, for more units.
  func with(_ more: [RecordID]) -> Actor {
    Actor(
      person: person, role: role, units: units + more, actingFor: actingFor, until: until, assignment: assignment,
      post: post)
  }

  /// Whether two roles differ in their units only.
  func isTwin(of other: Actor) -> Bool {
    role == other.role && actingFor == other.actingFor && until == other.until && assignment == other.assignment
      && post == other.post && !units.isEmpty && !other.units.isEmpty
  }

  /// The role that an assignment gives.
  init?(_ assignment: RoleAssignment) {
    guard let employee = assignment.employee, let role = assignment.role else { return nil }
    self.init(
      person: employee.raw, role: role, units: assignment.unit.map { [$0.raw] } ?? [],
      actingFor: assignment.actingFor?.raw, until: assignment.until, assignment: assignment.assignment,
      post: assignment.post?.raw)
  }
}

/// What an actor may see and do: the permission table applied to one person on one day.
public struct Access: Sendable {
  public let actor: Actor
  /// The units of the role and all below them; nil for the whole agency.
  let units: Set<RecordID>?
  let mentees: Set<RecordID>
  /// An administrator looks as somebody else would: what that person noted for nobody stays hidden.
  public var isTrying = false
  /// The only people whom the units cover, whatever day or earlier state is looked at; nil follows the book.
  var people: Set<RecordID>?

  /// A loop or a missing parent in the tree of units never widens it: only what hangs below a unit is reached.
  ///
  /// A supervisor without a unit reaches nobody.
  public init(_ actor: Actor, in book: Book, on day: Day) {
    self.actor = actor
    mentees = book.mentees(of: actor)
    guard !actor.units.isEmpty || actor.role == .supervisor else {
      units = nil
      return
    }
    let tree = UnitTree(book, on: day)
    units = Set(actor.units.flatMap { tree.branch(of: ID($0)).map(\.unit.id.raw) })
  }

  public func grant(_ area: Area) -> Grant { grant(actor.role, area) }

  /// What a role may do for this actor: the table's word, but nothing of private notes for who only looks as the person.
  func grant(_ role: UserRole, _ area: Area) -> Grant {
    isTrying && area == .privateNote ? .nothing : PermissionTable.grant(role, area)
  }

  /// Why a right is missing; nil when the role has it.
  public func refusal(_ right: Right) -> Text? {
    PermissionTable.rights(actor.role).contains(right) ? nil : .missing(right.title, actor.role)
  }

  /// Why records of a kind cannot be changed at once by this role; nil when at least some can.
  public func refusal(toWrite kind: Kind) -> Text? {
    max(grant(kind.area).write, grantOfOwn(kind).write) > .nothing
      ? nil : .missing(.changing(kind.area), actor.role)
  }

  /// Whether changes of a kind can at least be asked for.
  public func mayPropose(_ kind: Kind) -> Bool { grant(kind.area).propose > .nothing }

  /// Why records of a kind cannot be seen at all by this role; nil when some can.
  public func refusal(toSee kind: Kind) -> Text? {
    maySee(kind)
      ? nil : .missing(Text("melihat \(kind.area.title.indonesian)", en: "see \(kind.area.title.english)"), actor.role)
  }

  /// Why records of a kind can neither be changed nor be asked to be changed; nil when at least some can.
  public func refusal(toChange kind: Kind) -> Text? { mayPropose(kind) ? nil : refusal(toWrite: kind) }

  /// Whether records of a kind can be seen at all.
  public func maySee(_ kind: Kind) -> Bool { reading(kind) > .nothing }

  /// Whether a reach covers a person; nobody's record is covered by everything and by the whole agency only.
  func covers(_ reach: Reach, _ person: RecordID?, in book: Book) -> Bool {
    switch reach {
    case .nothing: return false
    case .everything: return true
    case .own: return person != nil && person == actor.person
    case .mentees: return person.map(mentees.contains) ?? false
    case .units:
      guard let units else { return true }
      if let people { return person.map(people.contains) ?? false }
      return person.flatMap { book.unit(of: $0) }.map(units.contains) ?? false
    }
  }

  /// Whether the parties of a record reach it as one of their own: supervisors, and everybody where it is shared.
  func isOpenToParties(_ reach: Reach, _ kind: Kind) -> Bool {
    reach == .units || reach > .nothing && kind.standing.isShared
  }

  /// Whether a reach covers a record as it stands in `object`; `arrivals` come into being with it.
  ///
  /// Who may decide about somebody's records sees what is asked for them; and everybody sees what he asked for himself.
  func covers(
    _ reach: Reach, _ kind: Kind, _ id: RecordID, _ object: JSONObject?, in book: Book,
    among arrivals: [RecordID: JSONObject] = [:]
  ) -> Bool {
    let subject = book.subject(of: kind, id, object, among: arrivals)
    if isOpenToParties(reach, subject.kind), subject.kind.standing.names(actor, in: subject.object) { return true }
    guard let person = subject.person else { return covers(reach, nil, in: book) }
    if person == actor.person, subject.kind.standing.own != nil, reach > .nothing { return true }
    guard kind.area == .request, reach == .units else { return covers(reach, person, in: book) }
    return person == actor.person || covers(.units, object?.record("employee"), in: book)
  }
}

extension Book {
  /// Those whom somebody mentors now.
  func mentees(of actor: Actor) -> Set<RecordID> {
    guard let person = actor.person else { return [] }
    let pairs = mentoringPairs.table.rows(referring: "mentor", to: person).compactMap { mentoringPairs[$0] }
    return Set(pairs.filter { $0.state?.holdsPlace == true }.compactMap { $0.mentee?.raw })
  }
}

extension Kind {
  /// The person whom a record is about: itself where it is a person.
  func personNamed(in object: JSONObject?, _ id: RecordID) -> RecordID? {
    name == Employee.kind.name ? id : person.flatMap { object?.record($0) }
  }
}

extension JSONObject {
  func record(_ field: String) -> RecordID? { self[field]?.text.flatMap { RecordID($0) } }
}

extension Book {
  /// Why a record cannot be looked at; nil when it can, or is not there.
  public func refusal(toSee id: RecordID, kind: String) -> Text? {
    guard let access, let table = table(kind), let row = table.row(of: id), !table.isSeen(row) else { return nil }
    let title = table.type.kind.title
    return .missing(
      Text("melihat \(title.indonesian) ini", en: "see this \(title.english.lowercased())"), access.actor.role)
  }

  /// The unit in which a person holds the newest definitive position; nil when there is none.
  func unit(of person: RecordID) -> RecordID? {
    guard let table = table(Employee.kind.name), let row = table.rowEver(of: person) else { return nil }
    return table.storedValue("unit", at: row)?.text.flatMap { RecordID($0) }
  }
}

extension Text {
  static func missing(_ right: Text, _ role: UserRole) -> Text {
    Text(
      "Peran \(role.title.indonesian) tidak berhak \(right.indonesian)",
      en: "The role \(role.title.english) has no right to \(right.english)")
  }

  static func changing(_ area: Area) -> Text {
    Text("mengubah \(area.title.indonesian)", en: "change \(area.title.english)")
  }
}
