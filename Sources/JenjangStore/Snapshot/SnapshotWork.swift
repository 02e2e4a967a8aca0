import JenjangDomain
import Synchronization

/// A snapshot that is being written on another thread, so that the next opening is fast and nobody waits now.
///
/// The thread opens the store for itself; saving goes on meanwhile, and what is saved then belongs to the next one.
/// At most one is under way in a process, and one in a store among all processes.
public final class SnapshotWork: Sendable {
  public enum Outcome: Sendable, Equatable {
    /// A snapshot of the state with this sequence number is there.
    case written(sequence: Int)
    /// Another process is writing one, or nothing can be written.
    case leftAlone
    case failed(StoreError)
  }

  static let isBusy = Mutex(false)

  private struct State {
    var outcome: Outcome?
    var isTidy = false
  }

  private let state = Mutex(State())

  private init() {}

  /// What came of it; nil while it is under way.
  public var outcome: Outcome? { state.withLock { $0.outcome } }
  public var isDone: Bool { outcome != nil }
  /// What the snapshot replaces has been removed too.
  public var isTidy: Bool { state.withLock { $0.isTidy } }

  /// Begins to write a snapshot and its column index; nil while this process is writing one already.
  ///
  /// `options` are those the store was opened with. `onEnd` is called on the other thread when what the snapshot
  /// replaces has been removed too.
  public static func start(
    path: String, options: OpenOptions, onEnd: @escaping @Sendable () -> Void = {}
  ) -> SnapshotWork? {
    let isFirst = isBusy.withLock { busy in
      defer { busy = true }
      return !busy
    }
    guard isFirst else { return nil }
    let work = SnapshotWork()
    BackgroundThread.start {
      work.write(path, options)
      isBusy.withLock { $0 = false }
      work.state.withLock { $0.isTidy = true }
      onEnd()
    }
    return work
  }

  private func write(_ path: String, _ options: OpenOptions) {
    do throws(StoreError) {
      let store = try Store(opening: path, options: options)
      if store.readOnlyReason == nil {
        try store.snapshot(.gently) { end(.written(sequence: store.head.sequence)) }
      }
      end(store.hasSnapshot ? .written(sequence: store.head.sequence) : .leftAlone)
    } catch {
      end(.failed(error))
    }
  }

  /// What came first counts: a snapshot that is there stays there although the one before cannot be removed.
  private func end(_ outcome: Outcome) { state.withLock { $0.outcome = $0.outcome ?? outcome } }
}

extension Store {
  /// Whether the newest snapshot is of the present state.
  fileprivate var hasSnapshot: Bool { generation?.manifest.position == position }

  /// Takes note of a snapshot that another thread or process has written: `needsSnapshot` counts from it.
  ///
  /// Reads one small file. To be called when `SnapshotWork` is done.
  public func noteSnapshot() {
    guard let number = try? LoadedState.numbers(disk).last,
      let newest = try? LoadedState.generation(Layout.generation(number), number: number, disk: disk),
      newest.manifest.position.sequence <= position.sequence,
      newest.manifest.generation > generation?.manifest.generation ?? 0
    else { return }
    // What has changed since the snapshot before has at most changed since this one.
    generation = newest
  }
}
