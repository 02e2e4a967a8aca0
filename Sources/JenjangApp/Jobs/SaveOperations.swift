import JenjangDomain
import JenjangStore

/// Saves prepared changes: a few as one commit, many in parts of one batch, which one undo takes back.
enum SaveOperations {
  /// The most changes in one commit.
  static let part = 500

  static func effect(
    _ title: Text, _ operations: [JenjangDomain.Operation], why: String = "", done: Text, then: Effect = .none,
    _ view: View
  ) -> Effect {
    guard operations.count > part else {
      return .commit(Transaction(operations, why: why), done: done, then: then)
    }
    return .start(
      BatchSaving(
        title, named: done, count: operations.count, part: part, why: why, batch: view.session.newID(), then: then,
        done: { done }, make: { range, _ in Array(operations[range]) }))
  }
}
