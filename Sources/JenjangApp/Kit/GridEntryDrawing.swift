import JenjangDomain
import TerminalKit

extension GridEntry {
  /// A column where it is drawn.
  private struct Slot {
    let index: Int
    let x: Int
    let width: Int
  }

  /// Draws titles and cells: the names of the lines stay at the left while the columns move under the cursor.
  mutating func draw(
    into frame: inout Frame, _ area: Rect, title: Text, titleWidth: Int, view: View, isWide: Bool = false
  ) {
    guard area.height > 1 else { return }
    let slots = slots(from: area.x + titleWidth + 4, to: area.right - 1)
    var rest = area
    let head = rest.cutTop(1)
    frame.put(view(title), x: head.x + 3, y: head.y, role: .columnHeader, width: titleWidth)
    for slot in slots {
      let column = columns[slot.index]
      let text = Width.of(view(column.title)) <= slot.width ? view(column.title) : view(column.head)
      frame.put(text, x: slot.x, y: head.y, role: .columnHeader, width: slot.width)
    }
    drawEdges(slots, head, &frame)
    if rest.height > 8 {
      let rule = rest.cutTop(1)
      frame.line(x: rule.x, y: rule.y, width: rule.width)
    }
    scroll(rows: rest.height)
    for place in top..<max(top, min(lines.count, top + rest.height)) {
      let row = Rect(x: rest.x, y: rest.y + place - top, width: rest.width, height: 1)
      draw(line: place, slots, titleWidth: titleWidth, into: &frame, row)
    }
  }

  private mutating func scroll(rows: Int) {
    page = max(1, rows - 1)
    if line < top { top = line }
    if line >= top + rows { top = line - rows + 1 }
    top = max(0, min(top, lines.count - rows))
  }

  /// The columns that fit, the one under the cursor among them.
  private mutating func slots(from start: Int, to end: Int) -> [Slot] {
    if column < left { left = column }
    while left < column, layout(from: left, start, end).last.map({ $0.index < column }) ?? true { left += 1 }
    // What fits at the left of the first column is shown again when the window grew.
    while left > 0, layout(from: left - 1, start, end).last?.index == columns.count - 1 { left -= 1 }
    return layout(from: left, start, end)
  }

  private func layout(from first: Int, _ start: Int, _ end: Int) -> [Slot] {
    var slots: [Slot] = []
    var x = start
    for index in first..<max(first, columns.count) {
      let width = columns[index].width
      guard x + width <= end || slots.isEmpty else { break }
      slots.append(Slot(index: index, x: x, width: min(width, max(1, end - x))))
      x += width + 1
    }
    guard let grown = slots.firstIndex(where: { columns[$0.index].grows }), x - 1 < end else { return slots }
    let spare = end - x + 1
    return slots.enumerated().map { place, slot in
      Slot(
        index: slot.index, x: slot.x + (place > grown ? spare : 0), width: slot.width + (place == grown ? spare : 0))
    }
  }

  private func drawEdges(_ slots: [Slot], _ head: Rect, _ frame: inout Frame) {
    if let first = slots.first, first.index > 0 { frame.put("<", x: first.x - 1, y: head.y, role: .textMuted) }
    if let last = slots.last, last.index < columns.count - 1 {
      frame.put(">", x: head.right - 1, y: head.y, role: .textMuted)
    }
  }

  private func draw(line place: Int, _ slots: [Slot], titleWidth: Int, into frame: inout Frame, _ row: Rect) {
    let line = lines[place]
    let isCursor = place == self.line
    let (typed, problems) = (typed[line: line.key], problems[line: line.key])
    let hasError = problems?.values.contains { $0.severity == .error } ?? false
    let role = frame.ground(row, isCursor: isCursor, mark: hasError ? "!" : line.mark, role: line.role)
    frame.put(line.title, x: row.x + 3, y: row.y, role: role, width: titleWidth)
    for slot in slots {
      let cell = Rect(x: slot.x, y: row.y, width: slot.width, height: 1)
      let key = columns[slot.index].key
      let look = CellLook(
        problem: problems?[key], typed: typed?[key]?.value, isFocus: isCursor && slot.index == column, role: role)
      draw(cell: slot.index, of: place, look, into: &frame, cell)
      frame.hit(cell, .part("cell", place * 1_000 + slot.index))
    }
  }

  /// What is known of a cell beside what is stored in it.
  private struct CellLook {
    let problem: Problem?
    let typed: String?
    let isFocus: Bool
    let role: Role
  }

  private func draw(
    cell column: Int, of line: Int, _ look: CellLook, into frame: inout Frame, _ area: Rect
  ) {
    let isFocus = look.isFocus
    let isWrong = look.problem?.severity == .error
    let flag = isWrong ? "!" : look.typed != nil ? "*" : ""
    let text = shown(look.typed ?? lines[line].cells[column], line, column)
    let kind = kind(line, column)
    let cellRole: Role =
      isFocus && kind.isOpen ? (isWrong ? .fieldError : .fieldFocus) : isWrong ? .statusBad : look.role
    if isFocus { frame.fill(area, role: cellRole) }
    if isFocus, let editor, case .text = kind {
      editor.draw(into: &frame, area: area, role: .fieldFocus, isFocused: true)
      return
    }
    switch kind {
    case .text:
      let x = flag.isEmpty ? area.x : frame.put(flag, x: area.x, y: area.y, role: cellRole)
      frame.put(text, x: x, y: area.y, role: cellRole, width: area.right - x)
    case .choice where text.isEmpty && flag.isEmpty:
      frame.put("·", x: area.x, y: area.y, role: isFocus ? cellRole : .textMuted)
    default:
      let room = max(1, area.width - Width.of(flag))
      let end = frame.put(text, x: area.x, y: area.y, role: cellRole, width: room)
      frame.put(flag, x: end, y: area.y, role: cellRole)
    }
    if isFocus { frame.cursor = (area.x, area.y) }
  }

  /// What stands in a cell: the mark of its value, or the text.
  func shown(_ line: Int, _ column: Int) -> String { shown(value(line, column), line, column) }

  private func shown(_ value: String, _ line: Int, _ column: Int) -> String {
    let kind = lines[line].kinds?[column] ?? columns[column].cell
    guard case .choice(let choices) = kind else { return value }
    return choices.first { $0.value == value }?.mark ?? value
  }
}
