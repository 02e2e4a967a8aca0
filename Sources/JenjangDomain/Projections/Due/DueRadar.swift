/// What falls due for whom, in one list: from long ago up to some months ahead.
///
/// It is computed once, in slices if need be, and then follows the book: only people whom a change touched are looked at
/// again. Days are read from columns; the rule behind a line is asked when the line is looked at.
public struct DueRadar {
  /// Months ahead that are looked at unless more are asked for.
  public static let usualMonths = 18

  private let ahead: Int
  private var facts: DueFacts?
  private var revision = -1
  /// The first row of people who have not been looked at yet.
  private var next: Row = 0
  /// Without order, whoever looks.
  private(set) var lines: [DueLine] = []
  /// Grows with each change of the lines.
  public private(set) var version = 0
  /// How many people were looked at, for tests: each change looks at few.
  public private(set) var lookedAt = 0

  public init(ahead months: Int = usualMonths) { ahead = months }

  /// Whether everybody has been looked at.
  public var isComplete: Bool { facts.map { next >= $0.employees.rowCount } ?? false }
  public var progress: (done: Int, total: Int) { (Int(next), Int(facts?.employees.rowCount ?? 0)) }

  /// The law by which it was computed.
  public var law: Law { facts?.law ?? .national }

  /// Looks at whom changes touched, then at so many people as are left; true when nobody is.
  @discardableResult
  public mutating func update(_ book: Book, people count: Int = .max) -> Bool {
    if facts == nil || facts?.book !== book || facts?.day != book.day {
      restart(book)
    } else if revision != book.revision {
      follow(book)
    }
    guard let facts else { return false }
    let end = Row(clamping: min(Int(facts.employees.rowCount), Int(next) + min(count, Int(Row.max))))
    if next < end {
      for row in next..<end { look(at: row, facts) }
      next = end
      version += 1
    }
    return isComplete
  }

  private mutating func restart(_ book: Book) {
    facts = DueFacts(book, law: book.law, ahead: ahead)
    revision = book.revision
    next = 0
    lines.removeAll(keepingCapacity: true)
    version += 1
  }

  private mutating func follow(_ book: Book) {
    guard let touched = book.touched(since: revision), !touched.contains(where: { DueRadar.lawKinds.contains($0.kind) })
    else { return restart(book) }
    revision = book.revision
    var people = Set(touched.filter { $0.kind == Employee.kind.name }.map(\.row))
    let posts = Set(touched.filter { $0.kind == Post.kind.name }.map(\.row))
    // Columns may have moved, and a post's family may have changed.
    let facts = DueFacts(book, law: self.facts?.law ?? book.law, ahead: ahead)
    self.facts = facts
    // A dialogue belongs to a programme and a session to a pair, and these to a person.
    for (kind, field, table) in [
      (CoachingProgramme.kind.name, "employee", book.coachingProgrammes.table),
      (MentoringPair.kind.name, "mentee", book.mentoringPairs.table),
      (MentoringPair.kind.name, "mentor", book.mentoringPairs.table),
    ] {
      let owners = ReferenceCells(table, field)
      for touch in touched where touch.kind == kind { if let person = owners[touch.row] { people.insert(person) } }
    }
    if !posts.isEmpty {
      for row in 0..<min(next, facts.employees.rowCount) where facts.post[row].map(posts.contains) ?? false {
        people.insert(row)
      }
    }
    guard !people.isEmpty else { return }
    lines.removeAll { people.contains($0.person) }
    for row in people where row < next { look(at: row, facts) }
    version += 1
  }

  /// Kinds whose records change what counts for everybody.
  private static let lawKinds: Set<String> = [
    LocalParameter.kind.name, Holiday.kind.name, EvaluationCycle.kind.name, EvaluationPeriod.kind.name,
  ]

  private mutating func look(at row: Row, _ facts: DueFacts) {
    lookedAt += 1
    guard let person = DuePerson(row, in: facts) else { return }
    for (place, kind) in DueKind.all.enumerated() {
      kind.find(person) { day, source in
        if day <= facts.horizon { lines.append(DueLine(place, on: day, person: row, source: source)) }
      }
    }
  }
}
