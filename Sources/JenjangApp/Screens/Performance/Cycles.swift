import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let cycles = ScreenEntry(.cycles, title: Text("Siklus kinerja", en: "Performance cycles"), group: .performance)
}

extension ListSpec {
  /// The years of performance, newest first.
  static let cycles = ListSpec(
    name: "cycles", title: EvaluationCycle.kind.plural, kind: EvaluationCycle.kind.name,
    columns: ["year", "name", "length", "state", "planDue", "end"], sort: Query.Sort("year", descending: true),
    open: { id, _, _ in .push(CyclePage(ID(id))) },
    create: { view in .push(Cycles.opening(view)) },
    edit: { id, view in .push(FormScreen.edit(kind: EvaluationCycle.kind.name, id: id, view: view)) },
    commands: [
      Command(
        "cycles.close", Text("Tutup siklus", en: "Close the cycle"), letter: "t", saves: true,
        refusal: { list, view in Cycles.refusalToClose(list.selected, view) },
        run: { list, view in Cycles.close(list.selected, view) }),
      Command(
        "cycles.reopen", Text("Buka kembali siklus", en: "Open the cycle again"), letter: "b", saves: true,
        refusal: { list, view in Cycles.state(list.selected, view) == .closed ? nil : .notClosed },
        run: { list, view in Cycles.setState(list.selected, .running, view) }),
    ])
}

/// Opening and closing a year of performance.
enum Cycles {
  /// The box behind F6: the usual year by quarters or months; another year is typed.
  static func opening(_ view: View) -> Chooser {
    Chooser("cycle.open", Text("Buka siklus", en: "Open a cycle"), columns: 72) { query, view in
      let typed = Int(query.filter(\.isNumber)) ?? 0
      let year = typed >= 1_000 ? typed : CycleOpening.usualYear(in: view.book, on: view.today)
      return CycleLength.allCases.compactMap { length in
        guard let opening = CycleOpening(year: year, length: length) else { return nil }
        let count = 12 / length.months
        let reason = opening.refusal(in: view.book).map { view($0) }
        return Choice(
          title: "\(year) " + view(length.title),
          detail: reason.map { "(" + $0 + ")" }
            ?? view(Text("\(count) periode dan tahunan", en: "\(count) and the year")),
          reason: reason, effect: .pop { _, view in open(opening, view) })
      }
    }
  }

  private static func open(_ opening: CycleOpening, _ view: View) -> Effect {
    let operations = opening.operations { view.session.newID() }
    guard let first = operations.first else { return .none }
    let year = opening.year
    return .commit(
      Transaction(operations), done: Text("Siklus \(year) dibuka", en: "The cycle of \(year) is open"),
      then: .push(CyclePage(ID(first.id))))
  }

  static func state(_ id: RecordID?, _ view: View) -> CycleState? {
    id.flatMap { view.book.evaluationCycles[ID($0)]?.state }
  }

  static func refusalToClose(_ id: RecordID?, _ view: View) -> Text? {
    state(id, view) == .closed ? Text("Siklus ini sudah ditutup", en: "This cycle is closed already") : nil
  }

  /// Closes a cycle after a question that says what is still open in it.
  static func close(_ id: RecordID?, _ view: View) -> Effect {
    guard let id, let cycle = view.book.evaluationCycles[ID(id)] else { return .none }
    let needs = PlanNeeds(cycle, in: view.book, on: view.book.day)
    let open = view.count((needs?.planCount ?? 0) - (needs?.states[.agreed] ?? 0))
    let name = cycle.name ?? ""
    let lines = [
      Text("Menutup \(name). \(open) SKP belum ditetapkan.", en: "Closing \(name). \(open) plans are not agreed."),
      Text("Siklus dapat dibuka kembali.", en: "The cycle can be opened again."),
    ]
    return .push(
      Question(
        Text("Tutup siklus", en: "Close the cycle"), lines, verb: Text("Tutup", en: "Close"), letter: "t",
        accepted: setState(id, .closed, view)))
  }

  static func setState(_ id: RecordID?, _ state: CycleState, _ view: View) -> Effect {
    guard let id, let operation = view.book.evaluationCycles.updating(ID(id), { $0.state = state }) else {
      return .none
    }
    return .commit(
      Transaction([operation]),
      done: Text("Siklus: \(state.title.indonesian)", en: "Cycle: \(state.title.english)"), then: .none)
  }
}

extension Text {
  fileprivate static let notClosed = Text("Siklus ini tidak ditutup", en: "This cycle is not closed")
}
