import JenjangDomain
import TerminalKit

extension FormScreen {
  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    if rest.height >= 8 || owner(view) != nil { drawHeading(&frame, rest.cutTop(1), view) }
    drawRecordProblems(&frame, &rest, view)
    let layout = FormLayout(self, width: rest.width, rows: rest.height, view: view)
    entryWidths = layout.places.map(\.entryWidth)
    scroll(layout, rows: rest.height)
    frame.clip = rest
    for line in layout.lines {
      frame.put(line.text, x: rest.x + line.x, y: rest.y + line.y - top, role: line.role, width: line.width)
    }
    let letters = isJumping ? jumpLetters(view) : []
    for place in fields.indices {
      var area = layout.places[place]
      area.x += rest.x
      area.y += rest.y - top
      guard area.y + area.rows > rest.y, area.y < rest.bottom else { continue }
      drawField(&frame, place, area, view)
      if isJumping { frame.put(String(letters[place]), x: area.x, y: area.y, role: .popupKey) }
    }
    drawMore(&frame, rest, layout.height)
  }

  /// Keeps the focus in sight, with the heading of its section where there is room.
  private mutating func scroll(_ layout: FormLayout, rows: Int) {
    guard layout.places.indices.contains(focus) else { return }
    let place = layout.places[focus]
    var first = place.y
    if layout.lines.contains(where: { $0.role == .heading && $0.y == place.y - 1 }) { first -= 1 }
    if focus == 0 { first = 0 }
    let problemRows = layout.lines.filter { $0.role != .heading && $0.y >= place.y + place.rows }.prefix(2)
      .filter { $0.y <= place.y + place.rows + 1 && $0.x == place.entryX }.count
    let last = place.y + place.rows + problemRows
    if last > top + rows { top = last - rows }
    if first < top { top = first }
    top = max(0, min(top, layout.height - rows))
  }

  private func drawHeading(_ frame: inout Frame, _ line: Rect, _ view: View) {
    var x = line.x + 1
    let errors = places(of: .error).filter { shownProblem($0, view) != nil }.count
    let state = errors > 0 ? view(Text("! \(errors) keliru", en: "! \(errors) wrong")) : ""
    let room = line.width - 2 - (state.isEmpty ? 0 : Width.of(state) + 2)
    if let owner = owner(view), let table = view.book.table(owner.kind) {
      let label = view.book.label(of: owner.id, kind: owner.kind) ?? "?"
      let details = table.row(of: owner.id).map { Lookup.details(of: $0, in: table, view) } ?? ""
      x = frame.put(view(table.type.kind.title) + ": ", x: x, y: line.y, role: .label, width: room)
      x = frame.put(label, x: x, y: line.y, role: .textStrong, width: line.x + 1 + room - x)
      frame.put("  " + details, x: x, y: line.y, role: .textMuted, width: line.x + 1 + room - x)
    } else {
      let name = label(view) ?? view(Text("Data baru", en: "New record"))
      frame.put(name, x: x, y: line.y, role: .textStrong, width: room)
    }
    if !state.isEmpty { frame.put(state, x: line.right - 1 - Width.of(state), y: line.y, role: .statusBad) }
  }

  private func drawRecordProblems(_ frame: inout Frame, _ rest: inout Rect, _ view: View) {
    guard showsAll else { return }
    for problem in problemsOfRecord.prefix(2) where rest.height > 4 {
      let line = rest.cutTop(1)
      let role: Role = problem.severity == .error ? .statusBad : .statusWarn
      frame.put(FormLayout.marked(problem, view), x: line.x + 1, y: line.y, role: role, width: line.width - 2)
    }
  }

  private func drawField(_ frame: inout Frame, _ place: Int, _ area: FormLayout.Place, _ view: View) {
    let field = fields[place]
    let isFocus = place == focus
    let problem = shownProblem(place, view)
    if isFocus { frame.put("▌", x: area.x, y: area.y, role: .fieldFocus) }
    let star = field.spec.isRequired ? "*" : ""
    let role: Role = isFocus ? .textStrong : .label
    let room = area.labelWidth - Width.of(star)
    let end = frame.put(view(field.spec.title), x: area.x + 1, y: area.y, role: role, width: room)
    frame.put(star, x: end, y: area.y, role: role)
    frame.hit(Rect(x: area.x, y: area.y, width: area.width, height: area.rows), .part("field", place))
    drawEntry(&frame, place, area, problem, view)
    drawBeside(&frame, field, area, problem, view)
  }

  private func drawEntry(
    _ frame: inout Frame, _ place: Int, _ area: FormLayout.Place, _ problem: Problem?, _ view: View
  ) {
    let field = fields[place]
    let isFocus = place == focus
    let isWrong = problem?.severity == .error
    let role: Role = isFocus ? (field.editor.isFresh ? .fieldFresh : .fieldFocus) : isWrong ? .fieldError : .fieldEntry
    let entry = Rect(x: area.entryX, y: area.y, width: area.entryWidth, height: area.rows)
    frame.fill(entry, role: role)
    for row in 0..<area.rows {
      frame.put("[", x: entry.x - 1, y: entry.y + row, role: isWrong ? .statusBad : .label)
      frame.put("]", x: entry.right, y: entry.y + row, role: isWrong ? .statusBad : .label)
    }
    if field.isNote {
      drawNote(&frame, field, entry, role, isFocus: isFocus)
    } else {
      let shown = isFocus ? field.editor.window(width: entry.width) : (field.text, 0)
      frame.put(shown.0, x: entry.x, y: entry.y, role: role, width: entry.width)
      if isFocus { frame.cursor = (entry.x + (field.editor.isFresh ? 0 : shown.1), entry.y) }
    }
  }

  private func drawNote(_ frame: inout Frame, _ field: FormField, _ entry: Rect, _ role: Role, isFocus: Bool) {
    let rows = field.editor.rows(width: entry.width)
    let cursor = field.editor.isFresh ? (row: 0, column: 0) : field.editor.position(in: rows)
    let first = isFocus ? max(0, cursor.row - entry.height + 1) : 0
    for line in 0..<entry.height where first + line < rows.count {
      let text = String(field.editor.characters[rows[first + line]])
      frame.put(text, x: entry.x, y: entry.y + line, role: role, width: entry.width)
    }
    if first + entry.height < rows.count {
      frame.put("…", x: entry.right - 1, y: entry.y + entry.height - 1, role: role)
    }
    if isFocus { frame.cursor = (entry.x + min(cursor.column, entry.width - 1), entry.y + cursor.row - first) }
  }

  /// The problem where it fits, else the reading of the value.
  private func drawBeside(
    _ frame: inout Frame, _ field: FormField, _ area: FormLayout.Place, _ problem: Problem?, _ view: View
  ) {
    guard area.besideWidth > 3 else { return }
    if let problem {
      let text = FormLayout.marked(problem, view)
      let role: Role = problem.severity == .error ? .statusBad : .statusWarn
      if Width.of(text) <= area.besideWidth { frame.put(text, x: area.besideX, y: area.y, role: role) }
      return
    }
    let isFocus = field.spec == current.spec
    let echo = FormValue.echo(field.value(view), field.spec, view)
    let guess = echo.isEmpty && isFocus ? guess(field, view) : echo
    frame.put(guess, x: area.besideX, y: area.y, role: .textMuted, width: area.besideWidth)
  }

  /// What Enter would take for the letters typed so far.
  private func guess(_ field: FormField, _ view: View) -> String {
    guard !field.editor.isEmpty, let value = Lookup.onlyMatch(field.text, field.spec, view) else { return "" }
    return "→ " + FormValue.words(value, field.spec, view)
  }

  /// Arrows at the right edge where more of the form lies above or below.
  private func drawMore(_ frame: inout Frame, _ area: Rect, _ height: Int) {
    if top > 0 { frame.put("▲", x: area.right - 1, y: area.y, role: .textMuted) }
    if top + area.height < height { frame.put("▼", x: area.right - 1, y: area.bottom - 1, role: .textMuted) }
  }
}
