import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let plans = ScreenEntry(
    .plans(of: nil), title: Text("SKP pegawai", en: "Performance plans"), group: .performance,
    make: { view in ListScreen(.plans(of: view.book.cycle(on: view.today)?.id), view: view) })
}

extension ListSpec {
  /// The plans of a cycle, or all when it is nil.
  static func plans(of cycle: ID<EvaluationCycle>?) -> ListSpec {
    ListSpec(
      name: "plans", title: PerformancePlan.kind.plural, kind: PerformancePlan.kind.name,
      columns: ["employee", "title", "state", "unit", "assessor", "end"], sort: Query.Sort("employee"),
      conditions: cycle.map { [Query.Condition("cycle", .equals($0.raw.text))] } ?? [], searches: "employee",
      open: { id, list, view in .push(PlanPage(ID(id), neighbours: list.neighbours(view))) },
      create: { view in Plans.create(in: cycle, view) },
      edit: { id, view in .push(FormScreen.edit(kind: PerformancePlan.kind.name, id: id, view: view)) },
      preview: { id, view in Plans.preview(ID(id), view) }, commands: Plans.commands)
  }
}

/// What can be done with the plans of a list.
enum Plans {
  static let commands: [Command<ListScreen>] = [
    Command(
      "plans.submit", Text("Ajukan yang ditandai", en: "Submit the marked"), letter: "j", saves: true,
      refusal: { list, view in refusal(list, .submit, view) },
      run: { list, view in PlanActions.take(.submit, chosen(list, view), view) }),
    Command(
      "plans.agree", Text("Periksa lalu tetapkan yang ditandai", en: "Look through and agree the marked"), letter: "t",
      saves: true, refusal: { list, view in refusal(list, .agree, view) },
      run: { list, view in .push(PlanReview.screen(chosen(list, view), view)) }),
    Command(
      "plans.return", Text("Kembalikan yang ditandai", en: "Return the marked"), letter: "k", saves: true,
      refusal: { list, view in refusal(list, .giveBack(.incomplete, note: ""), view) },
      run: { list, view in PlanActions.giveBack(chosen(list, view)) }),
    Command(
      "plans.reopen", Text("Batalkan penetapan yang ditandai", en: "Take agreements back"), letter: "b", saves: true,
      refusal: { list, view in refusal(list, .reopen(note: "-"), view) },
      run: { list, view in PlanActions.reopen(chosen(list, view)) }),
    Command(
      "plans.assessor", Text("Ganti penilai yang ditandai", en: "Change the assessor of the marked"), letter: "p",
      saves: true, refusal: { list, _ in list.selected == nil ? .noPlan : nil },
      run: { list, view in PlanActions.chooseAssessor(for: chosen(list, view), first: .wrong, view) }),
    Command(
      "plans.cascade", Text("Hasil kerja yang didukung bawahan", en: "Results and who serves them"), letter: "h",
      refusal: { list, _ in list.selected == nil ? .noPlan : nil },
      run: { list, _ in list.selected.map { .push(CascadeScreen(ID($0))) } ?? .none }),
    Command.employeeFile("plans.person", letter: "o", none: .noPlan) { list, view in
      list.selected.flatMap { view.book.performancePlans[ID($0)]?.employee?.raw }
    },
  ]

  private static func chosen(_ list: ListScreen, _ view: View) -> [ID<PerformancePlan>] {
    list.chosen(view).map { ID($0) }
  }

  /// Only the row under the cursor is asked: that many marked ones are looked at when it is done.
  private static func refusal(_ list: ListScreen, _ step: PlanStep, _ view: View) -> Text? {
    guard let id = list.selected else { return .noPlan }
    if let refusal = view.book.access?.refusal(toWrite: PerformancePlan.kind) { return refusal }
    guard list.marked.isEmpty, let plan = view.book.performancePlans[ID(id)] else { return nil }
    return view.book.refusal(of: step, on: plan)
  }

  /// Chooses a person, then makes the plan as the cycle does for everybody.
  static func create(in cycle: ID<EvaluationCycle>?, _ view: View) -> Effect {
    guard let cycle = cycle.flatMap({ view.book.evaluationCycles[$0] }) ?? view.book.cycle(on: view.today),
      let field = PerformancePlan.fields.first(where: { $0.spec.name == "employee" })
    else { return .say(.noCycle, .warn) }
    return .push(
      Lookup.chooser(field.spec, query: "") { value in
        .pop { _, view in
          let person = value.text.flatMap { RecordID($0) }
          return .push(OpenPlans.chooser(cycle, people: [person].compactMap(\.self)))
        }
      })
  }

  static func preview(_ id: ID<PerformancePlan>, _ view: View) -> [(label: String, value: String)] {
    guard let plan = view.book.performancePlans[id] else { return [] }
    let results = view.book.results(of: id)
    let shares = view.book.standings(of: id).compactMap(\.percent)
    let share = shares.isEmpty ? "-" : "\(shares.reduce(0, +) / shares.count)%"
    let problems = view.book.planProblems(plan).map { view($0) }.joined(separator: "; ")
    let span = [plan.start, plan.end].compactMap { $0?.display }.joined(separator: " - ")
    return [
      (view(Text("Masa", en: "Time")), span),
      (view(Text("Penilai", en: "Assessor")), view.book.personName(plan.assessor)),
      (view(Text("Atasannya", en: "Superior")), view.book.personName(plan.superior)),
      (view(Text("Hasil kerja", en: "Results")), view.count(results.count)),
      (view(Text("Capaian rata-rata", en: "Mean standing")), share),
      (view(Text("Dikembalikan", en: "Returned")), plan.returnReason.map { view($0.title) } ?? "-"),
      (view(Text("Kurang", en: "Missing")), problems.isEmpty ? "-" : problems),
    ]
  }
}

extension Text {
  fileprivate static let noPlan = Text("Tidak ada SKP yang dipilih", en: "No plan is chosen")
  fileprivate static let noCycle = Text("Buka siklus tahun ini dulu", en: "Open the cycle of this year first")
}
