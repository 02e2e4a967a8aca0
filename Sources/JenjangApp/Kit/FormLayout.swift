import JenjangDomain
import TerminalKit

/// Where everything of a form stands, in lines from its top; computed anew for each picture.
struct FormLayout {
  /// A heading, or what is wrong with a field when it does not fit beside it.
  struct Line {
    var text: String
    var x: Int
    var y: Int
    var width: Int
    var role: Role
  }

  /// A field: its label and its entry.
  struct Place {
    var x: Int
    var y: Int
    /// Of label, entry and what stands beside.
    var width: Int
    var labelWidth: Int
    var entryWidth: Int
    /// The rows of the entry.
    var rows: Int

    var entryX: Int { x + labelWidth + 3 }
    /// The first column of what stands beside the entry.
    var besideX: Int { entryX + entryWidth + 2 }
    var besideWidth: Int { x + width - besideX }
  }

  private(set) var lines: [Line] = []
  private(set) var places: [Place] = []
  private(set) var height = 0

  init(_ form: FormScreen, width: Int, rows: Int, view: View) {
    let isDouble = width >= 110
    let columnWidth = isDouble ? (width - 2) / 2 : width
    let longest = form.fields.map { Width.of(view($0.spec.title)) + 1 }.max() ?? 0
    let labelWidth = min(longest, max(10, columnWidth * 2 / 5), 28)
    var y = 0
    /// The column of the next field in a double layout, and the rows its line takes so far.
    var column = 0
    var lineRows = 0
    func closeLine() {
      y += lineRows
      (column, lineRows) = (0, 0)
    }
    let noteRows = FormLayout.noteRows(form, rows)
    for place in form.fields.indices {
      let field = form.fields[place]
      if !isDouble, form.task.joined.contains(field.spec.name),
        let joined = FormLayout.joined(field.spec, to: places.last, width: width, view)
      {
        places[place - 1].width = joined.x - places[place - 1].x
        places.append(joined)
        y += noteBelow(form, place, at: y, view)
        continue
      }
      if let section = field.spec.section {
        closeLine()
        if y > 0, rows > 14 { y += 1 }
        lines.append(Line(text: view(section).uppercased(), x: 1, y: y, width: width - 2, role: .heading))
        y += 1
      }
      let isWide = !isDouble || FormLayout.isLong(field.spec)
      if isWide || column == 2 { closeLine() }
      let x = column * (columnWidth + 2)
      let fieldWidth = isWide ? width : columnWidth
      let entryRows = field.isNote ? noteRows : 1
      let room = max(4, fieldWidth - labelWidth - 5)
      let entryWidth = min(FormLayout.wantedWidth(field.spec), FormLayout.limit(field.spec, room))
      places.append(
        Place(
          x: x, y: y, width: fieldWidth, labelWidth: labelWidth, entryWidth: entryWidth, rows: entryRows))
      let used = entryRows + noteBelow(form, place, at: y + entryRows, view)
      lineRows = max(lineRows, used)
      column += 1
      if isWide { closeLine() }
    }
    closeLine()
    height = y
  }

  /// Puts the problem of a field below it when it does not fit beside the entry; gives the rows it takes.
  private mutating func noteBelow(_ form: FormScreen, _ place: Int, at y: Int, _ view: View) -> Int {
    let area = places[place]
    guard let text = FormLayout.below(form, place, area, view) else { return 0 }
    let isBad = form.shownProblem(place, view)?.severity == .error
    let width = area.x + area.width - area.entryX
    let parts = Paragraph.lines(text, width: width).prefix(2)
    for (row, part) in parts.enumerated() {
      lines.append(Line(text: part, x: area.entryX, y: y + row, width: width, role: isBad ? .statusBad : .statusWarn))
    }
    return parts.count
  }

  /// The rows of a note: fewer where several of them are to be seen at once in a short window.
  private static func noteRows(_ form: FormScreen, _ rows: Int) -> Int {
    guard rows > 8 else { return 1 }
    return rows < 30 && form.fields.count(where: \.isNote) > 3 ? 2 : 3
  }

  /// The place of a field on the line of the one before; nil where it does not fit.
  private static func joined(_ spec: FieldSpec, to previous: Place?, width: Int, _ view: View) -> Place? {
    guard let previous, previous.rows == 1 else { return nil }
    let x = previous.entryX + previous.entryWidth + 19
    let labelWidth = Width.of(view(spec.title)) + 1
    let entryWidth = wantedWidth(spec)
    guard x + labelWidth + 4 + entryWidth <= width else { return nil }
    return Place(x: x, y: previous.y, width: width - x, labelWidth: labelWidth, entryWidth: entryWidth, rows: 1)
  }

  /// The problem of a field when it does not fit beside the entry.
  private static func below(_ form: FormScreen, _ place: Int, _ area: Place, _ view: View) -> String? {
    guard let problem = form.shownProblem(place, view) else { return nil }
    let text = FormLayout.marked(problem, view)
    return Width.of(text) <= area.besideWidth ? nil : text
  }

  static func marked(_ problem: Problem, _ view: View) -> String {
    (problem.severity == .error ? "! " : "* ") + view(problem.text)
  }

  private static func isLong(_ spec: FieldSpec) -> Bool {
    switch spec.type {
    case .note: true
    case .text(let maximum): maximum > 100
    default: false
    }
  }

  /// A reference leaves room for what is known of the record beside it.
  private static func limit(_ spec: FieldSpec, _ room: Int) -> Int {
    switch spec.type {
    case .reference, .attachment: return room > 24 ? max(22, room * 3 / 5) : room
    default: return room
    }
  }

  static func wantedWidth(_ spec: FieldSpec) -> Int {
    switch spec.type {
    case .day: 12
    case .employeeNumber: 20
    case .integer(let range): max(4, String(range.upperBound).utf8.count + 1)
    case .decimal: 12
    case .flag: 6
    case .code(let list): min(20, max(8, (list.entries.map(\.code.utf8.count).max() ?? 8) + 1))
    case .reference, .attachment: 36
    case .text(let maximum): maximum < 60 ? maximum + 1 : 60
    case .note: 72
    }
  }
}
