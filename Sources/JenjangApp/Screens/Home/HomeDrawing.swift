import JenjangDomain
import TerminalKit

extension Home {
  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    let rule = rest.cutTop(1)
    frame.line(x: rule.x, y: rule.y, width: rule.width)
    guard rest.width >= 60 else { return drawNarrow(&frame, rest, view) }
    var left = rest.cutLeft(min(40, max(31, rest.width / 3)))
    frame.lineDown(rest.cutLeft(1))
    drawPane(&frame, &left, .menu, .verbatim("MENU"), view)
    _ = left.cutTop(1)
    if figures.own.isEmpty { drawGrades(&frame, left, view) } else { drawOwn(&frame, left, view) }
    var right = rest.inset(x: 1, y: 0)
    drawPane(&frame, &right, .tasks, Text("PERLU TINDAKAN", en: "NEEDS ACTION"), view)
    if !items.contains(where: { $0.pane == .tasks }) {
      let line = right.cutTop(1)
      frame.put(view(.nothingDue), x: line.x + 2, y: line.y, role: .textMuted, width: line.width - 2)
    }
    _ = right.cutTop(1)
    drawEffects(&frame, &right, view)
    _ = right.cutTop(1)
    drawPane(&frame, &right, .drafts, Text("DRAF SAYA", en: "MY DRAFTS"), view)
    if view.session.drafts.isEmpty {
      frame.put(view(.noDrafts), x: right.x + 2, y: right.y, role: .textMuted, width: right.width - 2)
    }
  }

  private mutating func drawNarrow(_ frame: inout Frame, _ area: Rect, _ view: View) {
    var rest = area
    if !leadsWithTasks { drawPane(&frame, &rest, .menu, .verbatim("MENU"), view) }
    drawPane(&frame, &rest, .tasks, Text("PERLU TINDAKAN", en: "NEEDS ACTION"), view)
    if leadsWithTasks { drawPane(&frame, &rest, .menu, .verbatim("MENU"), view) }
    drawPane(&frame, &rest, .drafts, Text("DRAF SAYA", en: "MY DRAFTS"), view)
  }

  /// Draws one part with its heading and cuts what it used off the area.
  private func drawPane(_ frame: inout Frame, _ rest: inout Rect, _ pane: Pane, _ title: Text, _ view: View) {
    let heading = rest.cutTop(1)
    frame.put(view(title), x: heading.x + 1, y: heading.y, role: .heading, width: heading.width - 2)
    for (place, item) in items.enumerated() where item.pane == pane {
      let line = rest.cutTop(1)
      guard !line.isEmpty else { return }
      draw(item, isCursor: place == cursor, into: &frame, line)
      frame.hit(line, .item(place))
    }
  }

  private func draw(_ item: Item, isCursor: Bool, into frame: inout Frame, _ line: Rect) {
    let role: Role = isCursor ? .rowCursor : .row
    frame.fill(line, role: role)
    if isCursor {
      frame.put("▌", x: line.x, y: line.y, role: role)
      frame.cursor = (line.x + 1, line.y)
    }
    var x = line.x + 2
    if !item.mark.isEmpty {
      let markRole: Role = isCursor ? role : item.mark == "!" ? .statusBad : .statusWarn
      x = frame.put(item.mark + " ", x: x, y: line.y, role: markRole)
    }
    let detailWidth = Width.of(item.detail)
    frame.put(item.text, x: x, y: line.y, role: role, width: line.right - x - detailWidth - 2)
    frame.put(item.detail, x: line.right - detailWidth - 1, y: line.y, role: isCursor ? role : .textMuted)
  }

  private func drawEffects(_ frame: inout Frame, _ rest: inout Rect, _ view: View) {
    let heading = rest.cutTop(1)
    frame.put(view(.thisMonth), x: heading.x + 1, y: heading.y, role: .heading, width: heading.width - 2)
    for effect in figures.effects {
      let line = rest.cutTop(1)
      let count = view.count(effect.count)
      let x = min(line.x + 34, line.right - 1) - Width.of(count)
      frame.put(view(effect.title), x: line.x + 2, y: line.y, role: .label, width: x - line.x - 3)
      frame.put(count, x: x, y: line.y, role: .value)
    }
  }

  /// The user's own plan and results.
  private func drawOwn(_ frame: inout Frame, _ area: Rect, _ view: View) {
    guard area.height > figures.own.count else { return }
    var rest = area
    let heading = rest.cutTop(1)
    frame.put(view(.ownPerformance), x: heading.x + 1, y: heading.y, role: .heading, width: heading.width - 2)
    for entry in figures.own {
      let line = rest.cutTop(1)
      let end = frame.put(view(entry.title), x: line.x + 2, y: line.y, role: .label, width: 14)
      frame.put(
        entry.value, x: max(end + 1, line.x + 17), y: line.y, role: .value,
        width: line.right - max(end + 1, line.x + 17))
    }
  }

  private func drawGrades(_ frame: inout Frame, _ area: Rect, _ view: View) {
    let total = figures.grades.reduce(0) { $0 + $1.count }
    guard total > 0, area.height > figures.grades.count else { return }
    var rest = area
    let heading = rest.cutTop(1)
    frame.put(view(.byGrade), x: heading.x + 1, y: heading.y, role: .heading, width: heading.width - 2)
    for group in figures.grades {
      let line = rest.cutTop(1)
      frame.put(group.name, x: line.x + 2, y: line.y, role: .label, width: 5)
      let bar = Rect(x: line.x + 8, y: line.y, width: max(4, line.width - 20), height: 1)
      let filled = (group.count * bar.width + total / 2) / total
      frame.fill(Rect(x: bar.x, y: bar.y, width: filled, height: 1), "█", role: .bar)
      frame.fill(Rect(x: bar.x + filled, y: bar.y, width: bar.width - filled, height: 1), "░", role: .barEmpty)
      let count = view.count(group.count)
      frame.put(count, x: line.right - Width.of(count) - 1, y: line.y, role: .value)
    }
  }
}

extension Text {
  fileprivate static let nothingDue = Text("Tidak ada yang mendesak.", en: "Nothing urgent.")
  fileprivate static let noDrafts = Text("Tidak ada draf.", en: "No drafts.")
  fileprivate static let thisMonth = Text("BERLAKU BULAN INI", en: "IN EFFECT THIS MONTH")
  fileprivate static let ownPerformance = Text("KINERJA SAYA", en: "MY PERFORMANCE")
  fileprivate static let byGrade = Text("PEGAWAI PER GOLONGAN", en: "PEOPLE BY GRADE")
}
