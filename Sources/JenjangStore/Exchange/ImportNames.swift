import JenjangDomain

extension ImportPlan {
  /// The kinds of records that a name is enough for and to which the targets refer.
  static func namedKinds(_ targets: [ImportTarget], beside kind: String, in book: Book) -> [String] {
    var kinds: [String] = []
    for target in targets {
      guard case .reference(let other) = target.spec.type, other != kind, !kinds.contains(other),
        let type = book.table(other)?.type, NamedRecords.canBeMade(type)
      else { continue }
      kinds.append(other)
    }
    return kinds
  }

  /// Whether a column of the file names records that could be made from their names.
  public func canCreateUnits(in book: Book) -> Bool {
    !Self.namedKinds(targetOfColumn.compactMap(\.self), beside: kind, in: book).isEmpty
  }

  /// What is made because rows that can be saved name it, the first named first.
  public var namedRecords: [NamedRecord] {
    var seen: Set<RecordID> = []
    var records: [NamedRecord] = []
    for row in order {
      for (id, _) in rows[row].named where seen.insert(id).inserted {
        if let record = cells.named[id] { records.append(record) }
      }
    }
    return records
  }

  /// The rows in the order in which they can be saved, what a row is the first to name before it.
  var rowsToSave: [ImportRow] {
    var seen: Set<RecordID> = []
    return order.map { index in
      var row = rows[index]
      let first = row.named.compactMap { seen.insert($0.record).inserted ? cells.named[$0.record] : nil }
      guard !first.isEmpty else { return row }
      let operations = first.map { Operation.create(kind: $0.kind, id: $0.id, object: $0.object) }
      row.operations.insert(contentsOf: operations, at: 0)
      row.size += operations.reduce(0) { $0 + $1.journalSize }
      return row
    }
  }
}
