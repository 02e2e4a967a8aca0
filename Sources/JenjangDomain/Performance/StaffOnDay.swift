/// Who serves on a day, in which position, and who holds or acts in each post: one pass over the columns.
///
/// Everything is told by rows, whoever looks: who assesses whom does not depend on it.
struct StaffOnDay {
  let day: Day
  private let book: Book
  /// By employee.
  private(set) var serves: [Bool] = []
  /// The definitive position of each employee on the day; nil where there is none.
  private(set) var positions: [Row?] = []
  /// Serving holders in their own right by post.
  private(set) var holders: [Row: [Row]] = [:]
  /// Those who act or deputise by post.
  private(set) var acting: [Row: [Row]] = [:]
  /// Those with a role in the place of the head, by unit.
  private(set) var deputies: [Row: [Row]] = [:]
  let columns: Columns

  /// What is read of each record.
  struct Columns {
    let post: RowReferences
    let unit: RowReferences
    let kind: RowCodes<PositionKind>
    let start: RowDays
    let end: RowDays
    let assignment: RowCodes<AssignmentKind>
    let holder: RowReferences
    let unitHead: RowReferences
    let unitParent: RowReferences
    let postSuperior: RowReferences
    let postUnit: RowReferences
    let supervisor: RowReferences

    init(_ book: Book) {
      let positions = book.positionHistories.table
      post = RowReferences(positions, "post")
      unit = RowReferences(positions, "unit")
      kind = RowCodes(positions, "positionKind", PositionKind.self)
      start = RowDays(positions, "effectiveDate")
      end = RowDays(positions, "endDate")
      assignment = RowCodes(positions, "assignment", AssignmentKind.self)
      holder = RowReferences(positions, "employee")
      unitHead = RowReferences(book.units.table, "head")
      unitParent = RowReferences(book.units.table, "parent")
      postSuperior = RowReferences(book.posts.table, "superior")
      postUnit = RowReferences(book.posts.table, "unit")
      supervisor = RowReferences(book.employees.table, "supervisor")
    }
  }

  init(_ book: Book, on day: Day) {
    self.book = book
    self.day = day
    columns = Columns(book)
    readPeople()
    readActing()
    readRoles()
  }

  private mutating func readPeople() {
    let people = book.employees.table
    let table = book.positionHistories.table
    let service = ServiceSpan(book)
    let isActing = { [columns] (row: Row) in (columns.assignment[row] ?? .definitive) != .definitive }
    serves.reserveCapacity(Int(people.rowCount))
    positions.reserveCapacity(Int(people.rowCount))
    for row in 0..<people.rowCount {
      let isServing = people.isLive(row) && service.holds(row, on: day)
      serves.append(isServing)
      let newest = isServing ? table.newest(of: row, asOf: day, except: isActing) : nil
      let position = newest.flatMap { position in
        columns.end[position].map { $0 < day } ?? false ? nil : position
      }
      positions.append(position)
      if let post = position.flatMap({ columns.post[$0] }) { holders[post, default: []].append(row) }
    }
  }

  private mutating func readActing() {
    let table = book.positionHistories.table
    for row in 0..<table.rowCount where (columns.assignment[row] ?? .definitive) != .definitive {
      guard table.isLive(row), let start = columns.start[row], start <= day,
        columns.end[row].map({ day <= $0 }) ?? true, let person = columns.holder[row], let post = columns.post[row],
        isServing(person), acting[post]?.contains(person) != true
      else { continue }
      acting[post, default: []].append(person)
    }
  }

  /// Who has the role of somebody's superior in the place of another one, for a dated time.
  private mutating func readRoles() {
    let table = book.roleAssignments.table
    let replaced = RowReferences(table, "actingFor")
    for row in 0..<table.rowCount where table.isLive(row) && replaced[row] != nil {
      guard let role = book.roleAssignments.stored(row), role.role == .supervisor, role.isInForce(on: day),
        let unit = role.unit.flatMap({ book.units.table.row(of: $0.raw) }),
        let person = role.employee.flatMap({ book.employees.table.row(of: $0.raw) }), isServing(person)
      else { continue }
      deputies[unit, default: []].append(person)
    }
  }

  func isServing(_ person: Row) -> Bool { Int(person) < serves.count && serves[Int(person)] }
  func position(of person: Row) -> Row? { Int(person) < positions.count ? positions[Int(person)] : nil }
}

/// Between which days somebody serves, as the columns tell it.
struct ServiceSpan {
  private let status: RowCodes<LegalStatus>
  private let since: RowDays
  private let hired: RowDays

  init(_ book: Book) {
    let people = book.employees.table
    status = RowCodes(people, "legalStatus", LegalStatus.self)
    since = RowDays(people, "legalStatusDate")
    hired = RowDays(people, "hireDate")
  }

  /// The first day on which the person no longer serves; nil while that is not known.
  ///
  /// Without a date it was long ago.
  func left(_ person: Row) -> Day? {
    guard let status = status[person], !status.isServing else { return nil }
    return since[person] ?? Day(number: .min)
  }

  func holds(_ person: Row, on day: Day) -> Bool {
    if let hired = hired[person], day < hired { return false }
    return left(person).map { day < $0 } ?? true
  }
}
