import JenjangDomain
import JenjangStore
import TerminalKit

extension PairPage {
  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    guard let pair, let activity else {
      frame.put(view(.recordIsGone), x: area.x + 3, y: area.y + 1, role: .textMuted, width: area.width - 4)
      return
    }
    var rest = area
    drawHead(&frame, rest.cutTop(4), pair, activity, view)
    let lines = lines
    grid.draw(PairPage.columns, count: lines.count, into: &frame, rest, view: view) { place in
      PairPage.row(lines[place], view)
    }
  }

  private func drawHead(
    _ frame: inout Frame, _ head: Rect, _ pair: MentoringPair, _ activity: PairActivity, _ view: View
  ) {
    let people = [(PairSide.mentor, pair.mentor, pair.mentorAcceptedOn), (.mentee, pair.mentee, pair.menteeAcceptedOn)]
    let labels = people.map { Width.of(view($0.0.title)) }.max() ?? 0
    for (line, (side, person, yes)) in people.enumerated() {
      let y = head.y + line
      frame.put(view(side.title), x: head.x + 1, y: y, role: .label, width: labels)
      let said = PairPage.said(yes, in: pair.state, view)
      let room = head.width - labels - Width.of(said) - 6
      let words = [view.person(person), PairPage.place(person, view)].filter { !$0.isEmpty }.joined(separator: " · ")
      frame.put(words, x: head.x + labels + 3, y: y, role: .textStrong, width: max(10, room))
      frame.put(
        said, x: head.right - Width.of(said) - 1, y: y, role: yes == nil ? .textMuted : .statusGood)
    }
    let isSilent = activity.isSilent
    put(standing(pair, activity, view), head, 2, isSilent ? .statusWarn : .text, &frame)
    put(facts(pair, view), head, 3, .textMuted, &frame)
  }

  /// What one of the two has said.
  private static func said(_ day: Day?, in state: PairState?, _ view: View) -> String {
    if let day { return "✓ " + view(Text("setuju ", en: "said yes ")) + day.display }
    return state == .proposed ? "? " + view(Text("belum menjawab", en: "no answer yet")) : "-"
  }

  private static func place(_ person: ID<Employee>?, _ view: View) -> String {
    guard let row = person.flatMap({ view.book.employees.table.row(of: $0.raw) }) else { return "" }
    let table = view.book.employees.table
    return [view.cell(table, row, "position"), view.cell(table, row, "unit")].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }

  private func standing(_ pair: MentoringPair, _ activity: PairActivity, _ view: View) -> [String] {
    let state = pair.state.map { $0.mark + " " + view($0.title) } ?? ""
    let since = pair.start.map { view(Text("sejak ", en: "since ")) + $0.display } ?? ""
    let until = pair.end.map { view(Text("sampai ", en: "to ")) + $0.display } ?? ""
    let ended = pair.endedOn.map { view(Text("berakhir ", en: "ended ")) + $0.display } ?? ""
    let cause = pair.endCause.map { view($0.title) } ?? ""
    let days = activity.silentDays
    let last = activity.last.map { view(Text("terakhir ", en: "last ")) + $0.display } ?? ""
    let next = activity.next.map { view(Text("berikut ", en: "next ")) + $0.display } ?? ""
    let silent = activity.isSilent ? "! " + view(Text("sunyi \(days) hari", en: "silent for \(days) days")) : ""
    return [state, since, pair.state?.isOver ?? false ? ended : until, cause, silent, last, next]
  }

  private func facts(_ pair: MentoringPair, _ view: View) -> [String] {
    let programme = pair.programme.flatMap { view.book.mentoringProgrammes[$0]?.name } ?? ""
    let proposed = pair.proposedOn.map { view(Text("diusulkan ", en: "proposed ")) + $0.display } ?? ""
    let note = pair.endNote.map { "“" + $0 + "”" } ?? ""
    return [pair.kind.map { view($0.title) } ?? "", programme, proposed, view.person(pair.proposedBy), note]
  }

  private func put(_ parts: [String], _ head: Rect, _ line: Int, _ role: Role, _ frame: inout Frame) {
    let text = parts.filter { !$0.isEmpty }.joined(separator: " · ")
    frame.put(text, x: head.x + 1, y: head.y + line, role: role, width: head.width - 2)
  }

  private static func row(_ line: Line, _ view: View) -> GridRow {
    switch line {
    case .heading(let title, let remark):
      return GridRow(
        cells: [], role: .heading, span: view(title).uppercased() + (remark.isEmpty ? "" : "   " + remark))
    case .nothing(let text): return GridRow(cells: [], role: .textMuted, span: view(text))
    case .words(let text): return GridRow(cells: [], span: text)
    case .goal(let goal, let outcome): return row(goal, outcome, view)
    case .session(let session):
      return GridRow(cells: [
        session.topic ?? "?", session.date?.display ?? "",
        session.minutes.map { view(Text("\($0) menit", en: "\($0) minutes")) } ?? "",
        session.mode.map { view($0.title) } ?? "", view.person(session.loggedBy),
      ])
    case .action(let action):
      let isLate = action.due.map { $0 < view.today } ?? false
      return GridRow(
        cells: [
          action.text ?? "?", action.due?.display ?? "", action.side.map { view($0.title) } ?? "",
          isLate ? view(Text("terlambat", en: "late")) : view(Text("terbuka", en: "open")), "",
        ], mark: isLate ? "!" : "")
    case .link(let pair):
      return GridRow(
        cells: [
          view.person(pair.mentor), (pair.start ?? pair.proposedOn)?.display ?? "",
          pair.endedOn.map { "– " + $0.display } ?? "", pair.state.map { view($0.title) } ?? "",
          pair.endCause.map { view($0.title) } ?? "",
        ], mark: pair.state?.mark ?? "")
    case .part(let part, let value, let weight):
      return GridRow(cells: [
        view(part.title), "", BlockText.bar(value, of: 100, width: 10) + " \(value)", "×\(weight)", "",
      ])
    }
  }

  private static func row(_ goal: MentoringGoal, _ outcome: GoalOutcome, _ view: View) -> GridRow {
    let progress = goal.progress ?? 0
    let isReached = goal.state == .reached || outcome.isClosed == true
    let isLate = goal.state == .active && goal.by.map { $0 < view.today } ?? false
    return GridRow(
      cells: [
        goal.text ?? "?", goal.by?.display ?? "", BlockText.bar(progress, of: 100, width: 10) + " \(progress)%",
        goal.state.map { view($0.title) } ?? "", outcome.text,
      ], role: goal.state == .dropped ? .textMuted : .row, mark: isReached ? "✓" : isLate ? "!" : "")
  }

  private static let columns = [
    RowGrid.Column(title: Text("Isi", en: "What"), width: 24, grows: true, wish: 70),
    RowGrid.Column(title: Text("Tanggal", en: "Date"), width: 10),
    RowGrid.Column(title: Text("Kemajuan", en: "Progress"), width: 15),
    RowGrid.Column(title: Text("Keadaan", en: "State"), width: 11, wish: 24),
    RowGrid.Column(title: Text("Tingkat", en: "Level"), width: 7, wish: 30),
  ]
}
