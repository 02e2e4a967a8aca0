import JSONText
import JenjangDomain
import TerminalKit

/// One case of one rule: a form made from its description, and the answer as it stands with every key.
struct RuleCase: Screen {
  /// What the focus can stand on.
  enum Line: Equatable {
    case field(Int)
    /// The heading of a table, where a row is added.
    case table(Int)
    case row(table: Int, place: Int)
  }

  let rule: AnyRule
  var stack: FieldStack
  /// The rows of each table of the input.
  var rows: [[JSONObject]]
  /// The person whose record filled the form; nil when it was typed.
  var person: RecordID?
  var focus = 0
  private(set) var problems: [Problem] = []
  /// Nil while something needed is missing or cannot be read.
  private(set) var answer: RuleAnswer?
  private var top = 0
  private var scroll = PageScroll()

  init(_ rule: AnyRule, input: JSONObject = JSONObject(), person: RecordID? = nil, view: View) {
    self.rule = rule
    self.person = person
    stack = FieldStack(rule.input.fields, input, view)
    rows = rule.input.tables.map { input[$0.name]?.array?.compactMap(\.object) ?? [] }
    focus = stack.fields.firstIndex { $0.spec.isRequired && $0.editor.isEmpty } ?? 0
  }

  /// The form as it was left, or an empty one.
  static func resumed(_ rule: AnyRule, _ view: View) -> RuleCase {
    view.session.ruleCases[rule.name] ?? RuleCase(rule, view: view)
  }

  /// What was typed waits for the next time; what a person's file filled in can be had again.
  func left(_ session: Session) {
    guard person == nil else { return }
    let isEmpty = rows.allSatisfy(\.isEmpty) && stack.fields.allSatisfy(\.editor.isEmpty)
    session.ruleCases[rule.name] = isEmpty ? nil : self
  }

  func title(_ view: View) -> String { view(rule.title) }
  var takesText: Bool { true }

  /// Everything the focus can stand on, from above.
  var lines: [Line] {
    stack.fields.indices.map { .field($0) }
      + rows.indices.flatMap { table in
        [.table(table)] + rows[table].indices.map { .row(table: table, place: $0) }
      }
  }

  var current: Line? { lines.indices.contains(focus) ? lines[focus] : nil }

  var currentField: Int? {
    guard case .field(let place)? = current else { return nil }
    return place
  }

  mutating func refresh(_ view: View) {
    focus = max(0, min(focus, lines.count - 1))
    judge(view)
  }

  /// Reads the form and asks the rule again.
  private mutating func judge(_ view: View) {
    var (object, unread) = stack.reading(view)
    for (table, rows) in zip(rule.input.tables, rows) { object[table.name] = .array(rows.map { .object($0) }) }
    let input = rule.read(object, today: view.today, language: view.language)
    let names = Set(unread.compactMap(\.field))
    unread += input.problems.filter { problem in problem.field.map { !names.contains($0) } ?? true }
    problems = unread
    let isReady = !unread.contains { $0.severity == .error }
    answer = isReady ? rule.answer(input.object, by: view.book.law) : nil
  }

  func hint(_ view: View) -> (left: String, right: String) {
    let right = view(Text("PgDn/PgUp: hasil", en: "PgDn/PgUp: result"))
    switch current {
    case .field(let place)?:
      let field = stack.fields[place]
      if field.wasLeft || !field.editor.isEmpty, let problem = problem(at: place) {
        return (FormLayout.marked(problem, view), right)
      }
      return ((field.spec.help ?? FormHelp.ofType(field.spec)).map { view($0) } ?? "", right)
    case .table?: return (view(Text("Enter atau F6 menambah baris.", en: "Enter or F6 adds a row.")), right)
    case .row?:
      return (view(Text("Enter mengubah baris; F9 menghapusnya.", en: "Enter edits the row; F9 deletes.")), right)
    case nil: return ("", right)
    }
  }

  func help(_ view: View) -> [Text] {
    let own = currentField.map { FormHelp.lines(stack.fields[$0].spec) } ?? []
    return [rule.purpose, rule.basis, .verbatim("")] + own
  }

  func problem(at place: Int) -> Problem? {
    let name = stack.fields[place].spec.name
    return problems.first { $0.field == name }
  }

  mutating func typed(_ key: Key, view: View) -> Effect? {
    guard let place = currentField, stack.fields[place].press(key, view) else { return nil }
    return .some(.none)
  }

  mutating func pasted(_ text: String, view: View) -> Effect? {
    guard let place = currentField else { return nil }
    stack.fields[place].editor.insert(text.filter { !$0.isNewline })
    return .some(.none)
  }

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    guard case .item(let place) = target else { return nil }
    if place == focus, currentField == nil { return enter(view) }
    move(to: place, view)
    return .some(.none)
  }

  /// Leaves the line of the focus for another.
  mutating func move(to place: Int, _ view: View) {
    if let field = currentField { stack.leave(field, view) }
    focus = max(0, min(place, lines.count - 1))
    if let field = currentField { stack.fields[field].editor.open() }
  }

  mutating func scrollAnswer(_ step: Step) { scroll.move(step) }
}

extension RuleCase {
  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    drawHeading(&frame, rest.cutTop(1), view)
    if rest.width >= 110 {
      let right = rest.cutRight(rest.width / 2)
      frame.lineDown(right)
      drawLines(&frame, rest, view)
      drawAnswer(&frame, Rect(x: right.x + 2, y: right.y, width: right.width - 2, height: right.height), view)
    } else {
      let form = rest.cutTop(max(2, min(lines.count, rest.height / 2)))
      let rule = rest.cutTop(1)
      frame.line(x: rule.x, y: rule.y, width: rule.width)
      drawLines(&frame, form, view)
      drawAnswer(&frame, rest, view)
    }
  }

  private func drawHeading(_ frame: inout Frame, _ line: Rect, _ view: View) {
    let end = frame.put(view(rule.title), x: line.x + 1, y: line.y, role: .textStrong, width: line.width - 2)
    guard let person else { return }
    let name = view.book.label(of: person, kind: "employees") ?? "?"
    frame.put("  " + name, x: end, y: line.y, role: .textMuted, width: line.right - end - 1)
  }

  private mutating func drawLines(_ frame: inout Frame, _ area: Rect, _ view: View) {
    let lines = lines
    if focus < top { top = focus }
    if focus >= top + area.height { top = focus - area.height + 1 }
    top = max(0, min(top, lines.count - area.height))
    let labels = stack.labelWidth(area.width, view)
    for offset in 0..<area.height where top + offset < lines.count {
      let place = top + offset
      let line = Rect(x: area.x, y: area.y + offset, width: area.width - 1, height: 1)
      draw(lines[place], isFocus: place == focus, into: &frame, line, labels: labels, view)
      frame.hit(line, .item(place))
    }
    if top > 0 { frame.put("▲", x: area.right - 1, y: area.y, role: .textMuted) }
    if top + area.height < lines.count { frame.put("▼", x: area.right - 1, y: area.bottom - 1, role: .textMuted) }
  }

  private func draw(
    _ line: Line, isFocus: Bool, into frame: inout Frame, _ place: Rect, labels: Int, _ view: View
  ) {
    switch line {
    case .field(let field):
      stack.draw(
        field, into: &frame, place, labels: labels, isFocus: isFocus, problem: problem(at: field), view: view)
    case .table(let table):
      let spec = rule.input.tables[table]
      let count = view.count(rows[table].count)
      frame.ground(place, isCursor: isFocus, role: .row)
      let text = view(spec.title) + (spec.isRequired ? "*" : "") + "  (\(count))  [F6 +]"
      frame.put(text, x: place.x + 1, y: place.y, role: isFocus ? .rowCursor : .heading, width: place.width - 2)
      if isFocus { frame.cursor = (place.x + 1, place.y) }
    case .row(let table, let number):
      let role = frame.ground(place, isCursor: isFocus, role: .row)
      let spec = rule.input.tables[table]
      let wrong = problems.contains { $0.field?.hasPrefix("\(spec.name)[\(number)]") ?? false }
      let text = "\(number + 1). " + (wrong ? "! " : "") + RuleWords.row(rows[table][number], spec.fields, view)
      frame.put(text, x: place.x + 3, y: place.y, role: role, width: place.width - 4)
      if isFocus { frame.cursor = (place.x + 3, place.y) }
    }
  }

  private mutating func drawAnswer(_ frame: inout Frame, _ area: Rect, _ view: View) {
    let cursor = frame.cursor
    var page = Page(width: area.width - 2)
    writeAnswer(into: &page, view)
    scroll.draw(page, into: &frame, Rect(x: area.x + 1, y: area.y, width: area.width - 1, height: area.height))
    frame.cursor = cursor
  }

  /// The answer, or what is still needed for it.
  func writeAnswer(into page: inout Page, _ view: View) {
    guard let answer else { return writeMissing(into: &page, view) }
    RuleWords.write(answer, of: rule, into: &page, view)
  }

  private func writeMissing(into page: inout Page, _ view: View) {
    page.paragraph(view(.noAnswerYet), role: .textMuted)
    for problem in problems where problem.severity == .error {
      let title = stack.specs.first { $0.name == problem.field }.map { view($0.title) } ?? problem.field ?? ""
      page.paragraph("! \(title): \(view(problem.text))", indent: 2)
    }
  }
}

extension Text {
  fileprivate static let noAnswerYet = Text(
    "Belum dapat dihitung. Yang masih perlu:", en: "No answer yet. Still needed:")
}
