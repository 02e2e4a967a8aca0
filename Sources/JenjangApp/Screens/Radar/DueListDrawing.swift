import JenjangDomain
import JenjangStore
import TerminalKit

extension DueList {
  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    drawSearch(&frame, rest.cutTop(1), view)
    guard !entries.isEmpty else {
      let text: Text = !isComplete ? .computing : isNarrowed(view) ? .nothingMatches : .nothingDue
      frame.put(view(text), x: rest.x + 3, y: rest.y, role: .textMuted, width: rest.width - 4)
      return
    }
    if rest.width >= 120 {
      let side = rest.cutRight(min(64, rest.width * 2 / 5))
      drawDetail(&frame, side, view)
    } else if rest.width >= 60, rest.height >= 19 {
      drawDetail(&frame, rest.cutBottom(6), view)
    }
    let rows = gridRows(height: rest.height, view)
    let columns = DueList.columns(rest.width)
    let entries = entries
    grid.draw(columns, count: entries.count, into: &frame, rest, view: view) { place in
      rows[place] ?? GridRow(cells: [])
    }
  }

  private func isNarrowed(_ view: View) -> Bool { query != DueQuery.usual(on: view.book.day) }

  /// The rows that are about to be drawn, each judged once.
  private mutating func gridRows(height: Int, _ view: View) -> [Int: GridRow] {
    var rows: [Int: GridRow] = [:]
    for place in grid.window(rows: height - (height > 7 ? 2 : 1), of: entries.count) {
      switch entries[place] {
      case .month(let month, let count): rows[place] = heading(month, count, view)
      case .line(let line): rows[place] = row(line, view)
      }
    }
    return rows
  }

  private func heading(_ month: Day, _ count: Int, _ view: View) -> GridRow {
    let isClosed = closed.contains(month)
    let now = view.book.day.firstOfMonth
    let word = month < now ? Text("lewat", en: "past") : month == now ? Text("bulan ini", en: "this month") : nil
    let parts = [(isClosed ? "+ " : "- ") + view(month.monthAndYear), view.count(count), word.map { view($0) }]
    return GridRow(cells: [], role: .heading, span: parts.compactMap(\.self).joined(separator: "  "))
  }

  private mutating func row(_ line: DueLine, _ view: View) -> GridRow {
    let isMarked = marked.contains(line)
    let cells = DueRow.cells(line, judge(line, view).verdict, view)
    // Too narrow for a column of its own, the state stands before the name.
    let state = view.size.columns < DueList.stateWidth ? cells.mark + cells.name : cells.name
    return GridRow(
      cells: [cells.day, cells.kind, state, cells.state, cells.unit, cells.number],
      role: isMarked ? .rowMarked : .row, mark: isMarked ? "x" : line.day < view.book.day ? "!" : "")
  }

  private func drawSearch(_ frame: inout Frame, _ line: Rect, _ view: View) {
    let x = SearchLine.draw(query.search, into: &frame, line, share: 3, view: view)
    frame.cursor = (x, line.y)
    let text = isComplete ? filterWords(view) : view(.computing)
    let width = min(Width.of(text), max(0, line.right - x - 4))
    frame.put(text, x: line.right - width - 1, y: line.y, role: isComplete ? .match : .textMuted, width: width)
  }

  /// The filter in words.
  func filterWords(_ view: View) -> String {
    let kinds = DueKind.all.filter { query.kinds.contains($0.name) }.map { view($0.title) }
    let unit = query.unit.map { view.book.label(of: $0, kind: "units") ?? "?" }
    let from = query.from.map { view(Text("sejak \($0.monthCode)", en: "from \($0.monthCode)")) }
    let until = query.until.map { view(Text("sampai \($0.monthCode)", en: "to \($0.monthCode)")) }
    return (kinds + [unit, from, until].compactMap(\.self)).joined(separator: "; ")
  }

  /// What stands behind the line under the cursor.
  private mutating func drawDetail(_ frame: inout Frame, _ area: Rect, _ view: View) {
    let isBeside = frame.size.columns >= 120
    let inside = frame.divide(area, isBeside: isBeside)
    guard let selected else { return }
    let found = judge(selected, view)
    var page = Page(width: inside.width - 2)
    if isBeside {
      DueRow.write(selected, found, into: &page, view)
    } else {
      DueRow.writeShort(found, into: &page, view)
    }
    page.draw(from: 0, into: &frame, inside.inset(x: 1, y: 0))
  }

  /// The width of a window from which on the state has a column of its own.
  static let stateWidth = 78

  private static func columns(_ width: Int) -> [RowGrid.Column] {
    let day = RowGrid.Column(title: Text("Tanggal", en: "Day"), width: 10)
    let kind = RowGrid.Column(title: Text("Hal", en: "What"), width: 24)
    let state = RowGrid.Column(title: Text("Keadaan", en: "State"), width: 17)
    let name = RowGrid.Column(title: Text("Nama", en: "Name"), width: 12, grows: true, wish: 40)
    if width < 50 { return [day, RowGrid.Column(title: kind.title, width: 10), name] }
    if width < stateWidth - 2 { return [day, RowGrid.Column(title: kind.title, width: 18), name] }
    if width < 100 { return [day, RowGrid.Column(title: kind.title, width: 22), name, state] }
    return [
      day, kind, RowGrid.Column(title: name.title, width: 24, grows: true, wish: 40), state,
      RowGrid.Column(title: Text("Unit kerja", en: "Work unit"), width: 20, grows: true, wish: 44),
      RowGrid.Column(title: Text("NIP", en: "Number"), width: 18),
    ]
  }
}

extension Text {
  fileprivate static let computing = Text("menghitung …", en: "computing …")
  fileprivate static let nothingDue = Text("Tidak ada yang jatuh tempo.", en: "Nothing falls due.")
  fileprivate static let nothingMatches = Text(
    "Tidak ada yang cocok. Esc menghapus ketikan dan saringan.",
    en: "Nothing matches. Esc clears what was typed and the filter.")
}
