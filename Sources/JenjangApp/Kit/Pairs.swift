import TerminalKit

/// Label and value pairs in one or two columns, as the preview and the record pane show them.
enum Pairs {
  /// Draws as many as fit; gives the rows it used.
  @discardableResult
  static func draw(
    _ pairs: [(label: String, value: String)], into frame: inout Frame, _ area: Rect, columns: Int
  ) -> Int {
    guard !area.isEmpty, !pairs.isEmpty else { return 0 }
    let columns = area.width < 70 ? 1 : columns
    let rows = (pairs.count + columns - 1) / columns
    let width = area.width / columns
    let labelWidth = min(pairs.map { Width.of($0.label) }.max() ?? 0, max(8, width * 2 / 5))
    for (index, pair) in pairs.enumerated() {
      let column = columns == 1 ? 0 : index % columns
      let row = columns == 1 ? index : index / columns
      guard row < area.height else { break }
      let x = area.x + column * width
      frame.put(pair.label, x: x, y: area.y + row, role: .label, width: labelWidth)
      let room = width - labelWidth - (column == columns - 1 ? 2 : 3)
      frame.put(pair.value, x: x + labelWidth + 2, y: area.y + row, role: .value, width: room)
    }
    return min(rows, area.height)
  }
}
