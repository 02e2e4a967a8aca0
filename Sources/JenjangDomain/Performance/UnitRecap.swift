/// The evaluations of one period by unit, each with all units below it.
public struct UnitRecap {
  public struct Line: Sendable {
    public let unit: ID<Unit>
    /// 0 for a root.
    public let depth: Int
    public let achievement: OrganisationPredicate?
    public var people = 0
    /// The plan is not agreed.
    public var unplanned = 0
    /// Owed by assessors: nothing or a draft.
    public var owed = 0
    public var late = 0
    public var submitted = 0
    public var released = 0
    public var counts: [PerformancePredicate: Int] = [:]
    /// Whether the predicates follow the pattern; nil while that cannot be judged.
    public var fits: Bool?

    mutating func add(_ line: PeriodBoard.Line) {
      people += 1
      switch line.status {
      case .unplanned: unplanned += 1
      case .missing, .draft: owed += 1
      case .submitted: submitted += 1
      default: released += 1
      }
      if line.isLate { late += 1 }
      if let predicate = line.predicate, !line.status.isOwed { counts[predicate, default: 0] += 1 }
    }

    mutating func add(_ below: Line) {
      people += below.people
      unplanned += below.unplanned
      owed += below.owed
      late += below.late
      submitted += below.submitted
      released += below.released
      counts.merge(below.counts, uniquingKeysWith: +)
    }
  }

  /// In the order of the tree, units with nobody left out.
  public private(set) var lines: [Line] = []
  /// People whose unit is not known any more.
  public private(set) var homeless = 0

  public init(_ board: PeriodBoard, in book: Book) {
    let basis = RatingBasis(book, period: board.period)
    let tree = UnitTree(book, on: board.day)
    var all = tree.nodes.map {
      Line(unit: $0.unit.id, depth: $0.depth, achievement: basis.achievement(of: $0.unit.id))
    }
    let places = tree.placesByRow(in: book)
    for line in board.lines {
      if let place = places[line.unit] { all[place].add(line) } else { homeless += 1 }
    }
    tree.rollUp(&all) { $0.add($1) }
    let day = board.calendar.usual?.end ?? board.day
    for place in all.indices where all[place].achievement != nil {
      let ratings = UnitRatings(
        all[place].counts.flatMap { Array(repeating: $0.key, count: $0.value) }, achievement: all[place].achievement,
        on: day, by: basis.law)
      all[place].fits = ratings.judgement?.output.fits
    }
    lines = all.filter { $0.people > 0 }
  }
}
