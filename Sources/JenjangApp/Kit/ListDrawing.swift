import JenjangDomain
import TerminalKit

/// A column of a list and where it stands.
private struct PlacedColumn {
  let column: ListColumn
  /// Its number among the chosen columns.
  let index: Int
  var x: Int
  var width: Int
}

extension ListScreen {
  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    guard let table = table(view) else { return }
    var rest = area
    drawSearch(&frame, rest.cutTop(1), view, table)
    let preview = cutPreview(&rest, view)
    let header = rest.cutTop(1)
    if rest.height > 6 {
      let rule = rest.cutTop(1)
      frame.line(x: rule.x, y: rule.y, width: rule.width)
    }
    let shown = layout(rest.width - 1, table)
    drawHeader(&frame, header, shown, view)
    drawRows(&frame, rest, shown, view, table)
    if let preview { drawPreview(&frame, preview, view) }
  }

  private func drawSearch(_ frame: inout Frame, _ line: Rect, _ view: View, _ table: Table) {
    let x = SearchLine.draw(search, into: &frame, line, share: 2, view: view)
    frame.cursor = (x, line.y)
    let total = view.count(table.count)
    let found = view.count(rows.count)
    let count = view(Text("\(found) dari \(total)", en: "\(found) of \(total)"))
    let countWidth = Width.of(count)
    frame.put(count, x: line.right - countWidth - 1, y: line.y, role: .textMuted)
    guard !filter.isEmpty else { return }
    let text = view(Text("Saring: ", en: "Filter: ")) + filter
    let width = min(Width.of(text), max(0, line.right - countWidth - 4 - x))
    frame.put(text, x: line.right - countWidth - 3 - width, y: line.y, role: .match, width: width)
  }

  /// Below the list up to 120 columns, beside it from there; nothing when there is no room.
  private func cutPreview(_ rest: inout Rect, _ view: View) -> Rect? {
    guard spec.preview != nil else { return nil }
    if rest.width >= 120 { return rest.cutRight(min(70, rest.width * 2 / 5)) }
    guard rest.width >= 60, rest.height >= 14 else { return nil }
    return rest.cutBottom(rest.height >= 20 ? 8 : 6)
  }

  /// The columns that fit, each with its place: the label and every minimum first, then what is left goes to those
  /// that want more.
  private func layout(_ width: Int, _ table: Table) -> [PlacedColumn] {
    let known = ListColumn.all(of: table)
    let wanted = columns.enumerated().compactMap { index, name in
      known.first { $0.field == name }.map { PlacedColumn(column: $0, index: index, x: 0, width: $0.minimum) }
    }
    let label = table.type.kind.label
    var used = 3
    var fitting: Set<Int> = []
    for place in wanted.filter({ $0.column.field == label }) + wanted.filter({ $0.column.field != label })
    where used + place.width <= width {
      fitting.insert(place.index)
      used += place.width + 2
    }
    var placed = wanted.filter { fitting.contains($0.index) }
    share(max(0, width - used + 2), among: &placed)
    var x = 3
    for place in placed.indices {
      placed[place].x = x
      x += placed[place].width + 2
    }
    return placed
  }

  /// Gives spare columns one by one to those below their width, then to the widest.
  private func share(_ spare: Int, among placed: inout [PlacedColumn]) {
    var spare = spare
    while spare > 0 {
      let wanting = placed.indices.filter { placed[$0].width < placed[$0].column.width }
      guard !wanting.isEmpty else { break }
      for place in wanting where spare > 0 {
        placed[place].width += 1
        spare -= 1
      }
    }
    let widest = placed.indices.max { placed[$0].column.width < placed[$1].column.width }
    if let widest { placed[widest].width += min(spare, 24) }
  }

  private func drawHeader(
    _ frame: inout Frame, _ line: Rect, _ shown: [PlacedColumn], _ view: View
  ) {
    for entry in shown {
      let isSorted = isInSortedOrder && sort?.field == entry.column.field
      let arrow = isSorted ? (sort?.isDescending == true ? " ▼" : " ▲") : ""
      let role: Role = isSorted ? .columnSorted : .columnHeader
      let title = Width.clip(view(entry.column.title), to: entry.width - Width.of(arrow)) + arrow
      let indent = entry.column.isRightAligned ? max(0, entry.width - Width.of(title)) : 0
      frame.put(title, x: line.x + entry.x + indent, y: line.y, role: role, width: entry.width)
      frame.hit(Rect(x: line.x + entry.x, y: line.y, width: entry.width, height: 1), .part("column", entry.index))
    }
  }

  private mutating func drawRows(
    _ frame: inout Frame, _ area: Rect, _ shown: [PlacedColumn], _ view: View,
    _ table: Table
  ) {
    pageRows = max(1, area.height)
    if cursor < top { top = cursor }
    if cursor >= top + pageRows { top = cursor - pageRows + 1 }
    top = max(0, min(top, rows.count - pageRows))
    if rows.isEmpty { drawEmpty(&frame, area, view, table) }
    for line in 0..<pageRows where top + line < rows.count {
      let row = rows[top + line]
      let isMarked = marked.contains(table.id(of: row))
      let isCursor = top + line == cursor
      let role: Role = isCursor ? (isMarked ? .rowMarkedCursor : .rowCursor) : isMarked ? .rowMarked : .row
      let y = area.y + line
      frame.fill(Rect(x: area.x, y: y, width: area.width, height: 1), role: role)
      if isCursor { frame.put("▌", x: area.x, y: y, role: role) }
      if isMarked { frame.put("x", x: area.x + 1, y: y, role: role) }
      for entry in shown {
        let text = view.cell(table, row, entry.column.field)
        let indent = entry.column.isRightAligned ? max(0, entry.width - Width.of(text)) : 0
        frame.put(text, x: area.x + entry.x + indent, y: y, role: role, width: entry.width - indent)
      }
      if isCursor, let end = movingEnd(shown, area) {
        let rest = Rect(x: area.x + end, y: y, width: area.width - end, height: 1)
        frame.paint(rest, role: isMarked ? .rowMarked : .row)
      }
      frame.hit(Rect(x: area.x, y: y, width: area.width, height: 1), .item(top + line))
    }
  }

  /// While the cursor of a wide list moves, only its first column is lit; in a pause the whole row is.
  private func movingEnd(_ shown: [PlacedColumn], _ area: Rect) -> Int? {
    guard settled != selected, area.width > 88, let first = shown.first else { return nil }
    return first.x + first.width
  }

  private func drawEmpty(_ frame: inout Frame, _ area: Rect, _ view: View, _ table: Table) {
    let text: Text
    if table.count == 0 {
      text = spec.create == nil ? .nothingYet : .nothingYetNew
    } else {
      text = .nothingMatches
    }
    frame.put(view(text), x: area.x + 3, y: area.y, role: .textMuted, width: area.width - 4)
  }

  private func drawPreview(_ frame: inout Frame, _ area: Rect, _ view: View) {
    let isBeside = frame.size.columns >= 120
    let inside = frame.divide(area, isBeside: isBeside)
    if !isBeside, let settled, let label = view.label(of: settled, kind: spec.kind) {
      frame.put(" " + label + " ", x: area.x + 2, y: area.y, role: .heading, width: area.width - 4)
    }
    guard let settled, let lines = spec.preview?(settled, view) else { return }
    Pairs.draw(lines, into: &frame, inside.inset(x: 1, y: 0), columns: isBeside ? 1 : 2)
  }
}

extension Text {
  fileprivate static let nothingYet = Text("Belum ada data.", en: "Nothing here yet.")
  fileprivate static let nothingYetNew = Text(
    "Belum ada data. F6 menambah yang pertama.", en: "Nothing here yet. F6 adds the first.")
  fileprivate static let nothingMatches = Text(
    "Tidak ada yang cocok. Esc menghapus ketikan, F4 mengubah saringan.",
    en: "Nothing matches. Esc clears what was typed, F4 changes the filter.")
}
