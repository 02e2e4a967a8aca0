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
    let marks = access.flatMap { $0.marks($0.reading(kind), table, in: self) }
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
    guard isLimited(reach) else { return nil }
    let none = [UInt8](repeating: 0, count: Int(table.rowCount))
    if reach == .nothing { return none }
    let kind = table.type.kind
    if let through = kind.standing.through, case .reference(_, let above)? = table.column(through)?.storage,
      let above = book.table(above)
    {
      return marks(reach, above, in: book).map { marks(of: through, $0, table) ?? none }
    }
    let people = peopleMarks(reach, in: book)
    if kind.name == Employee.kind.name { return people }
    guard kind.area == .request, reach == .units else {
      return standingMarks(kind.person.flatMap { marks(of: $0, people, table) } ?? none, reach, table, in: book)
    }
    let asked = marks(of: "employee", people, table) ?? none
    let own = kind.person.flatMap { marks(of: $0, peopleMarks(.own, in: book), table) } ?? none
    return zip(asked, own).map { $0 | $1 }
  }

  /// Whether a reach leaves anything out.
  func isLimited(_ reach: Reach) -> Bool { reach < .units || reach == .units && units != nil }

  /// The rows of people, with those of the parties, without what the person is not yet to see.
  private func standingMarks(_ rows: [UInt8], _ reach: Reach, _ table: Table, in book: Book) -> [UInt8] {
    let kind = table.type.kind
    var marks = rows
    if isOpenToParties(reach, kind) {
      let parties = peopleMarks(of: Set(actor.parties), in: book)
      for field in kind.standing.parties {
        for (row, mark) in (self.marks(of: field, parties, table) ?? []).enumerated() { marks[row] |= mark }
      }
    }
    guard let own = kind.standing.own, let person = actor.person, let field = kind.person else { return marks }
    let mine = self.marks(of: field, peopleMarks(of: [person], in: book), table) ?? []
    for (row, mark) in mine.enumerated() where mark != 0 {
      marks[row] = table.holds(own.seenOnce, at: Row(row)) ? 1 : 0
    }
    return marks
  }

  /// The rows whose field names one of some records.
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
    if reach == .units, people == nil, let units, case .reference(let places, _)? = table.column("unit")?.storage {
      var marks = [UInt8](repeating: 0, count: Int(table.rowCount))
      let unitTable = book.units.table
      let allowed = Set(units.compactMap { unitTable.rowEver(of: $0) })
      for row in places.values.indices where allowed.contains(places.values[row]) { marks[row] = 1 }
      return marks
    }
    return switch reach {
    case .units: peopleMarks(of: people ?? [], in: book)
    case .mentees: peopleMarks(of: mentees, in: book)
    default: peopleMarks(of: Set([actor.person].compactMap(\.self)), in: book)
    }
  }

  private func peopleMarks(of people: Set<RecordID>, in book: Book) -> [UInt8] {
    let table = book.employees.table
    var marks = [UInt8](repeating: 0, count: Int(table.rowCount))
    for person in people { if let row = table.rowEver(of: person) { marks[Int(row)] = 1 } }
    return marks
  }
}

extension Table {
  /// What the actor sees; nil for everything.
  var sight: Sight? { book?.sight(of: self) }

  /// Whether a day, or anything in a field that has a column, is there; true without a field.
  fileprivate func holds(_ field: String?, at row: Row) -> Bool {
    guard let field else { return true }
    return isLive(row) && storedValue(field, at: row) != nil
  }

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
