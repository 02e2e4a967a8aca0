/// A plan divided by a move: the first part ends the day before, the second has its own post, level and assessor.
///
/// What was realised and said after the move goes with it: the results that it is about stand in the new part as
/// additional ones.
public struct PlanSplit {
  private let book: Book
  private let day: Day
  private let spells: PostSpells
  private let shelf: TemplateShelf
  private let grades: GradeOnDay
  private var assessors: [Day: Assessors] = [:]

  public init(_ book: Book, on day: Day) {
    self.book = book
    self.day = day
    spells = PostSpells(book)
    shelf = TemplateShelf(book, on: day)
    grades = GradeOnDay(book)
  }

  /// Why a plan cannot be divided; nil when it can.
  public func refusal(_ id: ID<PerformancePlan>) -> Text? {
    guard let plan = book.performancePlans.stored(id), let end = plan.end else { return .noPlan }
    guard let move = moves(plan).first else {
      return Text("Tidak ada perpindahan di dalamnya", en: "There is no move in it")
    }
    let isRated = book.ratedEvaluations(of: plan).contains { evaluation in
      evaluation.end.map { move.start <= $0 && $0 <= end } ?? false
    }
    return isRated
      ? Text("Masa sesudah pindah sudah dinilai", en: "The time after the move has been rated already") : nil
  }

  /// The operations for one plan; empty when there is nothing to divide.
  public mutating func operations(_ id: ID<PerformancePlan>, newID: @escaping () -> RecordID) -> [Operation] {
    guard let plan = book.performancePlans.stored(id), let end = plan.end, let employee = plan.employee,
      let person = book.employees.table.row(of: employee.raw), let cycle = plan.cycle, refusal(id) == nil
    else { return [] }
    let parts = moves(plan)
    guard let first = parts.first else { return [] }
    let contents = PlanContents(book, newID: newID)
    let carrying = PlanCarrying(book, newID: newID)
    let shortened = book.performancePlans.updating(id) { $0.end = first.start.adding(days: -1) }
    return [shortened].compactMap(\.self)
      + parts.flatMap { part -> [Operation] in
        let frozen = min(max(day, part.start), part.end)
        if assessors[frozen] == nil { assessors[frozen] = Assessors(book, on: frozen, trustsRecord: frozen >= day) }
        let choice = assessors[frozen]?.choice(for: person)
        let number = UInt64(bitPattern: Int64(part.start.number))
        var second = PerformancePlan(id: ID(cycle.raw.derived(from: employee.raw, number)))
        second.employee = employee
        second.cycle = cycle
        second.start = part.start
        second.end = min(part.end, end)
        second.freeze(part.position, grade: grades.grade(of: person, on: frozen), in: book)
        second.assessor = choice?.assessor
        second.superior = choice?.superior
        second.state = .draft
        let template = shelf.template(post: second.post, kind: second.positionKind, unit: second.unit)
        let results = template.map { shelf.results(of: $0.id) } ?? []
        return [.creating(second)] + contents.operations(of: results, in: second.id)
          + carrying.operations(from: id, to: second, after: results.count)
      }
  }

  /// The parts that begin inside of a plan.
  private func moves(_ plan: PerformancePlan) -> [PostSpell] {
    guard let start = plan.start, let end = plan.end,
      let person = plan.employee.flatMap({ book.employees.table.row(of: $0.raw) })
    else { return [] }
    return spells.spells(of: person, from: start, to: end).filter { start < $0.start }
  }
}

/// Plans of people who left, ended with the last day of service.
public enum PlanEnding {
  public static func operation(_ id: ID<PerformancePlan>, in book: Book) -> Operation? {
    guard let plan = book.performancePlans.stored(id), let start = plan.start, let end = plan.end,
      let person = plan.employee.flatMap({ book.employees.table.row(of: $0.raw) }),
      let left = ServiceSpan(book).left(person), start < left, left <= end
    else { return nil }
    return book.performancePlans.updating(id) { $0.end = left.adding(days: -1) }
  }
}

extension Book {
  /// The evaluations of a plan in which something is rated.
  public func ratedEvaluations(of plan: PerformancePlan) -> [Evaluation] {
    guard let employee = plan.employee else { return [] }
    return evaluations.storedOwned(by: employee.raw).filter { evaluation in
      evaluation.plan == plan.id
        && ((evaluation.state ?? .draft) != .draft || evaluation.work != nil || evaluation.behaviour != nil
          || !(evaluation.results?.isEmpty ?? true))
    }
  }
}

extension Text {
  static let noPlan = Text("SKP ini tidak ada lagi", en: "This plan is not there any more")
}
