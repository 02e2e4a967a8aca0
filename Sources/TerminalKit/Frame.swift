/// What one cell shows: a scalar, its role, and whether it is half of a wide character.
///
/// 8 bytes.
public struct Cell: BitwiseCopyable, Sendable, Hashable {
  public var scalar: UInt32
  public var role: UInt8
  /// 1 for most, 2 for the left half of a wide character, 0 for its right half.
  public var width: UInt8
  /// An index into the frame's table of combining marks; 0 for none.
  public var marks: UInt16

  public static func blank(_ role: Role) -> Cell { Cell(scalar: 0x20, role: role.rawValue, width: 1, marks: 0) }
}

/// What a click on a place means.
public enum HitTarget: Sendable, Hashable {
  /// As if this key had been pressed.
  case key(Key)
  /// As if this command had been chosen.
  case command(String)
  /// The so-many-th item of what the screen lists, from 0.
  case item(Int)
  /// A named part with a number: a column header, a tab, a field.
  case part(String, Int)
}

/// A picture of the whole screen as a value.
///
/// Drawing outside it, or outside `clip`, does nothing.
public struct Frame: Sendable {
  public let size: Size
  public private(set) var cells: ContiguousArray<Cell>
  /// Where the hardware cursor stands; nil hides it.
  ///
  /// Screen readers follow it, so it stands on the focus.
  public var cursor: (x: Int, y: Int)?
  /// Drawing is confined to this rectangle.
  ///
  public var clip: Rect
  public private(set) var hits: [(area: Rect, target: HitTarget)] = []

  public init(size: Size) {
    self.size = size
    cells = ContiguousArray(repeating: .blank(.text), count: max(0, size.columns * size.rows))
    clip = Rect(x: 0, y: 0, width: size.columns, height: size.rows)
  }

  public var bounds: Rect { Rect(x: 0, y: 0, width: size.columns, height: size.rows) }

  /// Puts text on one row, at most `width` columns of it, the last one an ellipsis where it was cut.
  ///
  /// Control characters, bidirectional overrides and zero-width controls are left out. Returns the column after it.
  @discardableResult
  public mutating func put(_ text: String, x: Int, y: Int, role: Role = .text, width: Int? = nil) -> Int {
    var column = x
    let limit = min(clip.right, width.map { x + $0 } ?? clip.right)
    for scalar in text.unicodeScalars {
      guard column < limit else { break }
      set(scalar.value, x: column, y: y, role: role)
      column += 1
    }
    return column
  }

  private mutating func set(_ scalar: UInt32, x: Int, y: Int, role: Role) {
    guard clip.contains(x: x, y: y), bounds.contains(x: x, y: y) else { return }
    cells[y * size.columns + x] = Cell(scalar: scalar, role: role.rawValue, width: 1, marks: 0)
  }

  /// Fills a rectangle with one character.
  public mutating func fill(_ area: Rect, _ scalar: Unicode.Scalar = " ", role: Role = .text) {
    for y in area.y..<max(area.y, area.bottom) {
      for x in area.x..<max(area.x, area.right) { set(scalar.value, x: x, y: y, role: role) }
    }
  }

  /// Changes the role of what is already there.
  public mutating func paint(_ area: Rect, role: Role) {
    for y in area.y..<max(area.y, area.bottom) {
      for x in area.x..<max(area.x, area.right) where clip.contains(x: x, y: y) && bounds.contains(x: x, y: y) {
        cells[y * size.columns + x].role = role.rawValue
      }
    }
  }

  /// A horizontal line of one row.
  ///
  /// Drawn as U+2500; the terminal maps it to its glyph set.
  public mutating func line(x: Int, y: Int, width: Int, role: Role = .line) {
    fill(Rect(x: x, y: y, width: width, height: 1), "─", role: role)
  }

  /// A border around the inside edge of a rectangle, with a title on its top side.
  public mutating func box(_ area: Rect, title: String = "", role: Role = .popupBorder, titleRole: Role = .popupTitle) {
    guard area.width > 1, area.height > 1 else { return }
    line(x: area.x, y: area.y, width: area.width, role: role)
    line(x: area.x, y: area.bottom - 1, width: area.width, role: role)
    fill(Rect(x: area.x, y: area.y + 1, width: 1, height: area.height - 2), "│", role: role)
    fill(Rect(x: area.right - 1, y: area.y + 1, width: 1, height: area.height - 2), "│", role: role)
    put("┌", x: area.x, y: area.y, role: role)
    put("┐", x: area.right - 1, y: area.y, role: role)
    put("└", x: area.x, y: area.bottom - 1, role: role)
    put("┘", x: area.right - 1, y: area.bottom - 1, role: role)
    if !title.isEmpty { put(" " + title + " ", x: area.x + 2, y: area.y, role: titleRole, width: area.width - 4) }
  }

  /// Says what a click in a rectangle means; what is said later lies on top.
  public mutating func hit(_ area: Rect, _ target: HitTarget) { hits.append((area, target)) }

  /// Forgets all clicks said so far: what lies under an overlay cannot be clicked.
  public mutating func forgetHits() { hits.removeAll(keepingCapacity: true) }

  public func target(x: Int, y: Int) -> HitTarget? { hits.last { $0.area.contains(x: x, y: y) }?.target }

  /// The characters of a row, without blanks at its end.
  public func text(row: Int) -> String {
    var text = String.UnicodeScalarView()
    for cell in cells[row * size.columns..<(row + 1) * size.columns] where cell.width > 0 {
      text.append(Unicode.Scalar(cell.scalar) ?? "\u{FFFD}")
    }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// All rows, for golden files.
  public var text: String { (0..<size.rows).map { text(row: $0) }.joined(separator: "\n") }
}

/// The columns that text takes on the screen.
public enum Width {
  public static func of(_ text: String) -> Int { text.unicodeScalars.count }
}
