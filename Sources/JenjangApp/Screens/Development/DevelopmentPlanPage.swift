import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let developmentPlans = ScreenEntry(.developmentPlans, group: .development)
}

extension ListSpec {
  static let developmentPlans = ListSpec(
    name: "development-plans", title: DevelopmentPlan.kind.plural, kind: DevelopmentPlan.kind.name,
    columns: ["employee", "name", "state", "superior", "submittedOn", "agreedOn"], sort: Query.Sort("state"),
    searches: "employee",
    open: { id, _, view in
      guard let plan = view.book.developmentPlans[ID(id)], let person = plan.employee else { return .none }
      return .push(DevelopmentPlanPage(plan: plan.id, of: person))
    }
  ).edited()
}

/// Somebody's individual development plan: interests, goal, and the actions that close gaps.
struct DevelopmentPlanPage: GridScreen {
  static let noun = "idp"

  enum Line {
    case heading(Text)
    case action(DevelopmentAction)
    case interest(Interest)
    case goal(CareerGoal)
    case nothing(Text)
  }

  let person: ID<Employee>
  private let wanted: ID<DevelopmentPlan>?
  private(set) var plan: DevelopmentPlan?
  private(set) var lines: [Line] = []
  var grid = RowGrid()
  private var readFor = -1

  init(plan: ID<DevelopmentPlan>?, of person: ID<Employee>) {
    wanted = plan
    self.person = person
  }

  var rowCount: Int { lines.count }

  func title(_ view: View) -> String { view(Text("Rencana ", en: "Plan of ")) + view.person(person) }
  func refusal(_ view: View) -> Text? { view.book.access?.refusal(toSee: DevelopmentPlan.kind) }

  var selected: Line? { lines.indices.contains(grid.cursor) ? lines[grid.cursor] : nil }
  var action: DevelopmentAction? { if case .action(let action)? = selected { action } else { nil } }

  func hint(_ view: View) -> (left: String, right: String) {
    (
      view(
        Text(
          "F6 aksi baru; F7 ubah; F10 langkah rencana; F9 k cari kursi, m minat, t tujuan.",
          en: "F6 new action; F7 edit; F10 step of the plan; F9 k seat, m interest, t goal.")), ""
    )
  }

  mutating func refresh(_ view: View) {
    guard readFor != view.book.revision else { return }
    readFor = view.book.revision
    plan = wanted.flatMap { view.book.developmentPlans[$0] } ?? view.book.developmentPlan(of: person, on: view.today)
    let actions = plan.map { view.book.developmentActions.owned(by: $0.id.raw) } ?? []
    let goals = view.book.careerGoals.owned(by: person.raw)
    let interests = view.book.interests.owned(by: person.raw).filter { $0.endedOn == nil }
    lines = [.heading(Text("Tujuan karier", en: "Career goal"))]
    lines +=
      goals.isEmpty
      ? [.nothing(Text("Belum ada; F9 t menambah.", en: "None yet; F9 t adds one."))] : goals.map { .goal($0) }
    lines.append(.heading(Text("Minat", en: "Interests")))
    lines +=
      interests.isEmpty
      ? [.nothing(Text("Belum ada; F9 m menambah.", en: "None yet; F9 m adds one."))] : interests.map { .interest($0) }
    lines.append(.heading(Text("Aksi", en: "Actions")))
    lines +=
      actions.isEmpty
      ? [.nothing(Text("Belum ada aksi; F6 menambah.", en: "No action yet; F6 adds one."))]
      : actions.map { .action($0) }
    grid.move(to: grid.cursor == 0 ? (actions.isEmpty ? 1 : lines.count - actions.count) : grid.cursor, of: lines.count)
  }

  static let commandTable: [Command<DevelopmentPlanPage>] =
    moveCommands + [
      Command(
        "idp.open", Text("Baca", en: "Read"), keys: ["enter"], label: Text("Baca", en: "Read"),
        refusal: { page, _ in page.record == nil ? .chooseFirst : nil },
        run: { page, _ in
          guard let (kind, id) = page.record else { return .none }
          return .read(kind, id)
        }),
      Command(
        "idp.new", Text("Aksi baru", en: "New action"), keys: ["f6", "ctrl-n"], label: Text("Aksi", en: "Action"),
        saves: true, refusal: { page, view in page.refusalToWrite(view) }, run: { page, view in page.newAction(view) }),
      Command(
        "idp.edit", Text("Ubah", en: "Edit"), keys: ["f7", "ctrl-e"], label: Text("Ubah", en: "Edit"), saves: true,
        refusal: { page, view in page.record == nil ? .chooseFirst : page.refusalToWrite(view) },
        run: { page, view in
          page.record.map { .push(FormScreen.edit(kind: $0.kind, id: $0.id, view: view)) } ?? .none
        }),
      Command(
        "idp.step", Text("Langkah rencana", en: "Step of the plan"), keys: ["f10", "ctrl-s"],
        label: Text("Langkah", en: "Step"), saves: true,
        refusal: { page, view in page.plan == nil ? .noPlan : page.refusalToWrite(view) },
        run: { page, _ in .push(page.steps) }),
      Related.command("idp.related") { page, _ in
        page.record ?? page.plan.map { (DevelopmentPlan.kind.name, $0.id.raw) }
      },
      ActionMenu.command("idp.actions"),
      Command(
        "idp.done", Text("Tandai aksi selesai", en: "Mark the action done"), letter: "s", saves: true,
        refusal: { page, view in page.action == nil ? .noAction : page.refusalToWrite(view) },
        run: { page, view in page.finish(view) }),
      Command(
        "idp.seat", Text("Cari kursi untuk aksi ini", en: "Find a seat for this action"), letter: "k", saves: true,
        refusal: { page, view in
          page.action?.competency == nil ? .noAction : view.book.access?.refusal(toWrite: Enrolment.kind)
        }, run: { page, view in page.seats(view) }),
      adding("idp.interest", Interest.kind, "m") { object, view in
        object["recordedOn"] = .string(view.today.iso)
      },
      adding("idp.goal", CareerGoal.kind, "t") { object, view in
        object["setOn"] = .string(view.today.iso)
        object["state"] = .string(GoalState.active.rawValue)
      },
      Command("idp.competence", Text("Kompetensi dan kesenjangannya", en: "Competence and gaps"), letter: "o") {
        page, _ in
        .push(CompetencePage(page.person))
      },
    ]

  private static func adding(
    _ name: String, _ kind: Kind, _ letter: Character, _ fill: @escaping (inout JSONObject, View) -> Void
  ) -> Command<DevelopmentPlanPage> {
    let title = kind.title
    return Command(
      name, Text("\(title.indonesian) baru", en: "New \(title.english.lowercased())"), letter: letter, saves: true,
      refusal: { page, view in page.refusalToWrite(view) },
      run: { page, view in
        var object = JSONObject()
        object["employee"] = .string(page.person.raw.text)
        fill(&object, view)
        return .push(FormScreen.new(kind: kind.name, preset: object, view: view))
      })
  }

  private var record: (kind: String, id: RecordID)? {
    switch selected {
    case .action(let action): (DevelopmentAction.kind.name, action.id.raw)
    case .interest(let interest): (Interest.kind.name, interest.id.raw)
    case .goal(let goal): (CareerGoal.kind.name, goal.id.raw)
    default: nil
    }
  }

  private func refusalToWrite(_ view: View) -> Text? {
    guard let access = view.book.access, !access.mayWrite(DevelopmentPlan.kind, about: person.raw, in: view.book) else {
      return nil
    }
    return access.refusal(toWrite: DevelopmentPlan.kind) ?? .notYours
  }

  /// The first action brings the plan into being.
  private func newAction(_ view: View) -> Effect {
    var preset = JSONObject()
    let plan = plan ?? view.book.newDevelopmentPlan(for: person, on: view.today)
    preset["plan"] = .string(plan.id.raw.text)
    preset["kind"] = .string(ActionKind.training.rawValue)
    preset["state"] = .string(ActionState.planned.rawValue)
    preset["due"] = plan.end.map { .string($0.iso) }
    guard self.plan == nil else {
      return .push(FormScreen.new(kind: DevelopmentAction.kind.name, preset: preset, view: view))
    }
    let name = plan.name ?? ""
    return .commit(
      Transaction([.creating(plan)]), done: Text("\(name) dibuat", en: "\(name) made"),
      then: .push(FormScreen.new(kind: DevelopmentAction.kind.name, preset: preset, view: view)))
  }

  private func finish(_ view: View) -> Effect {
    guard let action else { return .none }
    var values = JSONObject()
    values["state"] = .string(ActionState.done.rawValue)
    values["doneOn"] = .string(view.today.iso)
    let task = FormTask(title: Text("Aksi selesai", en: "Action done"), fields: ["result", "doneOn"], values: values)
    return .push(FormScreen.edit(kind: DevelopmentAction.kind.name, id: action.id.raw, task: task, view: view))
  }

  private func seats(_ view: View) -> Effect {
    guard let action, let code = action.competency.flatMap({ view.book.competencies[$0]?.code }) else { return .none }
    return .push(CompetencePage.events(closing: code, above: action.fromLevel?.number ?? 0, for: person, view))
  }

  /// Submit, agree, send back, finish: by who may do each.
  private var steps: Chooser {
    let (id, person) = (plan?.id, person)
    return Chooser("idp.steps", Text("Langkah rencana", en: "Step of the plan"), choosesByLetter: true, columns: 70) {
      _, view in
      guard let id, let plan = view.book.developmentPlans[id] else { return [] }
      let actor = view.book.access?.actor.person.map { ID<Employee>($0) }
      let isOwn = actor == person
      let agree = plan.refusalToAgree(by: actor, in: view.book).map { view($0) }
      let open = plan.state?.isOpen ?? true
      return [
        Choice(
          title: view(Text("Ajukan kepada atasan", en: "Submit to the superior")),
          reason: open ? nil : view(.notOpen), letter: "1",
          effect: .all([.pop, set(plan, .submitted, view) { $0.submittedOn = view.today }])),
        Choice(
          title: view(Text("Sepakati rencana dan aksinya", en: "Agree the plan and its actions")), detail: agree ?? "",
          reason: agree, letter: "2",
          effect: .all([
            .pop,
            .commit(
              Transaction(plan.agreeing(by: actor, on: view.today, in: view.book)),
              done: DevelopmentPlanState.agreed.title, then: .none),
          ])),
        Choice(
          title: view(Text("Kembalikan untuk diperbaiki", en: "Send back to be put right")),
          reason: isOwn ? view(.notYours) : nil, letter: "3", effect: .replace(returning(plan, view))),
        Choice(
          title: view(Text("Nyatakan selesai", en: "Declare it finished")),
          reason: plan.state == .agreed && !isOwn ? nil : view(.notAgreed), letter: "4",
          effect: .all([.pop, set(plan, .finished, view) { _ in }])),
      ]
    }
  }

  private func set(
    _ plan: DevelopmentPlan, _ state: DevelopmentPlanState, _ view: View, _ change: (inout DevelopmentPlan) -> Void
  ) -> Effect {
    var next = plan
    next.state = state
    change(&next)
    return .commit(Transaction([view.book.saving(next)].compactMap(\.self)), done: state.title, then: .none)
  }

  private func returning(_ plan: DevelopmentPlan, _ view: View) -> FormScreen {
    var values = JSONObject()
    values["state"] = .string(DevelopmentPlanState.returned.rawValue)
    let task = FormTask(title: DevelopmentPlanState.returned.title, fields: ["returnNote"], values: values)
    return FormScreen.edit(kind: DevelopmentPlan.kind.name, id: plan.id.raw, task: task, view: view)
  }
}

extension DevelopmentPlanPage {
  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    let head = rest.cutTop(1)
    let state = plan?.state.map { view($0.title) } ?? view(.noPlan)
    let superior = view.person(plan?.superior)
    let agreed = plan?.agreedOn?.display ?? ""
    frame.put(
      [plan?.name ?? "", state, superior, agreed].filter { !$0.isEmpty }.joined(separator: " · "), x: head.x + 1,
      y: head.y, role: .textStrong, width: head.width - 2)
    let lines = lines
    grid.draw(DevelopmentPlanPage.columns, count: lines.count, into: &frame, rest, view: view) { place in
      DevelopmentPlanPage.row(lines[place], view)
    }
  }

  private static func row(_ line: Line, _ view: View) -> GridRow {
    switch line {
    case .heading(let title): return GridRow(cells: [view(title).uppercased()], role: .heading)
    case .nothing(let text): return GridRow(cells: [], role: .textMuted, span: view(text))
    case .goal(let goal):
      return GridRow(cells: [
        goal.title ?? "?", "", goal.state.map { view($0.title) } ?? "", goal.by?.display ?? "",
        goal.reason ?? "",
      ])
    case .interest(let interest):
      return GridRow(cells: [
        interest.subject ?? "?", "", interest.kind.map { view($0.title) } ?? "", interest.when?.display ?? "",
        interest.note ?? "",
      ])
    case .action(let action):
      let isLate = action.state?.isOpen ?? false && action.due.map { $0 < view.today } ?? false
      let levels = [action.fromLevel, action.toLevel].compactMap { $0.map { String($0.number) } }.joined(separator: "→")
      let competency = action.competency.flatMap { view.book.competencies[$0]?.name } ?? ""
      let cost = action.cost.map { view(Rupiah.short($0)) } ?? ""
      let new = action.agreedOn == nil ? view(Text("belum disepakati", en: "not agreed")) : ""
      return GridRow(
        cells: [
          action.title ?? "?", levels, action.state.map { view($0.title) } ?? "", action.due?.display ?? "",
          [competency, cost, new].filter { !$0.isEmpty }.joined(separator: ", "),
        ], mark: isLate ? "!" : action.state == .done ? "✓" : "")
    }
  }

  private static let columns = [
    RowGrid.Column(title: Text("Rencana", en: "What"), width: 20, grows: true, wish: 48),
    RowGrid.Column(title: Text("Tingkat", en: "Level"), width: 7),
    RowGrid.Column(title: Text("Keadaan", en: "State"), width: 12, wish: 16),
    RowGrid.Column(title: Text("Tenggat", en: "By"), width: 10),
    RowGrid.Column(title: Text("Untuk", en: "For"), width: 14, grows: true, wish: 60),
  ]
}

extension Text {
  fileprivate static let noPlan = Text("Belum ada rencana tahun ini", en: "No plan this year")
  fileprivate static let noAction = Text("Pilih satu aksi dulu", en: "Choose an action first")
  fileprivate static let notYours = Text("Bukan wewenang Anda", en: "Not for you to do")
  fileprivate static let notOpen = Text("sudah diajukan atau disepakati", en: "submitted or agreed already")
  fileprivate static let notAgreed = Text("belum disepakati", en: "not agreed yet")
}
