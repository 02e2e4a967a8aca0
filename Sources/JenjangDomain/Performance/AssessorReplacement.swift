/// Another assessor for plans whose own one left, moved or was wrong, with the reason.
///
/// Evaluations that are still drafts go with the plan, so that nobody's form waits for a person who left.
public struct AssessorReplacement {
  private let book: Book
  private let assessors: Assessors

  public init(_ book: Book, on day: Day) {
    self.book = book
    assessors = Assessors(book, on: day)
  }

  /// The choice of the rules for a plan as it is frozen.
  public func choice(for plan: PerformancePlan) -> AssessorChoice {
    guard let employee = plan.employee else { return AssessorChoice() }
    return assessors.choice(for: employee, post: plan.post, unit: plan.unit)
  }

  /// Why somebody cannot assess a plan; nil when it is possible.
  public func refusal(_ assessor: ID<Employee>, for plan: PerformancePlan) -> Text? {
    guard let row = book.employees.table.row(of: assessor.raw), assessors.staff.isServing(row) else {
      return Text("Orang ini sudah tidak bertugas", en: "This person no longer serves")
    }
    if assessor == plan.employee {
      return Text("Tidak ada yang menilai dirinya sendiri", en: "Nobody is his own assessor")
    }
    var changed = plan
    changed.assessor = assessor
    changed.superior = superior(of: assessor, for: plan)
    return changed.problems(in: book).first { $0.severity == .error && $0.field == "assessor" }?.text
  }

  /// The changes that give a plan another assessor; empty when there is nothing to change.
  public func operations(
    _ id: ID<PerformancePlan>, to assessor: ID<Employee>, reason: AssessorChangeReason
  ) -> [Operation] {
    guard let plan = book.performancePlans.stored(id), refusal(assessor, for: plan) == nil else { return [] }
    let above = superior(of: assessor, for: plan)
    let changed = book.performancePlans.updating(id) {
      $0.assessor = assessor
      $0.superior = above
      $0.assessorReason = reason
    }
    let drafts = plan.employee.map { book.evaluations.storedOwned(by: $0.raw) } ?? []
    let evaluations = drafts.filter { $0.plan == id && ($0.state ?? .draft) == .draft }.compactMap { evaluation in
      book.evaluations.updating(evaluation.id) {
        $0.assessor = assessor
        $0.superior = above
      }
    }
    return [changed].compactMap(\.self) + evaluations
  }

  private func superior(of assessor: ID<Employee>, for plan: PerformancePlan) -> ID<Employee>? {
    let above = assessors.choice(for: assessor).assessor
    return above == plan.employee || above == assessor ? nil : above
  }
}
