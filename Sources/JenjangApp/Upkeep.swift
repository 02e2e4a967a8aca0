import JenjangDomain
import JenjangStore

/// What the program does for its store while the user rests: a long journal is shortened by a snapshot.
struct Upkeep {
  /// Milliseconds without a key that count as rest.
  static let rest = 30_000

  private var work: SnapshotWork?

  /// Begins what is due, takes note of what has ended; gives what went wrong.
  mutating func look(_ session: Session, idle milliseconds: Int) -> Text? {
    if let outcome = work?.outcome {
      work = nil
      session.store.noteSnapshot()
      if case .failed(let error) = outcome { return error.text }
    }
    let store = session.store
    guard work == nil, milliseconds >= Upkeep.rest, store.readOnlyReason == nil, store.needsSnapshot else { return nil }
    work = SnapshotWork.start(
      path: store.path, options: OpenOptions(environment: store.environment, today: store.book.day))
    return nil
  }
}
