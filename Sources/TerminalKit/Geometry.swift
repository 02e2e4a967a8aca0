/// A size in cells.
public struct Size: Sendable, Hashable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A rectangle of cells; empty when a side is not positive.
public struct Rect: Sendable, Hashable {
  public var x: Int
  public var y: Int
  public var width: Int
  public var height: Int

  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  public var right: Int { x + width }
  public var bottom: Int { y + height }
  public var isEmpty: Bool { width <= 0 || height <= 0 }

  public func contains(x: Int, y: Int) -> Bool { x >= self.x && x < right && y >= self.y && y < bottom }

  /// Cuts rows off the top and gives them; self keeps the rest.
  public mutating func cutTop(_ rows: Int) -> Rect {
    let rows = max(0, min(rows, height))
    defer {
      y += rows
      height -= rows
    }
    return Rect(x: x, y: y, width: width, height: rows)
  }

  /// Cuts rows off the bottom and gives them; self keeps the rest.
  public mutating func cutBottom(_ rows: Int) -> Rect {
    let rows = max(0, min(rows, height))
    height -= rows
    return Rect(x: x, y: y + height, width: width, height: rows)
  }

  /// Cuts columns off the left and gives them; self keeps the rest.
  public mutating func cutLeft(_ columns: Int) -> Rect {
    let columns = max(0, min(columns, width))
    defer {
      x += columns
      width -= columns
    }
    return Rect(x: x, y: y, width: columns, height: height)
  }

  /// Cuts columns off the right and gives them; self keeps the rest.
  public mutating func cutRight(_ columns: Int) -> Rect {
    let columns = max(0, min(columns, width))
    width -= columns
    return Rect(x: x + width, y: y, width: columns, height: height)
  }

  /// The rectangle without a margin on each side.
  public func inset(x columns: Int, y rows: Int) -> Rect {
    Rect(x: x + columns, y: y + rows, width: width - 2 * columns, height: height - 2 * rows)
  }
}
