import JSONText

extension Operation {
  /// A record that comes into being as it stands.
  public static func creating<R: Record>(_ record: R) -> Operation {
    .create(kind: R.kind.name, id: record.id.raw, object: record.object)
  }
}

extension Records {
  /// The stored record changed in place; nil when it is not there or nothing differs.
  public func updating(_ id: ID<R>, _ change: (inout R) -> Void) -> Operation? {
    guard let row = table.row(of: id.raw), let before = table.storedObject(at: row) else { return nil }
    let record = R(id: id.raw, object: before)
    var changed = record
    change(&changed)
    let (old, new) = (record.object, changed.object)
    var changes: [String: Change] = [:]
    for field in R.fields where old[field.spec.name] != new[field.spec.name] {
      changes[field.spec.name] = Change(old: before[field.spec.name], new: new[field.spec.name])
    }
    guard !changes.isEmpty else { return nil }
    return .update(kind: R.kind.name, id: id.raw, base: table.revision(of: row), changes: changes)
  }

  /// What brings a record to this state: its creation, or a change of the fields that differ; nil when none does.
  public func saving(_ record: R) -> Operation? {
    guard table.row(of: record.id.raw) != nil else { return .creating(record) }
    return updating(record.id) { $0 = record }
  }

  /// The end of a record; nil when it is not there.
  public func deleting(_ id: ID<R>) -> Operation? {
    guard let row = table.row(of: id.raw), let object = table.storedObject(at: row) else { return nil }
    return .delete(kind: R.kind.name, id: id.raw, base: table.revision(of: row), object: object)
  }

  /// A record as it is stored, whoever looks.
  func stored(_ row: Row) -> R? {
    guard let object = table.storedObject(at: row) else { return nil }
    return R(id: table.id(of: row), object: object)
  }

  /// A record as it is stored, whoever looks.
  func stored(_ id: ID<R>) -> R? { table.row(of: id.raw).flatMap { stored($0) } }

  /// The records that belong to another one as they are stored, whoever looks.
  func storedOwned(by owner: RecordID) -> [R] {
    guard let row = table.ownerTable?.rowEver(of: owner) else { return [] }
    return table.children.rows(of: row).filter { table.hasRow($0) && table.isLive($0) }.compactMap { stored($0) }
  }
}
