import Glibc

/// A picture of the whole screen as a value.
///
/// Drawing outside it, or outside `clip`, does nothing. No drawing call allocates memory, but for text with
/// combining marks.
public struct Frame: Sendable {
  public let size: Size
  public private(set) var cells: ContiguousArray<Cell>
  /// The combining marks of the cells whose `marks` is not 0; that number counts from 1.
  public private(set) var marks: [Marks] = []
  /// Where the hardware cursor stands; nil hides it.
  ///
  /// Screen readers follow it, so it stands on the focus.
  public var cursor: (x: Int, y: Int)?
  /// Drawing is confined to this rectangle.
  public var clip: Rect
  public private(set) var hits: [(area: Rect, target: HitTarget)] = []

  public init(size: Size) {
    let size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    self.size = size
    cells = ContiguousArray(repeating: .blank(.text), count: size.columns * size.rows)
    clip = Rect(x: 0, y: 0, width: size.columns, height: size.rows)
  }

  public var bounds: Rect { Rect(x: 0, y: 0, width: size.columns, height: size.rows) }

  /// Puts text on one row, at most `width` columns of it, the last one an ellipsis where it was cut.
  ///
  /// Control characters, bidirectional overrides and zero-width controls are left out. Returns the column after it.
  @discardableResult
  public mutating func put(_ text: String, x: Int, y: Int, role: Role = .text, width: Int? = nil) -> Int {
    let limit = min(clip.right, size.columns, width.map { x + min(max(0, $0), 1 << 20) } ?? Int.max)
    var text = text
    var column = x
    var isCut = false
    withPen(row: y, limit: limit, role: role) { pen, marks in
      text.withUTF8 { bytes in
        isCut = !Self.draw(bytes, from: &column, limit: limit, pen: &pen, marks: &marks)
      }
      if isCut, width != nil, limit > x { pen.narrow(0x2026, at: limit - 1) }
    }
    return isCut ? max(x, limit) : column
  }

  /// Draws UTF-8 and moves `column` behind it; false where the limit cut it.
  private static func draw(
    _ bytes: UnsafeBufferPointer<UInt8>, from column: inout Int, limit: Int, pen: inout RowPen, marks: inout [Marks]
  ) -> Bool {
    var stream = GlyphStream()
    var index = 0
    while index < bytes.count {
      switch stream.step(GlyphStream.decode(bytes, &index)) {
      case .glyph(let scalar, 1):
        guard column < limit else { return false }
        pen.narrow(scalar, at: column)
        if column < pen.left { pen.forgetLast() }
        column += 1
      case .glyph(let scalar, _):
        guard column < limit else { return false }
        pen.wide(scalar, at: column)
        guard column + 1 < limit else { return false }
        column += 2
      case .mark(let scalar): pen.mark(scalar, table: &marks)
      case .nothing: break
      }
    }
    return true
  }

  /// Lends a row to draw into; a row outside the clip lends a pen that draws nothing.
  private mutating func withPen(row: Int, limit: Int, role: Role, _ body: (inout RowPen, inout [Marks]) -> Void) {
    let isInside = row >= max(0, clip.y) && row < min(size.rows, clip.bottom)
    let (start, columns) = (isInside ? row * size.columns : 0, size.columns)
    let (left, end) = (max(0, clip.x), isInside ? limit : 0)
    var cells = ContiguousArray<Cell>()
    swap(&cells, &self.cells)
    cells.withUnsafeMutableBufferPointer { buffer in
      let line = UnsafeMutableBufferPointer(rebasing: buffer[start..<start + (isInside ? columns : 0)])
      var pen = RowPen(cells: line, columns: columns, left: left, limit: end, role: role.rawValue)
      body(&pen, &marks)
    }
    swap(&cells, &self.cells)
  }

  /// Fills a rectangle with one character.
  public mutating func fill(_ area: Rect, _ scalar: Unicode.Scalar = " ", role: Role = .text) {
    let width = Width.of(scalar)
    guard width > 0 else { return }
    let limit = min(area.right, clip.right, size.columns)
    for y in max(area.y, 0)..<max(area.y, 0, min(area.bottom, size.rows)) {
      withPen(row: y, limit: limit, role: role) { pen, _ in
        var column = area.x
        while column < limit {
          if width == 1 { pen.narrow(scalar.value, at: column) } else { pen.wide(scalar.value, at: column) }
          column += width
        }
      }
    }
  }

  /// Changes the role of what is already there.
  public mutating func paint(_ area: Rect, role: Role) {
    let (top, bottom) = (max(area.y, clip.y, 0), min(area.bottom, clip.bottom, size.rows))
    let (left, right) = (max(area.x, clip.x, 0), min(area.right, clip.right, size.columns))
    guard top < bottom, left < right else { return }
    for y in top..<bottom {
      for index in y * size.columns + left..<y * size.columns + right { cells[index].role = role.rawValue }
    }
  }

  /// Says what a click in a rectangle means; what is said later lies on top.
  public mutating func hit(_ area: Rect, _ target: HitTarget) { hits.append((area, target)) }

  /// Forgets all clicks said so far: what lies under an overlay cannot be clicked.
  public mutating func forgetHits() { hits.removeAll(keepingCapacity: true) }

  /// What a click on a cell means; nil where nothing was said.
  public func target(x: Int, y: Int) -> HitTarget? { hits.last { $0.area.contains(x: x, y: y) }?.target }

  /// True when a row looks the same in another frame of the same size.
  func isSameRow(_ y: Int, in other: Frame) -> Bool {
    let (start, bytes) = (y * size.columns, size.columns * MemoryLayout<Cell>.stride)
    let isSame = cells.withUnsafeBufferPointer { mine in
      other.cells.withUnsafeBufferPointer { theirs in
        guard let mine = mine.baseAddress, let theirs = theirs.baseAddress else { return true }
        return memcmp(mine + start, theirs + start, bytes) == 0
      }
    }
    guard isSame, !marks.isEmpty || !other.marks.isEmpty, marks != other.marks else { return isSame }
    return cells[start..<start + size.columns].allSatisfy { $0.marks == 0 }
  }
}
