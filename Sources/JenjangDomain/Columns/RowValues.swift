/// The rows that a field of references points at, by row: for passes over many records, whoever looks.
struct RowReferences {
  private let values: Column<Int32>?

  init(_ table: Table, _ field: String) {
    if case .reference(let values, _)? = table.column(field)?.storage { self.values = values } else { values = nil }
  }

  /// Nil when nothing is referred to, or a record that is not there.
  subscript(row: Row) -> Row? {
    guard let values, row >= 0, Int(row) < values.count, values[row] >= 0 else { return nil }
    return values[row]
  }
}

/// The days of a field by row.
struct RowDays {
  private let values: Column<Int32>?

  init(_ table: Table, _ field: String) {
    if case .day(let values)? = table.column(field)?.storage { self.values = values } else { values = nil }
  }

  /// Nil when the day is absent or cannot be read.
  subscript(row: Row) -> Day? {
    guard let values, row >= 0, Int(row) < values.count else { return nil }
    let number = values[row]
    return number == Mark.absentDay || number == Mark.irregularDay ? nil : Day(number: number)
  }
}

/// The codes of a field by row.
struct RowCodes<C: Code> {
  private let values: Column<UInt16>?
  private let codes = Array(C.allCases)

  init(_ table: Table, _ field: String, _ type: C.Type) {
    if case .small(let values, _)? = table.column(field)?.storage { self.values = values } else { values = nil }
  }

  /// Nil when there is no code, or one that is not in the list.
  subscript(row: Row) -> C? {
    guard let values, row >= 0, Int(row) < values.count else { return nil }
    let place = Int(values[row])
    return place >= 1 && place <= codes.count ? codes[place - 1] : nil
  }
}

extension Table {
  /// The rows whose field refers to a record, as far as the actor sees them; one pass over a column.
  public func rows(referring field: String, to id: RecordID) -> [Row] { seen(storedRows(referring: field, to: id)) }

  /// The same, whoever looks.
  func storedRows(referring field: String, to id: RecordID) -> [Row] {
    guard case .reference(let values, let kind)? = column(field)?.storage,
      let target = book?.table(kind)?.rowEver(of: id)
    else { return [] }
    var rows: [Row] = []
    for (row, value) in values.values.enumerated() where value == target && isLive(Row(row)) { rows.append(Row(row)) }
    return rows
  }

  /// The rows among some whose field refers to one of `found`, rows of the kind referred to.
  public func rows(_ rows: [Row], referring field: String, to found: Set<Row>) -> [Row] {
    let references = RowReferences(self, field)
    return rows.filter { row in references[row].map(found.contains) ?? false }
  }
}
