import JenjangDomain

extension Commit {
  /// What of it the actor of a book may read; nil when nothing.
  ///
  /// The reason goes with the changes: it is left out where one of them is hidden, for it may speak of that one.
  func seen(in book: Book) -> Commit? {
    guard book.access != nil || operations.contains(where: book.isSecret) else { return self }
    var isWhole = true
    let shown = operations.compactMap { operation -> Operation? in
      let shown = book.seen(operation)
      if shown?.changedFields != operation.changedFields { isWhole = false }
      return shown
    }
    guard !shown.isEmpty else { return nil }
    var commit = Commit(
      sequence: sequence, time: time, author: author, why: isWhole ? why : "", operations: shown, undoes: undoes,
      batch: batch)
    commit.isErasure = isErasure
    return commit
  }
}

extension Store {
  /// What of some commits the actor may read; those in which that is nothing are left out.
  func seen(_ commits: [Commit]) -> [Commit] { commits.compactMap { seen($0) } }

  func seen(_ commit: Commit) -> Commit? { commit.seen(in: book) }

  /// Ends what needs a right that the actor lacks.
  func require(_ right: Right) throws(StoreError) {
    if visitor?.isTrying == true { throw .forbidden(.trying) }
    if let refusal = book.access?.refusal(right) { throw .forbidden(refusal) }
  }
}

extension Operation {
  /// The fields that an update changes; empty for the beginning and the end of a record.
  fileprivate var changedFields: Set<String> {
    if case .update(_, _, _, let changes) = self { Set(changes.keys) } else { [] }
  }
}
