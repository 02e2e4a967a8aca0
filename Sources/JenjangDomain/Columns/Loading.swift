import JSONText

/// Calls its second argument with each number below the first, in any order or at the same time, and waits for all.
///
/// How many threads there are is for whoever has them.
public typealias Crew = (_ pieces: Int, _ work: (Int) -> Void) -> Void

extension Book {
  /// Begins to read a snapshot; `load` follows for each kind, then `finishLoading`.
  public func beginLoading() {
    isLoading = true
    revision += 1
  }

  /// Whether records of two kinds may be loaded at the same time: neither is looked for by the other.
  public func areApart(_ first: String, _ second: String) -> Bool {
    let refers = { (from: String, to: String) in
      self.table(from)?.type.fields.contains { $0.type == .reference(kind: to) } ?? false
    }
    return first != second && !refers(first, second) && !refers(second, first)
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

  /// Computes what stands between records: references, children, derived columns, orders, names.
  ///
  /// `memory` says where the columns of a kind are to lie; nil is the heap.
  public func finishLoading(
    memory: @escaping (String) -> (any ColumnMemory)? = { _ in nil },
    crew: Crew = { pieces, work in (0..<pieces).forEach(work) }
  ) {
    isLoading = false
    let tables = types.compactMap { table($0.kind.name) }
    for table in tables { table.resolveAll() }
    // Nothing here reads what another piece writes: each has columns of its own, in its own table or its owner's.
    let pieces = tables.flatMap { $0.finishing(memory($0.type.kind.name)) }.sorted { $0.cost > $1.cost }
    crew(pieces.count) { pieces[$0].work() }
    for table in tables { table.ownerTable?.revision += 1 }
    revision += 1
    feed.forget(before: revision)
  }
}

extension Table {
  /// Empties the table and makes room for so many rows, and some more.
  func makeRoom(for rows: Int, memory: (any ColumnMemory)?) {
    let room = rows + rows / 16 + 512
    func column<E: FixedWidthInteger & BitwiseCopyable>(_ name: String) -> Column<E> {
      Column(name: name, capacity: room, memory: memory)
    }
    idHigh = column("id.high")
    idLow = column("id.low")
    revisions = column("revision")
    lines = column("line")
    columns = columnTypes.map { name, section, type in
      FieldColumn(name: name, type: type, section: section, capacity: room, memory: memory)
    }
    texts = TextBytes()
    (sortedRows, newRows, changed, unresolved, lastFound) = (0, [:], [:], [:], nil)
    (children, liveCount, revision) = (Children(), 0, revision + 1)
  }

  /// Gives the columns so many rows; new ones hold nothing.
  func resize(to rows: Int) {
    idHigh.resize(to: rows, filling: 0)
    idLow.resize(to: rows, filling: 0)
    revisions.resize(to: rows, filling: 1)
    lines.resize(to: rows, filling: 0)
    for column in columns { column.resize(to: rows) }
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

  /// The pieces of work that make what follows from all records, with what each may cost.
  fileprivate func finishing(_ memory: (any ColumnMemory)?) -> [(cost: Int, work: () -> Void)] {
    let rows = Int(rowCount)
    var pieces: [(cost: Int, work: () -> Void)] = [
      (
        rows,
        { [self] in
          buildChildren(memory)
          book?.computeAll(from: self)
        }
      )
    ]
    for (name, order) in orders where name != type.kind.label {
      pieces.append((2 * rows, { [self] in build(order, of: name, memory) }))
    }
    guard names.isKept else { return pieces }
    let work = { [self] in
      // Names lie in the order of the labels.
      if let order = orders[type.kind.label] { build(order, of: type.kind.label, memory) }
      buildNames(memory)
    }
    pieces.append((8 * rows, work))
    return pieces
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
