import JSONText

/// A piece of the work that makes what follows from the records of a kind.
public struct LoadingPiece {
  /// About how long it takes, to be compared with others.
  public let cost: Int
  public let work: () -> Void
}

extension Book {
  /// Begins to read a snapshot that has records of some `kinds`.
  ///
  /// `load` follows for each of them, or `keep` for those that were read before; then `finishing`, then `finishLoading`.
  public func beginLoading(_ kinds: Set<String> = []) {
    isLoading = true
    storedKinds = kinds
    revision += 1
  }

  /// Whether records of two kinds may be loaded at the same time: neither is looked for by the other.
  public func areApart(_ first: String, _ second: String) -> Bool {
    first != second && !targets(of: first).contains(second) && !targets(of: second).contains(first)
  }

  /// The kinds that records of a kind name: their rows are numbers in its columns.
  public func targets(of kind: String) -> Set<String> {
    Set(
      (table(kind)?.type.fields ?? []).compactMap { field in
        if case .reference(let kind) = field.type { kind } else { nil }
      })
  }

  /// Reads a snapshot's records of one kind into columns, between `beginLoading` and `finishLoading`.
  ///
  /// `lines` holds `count` canonical records, one a line, in the order of their identities, and stays while `keeper` does.
  /// Gives the number of the first line that is no record, out of order or one too many, and nil when there is none.
  public func load(
    _ kind: String, lines: UnsafeRawBufferPointer, count: Int, keeper: AnyObject, memory: (any ColumnMemory)? = nil,
    progress: (_ bytes: Int) -> Void = { _ in }
  ) -> Int? {
    guard let table = table(kind) else { return nil }
    table.makeRoom(for: count, memory: memory)
    table.texts = TextBytes(snapshot: lines)
    table.keeper = keeper
    return LineLoader(table, lines, rows: count).load(progress)
  }

  /// The pieces of work that make what stands between the records of a kind and others: references, children, what is
  /// derived from them for their owners, orders, names.
  ///
  /// All kinds that it names are loaded, and nobody else is at work while this is asked for. The pieces may run at the
  /// same time as those of other kinds and as further loading. `memory` is where the columns of the kind lie; nil is
  /// the heap.
  public func finishing(_ kind: String, memory: (any ColumnMemory)? = nil) -> [LoadingPiece] {
    table(kind)?.finishing(memory) ?? []
  }

  /// Ends the loading, and makes what nobody asked `finishing` for.
  public func finishLoading() {
    let tables = types.compactMap { table($0.kind.name) }
    for piece in tables.flatMap({ $0.finishing(nil) }) { piece.work() }
    isLoading = false
    for table in tables { table.ownerTable?.revision += 1 }
    revision += 1
    feed.forget(before: revision)
  }
}

extension Table {
  /// Empties the table and makes room for so many rows, and some more.
  func makeRoom(for rows: Int, memory: (any ColumnMemory)?) {
    let room = Self.room(for: rows)
    func column<E: FixedWidthInteger & BitwiseCopyable>(_ name: String) -> Column<E> {
      Column(name: name, capacity: room, memory: memory)
    }
    idHigh = column("id.high")
    idLow = column("id.low")
    revisions = column("revision")
    lines = column("line")
    for (place, type) in columnTypes.enumerated() {
      // Derived columns follow when the records they come from are there.
      let isDerived = place >= self.type.fields.count
      columns[place] = FieldColumn(
        name: type.name, type: type.type, section: type.section, capacity: isDerived ? 0 : room,
        memory: isDerived ? nil : memory)
    }
    texts = TextBytes()
    (sortedRows, newRows, changed, unresolved, lastFound) = (0, [:], [:], [:], nil)
    (children, liveCount, isFinished, revision) = (Children(), 0, false, revision + 1)
  }

  /// Room for so many rows, and for some that are made later.
  private static func room(for rows: Int) -> Int { rows + rows / 16 + 512 }

  /// Gives the columns of what is stored so many rows; new ones hold nothing.
  func resize(to rows: Int) {
    idHigh.resize(to: rows, filling: 0)
    idLow.resize(to: rows, filling: 0)
    revisions.resize(to: rows, filling: 1)
    lines.resize(to: rows, filling: 0)
    for column in columns.prefix(type.fields.count) { column.resize(to: rows) }
  }

  /// Points references to records that were loaded later at their rows.
  fileprivate func resolveAll() {
    for (name, rowsByID) in unresolved {
      guard let column = column(name), case .reference(let values, let kind) = column.storage,
        let target = book?.table(kind)
      else { continue }
      for (id, rows) in rowsByID {
        guard let row = target.rowEver(of: id) else { continue }
        for from in rows { values[from] = row }
        unresolved[name]?[id] = nil
      }
      if unresolved[name]?.isEmpty == true { unresolved[name] = nil }
    }
  }

  /// The pieces of work that make what follows from all records; none the second time.
  fileprivate func finishing(_ memory: (any ColumnMemory)?) -> [LoadingPiece] {
    guard !isFinished, rowCount > 0 else { return [] }
    isFinished = true
    resolveAll()
    makeDerived(memory)
    // Nothing here reads what another piece writes: each has columns of its own, in its own table or its owner's.
    let rows = Int(rowCount)
    let ofOwners = LoadingPiece(cost: rows) { [self] in
      buildChildren(memory)
      derive()
    }
    var pieces = [ofOwners]
    for (name, order) in orders where name != type.kind.label {
      pieces.append(LoadingPiece(cost: 2 * rows) { [self] in build(order, of: name, memory) })
    }
    guard names.isKept else { return pieces }
    let ofNames = LoadingPiece(cost: 8 * rows) { [self] in
      // Names lie in the order of the labels.
      if let order = orders[type.kind.label] { build(order, of: type.kind.label, memory) }
      buildNames(memory)
    }
    return pieces + [ofNames]
  }

  /// Makes the derived columns that lie with this kind: those of its owners, and its own that come from nothing stored.
  private func makeDerived(_ memory: (any ColumnMemory)?) {
    for (place, derived) in type.derived.enumerated() where host(of: derived) == nil {
      makeColumn(ofDerived: place, memory)
      // Whoever derives it finds room.
      columns[type.fields.count + place].resize(to: Int(rowCount))
    }
    for place in hostedPlaces { ownerTable?.makeColumn(ofDerived: place, memory) }
  }

  private func makeColumn(ofDerived place: Int, _ memory: (any ColumnMemory)?) {
    let place = type.fields.count + place
    let (name, section, type) = columnTypes[place]
    columns[place] = FieldColumn(
      name: name, type: type, section: section, capacity: Self.room(for: Int(rowCount)), memory: memory)
  }

  /// Derives the columns of all owners from the records of this table.
  private func derive() {
    guard let owners = ownerTable else { return }
    for place in hostedPlaces { owners.columns[owners.type.fields.count + place].resize(to: Int(owners.rowCount)) }
    book?.computeAll(from: self)
  }

  private func buildChildren(_ memory: (any ColumnMemory)?) {
    guard let owners = ownerColumn, let table = ownerTable else { return }
    let ownerCount = Int(table.rowCount)
    let starts = Column<Int32>(name: "children.starts", capacity: ownerCount + 1, memory: memory)
    let rows = Column<Int32>(name: "children.rows", capacity: owners.count, memory: memory)
    children.build(owners: owners, ownerCount: ownerCount, starts: starts, rows: rows, precedes: rowPrecedes)
  }

  /// As `precedes`, for rows that are all in the order of their identities.
  private var rowPrecedes: (Row, Row) -> Bool {
    guard sortedRows == Int(rowCount) else { return precedes }
    guard let dates = dateColumn?.values else { return { $0 < $1 } }
    return { left, right in
      let first = dates[Int(left)]
      let second = dates[Int(right)]
      return first == second ? left < right : first < second
    }
  }

  private func build(_ order: KeptOrder, of name: String, _ memory: (any ColumnMemory)?) {
    order.build(rows: sorted(Array(0..<rowCount), by: Query.Sort(name)), name: "order." + name, memory: memory)
  }

  private func buildNames(_ memory: (any ColumnMemory)?) {
    guard names.isKept, case .text(let values)? = column(type.kind.label)?.storage else { return }
    let order = orders[type.kind.label].map { Array($0.rows.values) } ?? Array(0..<rowCount)
    names.build(rows: order, memory: memory) { texts.bytes(Slice(packed: values[$0])) }
  }
}
