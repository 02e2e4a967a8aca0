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
      let height = min(8, max(1, (value * 8 + top / 2) / top))
      if let block = Unicode.Scalar(0x2580 + UInt32(height)) { fill(area, block, role: role) }
    }
  }
}
