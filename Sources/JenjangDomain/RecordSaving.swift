import JSONText

extension Book {
  /// What brings a record to this state: its creation, or a change of the fields that differ; nil when none does.
  ///
  /// Made from what stands in the book now, so it belongs into a transaction that is saved at once.
  public func saving<R: Record>(_ record: R) -> Operation? {
    self[R.self].saving(record)
  }

  /// What must be put right before a record is saved in this state.
  public func errors<R: Record>(in record: R) -> [Problem] {
    let type = self[R.self].table.type
    return type.problems(of: record.object, id: record.id.raw, in: self).filter { $0.severity == .error }
  }
}
