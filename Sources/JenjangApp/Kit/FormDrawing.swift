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
    if let heading = task.heading?(view) {
      x = frame.put(heading.name, x: x, y: line.y, role: .textStrong, width: room)
      frame.put("  " + heading.details, x: x, y: line.y, role: .textMuted, width: line.x + 1 + room - x)
    } else if let owner = owner(view), let table = view.book.table(owner.kind) {
      let row = table.row(of: owner.id)
      let label = view.label(of: owner.id, kind: owner.kind) ?? "?"
      let details = row.map { Lookup.details(of: $0, in: table, view) } ?? ""
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
    let entry = Rect(x: area.entryX, y: area.y, width: area.entryWidth, height: area.rows)
    field.draw(into: &frame, entry, isFocus: isFocus, isWrong: problem?.severity == .error)
    drawBeside(&frame, field, area, problem, view)
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
    let text = field.echo(view, isFocus: field.spec == current.spec)
    frame.put(text, x: area.besideX, y: area.y, role: .textMuted, width: area.besideWidth)
  }

  /// Arrows at the right edge where more of the form lies above or below.
  private func drawMore(_ frame: inout Frame, _ area: Rect, _ height: Int) {
    if top > 0 { frame.put("▲", x: area.right - 1, y: area.y, role: .textMuted) }
    if top + area.height < height { frame.put("▼", x: area.right - 1, y: area.bottom - 1, role: .textMuted) }
  }
}
