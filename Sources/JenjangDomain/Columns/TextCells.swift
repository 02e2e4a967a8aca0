import JSONText

/// Texts of a column, by row, whoever looks; no record is decoded where the column knows.
struct TextCells {
  private let table: Table
  private let name: String
  private let column: Column<UInt64>?

  init(_ table: Table, _ name: String) {
    self.table = table
    self.name = name
    if case .text(let values)? = table.column(name)?.storage { column = values } else { column = nil }
  }

  subscript(row: Row) -> String? {
    guard let column else { return table.storedValue(name, at: row)?.text }
    let slice = Slice(packed: column[row])
    if slice.isPresent { return table.texts.string(slice) }
    return slice == .absent ? nil : table.storedValue(name, at: row)?.text
  }
}
