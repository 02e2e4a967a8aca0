/// What in a cycle waits for somebody to act.
public enum PlanNeed: String, Sendable, CaseIterable {
  case noPlan
  case moved
  case ended
  case noAssessor
  case assessorLeft
  case assessorMoved
  case circle
  case noPosition

  public var title: Text {
    switch self {
    case .noPlan: Text("Belum punya SKP", en: "Without a plan")
    case .moved: Text("Pindah: SKP perlu dibagi", en: "Moved: the plan is to be divided")
    case .ended: Text("Berhenti: SKP perlu diakhiri", en: "Left: the plan is to end")
    case .noAssessor: Text("Belum ada pejabat penilai", en: "Without an assessor")
    case .assessorLeft: Text("Penilai sudah tidak bertugas", en: "The assessor has left")
    case .assessorMoved: Text("Penilai pindah jabatan", en: "The assessor has moved")
    case .circle: Text("Saling menilai berputar", en: "Assessing each other in a circle")
    case .noPosition: Text("Bertugas tanpa jabatan tercatat", en: "Serving without a position on record")
    }
  }

  /// What can be done for all of them at once.
  public var action: Text? {
    switch self {
    case .noPlan: Text("Buat SKP", en: "Make plans")
    case .moved: Text("Bagi SKP", en: "Divide plans")
    case .ended: Text("Akhiri SKP", en: "End plans")
    case .assessorLeft, .assessorMoved: Text("Ganti penilai", en: "Change assessors")
    case .noAssessor, .circle: Text("Tetapkan penilai", en: "Set assessors")
    case .noPosition: nil
    }
  }
}

/// Everything in a cycle that waits for somebody to act, found in one pass over people and plans.
///
/// Keep it until the book's revision moves.
public struct PlanNeeds {
  public struct Item: Sendable, Hashable {
    public let need: PlanNeed
    public let employee: Row
    public let plan: ID<PerformancePlan>?
    /// The day of the move, or the first without service.
    public var day: Day?
    public var finding: AssessorFinding?
    /// Who could assess instead: the choice of the day, or the nearest head above a gap.
    public var proposal: ID<Employee>?
    /// The proposal is not the choice of the rules: somebody must look at it.
    public var isOnlyOffered = false
  }

  public let cycle: EvaluationCycle
  public private(set) var items: [PlanNeed: [Item]] = [:]
  /// Plans of the cycle by state, as the actor sees them.
  public private(set) var states: [PlanState: Int] = [:]
  public private(set) var planCount = 0

  private struct Plan {
    let id: ID<PerformancePlan>
    let employee: Row
    let start: Day
    let end: Day
    let assessor: Row?
    let post: Row?
    let unit: Row?
    let isChanged: Bool
  }

  /// Nil when the cycle has no dates.
  public init?(_ cycle: EvaluationCycle, in book: Book, on today: Day) {
    guard let first = cycle.start, let last = cycle.end, first <= last else { return nil }
    self.cycle = cycle
    let day = min(max(today, first), last)
    let assessors = Assessors(book, on: day)
    let plans = readPlans(book)
    findInPlans(plans, assessors, book)
    findInPeople(plans, assessors.staff, first...last, book)
    findCircles(plans.filter { $0.start <= day && day <= $0.end }, book)
  }

  public subscript(need: PlanNeed) -> [Item] { items[need] ?? [] }
  public var isEmpty: Bool { items.values.allSatisfy(\.isEmpty) }

  private mutating func readPlans(_ book: Book) -> [Plan] {
    let table = book.performancePlans.table
    guard let wanted = book.evaluationCycles.table.row(of: cycle.id.raw) else { return [] }
    let cycles = RowReferences(table, "cycle")
    let people = RowReferences(table, "employee")
    let assessors = RowReferences(table, "assessor")
    let posts = RowReferences(table, "post")
    let units = RowReferences(table, "unit")
    let states = RowCodes(table, "state", PlanState.self)
    let reasons = RowCodes(table, "assessorReason", AssessorChangeReason.self)
    let starts = RowDays(table, "start")
    let ends = RowDays(table, "end")
    var plans: [Plan] = []
    for row in table.rows(Query()) where cycles[row] == wanted {
      planCount += 1
      if let state = states[row] { self.states[state, default: 0] += 1 }
      guard let employee = people[row], let start = starts[row], let end = ends[row] else { continue }
      plans.append(
        Plan(
          id: ID(table.id(of: row)), employee: employee, start: start, end: end, assessor: assessors[row],
          post: posts[row], unit: units[row], isChanged: reasons[row] != nil))
    }
    return plans
  }

  private mutating func add(_ item: Item) { items[item.need, default: []].append(item) }

  private mutating func findInPlans(_ plans: [Plan], _ assessors: Assessors, _ book: Book) {
    let staff = assessors.staff
    for plan in plans {
      guard let assessor = plan.assessor else {
        add(assessed(.noAssessor, plan, assessors))
        continue
      }
      if !staff.isServing(assessor) {
        add(assessed(.assessorLeft, plan, assessors))
      } else if !plan.isChanged, let position = staff.position(of: assessor), let since = staff.columns.start[position],
        plan.start < since
      {
        let item = assessed(.assessorMoved, plan, assessors)
        if item.proposal != ID(book.employees.table.id(of: assessor)) { add(item) }
      }
    }
  }

  private func assessed(_ need: PlanNeed, _ plan: Plan, _ assessors: Assessors) -> Item {
    let choice = assessors.choice(for: plan.employee, post: plan.post, unit: plan.unit)
    return Item(
      need: need, employee: plan.employee, plan: plan.id, finding: choice.findings.first,
      proposal: choice.assessor ?? choice.proposal, isOnlyOffered: choice.assessor == nil)
  }

  private mutating func findInPeople(
    _ plans: [Plan], _ staff: StaffOnDay, _ span: ClosedRange<Day>, _ book: Book
  ) {
    var ofPerson: [Row: [Plan]] = [:]
    for plan in plans { ofPerson[plan.employee, default: []].append(plan) }
    let spells = PostSpells(book)
    let service = ServiceSpan(book)
    for person in book.employees.table.rows(Query()) {
      let own = ofPerson[person] ?? []
      if !staff.isServing(person), own.isEmpty { continue }
      let parts = spells.spells(of: person, from: span.lowerBound, to: span.upperBound)
      if staff.isServing(person) {
        if parts.isEmpty, own.isEmpty { add(Item(need: .noPosition, employee: person, plan: nil)) }
        if let part = parts.first(where: { part in !own.contains { $0.start <= part.end && part.start <= $0.end } }) {
          add(Item(need: .noPlan, employee: person, plan: nil, day: part.start))
        }
      }
      for plan in own {
        if let left = service.left(person), left <= plan.end, plan.start < left {
          add(Item(need: .ended, employee: person, plan: plan.id, day: left))
        }
        guard let move = parts.dropFirst().first(where: { plan.start < $0.start && $0.start <= plan.end }) else {
          continue
        }
        add(Item(need: .moved, employee: person, plan: plan.id, day: move.start))
      }
    }
  }

  private mutating func findCircles(_ plans: [Plan], _ book: Book) {
    var above: [Row: Row] = [:]
    for plan in plans { above[plan.employee] = plan.assessor }
    var isDone: Set<Row> = []
    let table = book.employees.table
    for plan in plans where !isDone.contains(plan.employee) {
      var path: [Row] = []
      var next: Row? = plan.employee
      while let row = next, !isDone.contains(row) {
        isDone.insert(row)
        path.append(row)
        next = above[row]
      }
      guard let next, let start = path.firstIndex(of: next) else { continue }
      let circle = Array(path[start...])
      let names = circle.map { ID<Employee>(table.id(of: $0)) }
      for member in plans where circle.contains(member.employee) {
        add(Item(need: .circle, employee: member.employee, plan: member.id, finding: .circle(names)))
      }
    }
  }
}
