/// Bars and small charts.
///
/// Drawn with block elements; where the terminal has none, `Glyphs` makes them `#` and digits.
extension Frame {
  /// A bar that is filled to `value` of `total`, in eighths of a column.
  public mutating func bar(
    x: Int, y: Int, width: Int, value: Int, of total: Int, role: Role = .bar, emptyRole: Role = .barEmpty
  ) {
    guard width > 0 else { return }
    let share = total > 0 ? min(max(0, value), total) : 0
    let eighths = total > 0 ? (share * width * 8 + total / 2) / total : 0
    fill(Rect(x: x, y: y, width: width, height: 1), "░", role: emptyRole)
    fill(Rect(x: x, y: y, width: eighths / 8, height: 1), "█", role: role)
    guard eighths % 8 > 0, let part = Unicode.Scalar(0x2590 - UInt32(eighths % 8)) else { return }
    fill(Rect(x: x + eighths / 8, y: y, width: 1, height: 1), part, role: role)
  }

  /// One column a value, its height out of `top` (the largest value when nil); a dot for nil.
  public mutating func sparkline(_ values: [Int?], x: Int, y: Int, top: Int? = nil, role: Role = .chartFirst) {
    let top = max(1, top ?? values.compactMap { $0 }.max() ?? 1)
    for (index, value) in values.enumerated() {
      let area = Rect(x: x + index, y: y, width: 1, height: 1)
      guard let value, value > 0 else {
        fill(area, "·", role: .textMuted)
        continue
      }
      if let block = BlockText.block(value, of: top) { fill(area, block, role: role) }
    }
  }
}

/// The same as text, for a cell of a grid: without colours of its own.
public enum BlockText {
  /// As many full columns as the share of `value` in `total`, the rest empty.
  public static func bar(_ value: Int, of total: Int, width: Int) -> String {
    let filled = total > 0 ? (min(max(0, value), total) * width + total / 2) / total : 0
    return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
  }

  /// One column a value, its height out of `top` (the largest value when nil); a dot for nothing.
  public static func sparkline(_ values: [Int], top: Int? = nil) -> String {
    let top = max(1, top ?? values.max() ?? 1)
    return values.map { value in block(value, of: top).map { String($0) } ?? "·" }.joined()
  }

  /// The block of a value's height; nil for nothing.
  static func block(_ value: Int, of top: Int) -> Unicode.Scalar? {
    value > 0 ? Unicode.Scalar(0x2580 + UInt32(min(8, max(1, (value * 8 + top / 2) / top)))) : nil
  }
}
