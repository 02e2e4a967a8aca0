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

/// Up to four combining marks on one cell; 0 for none.
public typealias Marks = SIMD4<UInt32>

/// One row of cells while something is drawn into it.
///
/// Keeps wide characters whole: where half of one is overwritten, the other half becomes blank.
struct RowPen {
  let cells: UnsafeMutableBufferPointer<Cell>
  let columns: Int
  /// The first column that may be drawn and the one after the last.
  let left: Int
  let limit: Int
  let role: UInt8
  /// Where the last character went, for its marks.
  private(set) var last: Int?

  init(cells: UnsafeMutableBufferPointer<Cell>, columns: Int, left: Int, limit: Int, role: UInt8) {
    self.cells = cells
    self.columns = columns
    self.left = left
    self.limit = limit
    self.role = role
  }

  /// Puts a character of one column; its place must be inside the limits or nothing happens.
  @inline(__always)
  mutating func narrow(_ scalar: UInt32, at column: Int) {
    guard column >= left, column < limit else { return }
    if cells[column].width != 1 { free(column) }
    cells[column] = Cell(scalar: scalar, role: role, width: 1, marks: 0)
    last = column
  }

  /// Puts a character of two columns, or blanks where only half of it would be inside.
  mutating func wide(_ scalar: UInt32, at column: Int) {
    guard column >= left, column + 1 < limit else {
      last = nil
      narrow(0x20, at: column)
      narrow(0x20, at: column + 1)
      last = nil
      return
    }
    free(column)
    free(column + 1)
    cells[column] = Cell(scalar: scalar, role: role, width: 2, marks: 0)
    cells[column + 1] = Cell(scalar: 0x20, role: role, width: 0, marks: 0)
    last = column
  }

  /// Puts a mark on the last character.
  mutating func mark(_ scalar: UInt32, table: inout [Marks]) {
    guard let last else { return }
    let entry = Int(cells[last].marks)
    if entry == 0 {
      guard table.count < Int(UInt16.max) else { return }
      table.append(Marks(scalar, 0, 0, 0))
      cells[last].marks = UInt16(table.count)
    } else if let lane = (1..<4).first(where: { table[entry - 1][$0] == 0 }) {
      table[entry - 1][lane] = scalar
    }
  }

  /// Nothing was drawn for this character, so its marks go nowhere.
  mutating func forgetLast() { last = nil }

  /// Blanks the other half of a wide character at `column`.
  private func free(_ column: Int) {
    if cells[column].width == 0, column > 0 { blank(column - 1) }
    if cells[column].width == 2, column + 1 < columns { blank(column + 1) }
  }

  private func blank(_ column: Int) {
    cells[column] = Cell(scalar: 0x20, role: cells[column].role, width: 1, marks: 0)
  }
}
