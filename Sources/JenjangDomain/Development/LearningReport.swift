/// What a year of learning came to, by unit with all below it: hours, seats, passes, cancellations, money.
///
/// One pass over the people and one over the enrolments.
public struct LearningReport {
  public struct Line: Sendable {
    public let unit: ID<Unit>
    public let depth: Int
    public var people = 0
    /// Lesson hours on file, and those who have all that they owe.
    public var hours = 0
    public var reached = 0
    public var owing = 0
    public var seats = 0
    public var passed = 0
    /// Seats lost because the event was cancelled, and those who still wait for another.
    public var cancelled = 0
    public var waiting = 0
    /// The share of each event's planned cost that its seats are, in rupiah.
    public var cost = 0

    /// Hours for each person, in tenths.
    public var average: Int { people == 0 ? 0 : hours * 10 / people }

    fileprivate mutating func add(_ below: Line) {
      people += below.people
      hours += below.hours
      reached += below.reached
      owing += below.owing
      seats += below.seats
      passed += below.passed
      cancelled += below.cancelled
      waiting += below.waiting
      cost += below.cost
    }
  }

  public let year: Int
  /// In the order of the tree, units without people left out.
  public private(set) var lines: [Line] = []
  /// Levels that reassessments after trainings of the year found above those before.
  public private(set) var closed = 0

  public init(_ book: Book, year: Int) {
    self.year = year
    let tree = UnitTree(book, on: book.day)
    var all = tree.nodes.map { Line(unit: $0.unit.id, depth: $0.depth) }
    let places = tree.placesByRow(in: book)
    let units = ReferenceCells(book.employees.table, "unit")
    let place = { (person: Row) -> Int? in units[person].flatMap { places[$0] } }
    LearningReport.count(people: book, year, place, &all)
    LearningReport.count(seats: book, year, place, &all)
    tree.rollUp(&all) { $0.add($1) }
    lines = all.filter { $0.people > 0 }
    closed = LearningReport.levelsGained(book, year)
  }

  private static func count(people book: Book, _ year: Int, _ place: (Row) -> Int?, _ lines: inout [Line]) {
    let table = book.employees.table
    let service = ServiceSpan(book)
    let hours = YearHours(book, year: year)
    let sight = table.sight
    for row in 0..<table.rowCount
    where table.isLive(row) && service.holds(row, on: book.day) && sight?.sees(row) ?? true {
      guard let place = place(row) else { continue }
      lines[place].people += 1
      lines[place].hours += hours.hours(of: row)
      guard let shortage = hours.shortage(of: row) else { continue }
      lines[place].owing += 1
      if shortage == 0 { lines[place].reached += 1 }
    }
  }

  private static func count(seats book: Book, _ year: Int, _ place: (Row) -> Int?, _ lines: inout [Line]) {
    let table = book.enrolments.table
    let (people, starts) = (ReferenceCells(table, "employee"), DayCells(table, "start"))
    let (events, states) = (ReferenceCells(table, "event"), CodeCells<EnrolmentState>(table, "state"))
    let costs = SeatCosts(book)
    let sight = table.sight
    for row in 0..<table.rowCount where table.isLive(row) && starts[row]?.year == year && sight?.sees(row) ?? true {
      guard let place = people[row].flatMap(place), let state = states[row] else { continue }
      if state.holdsSeat {
        lines[place].seats += 1
        lines[place].cost += events[row].map { costs[$0] } ?? 0
      }
      if state == .passed { lines[place].passed += 1 }
      if state == .eventCancelled { lines[place].cancelled += 1 }
    }
    let queue = book.rescueCases.table
    let (waiting, rescue) = (ReferenceCells(queue, "employee"), CodeCells<RescueState>(queue, "state"))
    for row in 0..<queue.rowCount where queue.isSeen(row) && rescue[row]?.isOpen ?? false {
      if let place = waiting[row].flatMap(place) { lines[place].waiting += 1 }
    }
  }

  /// The levels by which reassessments after trainings stand above what was found before.
  private static func levelsGained(_ book: Book, _ year: Int) -> Int {
    let table = book.assessments.table
    let (dates, instruments) = (DayCells(table, "date"), CodeCells<AssessmentInstrument>(table, "instrument"))
    var gained = 0
    for row in 0..<table.rowCount where instruments[row] == .training && dates[row]?.year == year && table.isSeen(row) {
      guard let assessment = book.assessments[row], let person = assessment.employee, let date = assessment.date,
        let owner = book.employees.table.row(of: person.raw)
      else { continue }
      let before = CompetencyLevels(book, on: date.adding(days: -1)).held(by: owner)
      for (code, mark) in assessment.levels?.all ?? [] { gained += max(0, mark.level - (before[code]?.level ?? 0)) }
    }
    return gained
  }

  /// What the seats of the year cost for each level gained; nil while none was.
  public var costOfLevel: Int? {
    let cost = lines.filter { $0.depth == lines.first?.depth }.map(\.cost).reduce(0, +)
    return closed == 0 ? nil : cost / closed
  }
}

/// What one seat of an event costs: its planned cost by its capacity.
private struct SeatCosts {
  private let costs: IntegerCells
  private let capacities: IntegerCells

  init(_ book: Book) {
    costs = IntegerCells(book.learningEvents.table, "cost")
    capacities = IntegerCells(book.learningEvents.table, "capacity")
  }

  subscript(event: Row) -> Int { (costs[event] ?? 0) / max(1, capacities[event] ?? 1) }
}
