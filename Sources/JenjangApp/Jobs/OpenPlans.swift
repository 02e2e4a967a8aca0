import JenjangDomain
import JenjangStore

/// Makes the plans of many people for a cycle, with progress, in parts of one batch.
enum OpenPlans {
  /// The job; nil when the cycle has no dates.
  static func job(
    _ cycle: EvaluationCycle, people: [RecordID]?, beginning: PlanBeginning, _ view: View
  ) -> BatchSaving? {
    guard let opening = PlanOpening(cycle, people: people, beginning: beginning, in: view.book, on: view.book.day)
    else { return nil }
    var work = opening
    var tallies: [Int: PlanOpening.Tally] = [:]
    let make = { (range: Range<Int>, session: Session) -> [JenjangDomain.Operation] in
      let before = tallies[range.lowerBound] ?? work.tally
      tallies[range.lowerBound] = before
      work.goBack(to: range.lowerBound, before)
      return work.next(range.count, in: session.store.book) { session.newID() }
    }
    return BatchSaving(
      Text("Membuat SKP", en: "Making plans"), count: work.total, part: beginning == .empty ? 500 : 60,
      batch: view.session.newID(), done: { words(work.tally) }, make: make)
  }

  /// Asks what the plans begin with, then makes them; what there is nothing to copy from cannot be chosen.
  static func chooser(_ cycle: EvaluationCycle, people: [RecordID]?) -> Chooser {
    Chooser("plans.beginning", Text("Isi awal SKP", en: "What plans begin with"), columns: 72) { query, view in
      let choices = PlanBeginning.allCases.filter { Fuzzy.score(query, in: view($0.title)) != nil }.map { beginning in
        let reason = refusal(beginning, cycle, view).map { view($0) }
        return Choice(
          title: view(beginning.title), detail: reason.map { "(" + $0 + ")" } ?? "", reason: reason,
          effect: .pop { _, view in
            job(cycle, people: people, beginning: beginning, view).map { .start($0) } ?? .say(.noDates, .bad)
          })
      }
      // What can be chosen stands first, so that Enter alone does something.
      return choices.filter { $0.reason == nil } + choices.filter { $0.reason != nil }
    }
  }

  private static func refusal(_ beginning: PlanBeginning, _ cycle: EvaluationCycle, _ view: View) -> Text? {
    switch beginning {
    case .lastYear where view.book.cycle(before: cycle) == nil:
      Text("belum ada siklus tahun lalu", en: "there is no cycle of last year")
    case .template where view.book.planTemplates.table.count == 0:
      Text("belum ada templat", en: "there is no template yet")
    default: nil
    }
  }

  private static func words(_ tally: PlanOpening.Tally) -> Text {
    var indonesian = ["\(tally.made) SKP dibuat"]
    var english = ["\(tally.made) plans made"]
    func add(_ count: Int, _ text: Text) {
      guard count > 0 else { return }
      indonesian.append("\(count) \(text.indonesian)")
      english.append("\(count) \(text.english)")
    }
    add(tally.existing, Text("sudah ada", en: "were there"))
    add(tally.withoutPosition, Text("tanpa jabatan", en: "without a position"))
    add(tally.withoutAssessor, Text("tanpa penilai", en: "without an assessor"))
    add(tally.beyondReach, Text("di luar wewenang", en: "beyond your reach"))
    return Text(indonesian.joined(separator: ", "), en: english.joined(separator: ", "))
  }
}

extension Text {
  fileprivate static let noDates = Text("Isi dulu tanggal siklus ini", en: "Enter the dates of this cycle first")
}
