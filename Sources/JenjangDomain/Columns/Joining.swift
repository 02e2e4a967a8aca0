import JSONText

extension Table {
  /// Makes the columns; all tables of the book are there.
  func join(_ book: Book) {
    self.book = book
    columns = columnTypes.map { name, section, type in FieldColumn(name: name, type: type, section: section) }
    for (place, column) in columns.enumerated() where columnPlaces[column.name] == nil {
      columnPlaces[column.name] = place
    }
    derivedGroups = Dictionary(grouping: type.derived.indices) { type.derived[$0].source }
      .mapValues { places in Dictionary(grouping: places) { type.derived[$0].exception } }
    names.isKept = type.kind.owner == nil
    for name in keptOrderNames { orders[name] = KeptOrder() }
  }

  /// Name, section and type of each column: the fields, then the derived fields.
  var columnTypes: [(name: String, section: String, type: FieldType)] {
    type.fields.map { ($0.name, "field." + $0.name, $0.type) }
      + type.derived.map { ($0.name, "derived." + $0.name, derivedType($0) ?? .note(maximum: 0)) }
  }

  /// The fields whose order is kept: label and employee number of records that stand for themselves.
  var keptOrderNames: [String] {
    guard type.kind.owner == nil else { return [] }
    return type.fields.filter { field in
      switch field.type {
      case .text: field.name == type.kind.label
      case .employeeNumber: true
      default: false
      }
    }.map(\.name)
  }

  func column(_ name: String) -> FieldColumn? { columnPlaces[name].map { columns[$0] } }

  /// The derived field of a name; nil when there is a stored field of that name.
  func derived(_ name: String) -> DerivedField? {
    guard let place = columnPlaces[name], place >= type.fields.count else { return nil }
    return type.derived[place - type.fields.count]
  }

  private func derivedType(_ derived: DerivedField) -> FieldType? {
    book?.table(derived.source)?.type.field(derived.field)?.type
  }

  /// Points references to a record that has come into being at its row.
  func resolve(_ id: RecordID, kind: String, to target: Row) {
    guard !unresolved.isEmpty else { return }
    for (name, rowsByID) in unresolved {
      guard let rows = rowsByID[id], let column = column(name), case .reference(let values, kind) = column.storage
      else { continue }
      unresolved[name]?[id] = nil
      if unresolved[name]?.isEmpty == true { unresolved[name] = nil }
      for row in rows where isLive(row) && values[row] == Mark.unresolvedRow {
        guard isLoading || storedObject(at: row)?[name]?.text == id.text else { continue }
        let owner = owner(of: row)
        values[row] = target
        if name == type.kind.owner { enter(row, from: nil) }
        if let owner { book?.derive(owner: owner, from: self) }
      }
    }
  }

  var isLoading: Bool { book?.isLoading == true }
}
