import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension CyclePage {
  static let commandTable: [Command<CyclePage>] =
    moveCommands + [
      Command("cycle.open", Text("Buka baris", en: "Open the row"), keys: ["enter"], label: Text("Buka", en: "Open")) {
        page, view in page.open(view)
      },
      Command(
        "cycle.act", Text("Kerjakan tindakan baris ini untuk semua", en: "Do the row's action for all"),
        keys: ["f10", "ctrl-s"], label: Text("Kerjakan", en: "Do"), saves: true,
        refusal: { page, view in page.refusalToAct(view) }, run: { page, view in page.act(view) }),
      Command(
        "cycle.new", Text("Tanggal khusus untuk satu unit", en: "Other dates for one unit"), keys: ["f6", "ctrl-n"],
        label: Text("Tanggal unit", en: "Unit dates"), saves: true,
        refusal: { page, _ in page.period == nil ? .choosePeriod : nil },
        run: { page, view in page.newDates(view) }),
      Command(
        "cycle.edit", Text("Ubah siklus atau periode", en: "Edit the cycle or the period"), keys: ["f7", "ctrl-e"],
        label: Text("Ubah", en: "Edit"), saves: true
      ) { page, view in
        if let period = page.period {
          return .push(FormScreen.edit(kind: EvaluationPeriod.kind.name, id: period.id.raw, view: view))
        }
        return .push(FormScreen.edit(kind: EvaluationCycle.kind.name, id: page.id.raw, view: view))
      },
      ActionMenu.command("cycle.actions"),
      Command("cycle.plans", Text("Daftar SKP siklus ini", en: "Plans of this cycle"), letter: "s") { page, view in
        .push(ListScreen(.plans(of: page.id), view: view))
      },
      Command(
        "cycle.make", Text("Buat SKP untuk semua yang belum punya", en: "Make plans for all who have none"),
        letter: "b",
        saves: true, refusal: { _, view in view.book.access?.refusal(toWrite: PerformancePlan.kind) },
        run: { page, _ in page.cycle.map { .push(OpenPlans.chooser($0, people: nil)) } ?? .none }),
      Command("cycle.templates", Text("Templat SKP", en: "Plan templates"), letter: "t") { _, view in
        .push(ListScreen(.planTemplates, view: view))
      },
      Command(
        "cycle.close", Text("Tutup siklus", en: "Close the cycle"), letter: "u", saves: true,
        refusal: { page, view in Cycles.refusalToClose(page.id.raw, view) },
        run: { page, view in Cycles.close(page.id.raw, view) }),
      Command("cycle.back", Text("Kembali", en: "Back"), keys: ["f3", "esc"], label: Text("Kembali", en: "Back")) {
        _, _ in .pop
      },
    ]

  private var period: EvaluationPeriod? { if case .period(let period)? = selected { period } else { nil } }

  private func open(_ view: View) -> Effect {
    switch selected {
    case .need(let need, _)?: .push(NeedList(id, need))
    case .state(let state, _)?: .push(ListScreen(.plans(of: id), filter: "state:" + state.rawValue, view: view))
    case .period(let period)?:
      .push(FormScreen.edit(kind: EvaluationPeriod.kind.name, id: period.id.raw, view: view))
    default: .none
    }
  }

  private func refusalToAct(_ view: View) -> Text? {
    guard case .need(let need, _)? = selected, need.action != nil else { return .noAction }
    return cycle?.state == .closed ? .closed : view.book.access?.refusal(toWrite: PerformancePlan.kind)
  }

  private func act(_ view: View) -> Effect {
    guard case .need(let need, _)? = selected, let cycle, let needs else { return .none }
    return PlanActions.act(on: needs[need], need, cycle, view)
  }

  /// The same period for one unit, as a form with the common dates filled in.
  private func newDates(_ view: View) -> Effect {
    guard let period else { return .none }
    var own = period
    own.unit = nil
    own.reason = nil
    return .push(FormScreen.new(kind: EvaluationPeriod.kind.name, preset: own.object, view: view))
  }
}

extension Text {
  fileprivate static let choosePeriod = Text(
    "Pilih dulu periode yang tanggalnya lain", en: "Choose the period with other dates first")
  fileprivate static let noAction = Text(
    "Pilih baris yang perlu tindakan", en: "Choose a row that waits for action")
  fileprivate static let closed = Text("Siklus ini sudah ditutup", en: "This cycle is closed")
}
