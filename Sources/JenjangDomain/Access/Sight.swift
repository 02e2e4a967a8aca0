import JSONText

/// What of one table an actor sees; worked out once for each state of the book.
final class Sight {
  /// 1 for each row that is seen; nil when all are.
  let marks: [UInt8]?
  /// The fields that are shown; nil when all but the secret ones are.
  let fields: Set<String>?
  /// The fields that nobody is shown.
  let secrets: Set<String>
  let revision: Int

  init(marks: [UInt8]?, fields: Set<String>?, secrets: Set<String>, revision: Int) {
    self.marks = marks
    self.fields = fields
    self.secrets = secrets
    self.revision = revision
  }

  func sees(_ row: Row) -> Bool {
    guard let marks else { return true }
    return Int(row) < marks.count && marks[Int(row)] != 0
  }

  func shows(_ field: String) -> Bool { !secrets.contains(field) && fields?.contains(field) ?? true }
}

extension Book {
  /// What the actor sees of a table; nil when that is everything.
  func sight(of table: Table) -> Sight? {
    guard access != nil || !table.type.secrets.isEmpty else { return nil }
    let kind = table.type.kind
    if let known = sights[kind.name], known.revision == revision { return known }
    let grant = access?.grant(kind.area)
    let marks = access.flatMap { $0.marks($0.grant(kind.area).read, table, in: self) }
    let fields = kind.area == .person ? grant?.fields : nil
    if marks == nil, fields == nil, table.type.secrets.isEmpty { return nil }
    let sight = Sight(marks: marks, fields: fields, secrets: table.type.secrets, revision: revision)
    sights[kind.name] = sight
    return sight
  }
}

extension Access {
  /// The rows of a table that a reach covers; nil when it covers all.
  fileprivate func marks(_ reach: Reach, _ table: Table, in book: Book) -> [UInt8]? {
    if reach == .everything || reach == .units && units == nil { return nil }
    let none = [UInt8](repeating: 0, count: Int(table.rowCount))
    if reach == .nothing { return none }
    let people = peopleMarks(reach, in: book)
    let kind = table.type.kind
    if kind.name == Employee.kind.name { return people }
    guard kind.area == .request, reach == .units else {
      return kind.person.flatMap { marks(of: $0, people, table) } ?? none
    }
    let asked = marks(of: "employee", people, table) ?? none
    let own = kind.person.flatMap { marks(of: $0, peopleMarks(.own, in: book), table) } ?? none
    return zip(asked, own).map { $0 | $1 }
  }

  /// The rows whose field names one of some people.
  private func marks(of field: String, _ people: [UInt8], _ table: Table) -> [UInt8]? {
    guard case .reference(let owners, _)? = table.column(field)?.storage else { return nil }
    return owners.values.map { owner in owner >= 0 && Int(owner) < people.count ? people[Int(owner)] : 0 }
  }

  /// The same reach, held to the people whom it covers now: another day or an earlier state shows nobody else.
  public func held(in book: Book) -> Access {
    guard units != nil, people == nil else { return self }
    var held = self
    let table = book.employees.table
    let marks = peopleMarks(.units, in: book)
    held.people = Set((0..<table.rowCount).filter { marks[Int($0)] != 0 }.map { table.id(of: $0) })
    return held
  }

  private func peopleMarks(_ reach: Reach, in book: Book) -> [UInt8] {
    let table = book.employees.table
    var marks = [UInt8](repeating: 0, count: Int(table.rowCount))
    if reach == .units, people == nil, let units, case .reference(let places, _)? = table.column("unit")?.storage {
      let unitTable = book.units.table
      let allowed = Set(units.compactMap { unitTable.rowEver(of: $0) })
      for row in places.values.indices where allowed.contains(places.values[row]) { marks[row] = 1 }
      return marks
    }
    let covered: Set<RecordID> =
      switch reach {
      case .units: people ?? []
      case .mentees: mentees
      default: Set([actor.person].compactMap(\.self))
      }
    for person in covered { if let row = table.rowEver(of: person) { marks[Int(row)] = 1 } }
    return marks
  }
}

extension Table {
  /// What the actor sees; nil for everything.
  var sight: Sight? { book?.sight(of: self) }

  /// Whether the actor sees a row.
  public func isSeen(_ row: Row) -> Bool { isLive(row) && sight?.sees(row) ?? true }

  /// The fields that the actor sees.
  public func isShown(_ field: String) -> Bool { sight?.shows(field) ?? true }

  /// The rows among some that the actor sees.
  func seen(_ rows: [Row]) -> [Row] {
    guard let sight, sight.marks != nil else { return rows }
    return rows.filter(sight.sees)
  }
}
