import JSONText

/// Who should be supervisor of which unit, as the heads of units say it, and what in the reporting tree is damaged.
///
/// Read whoever looks, for who keeps the roles sees no careers. A damaged tree is told and never widens anybody's
/// reach: where it is not clear who heads a unit, nobody is proposed.
public struct SupervisorProposals: Sendable {
  public struct Proposal: Sendable, Hashable {
    public let unit: ID<Unit>
    public let employee: ID<Employee>
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
    /// Units that lie below themselves, each below the next.
    case unitCircle([ID<Unit>])
    /// People who are each other's superiors in a circle.
    case supervisorCircle([ID<Employee>])
  }

  public private(set) var proposals: [Proposal] = []
  public private(set) var findings: [Finding] = []

  public init(_ book: Book, on day: Day) {
    let heads = SupervisorProposals.heads(in: book, on: day)
    let given = book.roleAssignments.all.filter {
      $0.role == .supervisor && $0.actingFor == nil && $0.isInForce(on: day)
    }
    for unit in UnitTree(book, on: day).nodes.map(\.unit) {
      let holders = unit.head.map { heads[$0.raw] ?? [] }
      switch holders?.count {
      case nil: findings.append(.noHeadPost(unit.id))
      case 0: findings.append(.noHead(unit.id))
      case 1: propose(holders?.first, for: unit.id, given)
      default: findings.append(.severalHeads(unit.id, holders ?? []))
      }
    }
    let units = book.units.table
    findings += Circles.find(in: units, by: "parent").map { .unitCircle($0.map { ID($0) }) }
    findings += Circles.find(in: book.employees.table, by: "supervisor").map { .supervisorCircle($0.map { ID($0) }) }
  }

  private mutating func propose(_ head: ID<Employee>?, for unit: ID<Unit>, _ given: [RoleAssignment]) {
    guard let head else { return }
    let known = given.filter { $0.unit == unit }
    if !known.contains(where: { $0.employee == head }) { proposals.append(Proposal(unit: unit, employee: head)) }
    for other in known.compactMap(\.employee) where other != head { findings.append(.otherSupervisor(unit, other)) }
  }

  /// The serving people who hold each post in their own right.
  private static func heads(in book: Book, on day: Day) -> [RecordID: [ID<Employee>]] {
    let table = book.employees.table
    var heads: [RecordID: [ID<Employee>]] = [:]
    for row in 0..<table.rowCount {
      guard let post = table.storedValue("post", at: row)?.text.flatMap({ RecordID($0) }) else { continue }
      if let end = table.storedValue("positionEnd", at: row)?.text, end < day.iso { continue }
      let status = table.storedValue("legalStatus", at: row)?.text.flatMap { LegalStatus(rawValue: $0) }
      guard status?.isServing ?? true else { continue }
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
