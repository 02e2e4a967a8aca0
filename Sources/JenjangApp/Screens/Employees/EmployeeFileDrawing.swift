import JenjangDomain
import TerminalKit

extension EmployeeFile {
  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    drawTabs(&frame, rest.cutTop(1), view)
    if area.height > 10 {
      let rule = rest.cutTop(1)
      frame.line(x: rule.x, y: rule.y, width: rule.width)
    }
    if let day { drawBanner(day, &frame, rest.cutTop(1), view) }
    if open.isIdentity { return drawIdentity(&frame, rest, view) }
    if area.height > 12 { drawSummary(&frame, rest.cutTop(1), view) }
    if open.isHistory { return history.draw(into: &frame, rest, view) }
    drawLists(&frame, rest, view)
  }

  private func drawTabs(_ frame: inout Frame, _ line: Rect, _ view: View) {
    let titles = FileTab.all.map { Tabs.Title(long: view($0.title), short: view($0.short ?? $0.title)) }
    Tabs.draw(titles, active: tab, into: &frame, line.inset(x: 1, y: 0))
  }

  private func drawBanner(_ day: Day, _ frame: inout Frame, _ line: Rect, _ view: View) {
    frame.fill(line, role: .statusWarn)
    let date = view(day.withWeekday)
    let text = Text(
      "! Keadaan per \(date). Esc kembali ke hari ini.", en: "! State on \(date). Esc returns to today.")
    frame.put(view(text), x: line.x + 1, y: line.y, role: .statusWarn, width: line.width - 2)
  }

  /// Who it is, in one line above the histories.
  private func drawSummary(_ frame: inout Frame, _ line: Rect, _ view: View) {
    guard let state else { return }
    let parts = [
      state.employee.employeeNumber.map { EmployeeNumber.display(of: $0) }, state.rankText(view),
      state.position?.title, state.unitName(view),
    ]
    let text = parts.compactMap(\.self).joined(separator: " · ")
    frame.put(text, x: line.x + 1, y: line.y, role: .textMuted, width: line.width - 2)
  }

  private mutating func drawLists(_ frame: inout Frame, _ area: Rect, _ view: View) {
    var rest = area
    for (index, list) in open.lists.enumerated() where rows.indices.contains(index) {
      let isLast = index == open.lists.count - 1
      let wanted = max(5, rows[index].count + 4)
      var part = isLast ? rest : rest.cutTop(min(wanted, rest.height / 2))
      guard let table = list.table(view) else { continue }
      if open.lists.count > 1 {
        let title = view(table.type.kind.plural).uppercased()
        frame.put(title, x: part.x + 1, y: part.y, role: .heading, width: part.width - 2)
        _ = part.cutTop(1)
      }
      draw(list, at: index, table, into: &frame, part, view)
    }
  }

  private mutating func draw(
    _ list: OwnedList, at index: Int, _ table: Table, into frame: inout Frame, _ area: Rect, _ view: View
  ) {
    let rows = rows[index]
    guard !rows.isEmpty else {
      frame.put(
        view(.empty(table.type.kind.plural)), x: area.x + 3, y: area.y, role: .textMuted, width: area.width - 4)
      if focus == index { frame.cursor = (area.x + 3, area.y) }
      return
    }
    let current = state?.current ?? []
    let shown = shownDay(view)
    let columns = list.gridColumns(rows, table, view)
    grids[index].draw(
      columns.map(\.column), count: rows.count, into: &frame, area, view: view, hasFocus: focus == index,
      part: list.kind
    ) { place in
      let row = rows[place]
      let isCurrent = current.contains(table.id(of: row))
      let isAhead = list.date(of: row, table).map { shown < $0 } ?? false
      let cells = list.cells(row, table, view)
      return GridRow(
        cells: columns.map { cells[$0.index] }, role: isCurrent ? .textStrong : isAhead ? .textMuted : .row,
        mark: isCurrent ? "✓" : "")
    }
  }
}

extension EmployeeState {
  /// The records in force on the day: the rank, the positions, the education, the punishments being served.
  var current: Set<RecordID> {
    var ids = Set(acting.map(\.id.raw) + disciplines.filter { $0.isServed(on: day) }.map(\.id.raw))
    if let rank { ids.insert(rank.id.raw) }
    if let position { ids.insert(position.id.raw) }
    if let education { ids.insert(education.id.raw) }
    return ids
  }

  /// `III/c Penata, TMT 01-04-2024`; nil without a rank.
  func rankText(_ view: View) -> String? {
    guard let grade else { return nil }
    let since = rank?.effectiveDate.map { view(Text("  TMT ", en: "  since ")) + $0.display } ?? ""
    return grade.rawValue + (grade.rankTitle.map { " " + $0 } ?? "") + since
  }

  func unitName(_ view: View) -> String? {
    position?.unit.flatMap { view.book.label(of: $0.raw, kind: "units") }
  }
}

extension Text {
  fileprivate static func empty(_ kind: Text) -> Text {
    Text(
      "\(kind.indonesian): belum ada. F6 menambah yang pertama.", en: "\(kind.english): none yet. F6 adds the first.")
  }
}
