import JenjangDomain
import TerminalKit

extension EvaluationForm {
  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    guard let person else {
      let text = Text("SKP ini tidak dinilai untuk periode ini.", en: "This plan is not rated for this period.")
      frame.put(view(text), x: rest.x + 2, y: rest.y + 1, role: .textMuted, width: rest.width - 4)
      return
    }
    drawHead(person, &frame, rest.cutTop(2), view)
    if area.width >= 120 {
      let side = rest.cutRight(min(60, area.width * 2 / 5))
      drawDetail(person, &frame, side, isBeside: true, view)
    } else if rest.height >= 14 {
      drawDetail(person, &frame, rest.cutBottom(min(6, rest.height / 3)), isBeside: false, view)
    }
    drawJudgement(person, &frame, rest.cutBottom(rest.height >= 8 ? 2 : 1), view)
    let width = max(16, min(60, rest.width - 56))
    entry.draw(into: &frame, rest, title: .verbatim(period.name ?? ""), titleWidth: width, view: view)
  }

  /// Whose evaluation it is, until when it is due, how much is rated; and what the keys mean.
  private func drawHead(_ person: EvaluatedPerson, _ frame: inout Frame, _ area: Rect, _ view: View) {
    var rest = area
    let line = rest.cutTop(1)
    let dates = PeriodCalendar(period, in: view.book).dates(of: person.plan.unit)
    let due = dates?.evaluationDue.map { view(Text("Tenggat ", en: "Due ")) + $0.display } ?? ""
    let right = [due, filled(view), view(person.status.title)].filter { !$0.isEmpty }.joined(separator: "  ")
    let width = Width.of(right)
    frame.put(
      [person.plan.title, person.plan.unit.flatMap { view.book.label(of: $0.raw, kind: "units") }].compactMap(\.self)
        .joined(separator: ", "), x: line.x + 1, y: line.y, role: .text, width: line.width - width - 4)
    frame.put(
      right, x: line.right - width - 1, y: line.y, role: person.isLate ? .statusWarn : .textMuted)
    let keys = rest.cutTop(1)
    frame.put(view(.ratingKeys), x: keys.x + 1, y: keys.y, role: .textStrong, width: keys.width - 2)
  }

  private func filled(_ view: View) -> String {
    let column = entry.index(ofColumn: EvaluationItems.now) ?? 0
    let rated = entry.lines.indices.filter { line in
      if case .choice? = entry.lines[line].kinds?[column] { return entry.lines[line].key != "recommendation" }
      return false
    }
    let done = rated.count { !entry.value($0, column).isEmpty }
    return view(Text("Terisi \(done)/\(rated.count)", en: "Rated \(done)/\(rated.count)"))
  }

  /// The predicate that follows and what the single ratings suggest.
  private func drawJudgement(_ person: EvaluatedPerson, _ frame: inout Frame, _ area: Rect, _ view: View) {
    guard area.height > 0 else { return }
    let first = Rect(x: area.x, y: area.y, width: area.width, height: 1)
    let found = predicate.map { view($0.title) } ?? "-"
    let last = person.previous?.predicate.map { view(Text("  lalu ", en: "  last ")) + view($0.title) } ?? ""
    var x = frame.put(view(Text("Predikat  ", en: "Rating  ")), x: first.x + 1, y: first.y, role: .label)
    x = frame.put(found, x: x, y: first.y, role: .textStrong)
    x = frame.put(last, x: x, y: first.y, role: .textMuted)
    let ratings = [suggested?.work, suggested?.behaviour].map { $0.map { String($0.digit) } ?? "-" }
    let words = view(
      Text(
        "saran lokal (F9 u): hasil \(ratings[0]), perilaku \(ratings[1])",
        en: "local suggestion (F9 u): work \(ratings[0]), behaviour \(ratings[1])"))
    frame.put(words, x: x + 3, y: first.y, role: .textMuted, width: first.right - x - 4)
    guard area.height > 1 else { return }
    let second = area.y + 1
    if let lock = person.lock {
      frame.put(view(lock), x: area.x + 1, y: second, role: .statusWarn, width: area.width - 2)
    } else if let place = entry.place, let problem = entry.problems[place] ?? entry.problems.first?.value {
      frame.put("! " + view(problem.text), x: area.x + 1, y: second, role: .statusWarn, width: area.width - 2)
    }
  }

  private func drawDetail(
    _ person: EvaluatedPerson, _ frame: inout Frame, _ area: Rect, isBeside: Bool, _ view: View
  ) {
    let inside = frame.divide(area, isBeside: isBeside)
    guard let line = entry.current else { return }
    var page = EvaluationItems.detail(line.key, person, width: inside.width - 2, view)
    if let cell = EvaluationCell(key: line.key), case .text = cell.kind {
      let text = entry.editor?.text ?? entry.value(entry.line, EvaluationItems.now)
      page.paragraph(text, indent: 0)
    }
    page.draw(from: 0, into: &frame, inside.inset(x: 1, y: 0))
  }
}
