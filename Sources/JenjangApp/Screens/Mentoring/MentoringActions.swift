import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let mentoringActions = ScreenEntry(
    .mentoringActions, group: .mentoring,
    count: { view in
      let open = Query(conditions: [Query.Condition("doneOn", .isAbsent)])
      return view.count(view.book.mentoringActions.table.rows(open).count)
    }, make: { view in ListScreen(.mentoringActions, filter: "doneOn:", view: view) })
}

extension ListSpec {
  /// What was agreed in sessions; the open ones at first.
  static let mentoringActions = ListSpec(
    name: "mentoring-actions", title: MentoringAction.kind.plural, kind: MentoringAction.kind.name,
    columns: ["due", "text", "side", "doneOn"], sort: Query.Sort("due"),
    open: { id, _, _ in .push(MentoringActions.chooser(ID(id))) },
    edit: { id, view in .push(FormScreen.edit(kind: MentoringAction.kind.name, id: id, view: view)) },
    preview: { id, view in
      guard let action = view.book.mentoringActions[ID(id)] else { return [] }
      let pair = action.pair.flatMap { view.book.mentoringPairs[$0] }
      let topic = action.session.flatMap { view.book.mentoringSessions[$0]?.topic }
      return [
        (view(MentoringPair.kind.title), pair.map { PairPage.names($0, view) } ?? "-"),
        (view(MentoringSession.kind.title), topic ?? "-"),
      ]
    },
    commands: [
      Command(
        "mentoring-actions.done", Text("Selesai hari ini", en: "Done today"), letter: "d", saves: true,
        refusal: { list, view in
          list.chosen(view).isEmpty ? .chooseFirst : view.book.access?.refusal(toWrite: MentoringAction.kind)
        },
        run: { list, view in MentoringActions.finish(list.chosen(view).map { ID($0) }, view) })
    ])
}

/// What is done with something that was agreed: ticked off, changed, read where it was agreed.
enum MentoringActions {
  static func chooser(_ id: ID<MentoringAction>) -> Chooser {
    Chooser("action.what", MentoringAction.kind.title, choosesByLetter: true, columns: 76) { _, view in
      guard let action = view.book.mentoringActions[id] else { return [] }
      let isDone = action.doneOn != nil
      let session = action.session
      return [
        Choice(
          title: view(isDone ? .reopen : .doneToday), detail: action.text ?? "", letter: "d",
          effect: .all([.pop, isDone ? reopen(id, view) : finish(id, view)])),
        Choice(
          title: view(Text("Ubah", en: "Edit")), letter: "u",
          effect: .replace(FormScreen.edit(kind: MentoringAction.kind.name, id: id.raw, view: view))),
        Choice(
          title: view(Text("Baca sesinya", en: "Read the session")),
          reason: session == nil ? view(Text("Tidak berasal dari sesi", en: "It comes from no session")) : nil,
          letter: "s", effect: session.map { .replace(SessionReader.screen($0)) } ?? .none),
      ]
    }
  }

  static func finish(_ id: ID<MentoringAction>, _ view: View) -> Effect { finish([id], view) }

  /// Ticks actions off as of today; those that are done stay as they are.
  static func finish(_ ids: [ID<MentoringAction>], _ view: View) -> Effect {
    let open = ids.compactMap { view.book.mentoringActions[$0] }.filter { $0.doneOn == nil }
    let operations = open.compactMap { action in
      view.book.mentoringActions.updating(action.id) { $0.doneOn = view.today }
    }
    guard let first = open.first, !operations.isEmpty else { return .say(.allDone, .warn) }
    let what = operations.count == 1 ? first.text ?? "" : view.count(operations.count)
    let done = Text("Selesai: \(what). Ctrl-Z mengurungkan.", en: "Done: \(what). Ctrl-Z takes it back.")
    return SaveOperations.effect(done, operations, done: done, view)
  }

  private static func reopen(_ id: ID<MentoringAction>, _ view: View) -> Effect {
    guard let operation = view.book.mentoringActions.updating(id, { $0.doneOn = nil }) else { return .none }
    return .commit(Transaction([operation]), done: .reopen, then: .none)
  }

  /// A further action that was agreed in a session.
  static func new(in session: MentoringSession, _ view: View) -> FormScreen {
    var preset = JSONObject()
    preset["pair"] = session.pair?.json
    preset["session"] = session.id.json
    preset["side"] = PairSide.mentee.json
    let task = FormTask(
      title: Text("Tindak lanjut baru", en: "New action"), fields: ["text", "side", "due"])
    return FormScreen.new(kind: MentoringAction.kind.name, preset: preset, task: task, view: view)
  }
}

extension Text {
  fileprivate static let doneToday = Text("Selesai hari ini", en: "Done today")
  fileprivate static let reopen = Text("Belum selesai", en: "Not done yet")
  fileprivate static let allDone = Text("Sudah selesai semua", en: "All of it is done already")
}
