import JenjangDomain

extension Store {
  /// Saves what of a transaction can still be done: records that were changed since are left as they are, and with them
  /// all of the same transaction that belongs to the same person.
  ///
  /// For taking back many records at once; the receipt says what was left.
  @discardableResult
  public func commitLeavingChanged(_ transaction: Transaction) throws(StoreError) -> Receipt {
    if let readOnlyReason { throw .readOnly(readOnlyReason) }
    return try asWriter { () throws(StoreError) in
      try settle()
      var left: Set<RecordID> = []
      var kept = transaction
      var checked = try checkLeaving(&kept, &left)
      while checked == nil { checked = try checkLeaving(&kept, &left) }
      return try write(kept, checked ?? CheckedTransaction(), left: left)
    }
  }

  /// Checks; takes out the person of the first conflict, and gives nil, when there is one.
  private func checkLeaving(_ transaction: inout Transaction, _ left: inout Set<RecordID>) throws(StoreError)
    -> CheckedTransaction?
  {
    for operation in transaction.operations where !canBeDone(operation) { left.insert(person(of: operation)) }
    transaction.operations.removeAll { left.contains(person(of: $0)) }
    do throws(StoreError) { return try check(transaction) } catch {
      let id: RecordID
      switch error {
      case .conflict(_, let record, _), .invalid(_, let record, _): id = record
      default: throw error
      }
      guard let operation = transaction.operations.first(where: { $0.id == id }) else { throw error }
      left.insert(person(of: operation))
      return nil
    }
  }

  private func canBeDone(_ operation: Operation) -> Bool {
    do throws(StoreError) {
      _ = try fit(operation, to: stored(operation.kind, operation.id))
      return true
    } catch { return false }
  }

  /// The employee to whom a record belongs; the record itself where it belongs to nobody.
  private func person(of operation: Operation) -> RecordID {
    let object =
      switch operation {
      case .create(_, _, let object), .delete(_, _, _, let object): object
      case .update(let kind, let id, _, _): stored(kind, id)?.object
      }
    return owner(kind: operation.kind, object: object).flatMap { RecordID($0) } ?? operation.id
  }
}
