/// The best pairs of a round of mentoring: every allowed pair scored, then all brought together at once.
///
/// Slice by slice, so that the work shows progress and can be stopped. The same book gives the same pairs.
///
/// Source: peers reference, row 30 and idea 12.
public struct MatchSearch {
  /// A pair that is proposed, with what speaks for it.
  public struct Proposal: Sendable, Hashable {
    public let mentee: Row
    public let mentor: Row
    public let score: MatchScore
    /// Kept together by hand.
    public let isLocked: Bool
  }

  /// What the round allows.
  public struct Terms: Sendable {
    public var kind: MentoringKind
    public var allowsAssessor: Bool

    public init(_ kind: MentoringKind = .individual, allowsAssessor: Bool = false) {
      self.kind = kind
      self.allowsAssessor = allowsAssessor
    }
  }

  public let day: Day
  public let mentees: [Row]
  public let mentors: [Row]
  public private(set) var place = 0
  /// The pairs, by mentee, once everything is placed.
  public private(set) var proposals: [Proposal] = []

  private let terms: Terms
  private let people: MentoringPeople
  private let weights: ByCode<MatchPart, Int>
  private let decisions: [Key: MatchRuleKind]
  private let loads: [Row: Int]
  private let distances: UnitDistances
  private var ofMentees: [MentoringPeople.Person] = []
  private var ofMentors: [MentoringPeople.Person] = []
  private var scores: [MatchScore?] = []
  private var assignment: OptimalAssignment?

  private struct Key: Hashable {
    let mentee: Row
    let mentor: Row
  }

  /// Those who wish for a mentor and have none, with those who offer to be one; nil takes everybody who said so.
  public init(_ book: Book, mentees: [Row]? = nil, mentors: [Row]? = nil, terms: Terms = Terms(), on day: Day) {
    self.day = day
    self.terms = terms
    people = MentoringPeople(book, on: day)
    weights = people.law.find(MentoringMatch.weights, on: day)?.value ?? ByCode()
    let table = book.employees.table
    let pairs = book.mentoringPairs.all.filter { $0.state?.holdsPlace ?? false }
    let paired = Set(pairs.compactMap { $0.mentee.flatMap { table.row(of: $0.raw) } })
    loads = Dictionary(
      pairs.compactMap { $0.mentor.flatMap { table.row(of: $0.raw) } }.map { ($0, 1) }, uniquingKeysWith: +)
    decisions = Dictionary(
      book.matchRules.all.filter { $0.isInForce(on: day) }.compactMap { rule in
        guard let kind = rule.kind, let mentee = rule.mentee.flatMap({ table.row(of: $0.raw) }),
          let mentor = rule.mentor.flatMap({ table.row(of: $0.raw) })
        else { return nil }
        return (Key(mentee: mentee, mentor: mentor), kind)
      }, uniquingKeysWith: { $0 == .ban ? $0 : $1 })
    self.mentees = mentees ?? people.mentees.filter { !paired.contains($0) }
    self.mentors = mentors ?? people.mentors
    distances = UnitDistances(book)
  }

  /// Steps done and to do: reading everybody, scoring each mentee, placing each.
  public var total: Int { mentors.count + 2 * mentees.count }
  public var isDone: Bool { place >= total }

  /// Does some more steps.
  public mutating func advance(by steps: Int) {
    for _ in 0..<steps where !isDone {
      if place < mentors.count {
        ofMentors.append(people.person(mentors[place]))
      } else if place < mentors.count + mentees.count {
        score(people.person(mentees[place - mentors.count]))
      } else {
        if assignment == nil { prepare() }
        assignment?.advance(by: 1)
      }
      place += 1
    }
    if isDone, proposals.isEmpty { collect() }
  }

  public mutating func finish() { advance(by: total - place) }

  /// The mentors who could take somebody, the best first, whatever the others need.
  public func suggestions(for mentee: Row, most: Int = 10) -> [Proposal] {
    guard let at = mentees.firstIndex(of: mentee), ofMentees.indices.contains(at) else { return [] }
    let found = mentors.indices.compactMap { column -> Proposal? in
      self[at, column].map {
        Proposal(mentee: mentee, mentor: mentors[column], score: $0, isLocked: isLocked(at, column))
      }
    }
    return Array(
      found.sorted {
        ($0.isLocked ? 0 : 1, -$0.score.total, $0.mentor) < ($1.isLocked ? 0 : 1, -$1.score.total, $1.mentor)
      }
      .prefix(most))
  }

  /// Why a mentor may not take a mentee; nil when nothing stands against it.
  public func obstacle(_ mentee: Row, _ mentor: Row) -> MatchObstacle? {
    obstacle(people.person(mentee), people.person(mentor))
  }

  private subscript(row: Int, column: Int) -> MatchScore? { scores[row * mentors.count + column] }

  private func isLocked(_ row: Int, _ column: Int) -> Bool {
    decisions[Key(mentee: mentees[row], mentor: mentors[column])] == .lock
  }

  private mutating func score(_ mentee: MentoringPeople.Person) {
    ofMentees.append(mentee)
    let wished = people.wish(of: mentee.row)?.mentor.flatMap { people.row(of: $0) }
    for mentor in ofMentors {
      guard obstacle(mentee, mentor) == nil else {
        scores.append(nil)
        continue
      }
      scores.append(
        MatchScore(
          mentee, mentor, wished: wished, room: room(of: mentor.row), capacity: capacity(of: mentor.row),
          distance: distances.closeness(mentee.unit, mentor.unit), weights: weights))
    }
  }

  private func capacity(of mentor: Row) -> Int { people.offer(of: mentor)?.capacity ?? people.capacity }
  private func room(of mentor: Row) -> Int { max(0, capacity(of: mentor) - (loads[mentor] ?? 0)) }

  private func obstacle(_ mentee: MentoringPeople.Person, _ mentor: MentoringPeople.Person) -> MatchObstacle? {
    if mentee.row == mentor.row { return .samePerson }
    let decision = decisions[Key(mentee: mentee.row, mentor: mentor.row)]
    if decision == .ban { return .banned }
    if room(of: mentor.row) == 0 { return .full }
    if mentee.hearer == mentor.row { return .hearer }
    if mentee.assessor == mentor.row, !terms.allowsAssessor, decision != .allow { return .assessor }
    if decision == .lock { return nil }
    if !mentee.languages.isEmpty, !mentor.languages.isEmpty, mentee.languages.isDisjoint(with: mentor.languages) {
      return .language
    }
    if people.offer(of: mentor.row)?.isOutsideUnit == false, mentee.unit != mentor.unit { return .otherUnit }
    if terms.kind != .reverse {
      let facts = MentorSuitability.isSenior(
        (mentor.kind, mentor.hired), than: (mentee.kind, mentee.hired), on: day, by: people.law)
      if facts == false { return .standing }
    }
    let known = mentee.gaps.filter { mentor.levels[$0.key] != nil }
    return !known.isEmpty && known.allSatisfy { mentor.levels[$0.key] ?? 0 < $0.value } ? .competence : nil
  }

  /// Those kept together by hand take their places first; the scores of the others are brought together as a whole.
  private mutating func prepare() {
    let (scores, width) = (scores, mentors.count)
    let locked = Set(
      mentees.indices.flatMap { row in
        (0..<width).filter { isLocked(row, $0) && scores[row * width + $0] != nil }.map { row * width + $0 }
      })
    let rows = Set(locked.map { $0 / max(1, width) })
    assignment = OptimalAssignment(rows: mentees.count, capacities: mentors.map(room)) { row, column in
      guard let score = scores[row * width + column] else { return nil }
      if locked.contains(row * width + column) { return 1_000_000 }
      return rows.contains(row) ? nil : score.total + 1
    }
  }

  private mutating func collect() {
    if assignment == nil { prepare() }
    for (row, column) in (assignment?.columnsOfRows ?? []).enumerated() {
      guard let column, let score = self[row, column] else { continue }
      proposals.append(
        Proposal(mentee: mentees[row], mentor: mentors[column], score: score, isLocked: isLocked(row, column)))
    }
  }
}

extension MentoringPeople {
  func row(of person: ID<Employee>) -> Row? { employees.row(of: person.raw) }
}

extension MatchRule {
  /// Whether it holds on a day.
  public func isInForce(on day: Day) -> Bool { day.isWithin(from, until) }
}

/// How near units are to each other in the tree.
struct UnitDistances {
  private let book: Book
  private let cache = Cache()

  private final class Cache { var chains: [ID<Unit>: [ID<Unit>]] = [:] }

  init(_ book: Book) { self.book = book }

  /// 100 for the same unit, 75 below the same unit, 50 two steps apart, 25 elsewhere; 0 where one is not known.
  func closeness(_ one: ID<Unit>?, _ other: ID<Unit>?) -> Int {
    guard let one, let other else { return 0 }
    if one == other { return 100 }
    let (mine, yours) = (chain(one), chain(other))
    guard let meeting = mine.firstIndex(where: yours.contains), let far = yours.firstIndex(of: mine[meeting]) else {
      return 25
    }
    let steps = max(meeting, far)
    return steps <= 1 ? 75 : steps == 2 ? 50 : 25
  }

  private func chain(_ unit: ID<Unit>) -> [ID<Unit>] {
    if let known = cache.chains[unit] { return known }
    let chain = book.unitsAbove(unit)
    cache.chains[unit] = chain
    return chain
  }
}
