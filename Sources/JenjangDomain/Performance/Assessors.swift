/// Who assesses whom on a day: the superior on record who serves, else whom the posts and units name.
///
/// Nothing is guessed: a post that is vacant, held twice or part of a circle gives a finding and no assessor.
///
/// Source: PermenPANRB 6/2022: the assessor is the direct superior; domain reference 3.5.
public struct Assessors {
  private let book: Book
  let staff: StaffOnDay
  /// The superior on record counts: it is kept for the present only.
  private let trustsRecord: Bool
  private var steps: [Step] = []
  /// The members of the circle that a person is part of.
  private var circles: [Row: [Row]] = [:]

  /// One step upwards.
  struct Step {
    var person: Row?
    var isActing = false
    var gap: AssessorFinding?
    var note: AssessorFinding?
    var proposal: Row?
  }

  public init(_ book: Book, on day: Day, trustsRecord: Bool = true) {
    self.book = book
    self.trustsRecord = trustsRecord
    staff = StaffOnDay(book, on: day)
    steps = staff.serves.indices.map { staff.serves[$0] ? step(Row($0)) : Step() }
    findCircles()
  }

  /// Who assesses a person in the position held on the day.
  public func choice(for employee: ID<Employee>) -> AssessorChoice {
    guard let row = book.employees.table.row(of: employee.raw) else { return AssessorChoice(findings: [.noPosition]) }
    return choice(for: row)
  }

  /// Who assesses a person in a post and unit that a plan has frozen.
  public func choice(for employee: ID<Employee>, post: ID<Post>?, unit: ID<Unit>?) -> AssessorChoice {
    guard let row = book.employees.table.row(of: employee.raw) else { return AssessorChoice(findings: [.noPosition]) }
    return choice(
      for: row, post: post.flatMap { book.posts.table.row(of: $0.raw) },
      unit: unit.flatMap { book.units.table.row(of: $0.raw) })
  }

  func choice(for person: Row) -> AssessorChoice {
    guard Int(person) < steps.count, staff.isServing(person) else { return AssessorChoice(findings: [.noPosition]) }
    return choice(for: person, steps[Int(person)])
  }

  func choice(for person: Row, post: Row?, unit: Row?) -> AssessorChoice {
    let held = staff.position(of: person)
    if let held, staff.columns.post[held] == post, staff.columns.unit[held] == unit { return choice(for: person) }
    return choice(for: person, above(person, post: post, unit: unit))
  }

  private func choice(for person: Row, _ step: Step) -> AssessorChoice {
    var choice = AssessorChoice(isActing: step.isActing)
    choice.findings = [step.gap, step.note].compactMap(\.self)
    choice.proposal = step.proposal.map(id)
    guard let assessor = step.person else { return choice }
    if let circle = circles[person], circle.contains(assessor) {
      choice.findings.insert(.circle(circle.map(id)), at: 0)
      return choice
    }
    choice.assessor = id(assessor)
    let superior = Int(assessor) < steps.count && circles[assessor] == nil ? steps[Int(assessor)].person : nil
    if let superior, superior != person, superior != assessor {
      choice.superior = id(superior)
    } else {
      choice.findings.append(.noSuperior(id(assessor)))
    }
    return choice
  }

  private func id(_ person: Row) -> ID<Employee> { ID(book.employees.table.id(of: person)) }

  /// Every circle of steps is found once and told to each of its members.
  private mutating func findCircles() {
    var isDone = [Bool](repeating: false, count: steps.count)
    for start in steps.indices where !isDone[start] {
      var path: [Row] = []
      var places: [Row: Int] = [:]
      var next: Row? = Row(start)
      while let row = next, Int(row) < steps.count, !isDone[Int(row)], places[row] == nil {
        places[row] = path.count
        path.append(row)
        next = steps[Int(row)].person
      }
      if let next, let first = places[next] {
        let circle = Array(path[first...])
        for row in circle { circles[row] = circle }
      }
      for row in path { isDone[Int(row)] = true }
    }
  }
}

extension Assessors {
  private func step(_ person: Row) -> Step {
    var note: AssessorFinding?
    if trustsRecord, let recorded = staff.columns.supervisor[person], recorded != person {
      if staff.isServing(recorded) { return Step(person: recorded) }
      note = .recordedLeft(id(recorded))
    }
    guard let position = staff.position(of: person) else { return Step(gap: .noPosition, note: note) }
    var step = above(person, post: staff.columns.post[position], unit: staff.columns.unit[position])
    step.note = note
    return step
  }

  /// The holder of the superior post, else the head of the unit; for the head the head of the unit above.
  private func above(_ person: Row, post: Row?, unit: Row?) -> Step {
    var (post, unit) = (post, unit)
    for _ in 0..<32 {
      guard let named = post.flatMap({ staff.columns.postSuperior[$0] }), named != post else { break }
      switch holder(of: named, except: person) {
      case .own: (post, unit) = (named, staff.columns.postUnit[named])
      case .one(let row, let isActing): return Step(person: row, isActing: isActing)
      case .several: return gap(.severalHolders(postID(named)), person, below: staff.columns.postUnit[named])
      case .nobody: return gap(.vacant(postID(named)), person, below: staff.columns.postUnit[named])
      }
    }
    guard let unit = unit ?? post.flatMap({ staff.columns.postUnit[$0] }) else { return Step(gap: .noUnit) }
    return head(of: unit, above: person, in: post)
  }

  private func head(of unit: Row, above person: Row, in post: Row?) -> Step {
    var unit = unit
    var seen: Set<Row> = []
    while seen.insert(unit).inserted {
      guard let head = staff.columns.unitHead[unit] else { return gap(.noHeadPost(unitID(unit)), person, below: unit) }
      if head != post {
        switch holder(of: head, except: person) {
        case .own: break
        case .one(let row, let isActing): return Step(person: row, isActing: isActing)
        case .several: return gap(.severalHolders(postID(head)), person, below: unit)
        case .nobody: return gap(.vacant(postID(head)), person, below: unit)
        }
      }
      guard let parent = staff.columns.unitParent[unit] else { return Step(gap: .noneAbove) }
      unit = parent
    }
    return Step(gap: .unitCircle(unitID(unit)))
  }

  /// A gap with the nearest head above it as a proposal.
  private func gap(_ finding: AssessorFinding, _ person: Row, below unit: Row?) -> Step {
    var step = Step(gap: finding)
    var next = unit.flatMap { staff.columns.unitParent[$0] }
    var seen: Set<Row> = []
    while let unit = next, seen.insert(unit).inserted, step.proposal == nil {
      if let head = staff.columns.unitHead[unit], case .one(let row, _) = holder(of: head, except: person) {
        step.proposal = row
      }
      next = staff.columns.unitParent[unit]
    }
    return step
  }

  private enum Holder {
    case one(Row, isActing: Bool)
    case several
    case nobody
    /// The person asked about.
    case own
  }

  /// Who answers for a post: the holder, else who acts in it, else who has the role in the head's place.
  private func holder(of post: Row, except person: Row) -> Holder {
    let unit = staff.columns.postUnit[post]
    let isHead = unit.map { staff.columns.unitHead[$0] == post } ?? false
    let lists = [
      staff.holders[post] ?? [], staff.acting[post] ?? [], isHead ? unit.flatMap { staff.deputies[$0] } ?? [] : [],
    ]
    for (place, people) in lists.enumerated() where !people.isEmpty {
      if people.contains(person) { return .own }
      return people.count == 1 ? .one(people[0], isActing: place > 0) : .several
    }
    return .nobody
  }

  private func postID(_ row: Row) -> ID<Post> { ID(book.posts.table.id(of: row)) }
  private func unitID(_ row: Row) -> ID<Unit> { ID(book.units.table.id(of: row)) }
}
