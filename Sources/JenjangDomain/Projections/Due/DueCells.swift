import JSONText

/// Dates of a column, by row.
struct DayCells {
  private let table: Table
  private let name: String
  private let column: Column<Int32>?

  init(_ table: Table, _ name: String) {
    self.table = table
    self.name = name
    if case .day(let values)? = table.column(name)?.storage { column = values } else { column = nil }
  }

  subscript(row: Row) -> Day? {
    guard let column else { return nil }
    let value = column[row]
    if value == Mark.absentDay { return nil }
    guard value == Mark.irregularDay else { return Day(number: value) }
    return table.storedValue(name, at: row)?.text.flatMap { Day(iso: $0) }
  }
}

/// Codes of a column, by row, without making a string.
struct CodeCells<C: Code> {
  private let column: Column<UInt16>?
  private let values: [C?]

  init(_ table: Table, _ name: String) {
    guard case .small(let column, let codes?)? = table.column(name)?.storage else {
      (column, values) = (nil, [])
      return
    }
    self.column = column
    values = [nil] + codes.list.entries.map { C(rawValue: $0.code) }
  }

  subscript(row: Row) -> C? {
    guard let column else { return nil }
    let place = Int(column[row])
    return place < values.count ? values[place] : nil
  }
}

/// Whole numbers of a column, by row.
struct IntegerCells {
  private let column: Column<Int64>?

  init(_ table: Table, _ name: String) {
    if case .integer(let values, nil)? = table.column(name)?.storage { column = values } else { column = nil }
  }

  subscript(row: Row) -> Int? {
    guard let value = column?[row], value != Mark.absentInteger, value != Mark.irregularInteger else { return nil }
    return Int(value)
  }
}

/// The rows that a column refers to, by row.
struct ReferenceCells {
  private let column: Column<Int32>?

  init(_ table: Table, _ name: String) {
    if case .reference(let values, _)? = table.column(name)?.storage { column = values } else { column = nil }
  }

  subscript(row: Row) -> Row? {
    guard let target = column?[row], target >= 0 else { return nil }
    return target
  }
}
