/// Something that somebody needs to learn, how much it matters and why.
public struct LearningNeed: Sendable, Hashable {
  public enum Subject: Sendable, Hashable {
    /// By its code.
    case competency(String)
    case training(TrainingKind)
  }

  /// Rows of the person and of the unit; below 0 where there is none.
  public let person: Row
  public let unit: Row
  public let subject: Subject
  /// Levels missing; 0 for what the law asks for.
  public let gap: Int
  public let required: Int
  public let held: Int?
  public let priority: Int
  /// What the priority is made of.
  public let reasons: [NeedReason]

  public var code: String? { if case .competency(let code) = subject { code } else { nil } }
}

/// The needs of many people, found slice by slice so that the work shows progress and can be stopped.
///
/// Source: domain reference 4.4, by the rule `training-need`.
public struct NeedsSearch {
  public private(set) var needs: [LearningNeed] = []
  /// People with a post, those among them without a level that counts for something required, and with a need.
  public private(set) var people = 0
  public private(set) var unassessed = 0
  public private(set) var needy = 0
  /// People with a post by the row of their unit.
  public private(set) var strength: [Row: Int] = [:]
  public private(set) var place = 0
  public var total: Int { rows.count }
  public var isDone: Bool { place >= rows.count }

  private let book: Book
  private let day: Day
  private let law: Law
  /// The people who are searched.
  let rows: [Row]
  private let staff: StaffOnDay
  private let levels: CompetencyLevels
  private let standards: StandardsOnDay
  private let ratings: LastRatings
  private let trainings: DueTrainings
  private let trainingKinds: CodeCells<TrainingKind>
  private let weights: ByCode<NeedReason, Int>?
  private var requirements: [Row: StandardsOnDay.Requirement] = [:]
  private var ofKinds: [PositionKind: StandardsOnDay.Requirement] = [:]

  /// The people of some rows; all whom the actor sees when it is nil.
  public init(_ book: Book, people: [Row]? = nil, on day: Day) {
    self.book = book
    self.day = day
    law = book.law
    staff = StaffOnDay(book, on: day)
    levels = CompetencyLevels(book, on: day, by: law)
    standards = StandardsOnDay(book, on: day, by: law)
    ratings = LastRatings(book, before: day)
    trainings = DueTrainings(book.trainings.table)
    trainingKinds = CodeCells(book.trainings.table, "kind")
    weights = law.find(JenjangDomain.TrainingNeeds.weights, on: day)?.value
    let table = book.employees.table
    let sight = table.sight
    let wanted = people ?? Array(0..<table.rowCount)
    rows = wanted.filter { [staff] row in
      table.hasRow(row) && staff.isServing(row) && staff.position(of: row) != nil && sight?.sees(row) ?? true
    }
  }

  /// Everything at once.
  public mutating func finish() { while !isDone { next(2_000) } }

  public mutating func next(_ count: Int) {
    let end = min(rows.count, place + count)
    for row in rows[place..<end] { search(row) }
    place = end
    if isDone { needs.sort(by: LearningNeed.precedes) }
  }

  private mutating func search(_ person: Row) {
    guard let position = staff.position(of: person) else { return }
    let requirement = requirement(of: position)
    let held = levels.held(by: person)
    people += 1
    strength[unit(of: position), default: 0] += 1
    if requirement.levels.contains(where: { held[$0.key]?.isValid(on: day) != true }) { unassessed += 1 }
    let found = ordered(missing(requirement, held), statutory(person, requirement.positionKind), person, position)
    if !found.isEmpty { needy += 1 }
    needs += found
  }

  private func unit(of position: Row) -> Row {
    staff.columns.unit[position] ?? staff.columns.post[position].flatMap { staff.columns.postUnit[$0] } ?? -1
  }

  private typealias Missing = (subject: LearningNeed.Subject, gap: Int, required: Int, held: Int?)

  private func missing(_ requirement: StandardsOnDay.Requirement, _ held: [String: HeldLevel]) -> [Missing] {
    requirement.levels.compactMap { code, required in
      guard let level = held[code], level.isValid(on: day), level.level < required else { return nil }
      return (.competency(code), required - level.level, required, level.level)
    }
  }

  /// The training that the law asks for and the file does not show.
  private func statutory(_ person: Row, _ kind: PositionKind?) -> [Missing] {
    guard let training = kind?.leadershipTraining else { return [] }
    let isThere = trainings.rows(of: person).contains { row in
      trainingKinds[row] == training && (trainings.end[row] ?? trainings.start[row]).map { $0 <= day } ?? false
    }
    return isThere ? [] : [(.training(training), 0, 0, nil)]
  }

  private func ordered(
    _ gaps: [Missing], _ statutory: [Missing], _ person: Row, _ position: Row
  ) -> [LearningNeed] {
    let predicate = ratings[person]
    let isBelowGood = predicate.map { $0 < .good } ?? false
    let unit = unit(of: position)
    return (gaps + statutory).map { missing in
      var need = TrainingNeed.Need()
      need.gap = missing.gap
      if case .training = missing.subject { need.isStatutory = true }
      var reasons: [NeedReason] = []
      if missing.gap > 0 { reasons.append(.gap) }
      if need.isStatutory == true { reasons.append(.statutory) }
      if isBelowGood { reasons.append(.performance) }
      let priority = TrainingNeed.priority(of: need, predicate: predicate, isSuccessor: false, weights)
      return LearningNeed(
        person: person, unit: unit, subject: missing.subject, gap: missing.gap, required: missing.required,
        held: missing.held, priority: priority, reasons: reasons)
    }
  }

  private mutating func requirement(of position: Row) -> StandardsOnDay.Requirement {
    if let post = staff.columns.post[position] {
      if let known = requirements[post] { return known }
      let found = standards.requirement(post: book.posts.stored(post), kind: staff.columns.kind[position])
      requirements[post] = found
      return found
    }
    guard let kind = staff.columns.kind[position] else { return StandardsOnDay.Requirement() }
    if let known = ofKinds[kind] { return known }
    let found = standards.requirement(post: nil, kind: kind)
    ofKinds[kind] = found
    return found
  }
}

extension LearningNeed {
  /// The most urgent first; equal ones by gap, person and subject, so that the order is always the same.
  static func precedes(_ left: LearningNeed, _ right: LearningNeed) -> Bool {
    if left.priority != right.priority { return left.priority > right.priority }
    if left.gap != right.gap { return left.gap > right.gap }
    if left.person != right.person { return left.person < right.person }
    return left.subject.order < right.subject.order
  }
}

extension LearningNeed.Subject {
  fileprivate var order: String {
    switch self {
    case .competency(let code): code
    case .training(let kind): kind.rawValue
    }
  }

  public func title(_ names: CompetencyNames) -> Text {
    switch self {
    case .competency(let code): .verbatim(names[code])
    case .training(let kind): kind.title
    }
  }
}

/// The newest released yearly rating of everybody: one pass over the evaluations.
struct LastRatings {
  private var ratings: [Row: (end: Day, predicate: PerformancePredicate)] = [:]

  init(_ book: Book, before day: Day) {
    let table = book.evaluations.table
    let (people, periods) = (ReferenceCells(table, "employee"), ReferenceCells(table, "period"))
    let (ends, states) = (DayCells(table, "end"), CodeCells<EvaluationState>(table, "state"))
    let predicates = CodeCells<PerformancePredicate>(table, "predicate")
    let numbers = IntegerCells(book.evaluationPeriods.table, "number")
    let sight = table.sight
    for row in 0..<table.rowCount where table.isLive(row) && sight?.sees(row) ?? true {
      guard let period = periods[row], numbers[period] == 0, states[row]?.isReleased ?? false,
        let end = ends[row], end <= day, let person = people[row], let predicate = predicates[row],
        ratings[person].map({ $0.end <= end }) ?? true
      else { continue }
      ratings[person] = (end, predicate)
    }
  }

  subscript(person: Row) -> PerformancePredicate? { ratings[person]?.predicate }
}
