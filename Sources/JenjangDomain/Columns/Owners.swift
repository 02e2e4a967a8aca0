import JSONText

extension Table {
  /// The table of the records to which these belong; nil when they belong to none.
  var ownerTable: Table? {
    guard let field = type.kind.owner, case .reference(let kind)? = type.field(field)?.type else { return nil }
    return book?.table(kind)
  }

  var ownerColumn: Column<Int32>? {
    guard case .reference(let values, _)? = type.kind.owner.flatMap(column)?.storage else { return nil }
    return values
  }

  var dateColumn: Column<Int32>? {
    guard case .day(let values)? = type.kind.date.flatMap(column)?.storage else { return nil }
    return values
  }

  func owner(of row: Row) -> Row? {
    guard let owner = ownerColumn?[row], owner >= 0 else { return nil }
    return owner
  }

  /// The order of the records of one owner: by date, those without one first, then by identity.
  func precedes(_ left: Row, _ right: Row) -> Bool {
    if let dates = dateColumn, dates[left] != dates[right] { return dates[left] < dates[right] }
    return id(of: left) < id(of: right)
  }

  /// The newest record of an owner as of a day that counts; one without date counts as long ago.
  func newest(of owner: Row, asOf day: Day, except exception: (Row) -> Bool) -> Row? {
    guard let dates = dateColumn else { return nil }
    return children.last(of: owner) { row in
      guard hasRow(row) else { return false }
      let date = dates[row]
      return date <= day.number && date != Mark.irregularDay && !exception(row)
    }
  }

  /// Whether a record is one that a derived field passes over.
  func isExcepted(_ exception: DerivedField.Exception?) -> (Row) -> Bool {
    guard let exception else { return { _ in false } }
    guard case .small(let values, let codes?)? = column(exception.field)?.storage else {
      return { self.storedValue(exception.field, at: $0)?.text.map(exception.codes.contains) ?? false }
    }
    let excepted = exception.codes.map { codes.value($0) }.filter { $0 != Mark.irregularSmall }
    return { excepted.contains(values[$0]) }
  }
}

extension Table {
  /// The kind with whose index a derived column is kept; nil when it lies with the table itself.
  ///
  /// It is the one that the column comes from, if that has an index: each has in it what follows from its own records.
  func host(of derived: DerivedField) -> String? {
    guard let book, book.storedKinds.contains(derived.source), book.table(derived.source)?.ownerTable === self else {
      return nil
    }
    return derived.source
  }

  /// The places of the owner's derived columns that are kept with this table.
  var hostedPlaces: [Int] {
    guard let owners = ownerTable else { return [] }
    return owners.type.derived.indices.filter { owners.host(of: owners.type.derived[$0]) == type.kind.name }
  }
}

extension Book {
  /// Computes the derived columns of one owner that come from `source`.
  func derive(owner: Row, from source: Table) {
    guard let table = source.ownerTable, !isLoading, table.hasRow(owner) else { return }
    guard let groups = table.derivedGroups[source.type.kind.name] else { return }
    for (exception, places) in groups {
      let newest = CollectionOfOne(source.newest(of: owner, asOf: day, except: source.isExcepted(exception)) ?? -1)
      for place in places { table.setDerived(place, from: newest, of: source, at: owner) }
    }
    table.revision += 1
  }

  /// Computes all derived columns of one row.
  func derive(owner: Row, in table: Table) {
    for source in Set(table.type.derived.map(\.source)) { self.table(source).map { derive(owner: owner, from: $0) } }
  }

  /// Computes all derived columns that come from `source`.
  func deriveAll(from source: Table) {
    computeAll(from: source)
    source.ownerTable?.revision += 1
  }

  /// The same for several sources at once: nothing but their own columns is written.
  func computeAll(from source: Table) {
    guard let table = source.ownerTable else { return }
    for (exception, places) in table.derivedGroups[source.type.kind.name] ?? [:] {
      let isExcepted = source.isExcepted(exception)
      let newest = (0..<table.rowCount).map { source.newest(of: $0, asOf: day, except: isExcepted) ?? -1 }
      for place in places { table.setDerived(place, from: newest, of: source, at: 0) }
    }
  }

  /// Computes again what changes when the day moves from `earlier` to `day`, which is later.
  func deriveForward(from earlier: Day, source: Table) {
    guard let owners = source.ownerColumn, let dates = source.dateColumn else { return }
    let after = earlier.number
    let upTo = day.number
    let values = dates.values
    for row in values.indices where values[row] > after && values[row] <= upTo {
      let owner = owners[row]
      if owner >= 0, source.isLive(Row(row)) { derive(owner: owner, from: source) }
    }
  }
}

extension Table {
  /// Copies one derived field of the rows from `first` on from the records it comes from; those below 0 are none.
  fileprivate func setDerived(_ place: Int, from newest: some Collection<Row>, of source: Table, at first: Row) {
    let column = columns[type.fields.count + place]
    guard let from = source.columnPlaces[type.derived[place].field] else {
      for row in first..<first + Row(newest.count) { column.clear(row) }
      return
    }
    column.copy(source.columns[from], from: newest, to: first)
  }

  /// The value of a derived field as the records say, without the column.
  func derivedValue(_ derived: DerivedField, at row: Row) -> JSONValue? {
    guard let book, let source = book.table(derived.source) else { return nil }
    let newest = source.newest(of: row, asOf: book.day, except: source.isExcepted(derived.exception))
    return newest.flatMap { source.storedValue(derived.field, at: $0) }
  }
}
