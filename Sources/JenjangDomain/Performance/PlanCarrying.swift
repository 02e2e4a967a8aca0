/// Takes what was realised and said in the time of a new part of the year over from the old plan.
///
/// The results that it is about are copied as additional ones, so that nothing of it is lost and the old plan holds
/// only what belongs to its own time.
struct PlanCarrying {
  private let book: Book
  private let newID: () -> RecordID

  init(_ book: Book, newID: @escaping () -> RecordID) {
    self.book = book
    self.newID = newID
  }

  /// `number` is the last number that is taken in the new plan.
  func operations(from old: ID<PerformancePlan>, to plan: PerformancePlan, after number: Int) -> [Operation] {
    guard let start = plan.start, let end = plan.end else { return [] }
    let isInside = { (day: Day?) in day.map { start <= $0 && $0 <= end } ?? false }
    var operations: [Operation] = []
    var copies: [ID<WorkResult>: ID<WorkResult>] = [:]
    for result in book.workResults.storedOwned(by: old.raw).byNumber {
      let entries = book.progressEntries.storedOwned(by: result.id.raw).filter { isInside($0.date) }
      guard !entries.isEmpty else { continue }
      var copy = WorkResult(id: ID(newID()))
      (copy.plan, copy.number, copy.kind, copy.text) = (plan.id, number + copies.count + 1, .additional, result.text)
      copies[result.id] = copy.id
      operations += [.creating(copy)] + carried(entries, of: result.id, to: copy.id)
    }
    for word in book.feedback.storedOwned(by: old.raw) where isInside(word.date) {
      let moved = book.feedback.updating(word.id) {
        $0.plan = plan.id
        $0.result = $0.result.flatMap { copies[$0] }
      }
      if let moved { operations.append(moved) }
    }
    return operations
  }

  private func carried(_ entries: [ProgressEntry], of old: ID<WorkResult>, to new: ID<WorkResult>) -> [Operation] {
    var copies: [ID<Indicator>: ID<Indicator>] = [:]
    let indicators = book.indicators.storedOwned(by: old.raw).map { indicator -> Operation in
      var copy = Indicator(id: ID(newID()))
      (copy.result, copy.aspect, copy.text) = (new, indicator.aspect, indicator.text)
      (copy.target, copy.unit) = (indicator.target, indicator.unit)
      copies[indicator.id] = copy.id
      return .creating(copy)
    }
    return indicators
      + entries.compactMap { entry in
        book.progressEntries.updating(entry.id) {
          $0.result = new
          $0.indicator = $0.indicator.flatMap { copies[$0] }
        }
      }
  }
}
