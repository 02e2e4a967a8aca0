import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ConflictScreen {
  /// One row of the screen: a label and a piece of a value, or the entry of a third value.
  private struct Row {
    var label = ""
    var text = ""
    var role = Role.text
    var labelRole = Role.label
    /// The option it belongs to, counted through all lines; nil for headings and old values.
    var flat: Int?
    var isEntry = false
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    let head = rest.cutTop(1)
    frame.put(heading, x: head.x + 1, y: head.y, role: .textStrong, width: head.width - 2)
    let labels = labels(view)
    let labelWidth = min(labels.map { Width.of($0) }.max() ?? 0, max(12, rest.width * 2 / 5))
    let rows = rows(labelWidth: labelWidth, width: rest.width - labelWidth - 10, labels: labels, view)
    let cursor = place * 3 + option.rawValue
    scroll(rows, cursor, height: rest.height)
    for (index, row) in rows.enumerated() where index >= top && index < top + rest.height {
      let line = Rect(x: rest.x, y: rest.y + index - top, width: rest.width, height: 1)
      draw(row, isCursor: row.flat == cursor, labelWidth: labelWidth, into: &frame, line)
    }
    if top > 0 { frame.put("▲", x: rest.right - 1, y: rest.y, role: .textMuted) }
    if top + rest.height < rows.count { frame.put("▼", x: rest.right - 1, y: rest.bottom - 1, role: .textMuted) }
  }

  private mutating func scroll(_ rows: [Row], _ cursor: Int, height: Int) {
    let places = rows.indices.filter { rows[$0].flat == cursor }
    guard var first = places.first, let last = places.last else { return }
    if option == .theirs { first = rows[..<first].lastIndex { $0.labelRole == .heading } ?? first }
    if last >= top + height { top = last - height + 1 }
    if first < top { top = first }
    top = max(0, min(top, rows.count - height))
  }

  private func labels(_ view: View) -> [String] {
    let people = lines.map { line in
      line.commit.map { CommitText.who($0, view) } ?? view(Text("Orang lain", en: "Somebody else"))
    }
    return people + [view(oldTitle), view(mineTitle), view(.typeIt)]
  }

  private func rows(labelWidth: Int, width: Int, labels: [String], _ view: View) -> [Row] {
    var rows: [Row] = []
    for (index, line) in lines.enumerated() {
      if index > 0, lines.count < 4 { rows.append(Row()) }
      let state = line.chosen == nil ? "?" : "✓"
      rows.append(Row(label: view(line.spec.title).uppercased() + "  " + state, labelRole: .heading))
      let words = { (value: JSONValue?) in Paragraph.lines(FormValue.words(value, line.spec, view), width: width) }
      rows += block(view(oldTitle), words(line.old), role: .textMuted)
      let why = line.commit.map { $0.why.isEmpty ? [] : Paragraph.lines("(" + $0.why + ")", width: width) } ?? []
      rows += block(labels[index], words(line.theirs), at: index, .theirs)
      rows += why.map { Row(text: $0, role: .textMuted, flat: index * 3) }
      rows += block(view(mineTitle), words(line.mine), at: index, .mine)
      var entry = Row(label: view(.typeIt), text: line.entry.text, flat: index * 3 + 2)
      entry.isEntry = true
      rows.append(entry)
    }
    return rows
  }

  private func block(_ label: String, _ texts: [String], role: Role = .value, at index: Int, _ option: Option) -> [Row]
  {
    block(label, texts, role: role).map { row in
      var row = row
      row.flat = index * 3 + option.rawValue
      return row
    }
  }

  private func block(_ label: String, _ texts: [String], role: Role) -> [Row] {
    (texts.isEmpty ? [""] : texts).prefix(12).enumerated().map { place, text in
      Row(label: place == 0 ? label : "", text: text, role: role)
    }
  }

  private func draw(_ row: Row, isCursor: Bool, labelWidth: Int, into frame: inout Frame, _ line: Rect) {
    if row.labelRole == .heading {
      frame.put(row.label, x: line.x + 1, y: line.y, role: .heading, width: line.width - 2)
      return
    }
    if isCursor {
      frame.fill(Rect(x: line.x, y: line.y, width: line.width - 1, height: 1), role: .rowCursor)
      if !row.label.isEmpty { frame.put("▌", x: line.x, y: line.y, role: .rowCursor) }
    }
    let x = line.x + 6
    let labelRole: Role = isCursor ? .rowCursor : row.labelRole
    if let flat = row.flat {
      frame.hit(line, .item(flat))
      if !row.label.isEmpty {
        let isChosen = lines[flat / 3].chosen?.rawValue == flat % 3
        frame.put(isChosen ? "(x)" : "( )", x: line.x + 2, y: line.y, role: labelRole)
        if isCursor { frame.cursor = (line.x + 3, line.y) }
      }
    }
    frame.put(row.label, x: x, y: line.y, role: labelRole, width: labelWidth)
    let room = Rect(x: x + labelWidth + 2, y: line.y, width: max(4, line.right - x - labelWidth - 4), height: 1)
    guard row.isEntry, let flat = row.flat else {
      frame.put(row.text, x: room.x, y: room.y, role: isCursor ? .rowCursor : row.role, width: room.width)
      return
    }
    let entry = Rect(x: room.x, y: room.y, width: min(room.width, 60), height: 1)
    lines[flat / 3].entry.draw(into: &frame, entry, isFocus: isCursor, isWrong: false)
  }
}

extension Text {
  fileprivate static let typeIt = Text("Ketik lain", en: "Type another")
}
