/// Who should get the seats of an event, best first, each with what speaks for it.
///
/// Need goes first, then the lesson hours owed, then who had no seat for the longest time, then interest. Who is away on
/// its days keeps the place, and it is said.
///
/// Source: peers reference, screen 14; domain reference 9.2.
public struct NomineeRanking {
  public struct Nominee: Sendable, Hashable {
    public let person: Row
    /// The sum of the priorities of the needs that the event serves.
    public let priority: Int
    /// The levels missing by competency, in the order of the programme.
    public let gaps: [Gap]
    public let isStatutory: Bool
    /// Lesson hours missing this year; nil where none are owed.
    public let hoursOwed: Int?
    /// The first day of the last event with a seat; nil when there never was one.
    public let lastSeat: Day?
    public let isInterested: Bool
    /// Leave or another event on its days; nil when nothing keeps the person away.
    public let clash: Text?
  }

  public struct Gap: Sendable, Hashable {
    public let code: String
    public let held: Int
    public let required: Int
  }

  public private(set) var nominees: [Nominee] = []

  /// People whom the actor sees, who are not named for the event yet and for whose post it is.
  ///
  /// `everybody` also lists those without a need.
  public init(_ event: LearningEvent, in book: Book, among people: [Row]? = nil, everybody: Bool = false) {
    let programme = event.programme.flatMap { book.learningProgrammes[$0] }
    var search = NeedsSearch(book, people: people, on: book.day)
    search.finish()
    let raises = programme?.raises ?? CompetencyMarks()
    var needs: [Row: [LearningNeed]] = [:]
    for need in search.needs where need.isServed(by: programme, raises) { needs[need.person, default: []].append(need) }
    let named = Set(
      book.enrolments(of: event.id).filter { $0.state?.holdsSeat ?? false || $0.state?.isHoping ?? false }
        .compactMap { $0.employee.flatMap { book.employees.table.row(of: $0.raw) } })
    let kinds = CodeCells<PositionKind>(book.employees.table, "positionKind")
    let hours = YearHours(book, year: (event.start ?? book.day).year)
    let seats = LastSeats(book)
    let wishes = Wishes(book, programme, raises)
    let clashes = EventClashes(event, in: book)
    let wanted = everybody ? search.rows : Array(needs.keys)
    nominees = wanted.filter { !named.contains($0) && programme?.isFor(kinds[$0]) ?? true }.map { person in
      let own = needs[person] ?? []
      return Nominee(
        person: person, priority: own.map(\.priority).reduce(0, +),
        gaps: own.compactMap { need in need.code.map { Gap(code: $0, held: need.held ?? 0, required: need.required) } },
        isStatutory: own.contains { $0.reasons.contains(.statutory) }, hoursOwed: hours.shortage(of: person),
        lastSeat: seats[person], isInterested: wishes.contains(person), clash: clashes.of(person).first?.text)
    }.sorted(by: NomineeRanking.precedes)
  }

  private static func precedes(_ left: Nominee, _ right: Nominee) -> Bool {
    if left.priority != right.priority { return left.priority > right.priority }
    let (mine, yours) = (left.hoursOwed ?? 0, right.hoursOwed ?? 0)
    if mine != yours { return mine > yours }
    let (first, second) = (left.lastSeat?.number ?? .min, right.lastSeat?.number ?? .min)
    if first != second { return first < second }
    if left.isInterested != right.isInterested { return left.isInterested }
    return left.person < right.person
  }
}

extension NomineeRanking.Nominee {
  /// What its place rests on, in words.
  public func reasons(_ names: CompetencyNames) -> [Text] {
    var reasons = gaps.map { gap in
      Text(
        "\(names[gap.code]): tingkat \(gap.held), perlu \(gap.required)",
        en: "\(names[gap.code]): level \(gap.held), \(gap.required) required")
    }
    if isStatutory { reasons.append(Text("wajib untuk jabatannya", en: "statutory for the post")) }
    if let hoursOwed, hoursOwed > 0 {
      reasons.append(Text("kurang \(hoursOwed) JP tahun ini", en: "\(hoursOwed) hours short this year"))
    }
    reasons.append(
      lastSeat.map { Text("kursi terakhir \($0.display)", en: "last seat \($0.display)") }
        ?? Text("belum pernah mendapat kursi", en: "never had a seat"))
    if isInterested { reasons.append(Text("berminat", en: "interested")) }
    return reasons
  }
}

extension LearningNeed {
  /// Whether a programme raises what is missing, or is the training that the law asks for.
  public func isServed(by programme: LearningProgramme?, _ raises: CompetencyMarks) -> Bool {
    switch subject {
    case .competency(let code): raises[code].map { $0.level > (held ?? 0) } ?? false
    case .training(let kind): programme?.kind == kind
    }
  }
}

/// The last event at which each person had a seat: one pass over the enrolments.
struct LastSeats {
  private var days: [Row: Day] = [:]

  init(_ book: Book) {
    let table = book.enrolments.table
    let (people, starts) = (ReferenceCells(table, "employee"), DayCells(table, "start"))
    let states = CodeCells<EnrolmentState>(table, "state")
    for row in 0..<table.rowCount where table.isLive(row) && states[row]?.holdsSeat ?? false {
      guard let person = people[row], let start = starts[row], start <= book.day else { continue }
      days[person] = max(days[person] ?? start, start)
    }
  }

  subscript(person: Row) -> Day? { days[person] }
}

/// Who is drawn to a programme, or to what it teaches.
private struct Wishes {
  private var people: Set<Row> = []

  init(_ book: Book, _ programme: LearningProgramme?, _ raises: CompetencyMarks) {
    let table = book.interests.table
    let (owners, programmes) = (ReferenceCells(table, "employee"), ReferenceCells(table, "programme"))
    let (competencies, ends) = (ReferenceCells(table, "competency"), DayCells(table, "endedOn"))
    let wanted = programme.flatMap { book.learningProgrammes.table.row(of: $0.id.raw) }
    let taught = Set(raises.codes.compactMap { book.competencies.table.firstRow(where: "code", is: $0) })
    for row in 0..<table.rowCount where table.isLive(row) && ends[row] == nil {
      guard let owner = owners[row] else { continue }
      let isMeant = wanted != nil && programmes[row] == wanted || competencies[row].map(taught.contains) ?? false
      if isMeant { people.insert(owner) }
    }
  }

  func contains(_ person: Row) -> Bool { people.contains(person) }
}
