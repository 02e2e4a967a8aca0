import TerminalKit

extension Frame {
  /// A line down the first column of a pane, which divides it from what stands to its left.
  mutating func lineDown(_ pane: Rect) {
    fill(Rect(x: pane.x, y: pane.y, width: 1, height: pane.height), "│", role: .line)
  }

  /// Divides a pane from the one that it stands beside or below; gives what is left of it.
  mutating func divide(_ pane: Rect, isBeside: Bool) -> Rect {
    var inside = pane
    if isBeside {
      lineDown(inside.cutLeft(2))
    } else {
      let rule = inside.cutTop(1)
      line(x: rule.x, y: rule.y, width: rule.width)
    }
    return inside
  }
}
