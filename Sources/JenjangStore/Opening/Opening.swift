import JenjangDomain
import Synchronization

/// A store that is being opened on another thread while its list can be read already.
///
/// The thread that makes it lets go of it for good before anybody else gets it.
public final class Opening: Sendable {
  private struct State {
    var share = 0.0
    var result: Result<Handed, any Error>?
  }

  /// A store on its way from the thread that opened it to the one that works with it; only one of them has it.
  private struct Handed: @unchecked Sendable {
    let store: Store
  }

  private let state = Mutex(State())

  /// Begins; `open` is called on the other thread and tells how far it is, 0 to 1.
  public init(_ open: @escaping @Sendable (_ tell: @escaping (Double) -> Void) throws -> Store) {
    Task.detached(priority: .userInitiated) { [self] in
      let result = Result {
        Handed(store: try open { share in self.state.withLock { $0.share = share } })
      }
      state.withLock { $0.result = result }
    }
  }

  public var share: Double { state.withLock { $0.share } }

  /// The store, once; nil while it is being opened.
  public func take() throws -> Store? {
    let result = state.withLock { state in
      defer { state.result = nil }
      return state.result
    }
    return try result?.get().store
  }
}
