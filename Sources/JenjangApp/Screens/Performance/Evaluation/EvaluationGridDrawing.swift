import JenjangDomain
import TerminalKit

extension EvaluationGrid {
  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    let head = rest.cutTop(1)
    let keys = mode == .rating ? Text.ratingKeys : .calibratingKeys
    frame.put(view(keys), x: head.x + 1, y: head.y, role: .textStrong, width: head.width - 2)
    guard !people.isEmpty else {
      let empty: Text = leftOut > 0 ? .onlyOwn : mode == .calibrating ? .noneToCalibrate : .nobody
      return page(empty, into: &frame, rest, view)
    }
    if area.width >= 160 {
      let side = rest.cutRight(46)
      drawSide(&frame, side, view)
    }
    if rest.height >= 9 { drawFoot(&frame, rest.cutBottom(area.width >= 160 ? 3 : rest.height >= 14 ? 5 : 3), view) }
    let width = min(40, max(16, rest.width * 3 / 10))
    entry.draw(into: &frame, rest, title: Text("Pegawai", en: "Employee"), titleWidth: width, view: view)
  }

  private func page(_ text: Text, into frame: inout Frame, _ area: Rect, _ view: View) {
    var page = Page(width: area.width - 2)
    page.blank()
    page.paragraph(view(text), role: .textMuted)
    page.draw(from: 0, into: &frame, area.inset(x: 1, y: 1))
  }

  /// What the cell under the cursor means, what is wrong with it, and how the unit's ratings are spread.
  private func drawFoot(_ frame: inout Frame, _ area: Rect, _ view: View) {
    var rest = area
    let rule = rest.cutTop(1)
    frame.line(x: rule.x, y: rule.y, width: rule.width)
    var lines: [(text: String, role: Role)] = [(cellWords(view), .text), stateWords(view)]
    if area.width < 160, let ratings {
      let achievement =
        ratings.achievement.map { "  " + view(Text("capaian ", en: "achieved ")) + view($0.title) } ?? ""
      lines.append((RatingsPanel.line(ratings, view) + achievement, .text))
      lines.append((RatingsPanel.remark(ratings, view) ?? "", .statusWarn))
    }
    for line in lines where !rest.isEmpty {
      let row = rest.cutTop(1)
      frame.put(line.text, x: row.x + 1, y: row.y, role: line.role, width: row.width - 2)
    }
  }

  /// The person and the cell in words: which result it is, what it aims at.
  private func cellWords(_ view: View) -> String {
    guard let person = current, let column = entry.currentColumn else { return "" }
    guard let cell = EvaluationCell(key: column.key) else { return person.name + ": " + view(column.title) }
    switch cell {
    case .result(let number):
      let text = person.results.first { $0.number == number }?.text
      return "\(number) " + (text ?? view(Text("SKP-nya tidak punya hasil ini", en: "Not in this person's plan")))
    case .value(let value):
      return view(value.title) + ": " + value.guidance.map { view($0) }.joined(separator: "; ")
    case .note, .calibrationReason:
      let text = entry.editor?.text ?? entry.value(entry.line, entry.column)
      return view(column.title) + " " + person.name + ": " + (text.isEmpty ? "-" : text)
    default: return person.name + ": " + view(column.title) + ", " + (person.plan.title ?? "")
    }
  }

  private func stateWords(_ view: View) -> (text: String, role: Role) {
    guard let person = current, let place = entry.place else { return ("", .text) }
    if let problem = entry.problems[place] { return ("! " + view(problem.text), .statusWarn) }
    if let lock = entry.current?.lock { return (view(lock), .textMuted) }
    let before = previous(entry.line, entry.column, view).map { text in
      GridChoice.ratings.first { $0.value == text }.map { view($0.title) } ?? text
    }
    let last = person.previous?.predicate.map { view($0.title) } ?? "-"
    let words = before.map { $0.isEmpty ? "" : view(Text("periode lalu: ", en: "last period: ")) + $0 + "  " } ?? ""
    return (
      words + view(Text("predikat lalu: ", en: "last rating: ")) + last + "  " + view(person.status.title)
        + (person.isLate ? view(Text(", lewat tenggat", en: ", late")) : ""), .textMuted
    )
  }

  private func drawSide(_ frame: inout Frame, _ area: Rect, _ view: View) {
    var inside = area
    frame.lineDown(inside.cutLeft(2))
    inside = inside.inset(x: 1, y: 0)
    if let ratings { RatingsPanel.draw(ratings, into: &frame, &inside, view) }
    guard let person = current, inside.height > 4 else { return }
    var page = Page(width: inside.width)
    page.heading(person.name)
    page.paragraph(person.plan.title ?? "", indent: 0, role: .textMuted)
    for result in person.results {
      page.item(result.number.map { String($0) } ?? "", result.text ?? "", labelWidth: 2)
    }
    page.draw(from: 0, into: &frame, inside)
  }
}

extension Text {
  fileprivate static let calibratingKeys = Text(
    "Nilai Anda di samping nilai penilai: 1 di bawah   2 sesuai   3 di atas   . kosong",
    en: "Your rating beside the assessor's: 1 below   2 as expected   3 above   . clear")
  fileprivate static let nobody = Text(
    "Tidak ada SKP yang dinilai di sini untuk periode ini. F9 o memilih periode lain.",
    en: "No plan is to be rated here for this period. F9 o chooses another period.")
  fileprivate static let noneToCalibrate = Text(
    "Tidak ada penilaian yang menunggu kalibrasi Anda. F9 o memilih periode lain.",
    en: "No evaluation waits for your calibration. F9 o chooses another period.")
  fileprivate static let onlyOwn = Text(
    "Di sini hanya ada penilaian Anda sendiri, yang dinilai orang lain.",
    en: "Only your own evaluation is here; somebody else rates it.")
}
