/// What mentoring came to: by programme, by unit with all below it, and by mentor.
///
/// Counted over the pairs that the actor sees, whoever may read their sessions. A year counts the pairs that lived in it
/// and the sessions held in it.
public struct MentoringReport: Sendable {
  public struct Figures: Sendable {
    public var pairs = 0
    public var states: [PairState: Int] = [:]
    public var causes: [PairEndCause: Int] = [:]
    public var sessions = 0
    public var minutes = 0
    /// Lesson hours for each of the two.
    public var hours = 0
    /// Active pairs that have not met for longer than the parameter allows.
    public var silent = 0
    public var goals = 0
    public var reached = 0
    /// The progress of the goals in per cent, added up.
    public var progress = 0
    /// Levels that were missing when goals were set that name a competency, and those that are missing now.
    public var gapBefore = 0
    public var gapAfter = 0
    /// Ratings by the mentors and by the mentees, and how many of each.
    public var ratings: [PairSide: (sum: Int, count: Int)] = [:]

    public init() {}

    /// The mean progress of the goals in per cent; nil without goals.
    public var meanProgress: Int? { goals == 0 ? nil : progress / goals }
    /// What one side thinks of it, in tenths; nil while nobody said.
    public func satisfaction(of side: PairSide) -> Int? {
      ratings[side].flatMap { $0.count == 0 ? nil : $0.sum * 10 / $0.count }
    }
    public var running: Int { PairState.allCases.filter(\.isRunning).map { states[$0] ?? 0 }.reduce(0, +) }
    public var stopped: Int { states[.stopped] ?? 0 }

    mutating func add(_ other: Figures) {
      pairs += other.pairs
      states.merge(other.states, uniquingKeysWith: +)
      causes.merge(other.causes, uniquingKeysWith: +)
      sessions += other.sessions
      minutes += other.minutes
      hours += other.hours
      silent += other.silent
      goals += other.goals
      reached += other.reached
      progress += other.progress
      gapBefore += other.gapBefore
      gapAfter += other.gapAfter
      ratings.merge(other.ratings) { ($0.sum + $1.sum, $0.count + $1.count) }
    }
  }

  public struct Programme: Sendable {
    /// Nil for pairs of no programme.
    public let id: ID<MentoringProgramme>?
    public var figures: Figures
  }

  public struct UnitLine: Sendable {
    public let unit: ID<Unit>
    public let depth: Int
    public var figures: Figures
  }

  public struct Mentor: Sendable {
    public let person: ID<Employee>
    public var figures: Figures
  }

  /// Nil for all time.
  public let year: Int?
  /// The newest first, pairs of no programme last.
  public let programmes: [Programme]
  /// In the order of the tree, units without pairs left out.
  public let units: [UnitLine]
  /// Those with the most sessions first.
  public let mentors: [Mentor]
  public let total: Figures
  /// The pairs that were counted.
  public let pairs: [MentoringPair]

  public init(_ book: Book, year: Int? = nil) {
    self.year = year
    let counting = MentoringCount(book, year: year)
    let counted = book.mentoringPairs.all.compactMap { pair in counting.figures(of: pair).map { (pair, $0) } }
    pairs = counted.map(\.0)
    var programmes: [ID<MentoringProgramme>?: Figures] = [:]
    var mentors: [ID<Employee>: Figures] = [:]
    var units: [Row: Figures] = [:]
    var total = Figures()
    let homes = ReferenceCells(book.employees.table, "unit")
    for (pair, figures) in counted {
      total.add(figures)
      programmes[pair.programme, default: Figures()].add(figures)
      if let mentor = pair.mentor { mentors[mentor, default: Figures()].add(figures) }
      let mentee = pair.mentee.flatMap { book.employees.table.row(of: $0.raw) }
      if let unit = mentee.flatMap({ homes[$0] }) { units[unit, default: Figures()].add(figures) }
    }
    self.total = total
    self.programmes = MentoringReport.ordered(programmes, book)
    self.units = MentoringReport.tree(units, book)
    self.mentors = mentors.map { Mentor(person: $0.key, figures: $0.value) }.sorted {
      ($1.figures.sessions, $0.person.raw) < ($0.figures.sessions, $1.person.raw)
    }
  }

  private static func ordered(_ found: [ID<MentoringProgramme>?: Figures], _ book: Book) -> [Programme] {
    let key = { (line: Programme) -> (Int, Int, String) in
      guard let id = line.id else { return (1, 0, "") }
      return (0, -Int(book.mentoringProgrammes[id]?.start?.number ?? 0), id.raw.text)
    }
    return found.map { Programme(id: $0.key, figures: $0.value) }.sorted { key($0) < key($1) }
  }

  private static func tree(_ found: [Row: Figures], _ book: Book) -> [UnitLine] {
    let tree = UnitTree(book, on: book.day)
    var lines = tree.nodes.map { UnitLine(unit: $0.unit.id, depth: $0.depth, figures: Figures()) }
    for (unit, place) in tree.placesByRow(in: book) { if let own = found[unit] { lines[place].figures = own } }
    tree.rollUp(&lines) { $0.figures.add($1.figures) }
    return lines.filter { $0.figures.pairs > 0 }
  }
}

/// Counts one pair after the other, from columns where there are many rows.
private struct MentoringCount {
  private let book: Book
  private let span: ClosedRange<Day>?
  private let sessions: Table
  private let dates: DayCells
  private let minutes: IntegerCells
  private let levels: CompetencyLevels
  private let silence: Int?

  init(_ book: Book, year: Int?) {
    self.book = book
    span = year.flatMap { year in
      Day(year: year, month: 1, day: 1).flatMap { first in Day(year: year, month: 12, day: 31).map { first...$0 } }
    }
    sessions = book.mentoringSessions.table
    dates = DayCells(sessions, "date")
    minutes = IntegerCells(sessions, "minutes")
    levels = CompetencyLevels(book, on: book.day)
    silence = book.law.find(MentoringMatch.silence, on: book.day)?.value
  }

  /// Nil for a pair that did not live in the span.
  func figures(of pair: MentoringPair) -> MentoringReport.Figures? {
    if let span {
      let born = pair.proposedOn ?? pair.start
      guard born.map({ $0 <= span.upperBound }) ?? true, pair.endedOn.map({ span.lowerBound <= $0 }) ?? true else {
        return nil
      }
    }
    var figures = MentoringReport.Figures()
    figures.pairs = 1
    if let state = pair.state { figures.states[state] = 1 }
    if pair.state == .stopped { figures.causes[pair.endCause ?? .other] = 1 }
    addSessions(of: pair, to: &figures)
    addGoals(of: pair, to: &figures)
    for side in PairSide.allCases {
      if let mark = book.rating(of: pair.id, by: side)?.satisfaction { figures.ratings[side] = (mark, 1) }
    }
    return figures
  }

  private func addSessions(of pair: MentoringPair, to figures: inout MentoringReport.Figures) {
    guard let row = book.mentoringPairs.table.row(of: pair.id.raw) else { return }
    var last = pair.start
    for session in sessions.children.rows(of: row) where sessions.hasRow(session) {
      guard let day = dates[session], day <= book.day else { continue }
      last = last.map { max($0, day) } ?? day
      guard span?.contains(day) ?? true else { continue }
      figures.sessions += 1
      figures.minutes += minutes[session] ?? 0
      figures.hours += MentoringSession.lessonHours(on: day, minutes: minutes[session], by: book.law)
    }
    if pair.state == .active, let silence, let last, last.adding(days: silence) < book.day { figures.silent = 1 }
  }

  private func addGoals(of pair: MentoringPair, to figures: inout MentoringReport.Figures) {
    for (goal, outcome) in pair.outcomes(in: book, by: levels) where goal.state != .dropped {
      figures.goals += 1
      let isReached = goal.state == .reached
      if isReached { figures.reached += 1 }
      figures.progress += isReached ? 100 : goal.progress ?? 0
      guard goal.competency != nil, let target = outcome.target, let before = outcome.before else { continue }
      figures.gapBefore += max(0, target - before)
      figures.gapAfter += max(0, target - (outcome.now ?? before))
    }
  }
}
