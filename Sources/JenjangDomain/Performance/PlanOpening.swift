/// The plans of many people for a cycle, made one after the other so that the work shows progress and can be stopped.
///
/// A person who moves in the year gets a plan for each part, with its own post, level and assessor. What is there
/// already is passed over; the identity of a plan follows from person and cycle, so that two officers make it once.
public struct PlanOpening {
  public struct Tally: Sendable, Hashable {
    /// Plans that were made, and people who had theirs already.
    public var made = 0
    public var existing = 0
    public var withoutPosition = 0
    public var withoutAssessor = 0
    /// People for whom the actor may not make plans.
    public var beyondReach = 0
  }

  public let cycle: EvaluationCycle
  public private(set) var tally = Tally()
  /// How many of the people are done.
  public private(set) var place = 0
  public var total: Int { people.count }
  public var isDone: Bool { place >= people.count }

  private let people: [Row]
  private let beginning: PlanBeginning
  private let first: Day
  private let last: Day
  /// The day whose state freezes the plans of whoever does not move.
  private let day: Day
  private let previous: ID<EvaluationCycle>?
  private let spells: PostSpells
  private let shelf: TemplateShelf
  private let grades: GradeOnDay
  private var assessors: [Day: Assessors] = [:]

  /// `people` are all who serve when it is nil.
  ///
  /// Nil when the cycle has no dates.
  public init?(_ cycle: EvaluationCycle, people: [RecordID]?, beginning: PlanBeginning, in book: Book, on today: Day) {
    guard let first = cycle.start, let last = cycle.end, first <= last else { return nil }
    self.cycle = cycle
    self.beginning = beginning
    self.first = first
    self.last = last
    day = min(max(today, first), last)
    previous = book.cycle(before: cycle)?.id
    spells = PostSpells(book)
    shelf = TemplateShelf(book, on: day)
    grades = GradeOnDay(book)
    let present = Assessors(book, on: day)
    assessors[day] = present
    let table = book.employees.table
    let wanted = people.map { $0.compactMap { table.row(of: $0) } } ?? table.rows(Query())
    self.people = wanted.filter { present.staff.isServing($0) }
  }

  /// The new records for so many of the next people.
  public mutating func next(_ count: Int, in book: Book, newID: @escaping () -> RecordID) -> [Operation] {
    let contents = PlanContents(book, newID: newID)
    let end = min(place + count, people.count)
    var operations: [Operation] = []
    for person in people[place..<end] { operations += plans(of: person, contents, in: book) }
    place = end
    return operations
  }

  /// Goes back to where a slice began that could not be saved.
  public mutating func goBack(to place: Int, _ tally: Tally) {
    self.place = place
    self.tally = tally
  }

  private mutating func plans(of person: Row, _ contents: PlanContents, in book: Book) -> [Operation] {
    guard mayMake(for: person, in: book) else {
      tally.beyondReach += 1
      return []
    }
    let parts = spells.spells(of: person, from: first, to: last)
    guard !parts.isEmpty else {
      tally.withoutPosition += 1
      return []
    }
    let existing = book.performancePlans.storedOwned(by: book.employees.table.id(of: person)).filter {
      $0.cycle == cycle.id
    }
    let missing = parts.filter { part in !existing.contains { $0.overlaps(part.start, part.end) } }
    if missing.isEmpty { tally.existing += 1 }
    return missing.flatMap { part -> [Operation] in
      let plan = plan(of: person, part, in: book)
      tally.made += 1
      if plan.assessor == nil { tally.withoutAssessor += 1 }
      return [.creating(plan)] + begin(plan, contents, in: book)
    }
  }

  private func mayMake(for person: Row, in book: Book) -> Bool {
    guard let access = book.access else { return true }
    let kind = PerformancePlan.kind
    return access.covers(access.grant(kind.area).write, book.employees.table.id(of: person), in: book)
  }

  private mutating func plan(of person: Row, _ part: PostSpell, in book: Book) -> PerformancePlan {
    let frozen = min(max(day, part.start), part.end)
    if assessors[frozen] == nil { assessors[frozen] = Assessors(book, on: frozen, trustsRecord: frozen >= day) }
    let choice = assessors[frozen]?.choice(for: person)
    let employee = book.employees.table.id(of: person)
    let number = UInt64(bitPattern: Int64(part.start.number))
    var plan = PerformancePlan(id: ID(cycle.id.raw.derived(from: employee, number)))
    plan.employee = ID(employee)
    plan.cycle = cycle.id
    plan.start = part.start
    plan.end = part.end
    plan.freeze(part.position, grade: grades.grade(of: person, on: frozen), in: book)
    plan.assessor = choice?.assessor
    plan.superior = choice?.superior
    plan.state = .draft
    return plan
  }

  private func begin(_ plan: PerformancePlan, _ contents: PlanContents, in book: Book) -> [Operation] {
    if beginning == .lastYear, let previous, let employee = plan.employee {
      let old = book.performancePlans.storedOwned(by: employee.raw).last {
        $0.cycle == previous && $0.positionKind == plan.positionKind
      }
      let copied = old.map { contents.operations(copying: $0.id, to: plan) } ?? []
      if !copied.isEmpty { return copied }
    }
    guard beginning != .empty, !shelf.isEmpty,
      let template = shelf.template(post: plan.post, kind: plan.positionKind, unit: plan.unit)
    else { return [] }
    return contents.operations(of: shelf.results(of: template.id), in: plan.id)
  }
}

/// The grade that somebody had on a day.
struct GradeOnDay {
  private let table: Table
  private let grades: RowCodes<Grade>

  init(_ book: Book) {
    table = book.rankHistories.table
    grades = RowCodes(table, "grade", Grade.self)
  }

  func grade(of person: Row, on day: Day) -> Grade? {
    table.newest(of: person, asOf: day, except: { _ in false }).flatMap { grades[$0] }
  }
}

extension PerformancePlan {
  /// Takes over what a position says on the day it is frozen.
  mutating func freeze(_ position: Row, grade: Grade?, in book: Book) {
    guard let position = book.positionHistories.stored(position) else { return }
    title = position.title
    positionKind = position.positionKind
    post = position.post
    unit = position.unit ?? position.post.flatMap { book.posts.stored($0)?.unit }
    self.grade = grade
    let heads = unit.flatMap { book.units.stored($0)?.head }
    let isLeader = positionKind?.isManagerial ?? false || (post != nil && post == heads)
    model = isLeader ? .quantitative : .qualitative
  }

  /// Whether it covers any day of a span.
  func overlaps(_ first: Day, _ last: Day) -> Bool {
    (start.map { $0 <= last } ?? true) && (end.map { first <= $0 } ?? true)
  }
}
