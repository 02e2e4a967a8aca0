import JenjangDomain
import Synchronization

/// A store that is being opened on another thread while its list can be read already.
public final class Opening: Sendable {
  private final class Share: Sendable {
    let value = Mutex(0.0)
  }

  private let done = Share()
  private let store: Handover<Result<Store, any Error>>

  /// Begins; `open` is called on the other thread and tells how far it is, 0 to 1.
  public init(_ open: @escaping @Sendable (_ tell: @escaping (Double) -> Void) throws -> Store) {
    let done = done
    store = Handover { Result { try open { share in done.value.withLock { $0 = share } } } }
  }

  public var share: Double { done.value.withLock { $0 } }

  /// The store, once; nil while it is being opened.
  public func take() throws -> Store? { try store.take()?.get() }
}
