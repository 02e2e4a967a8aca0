import JSONText

/// Who should be supervisor of which unit, as the heads of units say it, and what in the reporting tree is damaged.
///
/// Read whoever looks, for who keeps the roles sees no careers. A damaged tree is told and never widens anybody's
/// reach: where it is not clear who heads a unit, nobody is proposed.
public struct SupervisorProposals: Sendable {
  public struct Proposal: Sendable, Hashable {
    public let unit: ID<Unit>
    public let employee: ID<Employee>
    /// In the own right, or as Plt or Plh.
    public var assignment = AssignmentKind.definitive
    /// The post of the head, where it is filled in for.
    public var post: ID<Post>?
    /// The holder who is stood in for; nil where the post is vacant.
    public var actingFor: ID<Employee>?
    public let from: Day
    /// The last day; nil for who heads a unit in the own right.
    public var until: Day?
  }

  public enum Finding: Sendable, Hashable {
    /// The unit does not say which post heads it.
    case noHeadPost(ID<Unit>)
    /// Nobody who serves holds the post.
    case noHead(ID<Unit>)
    /// Several people hold the post.
    case severalHeads(ID<Unit>, [ID<Employee>])
    /// Somebody has the role for a unit that somebody else heads.
    case otherSupervisor(ID<Unit>, ID<Employee>)
    /// Somebody is Plt or Plh of a unit and nothing says until when.
    case actingWithoutEnd(ID<Unit>, ID<Employee>)
    /// Somebody has the role as Plt or Plh for longer than the post is filled in for: until the day.
    case actingTooLong(ID<Unit>, ID<Employee>, Day)
    /// Units that lie below themselves, each below the next.
    case unitCircle([ID<Unit>])
    /// People who are each other's superiors in a circle.
    case supervisorCircle([ID<Employee>])
  }

  public private(set) var proposals: [Proposal] = []
  public private(set) var findings: [Finding] = []

  public init(_ book: Book, on day: Day) {
    let heads = SupervisorProposals.heads(in: book, on: day)
    let acting = SupervisorProposals.acting(in: book, on: day)
    let given = book.roleAssignments.all.filter { $0.role == .supervisor && $0.isInForce(on: day) }
    for unit in UnitTree(book, on: day).nodes.map(\.unit) {
      guard let post = unit.head else {
        findings.append(.noHeadPost(unit.id))
        continue
      }
      let known = given.filter { $0.unit == unit.id }
      judge(unit.id, post, heads[post.raw] ?? [], acting[post.raw] ?? [], known, on: day)
    }
    let units = book.units.table
    findings += Circles.find(in: units, by: "parent").map { .unitCircle($0.map { ID($0) }) }
    findings += Circles.find(in: book.employees.table, by: "supervisor").map { .supervisorCircle($0.map { ID($0) }) }
  }

  /// One head, or one who fills in, or a head who is absent with one who deputises: everything else is unclear.
  private mutating func judge(
    _ unit: ID<Unit>, _ post: ID<Post>, _ heads: [ID<Employee>], _ acting: [Acting], _ given: [RoleAssignment],
    on day: Day
  ) {
    let isClear =
      heads.count <= 1 && acting.count <= 1 && (heads.isEmpty || acting.allSatisfy { $0.kind == .deputising })
    guard isClear else {
      findings.append(.severalHeads(unit, heads + acting.map(\.employee)))
      return
    }
    if heads.isEmpty, acting.isEmpty { findings.append(.noHead(unit)) }
    propose(heads.first, for: unit, given, on: day)
    propose(acting.first, of: post, holder: heads.first, for: unit, given, on: day)
  }

  private mutating func propose(_ head: ID<Employee>?, for unit: ID<Unit>, _ given: [RoleAssignment], on day: Day) {
    guard let head else { return }
    let known = given.filter { !$0.isActing }
    if !known.contains(where: { $0.employee == head }) {
      proposals.append(Proposal(unit: unit, employee: head, from: day))
    }
    for other in known.compactMap(\.employee) where other != head { findings.append(.otherSupervisor(unit, other)) }
  }

  /// Who fills in gets the role to the end of the assignment and no longer.
  private mutating func propose(
    _ acting: Acting?, of post: ID<Post>, holder: ID<Employee>?, for unit: ID<Unit>, _ given: [RoleAssignment],
    on day: Day
  ) {
    let known = given.filter(\.isActing)
    for other in known.compactMap(\.employee) where other != acting?.employee {
      findings.append(.otherSupervisor(unit, other))
    }
    guard let acting else { return }
    guard let until = acting.until else {
      findings.append(.actingWithoutEnd(unit, acting.employee))
      return
    }
    let last = known.filter { $0.employee == acting.employee }.compactMap(\.until).max()
    if let last, last > until { findings.append(.actingTooLong(unit, acting.employee, until)) }
    guard last.map({ $0 < until }) ?? true else { return }
    proposals.append(
      Proposal(
        unit: unit, employee: acting.employee, assignment: acting.kind, post: post, actingFor: holder,
        from: max(day, last?.adding(days: 1) ?? day), until: until))
  }

  /// Somebody who fills in for the holder of a post.
  private struct Acting {
    let employee: ID<Employee>
    let kind: AssignmentKind
    let until: Day?
  }

  /// The serving people who are Plt or Plh in each post.
  private static func acting(in book: Book, on day: Day) -> [RecordID: [Acting]] {
    let table = book.positionHistories.table
    let people = book.employees.table
    var acting: [RecordID: [Acting]] = [:]
    for kind in [AssignmentKind.acting, .deputising] {
      let rows = table.answer(Query(conditions: [Query.Condition("assignment", .equals(kind.rawValue))]))
      for row in rows {
        guard let object = table.storedObject(at: row) else { continue }
        let position = PositionHistory(id: table.id(of: row), object: object)
        guard position.covers(day), let post = position.post, let employee = position.employee,
          let person = people.row(of: employee.raw), isServing(person, people)
        else { continue }
        acting[post.raw, default: []].append(Acting(employee: employee, kind: kind, until: position.endDate))
      }
    }
    return acting
  }

  private static func isServing(_ row: Row, _ table: Table) -> Bool {
    let status = table.storedValue("legalStatus", at: row)?.text.flatMap { LegalStatus(rawValue: $0) }
    return status?.isServing ?? true
  }

  /// The serving people who hold each post in their own right.
  private static func heads(in book: Book, on day: Day) -> [RecordID: [ID<Employee>]] {
    let table = book.employees.table
    var heads: [RecordID: [ID<Employee>]] = [:]
    for row in 0..<table.rowCount {
      guard let post = table.storedValue("post", at: row)?.text.flatMap({ RecordID($0) }) else { continue }
      if let end = table.storedValue("positionEnd", at: row)?.text, end < day.iso { continue }
      guard isServing(row, table) else { continue }
      heads[post, default: []].append(ID(table.id(of: row)))
    }
    return heads
  }
}

/// Records that refer to each other in a circle by one field.
private enum Circles {
  static func find(in table: Table, by field: String) -> [[RecordID]] {
    var isDone = [Bool](repeating: false, count: Int(table.rowCount))
    var circles: [[RecordID]] = []
    for start in 0..<table.rowCount where !isDone[Int(start)] {
      var path: [Row] = []
      var places: [Row: Int] = [:]
      var next: Row? = start
      while let row = next, !isDone[Int(row)], places[row] == nil {
        places[row] = path.count
        path.append(row)
        next = table.storedValue(field, at: row)?.text.flatMap { RecordID($0) }.flatMap { table.row(of: $0) }
      }
      if let next, let first = places[next] { circles.append(path[first...].map { table.id(of: $0) }) }
      for row in path { isDone[Int(row)] = true }
    }
    return circles
  }
}
