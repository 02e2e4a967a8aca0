import JSONText
import JenjangDomain

/// Records as they stood once an earlier commit was saved, without reading the journal before it.
public struct Earlier {
  private let store: Store
  /// The number of the commit.
  public let sequence: Int
  /// Nothing before this place in the journal was saved later.
  private let floor: HistoryCursor?

  /// Goes back to the last commit in which a record of a kind was changed in a way; nil where there is none since it
  /// was made.
  public init?(
    _ store: Store, of id: RecordID, kind: String, where isMeant: ([String: Change]) -> Bool
  ) throws(StoreError) {
    var cursor: HistoryCursor?
    repeat {
      let part = try store.wholeHistory(of: id, limit: 20, from: cursor)
      for commit in part.commits {
        for operation in commit.operations where operation.id == id && operation.kind == kind {
          guard case .update(_, _, _, let changes) = operation else { return nil }
          guard isMeant(changes) else { continue }
          self.store = store
          sequence = commit.sequence
          floor = part.next
          return
        }
      }
      cursor = part.next
    } while cursor != nil
    return nil
  }

  /// A record as it stood; nil when it was not there.
  ///
  /// Shows what the actor may see of it.
  public func object(of id: RecordID, kind: String) throws(StoreError) -> JSONObject? {
    var object = store.stored(kind, id)?.object
    for commit in try commits(naming: id) {
      for operation in commit.operations.reversed() where operation.id == id && operation.kind == kind {
        object = operation.undone(from: object)
      }
    }
    return object.flatMap { store.book.seen($0, kind: kind, id: id) }
  }

  /// The records of a kind that belonged to another one, in the order of their identities.
  public func objects(_ kind: String, of owner: RecordID) throws(StoreError) -> [(id: RecordID, object: JSONObject)] {
    guard let table = store.book.table(kind), let field = table.type.kind.owner else { return [] }
    var ids = Set(table.rows(ownedBy: owner).map { table.id(of: $0) })
    for commit in try commits(naming: owner) {
      for case .delete(let other, let id, _, let object) in commit.operations
      where other == kind && object[field]?.text == owner.text {
        ids.insert(id)
      }
    }
    var found: [(id: RecordID, object: JSONObject)] = []
    for id in ids.sorted() {
      if let object = try object(of: id, kind: kind) { found.append((id, object)) }
    }
    return found
  }

  /// What was saved later and names a record, newest first.
  private func commits(naming id: RecordID) throws(StoreError) -> [Commit] {
    var found: [Commit] = []
    var cursor: HistoryCursor?
    repeat {
      let part = try store.wholeHistory(of: id, limit: 20, from: cursor)
      found += part.commits.prefix { sequence < $0.sequence }
      if let last = part.commits.last, last.sequence <= sequence { return found }
      cursor = part.next
    } while cursor.map { !$0.isBefore(floor) } ?? false
    return found
  }
}

extension HistoryCursor {
  /// Whether it lies at or before another place; nothing lies before the beginning.
  fileprivate func isBefore(_ other: HistoryCursor?) -> Bool {
    guard let other else { return false }
    return (segment, end) <= (other.segment, other.end)
  }
}
