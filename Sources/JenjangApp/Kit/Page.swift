import JenjangDomain
import TerminalKit

/// A page of text to read: headings, label and value pairs in columns, paragraphs, broken at a width.
struct Page {
  /// One row: pieces of text, each at its column.
  struct Line {
    struct Piece {
      let x: Int
      let text: String
      let role: Role
    }
    var pieces: [Piece] = []
  }

  let width: Int
  /// Labels take at least so much, so that the pairs of all sections stand below each other.
  var labels = 0
  private(set) var lines: [Line] = []

  init(width: Int, labels: Int = 0) {
    self.width = max(20, width)
    self.labels = labels
  }

  /// The columns of pairs that fit beside each other.
  var columns: Int { width < 56 ? 1 : width < 140 ? 2 : 3 }

  mutating func blank() {
    if let last = lines.last, !last.pieces.isEmpty { lines.append(Line()) }
  }

  /// A heading at the left edge, after a blank row, with a remark at the right edge.
  mutating func heading(_ text: String, remark: String = "") {
    blank()
    var line = Line(pieces: [Line.Piece(x: 0, text: text, role: .heading)])
    if !remark.isEmpty, Width.of(text) + Width.of(remark) + 2 <= width {
      line.pieces.append(Line.Piece(x: width - Width.of(remark), text: remark, role: .textMuted))
    }
    lines.append(line)
  }

  mutating func paragraph(_ text: String, indent: Int = 1, role: Role = .text) {
    for part in Paragraph.lines(text, width: width - indent) {
      lines.append(Line(pieces: [Line.Piece(x: indent, text: part, role: role)]))
    }
  }

  /// A label in a column of its own and text that goes on below itself.
  mutating func item(_ label: String, _ text: String, labelWidth: Int, role: Role = .value) {
    let indent = labelWidth + 3
    for (index, part) in Paragraph.lines(text, width: width - indent).enumerated() {
      var line = Line()
      if index == 0 { line.pieces.append(Line.Piece(x: 1, text: label, role: .label)) }
      line.pieces.append(Line.Piece(x: indent, text: part, role: role))
      lines.append(line)
    }
  }

  /// A label and two texts beside each other, each going on below itself.
  mutating func row(_ label: String, _ left: String, _ right: String, role: Role) {
    let start = min(24, width / 4)
    let room = (width - start) / 2
    let texts = [left, right].map { Paragraph.lines($0, width: room - 2) }
    for index in 0..<max(1, texts.map(\.count).max() ?? 1) {
      var line = Line()
      if index == 0 { line.pieces.append(Line.Piece(x: 1, text: Width.clip(label, to: start - 2), role: .label)) }
      for (place, lines) in texts.enumerated() where lines.indices.contains(index) {
        line.pieces.append(Line.Piece(x: start + place * room, text: lines[index], role: role))
      }
      lines.append(line)
    }
  }

  /// Two texts beside each other, each in a half of the page.
  mutating func beside(_ left: String, _ right: String, role: Role) {
    let room = (width - 1) / 2
    let texts = [left, right].map { Paragraph.lines($0, width: room - 2) }
    for index in 0..<max(1, texts.map(\.count).max() ?? 1) {
      var line = Line()
      for (place, lines) in texts.enumerated() where lines.indices.contains(index) {
        line.pieces.append(Line.Piece(x: 1 + place * room, text: lines[index], role: role))
      }
      lines.append(line)
    }
  }

  /// One row of a table: each text at its column, numbers to the right.
  mutating func cells(_ texts: [String], at columns: [(x: Int, width: Int, isNumber: Bool)], role: Role = .value) {
    var line = Line()
    for (text, column) in zip(texts, columns) where !text.isEmpty && column.x < width {
      let clipped = Width.clip(text, to: min(column.width, width - column.x))
      let indent = column.isNumber ? max(0, column.width - Width.of(clipped)) : 0
      line.pieces.append(Line.Piece(x: column.x + indent, text: clipped, role: role))
    }
    lines.append(line)
  }

  /// Pairs from left to right; a value that is too long for its column takes the row.
  mutating func pairs(_ pairs: [(label: String, value: String)]) {
    let columnWidth = (width - 1) / columns
    let longest = pairs.map { Width.of($0.label) }.max() ?? 0
    let labelWidth = min(max(longest, labels), max(10, columnWidth / 2))
    let room = columnWidth - labelWidth - 3
    var column = 0
    for pair in pairs {
      if Width.of(pair.value) > room {
        column = 0
        item(Width.clip(pair.label, to: labelWidth), pair.value, labelWidth: labelWidth)
        continue
      }
      if column == 0 { lines.append(Line()) }
      let x = 1 + column * columnWidth
      lines[lines.count - 1].pieces += [
        Line.Piece(x: x, text: Width.clip(pair.label, to: labelWidth), role: .label),
        Line.Piece(x: x + labelWidth + 2, text: pair.value, role: .value),
      ]
      column = (column + 1) % columns
    }
  }

  /// Without colours, for a file.
  var text: String {
    lines.map { line in
      var text = ""
      for piece in line.pieces {
        text += String(repeating: " ", count: max(0, piece.x - Width.of(text))) + piece.text
      }
      return text + "\n"
    }.joined()
  }

  /// Draws the rows from `top` on.
  func draw(from top: Int, into frame: inout Frame, _ area: Rect) {
    for place in 0..<max(0, area.height) where top + place < lines.count {
      for piece in lines[top + place].pieces {
        frame.put(
          piece.text, x: area.x + piece.x, y: area.y + place, role: piece.role, width: area.width - piece.x)
      }
    }
  }
}

/// Where a page that is longer than its place is read.
struct PageScroll {
  private(set) var top = 0
  private var length = 0
  private var height = 1

  mutating func move(_ step: Step) {
    switch step {
    case .down: top += 1
    case .up: top -= 1
    case .pageDown: top += max(1, height - 1)
    case .pageUp: top -= max(1, height - 1)
    case .first: top = 0
    case .last: top = length
    }
    keepInside()
  }

  /// Draws the page, and marks at the right edge that there is more.
  mutating func draw(_ page: Page, into frame: inout Frame, _ area: Rect) {
    length = page.lines.count
    height = max(1, area.height)
    keepInside()
    page.draw(from: top, into: &frame, area)
    if top > 0 { frame.put("▲", x: area.right - 1, y: area.y, role: .textMuted) }
    if top + height < length { frame.put("▼", x: area.right - 1, y: area.bottom - 1, role: .textMuted) }
    frame.cursor = (area.x, area.y)
  }

  private mutating func keepInside() { top = max(0, min(top, length - height)) }
}
