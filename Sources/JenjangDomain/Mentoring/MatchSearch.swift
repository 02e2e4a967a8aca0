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
    /// Only mentees of this unit and of all below it; nil takes all.
    public var unit: ID<Unit>?
    /// Levels that are to be handed on, by code: who lacks them is taken as having that gap, whatever the post asks for.
    public var handover: [String: Int] = [:]

    public init(_ kind: MentoringKind = .individual, allowsAssessor: Bool = false, unit: ID<Unit>? = nil) {
      self.kind = kind
      self.allowsAssessor = allowsAssessor
      self.unit = unit
    }

    public init(_ programme: MentoringProgramme) {
      self.init(
        programme.kind ?? .individual, allowsAssessor: programme.allowsAssessor ?? false, unit: programme.unit)
    }
  }

  public let day: Day
  public let mentees: [Row]
  public let mentors: [Row]
  public private(set) var place = 0
  /// The pairs, by mentee, once everything is placed.
  public private(set) var proposals: [Proposal] = []
  /// Those who got no mentor, with the reason, once everything is placed.
  public private(set) var alone: [Alone] = []
  /// What the pairs are worth together, in tenths of a point, and what picking the best that is left, one by one, gives.
  public private(set) var worth = 0
  public private(set) var worthOneByOne = 0

  public let terms: Terms
  /// The versions of the parameters that counted.
  public let policy: String
  let people: MentoringPeople
  private let weights: ByCode<MatchPart, Int>
  private let decisions: [Key: MatchRuleKind]
  private let loads: [Row: Int]
  private let distances: UnitDistances
  private(set) var ofMentees: [MentoringPeople.Person] = []
  private(set) var ofMentors: [MentoringPeople.Person] = []
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
    let (weights, most) = (
      try? people.law.require(MentoringMatch.weights, on: day), try? people.law.require(TrainingEvents.mentees, on: day)
    )
    self.weights = weights?.value ?? ByCode()
    policy = [weights?.use, most?.use].compactMap { $0?.text }.joined(separator: ", ")
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
    let branch = terms.unit.map { unit in Set(UnitTree(book, on: day).branch(of: unit).map(\.unit.id)) }
    let isInside = { [people] (mentee: Row) in
      guard let branch else { return true }
      return people.unit(of: mentee).map(branch.contains) ?? false
    }
    self.mentees = mentees ?? people.mentees.filter { !paired.contains($0) && isInside($0) }
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
        score(learning(people.person(mentees[place - mentors.count])))
      } else {
        if assignment == nil { prepare() }
        assignment?.advance(by: 1)
      }
      place += 1
    }
    if isDone, proposals.isEmpty, alone.isEmpty { collect() }
  }

  public mutating func finish() { advance(by: total - place) }

  /// Why a mentor may not take a mentee; nil when nothing stands against it.
  public func obstacle(_ mentee: Row, _ mentor: Row) -> MatchObstacle? {
    obstacle(people.person(mentee), people.person(mentor))
  }

  /// The score of a mentee with a mentor by their places; nil where something stands against it.
  subscript(row: Int, column: Int) -> MatchScore? { scores[row * mentors.count + column] }

  func isLocked(_ row: Int, _ column: Int) -> Bool {
    decisions[Key(mentee: mentees[row], mentor: mentors[column])] == .lock
  }

  /// What has been decided about two people; nil when nothing was.
  public func decision(_ mentee: Row, _ mentor: Row) -> MatchRuleKind? {
    decisions[Key(mentee: mentee, mentor: mentor)]
  }

  /// The same person with what is to be handed on among the gaps.
  private func learning(_ mentee: MentoringPeople.Person) -> MentoringPeople.Person {
    var mentee = mentee
    for (code, level) in terms.handover where mentee.levels[code] ?? 0 < level { mentee.gaps[code] = level }
    return mentee
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
          distance: distances.closeness(mentee.unit, mentor.unit), weights: weights, kind: terms.kind))
    }
  }

  /// The most mentees of a mentor, and how many more than now.
  public func capacity(of mentor: Row) -> Int { people.offer(of: mentor)?.capacity ?? people.capacity }
  public func room(of mentor: Row) -> Int { max(0, capacity(of: mentor) - (loads[mentor] ?? 0)) }

  func obstacle(_ mentee: MentoringPeople.Person, _ mentor: MentoringPeople.Person) -> MatchObstacle? {
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
    let worths = worths()
    assignment = OptimalAssignment(rows: mentees.count, capacities: mentors.map(room)) { [mentors] row, column in
      let worth = worths[row * mentors.count + column]
      return worth > 0 ? worth : nil
    }
  }

  /// What each pair counts for, by mentee and mentor; 0 where they must not meet.
  private func worths() -> [Int] {
    let width = mentors.count
    var worths = scores.map { score in score.map { $0.total + 1 } ?? 0 }
    guard decisions.values.contains(.lock) else { return worths }
    for row in mentees.indices {
      let locked = (0..<width).filter { worths[row * width + $0] > 0 && isLocked(row, $0) }
      guard !locked.isEmpty else { continue }
      for column in 0..<width { worths[row * width + column] = 0 }
      for column in locked { worths[row * width + column] = MatchSearch.lockWorth }
    }
    return worths
  }

  /// More than all scores together.
  private static let lockWorth = 1_000_000

  private mutating func collect() {
    if assignment == nil { prepare() }
    for (row, column) in (assignment?.columnsOfRows ?? []).enumerated() {
      guard let column, let score = self[row, column] else {
        alone.append(Alone(mentee: mentees[row], cause: cause(row)))
        continue
      }
      proposals.append(
        Proposal(mentee: mentees[row], mentor: mentors[column], score: score, isLocked: isLocked(row, column)))
    }
    worth = proposals.map(\.score.total).reduce(0, +)
    worthOneByOne = pickedOneByOne()
  }

  /// What the pairs would be worth if the best one that is left were taken each time.
  private func pickedOneByOne() -> Int {
    let (worths, width) = (worths(), mentors.count)
    // The place stands in the lower digits, so that numbers alone are sorted; of equal ones the lower place goes first.
    let count = worths.count
    let order = worths.indices.filter { worths[$0] > 0 }.map { worths[$0] * count + count - 1 - $0 }.sorted(by: >)
    var room = mentors.map { self.room(of: $0) }
    var isTaken = [Bool](repeating: false, count: mentees.count)
    var sum = 0
    for key in order {
      let place = count - 1 - key % count
      let (row, column) = (place / width, place % width)
      guard !isTaken[row], room[column] > 0 else { continue }
      isTaken[row] = true
      room[column] -= 1
      sum += scores[place]?.total ?? 0
    }
    return sum
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
