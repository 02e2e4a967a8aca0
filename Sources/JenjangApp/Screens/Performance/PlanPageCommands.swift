import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension PlanPage {
  static let commandTable: [Command<PlanPage>] = movement + rowCommands + steps + actions

  private static let movement: [Command<PlanPage>] =
    Step.commands("plan") { page, step, _ in page.grid.move(step, of: page.lines.count) } + [
      Command(
        "plan.nextPart", Text("Bagian berikut", en: "Next part"), keys: ["tab", "right"],
        label: Text("bagian", en: "part")
      ) { page, _ in page.turn(1) },
      Command("plan.previousPart", Text("Bagian sebelumnya", en: "Previous part"), keys: ["shift-tab", "left"]) {
        page, _ in page.turn(-1)
      },
      Command("plan.nextPlan", Text("SKP berikut dalam daftar", en: "Next plan of the list"), keys: ["alt-n"]) {
        page, _ in page.move(by: 1)
      },
      Command(
        "plan.previousPlan", Text("SKP sebelumnya dalam daftar", en: "Previous plan of the list"), keys: ["alt-p"]
      ) { page, _ in page.move(by: -1) },
      Command("plan.back", Text("Kembali", en: "Back"), keys: ["f3", "esc"], label: Text("Kembali", en: "Back")) {
        _, _ in .pop
      },
    ]

  private static let rowCommands: [Command<PlanPage>] = [
    Command(
      "plan.open", Text("Baca baris", en: "Read the row"), keys: ["enter"], label: Text("Baca", en: "Read"),
      refusal: { page, _ in page.selected?.record == nil ? .noRow : nil }, run: { page, view in page.read(view) }),
    Command(
      "plan.new", Text("Baris baru di bagian ini", en: "New row in this part"), keys: ["f6", "ctrl-n"],
      label: Text("Baru", en: "New"), saves: true,
      refusal: { page, view in page.refusalToWrite(view) }, run: { page, view in page.new(view) }),
    Command(
      "plan.indicator", Text("Indikator baru bagi hasil kerja ini", en: "New indicator of this result"), keys: ["f8"],
      label: Text("Indikator", en: "Indicator"), saves: true,
      refusal: { page, view in
        page.selected?.result == nil || page.part != .results ? .chooseResult : page.refusalToWrite(view)
      }, run: { page, view in page.newIndicator(view) }),
    Command(
      "plan.edit", Text("Ubah baris", en: "Edit the row"), keys: ["f7", "ctrl-e"], label: Text("Ubah", en: "Edit"),
      saves: true, refusal: { page, view in page.refusalToWrite(view) }, run: { page, view in page.edit(view) }),
    Command(
      "plan.serves", Text("Pilih hasil kerja atasan yang didukung", en: "Choose the superior's result it serves"),
      keys: ["f4"], label: Text("Dukung", en: "Serves"), saves: true,
      refusal: { page, view in
        page.selected?.result == nil || page.part != .results ? .chooseResult : page.refusalToWrite(view)
      }, run: { page, view in page.chooseServed(view) }),
    Command(
      "plan.delete", Text("Hapus baris", en: "Delete the row"), keys: ["del"], letter: "h", saves: true,
      refusal: { page, view in
        page.selected?.record == nil || page.part == .annex ? .noRow : page.refusalToWrite(view)
      }, run: { page, view in page.delete(view) }),
    Command(
      "plan.moveUp", Text("Naikkan hasil kerja", en: "Move the result up"), keys: ["alt-up"], saves: true,
      refusal: { page, view in page.refusalToMove(view) }, run: { page, view in page.reorder(-1, view) }),
    Command(
      "plan.moveDown", Text("Turunkan hasil kerja", en: "Move the result down"), keys: ["alt-down"], saves: true,
      refusal: { page, view in page.refusalToMove(view) }, run: { page, view in page.reorder(1, view) }),
  ]

  private static let steps: [Command<PlanPage>] = [
    Command(
      "plan.step", Text("Ajukan; bagi penilai: tetapkan", en: "Submit; for the assessor: agree"),
      keys: ["f10", "ctrl-s"], label: Text("Lanjut", en: "Step"), saves: true,
      refusal: { page, view in page.refusal(to: page.step, view) },
      run: { page, view in PlanActions.take(page.step, [page.id], view) }),
    Command(
      "plan.return", Text("Kembalikan dengan alasan", en: "Return with a reason"), letter: "k", saves: true,
      refusal: { page, view in page.refusal(to: .giveBack(.incomplete, note: ""), view) },
      run: { page, _ in PlanActions.giveBack([page.id]) }),
    Command(
      "plan.reopen", Text("Batalkan penetapan", en: "Take the agreement back"), letter: "b", saves: true,
      refusal: { page, view in page.refusal(to: .reopen(note: "-"), view) },
      run: { page, _ in PlanActions.reopen([page.id]) }),
    Command(
      "plan.assessor", Text("Ganti pejabat penilai", en: "Change the assessor"), letter: "p", saves: true,
      refusal: { _, view in view.book.access?.refusal(toWrite: PerformancePlan.kind) },
      run: { page, view in PlanActions.chooseAssessor(for: [page.id], first: .wrong, view) }),
  ]

  private static let actions: [Command<PlanPage>] = [
    ActionMenu.command("plan.actions"),
    Command(
      "plan.copy", Text("Salin isi SKP sebelumnya", en: "Copy the plan before"), letter: "s", saves: true,
      refusal: { page, view in
        page.plan.flatMap { view.book.planBefore($0) } == nil ? .noneBefore : page.refusalToWrite(view)
      }, run: { page, view in page.copyBefore(view) }),
    Command(
      "plan.template", Text("Ambil hasil kerja dari templat", en: "Take results from the template"), letter: "t",
      saves: true, refusal: { page, view in page.refusalToWrite(view) },
      run: { page, view in page.takeTemplate(view) }),
    Command("plan.cascade", Text("Siapa mendukung hasil kerja ini", en: "Who serves these results"), letter: "c") {
      page, _ in .push(CascadeScreen(page.id))
    },
    Command(
      "plan.differences", Text("Beda dengan SKP sebelumnya", en: "What differs from the plan before"), letter: "d"
    ) { page, view in .push(PlanReview.screen([page.id], view)) },
    Command(
      "plan.header", Text("Ubah kepala SKP dan lampiran", en: "Edit header and annex"), letter: "u", saves: true
    ) { page, view in .push(FormScreen.edit(kind: PerformancePlan.kind.name, id: page.id.raw, view: view)) },
    Command.employeeFile("plan.file", letter: "o", none: .noRow) { page, _ in page.plan?.employee?.raw },
    Command(
      "plan.superior", Text("Buka SKP penilai", en: "Open the assessor's plan"), letter: "a",
      refusal: { page, view in page.assessorPlan(view) == nil ? .noAssessorPlan : nil },
      run: { page, view in page.assessorPlan(view).map { .push(PlanPage($0)) } ?? .none }),
    SaveAttachment.command("plan.saveEvidence", letter: "l") { page, view in
      page.selected?.record.map { SaveAttachment.attachments(of: $0.id, kind: $0.kind, view) } ?? []
    },
  ]
}

extension PlanPage {
  private mutating func turn(_ step: Int) -> Effect {
    let count = Part.allCases.count
    Part(rawValue: (part.rawValue + step + count) % count).map { choose($0) }
    return .none
  }

  /// What F10 does in the present state.
  fileprivate var step: PlanStep { plan?.state == .submitted ? .agree : .submit }

  fileprivate func refusal(to step: PlanStep, _ view: View) -> Text? {
    guard let plan else { return .noRow }
    return view.book.refusal(of: step, on: plan)
  }

  private func assessorPlan(_ view: View) -> ID<PerformancePlan>? {
    guard let plan, let assessor = plan.assessor, let end = plan.end else { return nil }
    return view.book.plan(of: assessor, on: end)?.id
  }

  /// What is agreed stays as it is; progress and feedback are written all year.
  fileprivate func refusalToWrite(_ view: View) -> Text? {
    guard let plan else { return .noRow }
    switch part {
    case .progress, .feedback: return view.book.access?.refusal(toWrite: ProgressEntry.kind)
    case .annex, .results, .behaviour:
      return plan.state == .agreed ? .isAgreed : view.book.access?.refusal(toWrite: WorkResult.kind)
    }
  }

  fileprivate func refusalToMove(_ view: View) -> Text? {
    guard part == .results, selected?.result != nil else { return .chooseResult }
    if let plan, !view.book.ratedEvaluations(of: plan).isEmpty { return .isRated }
    return refusalToWrite(view)
  }

  fileprivate func read(_ view: View) -> Effect {
    guard let record = selected?.record else { return .none }
    return .read(record.kind, record.id)
  }

  fileprivate func edit(_ view: View) -> Effect {
    guard let record = selected?.record else { return new(view) }
    return .push(FormScreen.edit(kind: record.kind, id: record.id, view: view))
  }

  fileprivate func newIndicator(_ view: View) -> Effect {
    guard let result = selected?.result else { return .none }
    var indicator = Indicator(id: ID(result.raw))
    indicator.result = result
    indicator.aspect = .quantity
    return .push(FormScreen.new(kind: Indicator.kind.name, preset: indicator.object, view: view))
  }

  fileprivate func new(_ view: View) -> Effect {
    switch part {
    case .results:
      var result = WorkResult(id: ID(id.raw))
      result.plan = id
      result.number = (view.book.results(of: id).compactMap(\.number).max() ?? 0) + 1
      result.kind = .main
      return .push(FormScreen.new(kind: WorkResult.kind.name, preset: result.object, view: view))
    case .behaviour:
      guard let value = selected?.value else { return .none }
      let own = view.book.behaviourExpectations.owned(by: id.raw)
      if let known = own.first(where: { $0.value == value }) {
        return .push(FormScreen.edit(kind: BehaviourExpectation.kind.name, id: known.id.raw, view: view))
      }
      var expectation = BehaviourExpectation(id: ID(id.raw))
      expectation.plan = id
      expectation.value = value
      return .push(FormScreen.new(kind: BehaviourExpectation.kind.name, preset: expectation.object, view: view))
    case .progress:
      guard let result = selected?.result else { return .say(.chooseResult, .warn) }
      var entry = ProgressEntry(id: ID(id.raw))
      entry.result = result
      entry.indicator = selected?.indicator
      entry.date = min(view.today, plan?.end ?? view.today)
      return .push(FormScreen.new(kind: ProgressEntry.kind.name, preset: entry.object, view: view))
    case .feedback:
      var feedback = Feedback(id: ID(id.raw))
      feedback.plan = id
      feedback.date = view.today
      feedback.author = view.book.access?.actor.person.map { ID($0) }
      feedback.direction = direction(of: feedback.author)
      return .push(FormScreen.new(kind: Feedback.kind.name, preset: feedback.object, view: view))
    case .annex: return .push(FormScreen.edit(kind: PerformancePlan.kind.name, id: id.raw, view: view))
    }
  }

  private func direction(of author: ID<Employee>?) -> FeedbackDirection {
    guard let author else { return .down }
    if author == plan?.employee { return .up }
    return author == plan?.assessor || author == plan?.superior ? .down : .peer
  }

  fileprivate func delete(_ view: View) -> Effect {
    guard let record = selected?.record, let table = view.book.table(record.kind),
      let row = table.row(of: record.id), let object = table.object(at: row)
    else { return .none }
    let title = table.type.kind.title
    if let user = References.firstUser(of: record.id, kind: record.kind, in: view.book) {
      return .say(.inUse(user.count, user.title), .bad)
    }
    let owned = References.owned(by: record.id, kind: record.kind, in: view.book)
    let own = JenjangDomain.Operation.delete(
      kind: record.kind, id: record.id, base: table.revision(of: row), object: object)
    let more = owned.count
    let done = Text(
      "\(title.indonesian) dihapus" + (more > 0 ? " dengan \(more) data miliknya" : ""),
      en: "\(title.english) deleted" + (more > 0 ? " with \(more) records of it" : ""))
    return .commit(Transaction(owned + [own]), done: done, then: .none)
  }

  /// Changes the numbers of two results that stand beside each other.
  fileprivate func reorder(_ step: Int, _ view: View) -> Effect {
    let all = view.book.results(of: id)
    guard let place = all.firstIndex(where: { $0.id == selected?.result }), all.indices.contains(place + step) else {
      return .none
    }
    let (here, there) = (all[place], all[place + step])
    let operations = [
      view.book.workResults.updating(here.id) { $0.number = there.number },
      view.book.workResults.updating(there.id) { $0.number = here.number },
    ].compactMap(\.self)
    return .commit(Transaction(operations), done: Text("Urutan diubah", en: "Order changed"), then: .none)
  }

  fileprivate func chooseServed(_ view: View) -> Effect {
    guard let plan, let result = selected?.result else { return .none }
    let above = view.book.resultsAbove(plan)
    guard !above.isEmpty else { return .say(.nothingAbove, .warn) }
    return .push(
      Chooser("plan.serves", Text("Hasil kerja atasan yang didukung", en: "Superior's result it serves"), columns: 76) {
        query, view in
        let none = Choice(title: view(Text("Tidak ada", en: "None")), effect: PlanPage.serve(nil, result, view))
        let choices = above.filter { Fuzzy.score(query, in: $0.text) != nil }.map { summary in
          Choice(title: "\(summary.number). \(summary.text)", effect: PlanPage.serve(summary.id, result, view))
        }
        return query.isEmpty ? choices + [none] : choices
      })
  }

  static func serve(_ above: ID<WorkResult>?, _ result: ID<WorkResult>, _ view: View) -> Effect {
    guard let operation = view.book.workResults.updating(result, { $0.serves = above }) else { return .pop }
    return .commit(
      Transaction([operation]), done: Text("Keterkaitan disimpan", en: "What it serves is saved"), then: .pop)
  }

  fileprivate func copyBefore(_ view: View) -> Effect {
    guard let plan, let before = view.book.planBefore(plan) else { return .none }
    let last = view.book.results(of: id).compactMap(\.number).max() ?? 0
    let contents = PlanContents(view.book) { view.session.newID() }
    let operations = contents.operations(copying: before.id, to: plan, after: last)
    guard !operations.isEmpty else { return .say(.nothingToCopy, .warn) }
    let year = before.start?.year ?? 0
    return .commit(
      Transaction(operations), done: Text("Isi SKP \(year) disalin", en: "The plan of \(year) was copied"), then: .none)
  }

  fileprivate func takeTemplate(_ view: View) -> Effect {
    guard let plan else { return .none }
    let shelf = TemplateShelf(view.book, on: view.today)
    guard let template = shelf.template(post: plan.post, kind: plan.positionKind, unit: plan.unit) else {
      return .say(.noTemplate, .warn)
    }
    let last = view.book.results(of: id).compactMap(\.number).max() ?? 0
    let contents = PlanContents(view.book) { view.session.newID() }
    let operations = contents.operations(of: shelf.results(of: template.id), in: id, after: last)
    guard !operations.isEmpty else { return .say(.noTemplate, .warn) }
    let name = template.name ?? ""
    return .commit(
      Transaction(operations), done: Text("Diambil dari templat \(name)", en: "Taken from the template \(name)"),
      then: .none)
  }
}

extension Text {
  fileprivate static let chooseResult = Text("Pilih hasil kerjanya dulu", en: "Choose the work result first")
  fileprivate static let isAgreed = Text(
    "SKP sudah ditetapkan; F9 b membatalkan penetapannya dulu", en: "The plan is agreed; F9 b takes that back first")
  fileprivate static func inUse(_ count: Int, _ title: Text) -> Text {
    Text(
      "Masih dirujuk oleh \(count) data \(title.indonesian); ubah itu dulu",
      en: "\(count) records still refer to it (\(title.english)); change those first")
  }
  fileprivate static let isRated = Text("SKP ini sudah dinilai", en: "This plan has been rated")
  fileprivate static let noneBefore = Text("Tidak ada SKP sebelumnya", en: "There is no plan before this one")
  fileprivate static let nothingToCopy = Text("SKP sebelumnya kosong", en: "The plan before is empty")
  fileprivate static let noTemplate = Text(
    "Tidak ada templat untuk jabatan ini", en: "There is no template for this post")
  fileprivate static let nothingAbove = Text(
    "SKP penilai belum berisi hasil kerja", en: "The assessor's plan has no results yet")
  fileprivate static let noAssessorPlan = Text("Penilai belum punya SKP", en: "The assessor has no plan yet")
}
