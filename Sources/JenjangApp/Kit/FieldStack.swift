import JSONText
import JenjangDomain
import TerminalKit

/// Fields below each other that belong to no record: the input of a rule, a row of its tables.
struct FieldStack {
  let specs: [FieldSpec]
  var fields: [FormField]

  init(_ specs: [FieldSpec], _ object: JSONObject, _ view: View) {
    self.specs = specs
    fields = specs.map { FormField($0, value: object[$0.name], view: view) }
  }

  /// What was typed as values; a problem for each text that cannot be read.
  func reading(_ view: View) -> (object: JSONObject, problems: [Problem]) {
    var object = JSONObject()
    var problems: [Problem] = []
    for field in fields {
      switch field.reading(view) {
      case .success(let value): object[field.spec.name] = value
      case .failure(let problem): problems.append(problem)
      }
    }
    return (object, problems)
  }

  /// The user goes on from a field: its text is written the usual way.
  mutating func leave(_ place: Int, _ view: View) {
    guard fields.indices.contains(place) else { return }
    fields[place].settle(view)
    fields[place].wasLeft = true
  }

  /// As wide as the longest label, within a share of the width.
  func labelWidth(_ width: Int, _ view: View) -> Int {
    let longest = specs.map { Width.of(view($0.title)) + 1 }.max() ?? 0
    return min(longest, max(10, width * 2 / 5), 34)
  }

  /// Draws one field on one line: label, entry, and beside it what is wrong or what the value means.
  func draw(
    _ place: Int, into frame: inout Frame, _ line: Rect, labels: Int, isFocus: Bool, problem: Problem?, view: View
  ) {
    let field = fields[place]
    let star = field.spec.isRequired ? "*" : ""
    let role: Role = isFocus ? .textStrong : .label
    if isFocus { frame.put("▌", x: line.x, y: line.y, role: .fieldFocus) }
    let end = frame.put(
      view(field.spec.title), x: line.x + 1, y: line.y, role: role, width: labels - Width.of(star))
    frame.put(star, x: end, y: line.y, role: role)
    let x = line.x + labels + 3
    let width = max(4, min(FormLayout.wantedWidth(field.spec), line.right - x - 2))
    let shown = field.wasLeft && !isFocus || !field.editor.isEmpty && !isFocus ? problem : nil
    let entry = Rect(x: x, y: line.y, width: width, height: 1)
    field.draw(into: &frame, entry, isFocus: isFocus, isWrong: shown != nil)
    let beside = line.right - entry.right - 3
    guard beside > 3 else { return }
    if let shown {
      frame.put(FormLayout.marked(shown, view), x: entry.right + 2, y: line.y, role: .statusBad, width: beside)
    } else {
      let echo = field.echo(view, isFocus: isFocus)
      frame.put(echo, x: entry.right + 2, y: line.y, role: .textMuted, width: beside)
    }
  }
}
