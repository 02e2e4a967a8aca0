import JenjangDomain
import TerminalKit

/// One row of a grid: its cells, how it looks, and a mark before it.
struct GridRow {
  var cells: [String]
  var role: Role = .row
  /// One letter in the column of marks.
  var mark = ""
  /// What stands across all columns instead of cells: a heading.
  var span: String?
}

/// A table with a cursor in one part of a screen: the columns that fit, their titles, the rows that fit.
struct RowGrid {
  struct Column {
    let title: Text
    /// What it needs at least; a column that does not get it is left out.
    var width: Int
    /// Takes what is left of the row.
    var grows = false
    var isRightAligned = false
    /// How wide its texts are, where that is known: it takes no more of what is left.
    var wish: Int?
  }

  private(set) var cursor = 0
  private(set) var top = 0
  /// Rows that were visible when it was last drawn.
  private(set) var page = 10

  /// Puts the cursor on a place, as near as there are rows.
  mutating func move(to place: Int, of count: Int) { cursor = max(0, min(place, count - 1)) }

  /// Rows have come or gone: the cursor stays with its row, which stays on its line of the window; what comes before
  /// the first row of all is shown.
  mutating func follow(to place: Int?, of count: Int) {
    if top > 0 { top += (place ?? cursor) - cursor }
    move(to: place ?? cursor, of: count)
  }

  mutating func move(_ step: Step, of count: Int) {
    switch step {
    case .down: move(to: cursor + 1, of: count)
    case .up: move(to: cursor - 1, of: count)
    case .pageDown: move(to: cursor + page, of: count)
    case .pageUp: move(to: cursor - page, of: count)
    case .first: move(to: 0, of: count)
    case .last: move(to: count - 1, of: count)
    }
  }

  /// Makes the cursor visible in so many rows; gives the places to draw.
  mutating func window(rows: Int, of count: Int) -> Range<Int> {
    page = max(1, rows)
    cursor = max(0, min(cursor, count - 1))
    if cursor < top { top = cursor }
    if cursor >= top + page { top = cursor - page + 1 }
    top = max(0, min(top, count - page))
    return top..<min(count, top + max(0, rows))
  }

  /// Draws titles and rows; `part` names the clicks when the screen has several grids.
  mutating func draw(
    _ columns: [Column], count: Int, into frame: inout Frame, _ area: Rect, view: View, hasFocus: Bool = true,
    part: String? = nil, row: (Int) -> GridRow
  ) {
    var rest = area
    let places = RowGrid.layout(columns, width: area.width)
    drawTitles(places, into: &frame, rest.cutTop(1), view)
    if rest.height > 6 {
      let rule = rest.cutTop(1)
      frame.line(x: rule.x, y: rule.y, width: rule.width)
    }
    for place in window(rows: rest.height, of: count) {
      let line = Rect(x: rest.x, y: rest.y + place - top, width: rest.width, height: 1)
      let row = row(place)
      let role = frame.ground(line, isCursor: hasFocus && place == cursor, mark: row.mark, role: row.role)
      if let span = row.span { frame.put(span, x: line.x + 3, y: line.y, role: role, width: line.width - 4) }
      for entry in places where row.span == nil && entry.index < row.cells.count {
        let text = row.cells[entry.index]
        let indent = entry.column.isRightAligned ? max(0, entry.width - Width.of(text)) : 0
        frame.put(text, x: line.x + entry.x + indent, y: line.y, role: role, width: entry.width - indent)
      }
      frame.hit(line, part.map { .part($0, place) } ?? .item(place))
      if hasFocus, place == cursor { frame.cursor = (line.x, line.y) }
    }
  }

  private func drawTitles(
    _ places: [(column: Column, index: Int, x: Int, width: Int)], into frame: inout Frame, _ line: Rect, _ view: View
  ) {
    for entry in places {
      let title = view(entry.column.title)
      let indent = entry.column.isRightAligned ? max(0, entry.width - Width.of(title)) : 0
      frame.put(title, x: line.x + entry.x + indent, y: line.y, role: .columnHeader, width: entry.width - indent)
    }
  }

  /// The columns that fit, each with its place; those that wish for more share what is left.
  private static func layout(
    _ columns: [Column], width: Int
  ) -> [(column: Column, index: Int, x: Int, width: Int)] {
    var used = 3
    var fitting: [(column: Column, index: Int)] = []
    for (index, column) in columns.enumerated() {
      let least = column.grows ? min(column.width, 12) : column.width
      guard used + least <= width - 1 else { continue }
      var column = column
      column.width = min(column.width, width - 1 - used)
      used += column.width + 2
      fitting.append((column, index))
    }
    share(max(0, width + 1 - used), among: &fitting)
    var x = 3
    return fitting.map { entry in
      defer { x += entry.column.width + 2 }
      return (entry.column, entry.index, x, entry.column.width)
    }
  }

  /// Gives one column of the screen at a time to each that wishes for more.
  private static func share(_ spare: Int, among fitting: inout [(column: Column, index: Int)]) {
    var spare = spare
    var isSharing = true
    while spare > 0, isSharing {
      isSharing = false
      for place in fitting.indices where spare > 0 {
        let column = fitting[place].column
        guard column.width < (column.wish ?? (column.grows ? .max : 0)) else { continue }
        fitting[place].column.width += 1
        spare -= 1
        isSharing = true
      }
    }
  }
}

/// How far a cursor moves.
enum Step {
  case down
  case up
  case pageDown
  case pageUp
  case first
  case last

  /// The movement commands of a screen, all with the usual keys.
  static func commands<S>(_ noun: String, _ move: @escaping (inout S, Step, View) -> Void) -> [Command<S>] {
    let steps: [(verb: String, title: Text, key: String, step: Step)] = [
      ("down", Text("Turun", en: "Down"), "down", .down),
      ("up", Text("Naik", en: "Up"), "up", .up),
      ("pageDown", Text("Halaman berikut", en: "Next page"), "pgdn", .pageDown),
      ("pageUp", Text("Halaman sebelumnya", en: "Previous page"), "pgup", .pageUp),
      ("first", Text("Baris pertama", en: "First row"), "home", .first),
      ("last", Text("Baris terakhir", en: "Last row"), "end", .last),
    ]
    return steps.map { entry in
      Command("\(noun).\(entry.verb)", entry.title, keys: [entry.key]) { screen, view in
        move(&screen, entry.step, view)
        return .none
      }
    }
  }
}

extension Frame {
  /// Fills a row's ground and draws its marks; gives the role for its text.
  @discardableResult
  mutating func ground(_ line: Rect, isCursor: Bool, mark: String = "", role: Role = .row) -> Role {
    let role = isCursor ? .rowCursor : role
    fill(line, role: role)
    if isCursor { put("▌", x: line.x, y: line.y, role: role) }
    if !mark.isEmpty { put(mark, x: line.x + 1, y: line.y, role: role, width: 1) }
    return role
  }
}
