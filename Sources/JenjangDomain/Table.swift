import JSONText

/// The place of a record in its table; stays the same while the process lives.
public typealias Row = Int32

/// All records of one kind, reached by row numbers.
///
/// What is listed, sorted, filtered and counted lies in columns; a record is decoded from its line in the mapped snapshot when
/// it is looked at, or comes whole from `changed` when it was written since. Rows of the snapshot are in the order of
/// their identities, new ones follow.
public final class Table {
  public let type: RecordType
  weak var book: Book?

  var idHigh = Column<UInt64>()
  var idLow = Column<UInt64>()
  /// Rows whose identities ascend; later ones are found by `newRows`.
  var sortedRows = 0
  var newRows: [RecordID: Row] = [:]
  /// 0 for a deleted record.
  var revisions = Column<UInt32>()
  /// Where a record's line lies in the snapshot; absent for one that is not there.
  var lines = Column<UInt64>()
  var texts = TextBytes()
  var keeper: AnyObject?
  /// Records written since the snapshot, as they are now.
  var changed: [Row: JSONObject] = [:]

  /// Of the fields, in their order, then of the derived fields.
  var columns: [FieldColumn] = []
  var columnPlaces: [String: Int] = [:]
  /// The places of the derived fields, by the kind they come from and what they pass over.
  var derivedGroups: [String: [DerivedField.Exception?: [Int]]] = [:]
  /// Rows that refer to records that are not there, by field and identity.
  var unresolved: [String: [RecordID: [Row]]] = [:]
  var children = Children()
  var names = NameSearch()
  var orders: [String: KeptOrder] = [:]
  /// The row that was last looked for: a save asks several times for the same one.
  var lastFound: (id: RecordID, row: Row)?
  /// Records that exist, whoever looks.
  var liveCount = 0
  /// What follows from its records is there, or somebody is at work on it; see `Book.finishing`.
  var isFinished = false
  /// Grows with each change of this table.
  public internal(set) var revision = 0

  init(type: RecordType) { self.type = type }

  /// Rows ever used, those of deleted records among them: valid rows are `0 ..< rowCount`.
  public var rowCount: Row { Row(revisions.count) }
  func hasRow(_ row: Row) -> Bool { row >= 0 && row < rowCount }

  /// The row of a record; nil when there is none or it was deleted.
  public func row(of id: RecordID) -> Row? {
    guard let row = rowEver(of: id), isLive(row) else { return nil }
    return row
  }

  public func id(of row: Row) -> RecordID { RecordID(high: idHigh[row], low: idLow[row]) }
  public func isLive(_ row: Row) -> Bool { revisions[row] != 0 }
  /// The revision of a record, 1 when new.
  public func revision(of row: Row) -> Int { Int(revisions[row]) }

  /// The stored fields of a record whoever looks, unknown ones among them; nil when it was deleted.
  ///
  /// For what must see everything: the commit and the snapshot.
  public func storedObject(at row: Row) -> JSONObject? {
    guard isLive(row) else { return nil }
    return changed[row] ?? decoded(row)
  }

  private func decoded(_ row: Row) -> JSONObject? {
    let line = texts.bytes(Slice(packed: lines[row]))
    guard let value = try? JSONReader.value(line), var object = value.object else { return nil }
    object["id"] = nil
    object["rev"] = nil
    return object
  }

  /// The records that belong to `owner`, in the order of their dates.
  public func rows(ownedBy owner: RecordID) -> [Row] {
    ownerTable?.rowEver(of: owner).map { rows(ownedBy: $0) } ?? []
  }

  /// The records that belong to a row of the owner's table, in the order of their dates.
  public func rows(ownedBy owner: Row) -> [Row] { seen(children.rows(of: owner).filter(hasRow)) }

  /// The row of a record, also of a deleted one.
  func rowEver(of id: RecordID) -> Row? {
    if let lastFound, lastFound.id == id { return lastFound.row }
    guard let row = rowEver(of: id, from: 0, to: sortedRows) else { return nil }
    lastFound = (id, row)
    return row
  }

  /// The same, looked for with doubling steps on both sides of a row that is likely to be near.
  func rowEver(of id: RecordID, near row: Row) -> Row? {
    guard row >= 0, Int(row) < sortedRows else { return rowEver(of: id, from: 0, to: sortedRows) }
    var low = Int(row)
    var high = low
    var step = 1
    while low > 0, !(self.id(of: Row(low)) < id) {
      low = max(0, low - step)
      step *= 2
    }
    step = 1
    while high < sortedRows, self.id(of: Row(high)) < id {
      high = min(sortedRows, high + step)
      step *= 2
    }
    return rowEver(of: id, from: low, to: high)
  }

  /// Looks in a part of the sorted rows in which the identity must be if it is in them at all.
  private func rowEver(of id: RecordID, from first: Int, to end: Int) -> Row? {
    var low = first
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if self.id(of: Row(middle)) < id { low = middle + 1 } else { high = middle }
    }
    if low < sortedRows, self.id(of: Row(low)) == id { return Row(low) }
    return newRows[id]
  }
}

extension Book {
  /// The row of a record that another one names; while records are loaded, what was found last is not kept: another
  /// thread may be looking too.
  func rowToReferTo(_ kind: String, _ id: RecordID) -> Row? {
    let table = table(kind)
    return isLoading ? table?.rowEver(of: id, near: -1) : table?.rowEver(of: id)
  }
}

extension Table {
  func apply(_ operation: Operation) {
    revision += 1
    switch operation {
    case .create(_, let id, let object): create(id, object, revision: 1)
    case .update(_, let id, _, let changes): update(id, changes)
    case .delete(_, let id, _, _): delete(id)
    }
    if let row = rowEver(of: operation.id) { note(row) }
  }

  /// Tells whatever follows the book that a row is touched.
  private func note(_ row: Row) { book?.note(type.kind.name, row) }

  /// A record that was not there; one that was deleted gets its row back.
  func create(_ id: RecordID, _ object: JSONObject, revision: Int) {
    let old = rowEver(of: id)
    let row = old ?? appendRow(id)
    let owner = isLive(row) ? leave(row) : nil
    if !isLive(row) { liveCount += 1 }
    revisions[row] = UInt32(clamping: max(1, revision))
    changed[row] = object
    for column in columns.prefix(type.fields.count) { write(object[column.name], column, at: row) }
    enter(row, from: owner)
    names.touch(row)
    for order in orders.values { order.touch(row) }
    if old == nil {
      book?.resolve(id, kind: type.kind.name, to: row)
      book?.derive(owner: row, in: self)
    }
  }

  func appendRow(_ id: RecordID) -> Row {
    let row = rowCount
    if Int(row) == sortedRows, row == 0 || self.id(of: row - 1) < id { sortedRows += 1 } else { newRows[id] = row }
    idHigh.append(id.high)
    idLow.append(id.low)
    revisions.append(0)
    lines.append(0)
    for column in columns { column.appendAbsent() }
    return row
  }

  private func update(_ id: RecordID, _ changes: [String: Change]) {
    guard let row = row(of: id) else { return }
    if changed[row] == nil { changed[row] = decoded(row) }
    guard changed[row] != nil else { return }
    let owner = leave(row)
    for (name, change) in changes {
      changed[row]?[name] = change.new
      guard let place = columnPlaces[name], place < type.fields.count else { continue }
      write(change.new, columns[place], at: row)
      if name == type.kind.label { names.touch(row) }
      orders[name]?.touch(row)
    }
    if revisions[row] < .max { revisions[row] += 1 }
    enter(row, from: owner)
  }

  private func delete(_ id: RecordID) {
    guard let row = row(of: id) else { return }
    let owner = leave(row)
    revisions[row] = 0
    changed[row] = nil
    liveCount -= 1
    names.touch(row)
    if let owner { book?.derive(owner: owner, from: self) }
  }

  /// Takes a row out of its owner's list, before it changes; gives the owner.
  private func leave(_ row: Row) -> Row? {
    guard let owner = owner(of: row) else { return nil }
    children.remove(row, from: owner)
    ownerTable?.note(owner)
    return owner
  }

  /// Puts a row into its owner's list and derives the columns of the owners before and after.
  func enter(_ row: Row, from former: Row?) {
    let owner = owner(of: row)
    if let owner {
      children.insert(row, to: owner, precedes: precedes)
      ownerTable?.note(owner)
    }
    if let former, former != owner { book?.derive(owner: former, from: self) }
    if let owner { book?.derive(owner: owner, from: self) }
  }
}
