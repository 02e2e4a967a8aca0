import JenjangDomain
import TerminalKit

extension FormField {
  /// Draws the entry between brackets, which stand outside of it, and puts the cursor into it.
  func draw(into frame: inout Frame, _ entry: Rect, isFocus: Bool, isWrong: Bool) {
    let focused: Role = editor.isFresh ? .fieldFresh : .fieldFocus
    let role: Role = isFocus ? focused : isWrong ? .fieldError : .fieldEntry
    let edge: Role = isWrong ? .statusBad : .label
    frame.fill(entry, role: role)
    for row in 0..<entry.height {
      frame.put("[", x: entry.x - 1, y: entry.y + row, role: edge)
      frame.put("]", x: entry.right, y: entry.y + row, role: edge)
    }
    if isNote { return drawNote(&frame, entry, role, isFocus: isFocus) }
    guard isFocus, !editor.isFresh else {
      frame.put(text, x: entry.x, y: entry.y, role: role, width: entry.width)
      if isFocus { frame.cursor = (entry.x, entry.y) }
      return
    }
    let shown = editor.window(width: entry.width)
    frame.put(shown.text, x: entry.x, y: entry.y, role: role, width: entry.width)
    frame.cursor = (entry.x + shown.cursor, entry.y)
  }

  private func drawNote(_ frame: inout Frame, _ entry: Rect, _ role: Role, isFocus: Bool) {
    let rows = editor.rows(width: entry.width)
    let cursor = editor.isFresh ? (row: 0, column: 0) : editor.position(in: rows)
    let first = isFocus ? max(0, cursor.row - entry.height + 1) : 0
    for line in 0..<entry.height where first + line < rows.count {
      let text = String(editor.characters[rows[first + line]])
      frame.put(text, x: entry.x, y: entry.y + line, role: role, width: entry.width)
    }
    if first + entry.height < rows.count {
      frame.put("…", x: entry.right - 1, y: entry.bottom - 1, role: role)
    }
    if isFocus { frame.cursor = (entry.x + min(cursor.column, entry.width - 1), entry.y + cursor.row - first) }
  }

  /// What stands beside the entry: the value in words, or what Enter would take for the letters typed so far.
  func echo(_ view: View, isFocus: Bool) -> String {
    let echo = FormValue.echo(value(view), spec, view)
    guard echo.isEmpty, isFocus, !editor.isEmpty, let only = Lookup.onlyMatch(text, spec, view) else { return echo }
    return "→ " + FormValue.words(only, spec, view)
  }
}
