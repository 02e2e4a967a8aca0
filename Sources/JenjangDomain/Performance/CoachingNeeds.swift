/// Whose newest released result asks for coaching and who has none for it yet.
public struct CoachingNeeds {
  public let all: [CoachingNeed]

  /// Reads the ratings from columns, so that only those who fall short are looked at.
  public init(_ book: Book) {
    let table = book.evaluations.table
    let predicate = CodeCells<PerformancePredicate>(table, "predicate")
    var found: [CoachingNeed] = []
    for row in 0..<table.rowCount {
      guard let rating = predicate[row], rating < .good, table.isSeen(row), let evaluation = book.evaluations[row],
        let employee = evaluation.employee, book.newestResult(of: employee)?.id == evaluation.id,
        !book.isCoached(employee, for: evaluation.id), let need = CoachingNeed(of: evaluation, in: book)
      else { continue }
      found.append(need)
    }
    all = found.sorted { ($0.evaluation.predicate ?? .good) < ($1.evaluation.predicate ?? .good) }
  }
}

extension Book {
  /// The newest result that somebody has been told, of whatever period.
  func newestResult(of employee: ID<Employee>) -> Evaluation? {
    evaluations.owned(by: employee.raw).last { $0.predicate != nil && $0.state?.isReleased ?? false }
  }

  /// Whether a programme runs, or was made because of this result.
  func isCoached(_ employee: ID<Employee>, for evaluation: ID<Evaluation>) -> Bool {
    coachingProgrammes.owned(by: employee.raw).contains { $0.state == .running || $0.evaluation == evaluation }
  }
}

extension Book {
  /// The running programmes whose coach is not named or does not serve on a day: somebody else has to take them over.
  public func coachless(on day: Day) -> [CoachingProgramme] {
    let service = ServiceSpan(self)
    return coachingProgrammes.all.filter { programme in
      guard programme.state == .running else { return false }
      let coach = programme.coach.flatMap { employees.table.row(of: $0.raw) }
      return coach.map { !service.holds($0, on: day) } ?? true
    }
  }
}
