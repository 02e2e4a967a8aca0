import Glibc
import Synchronization

/// Several threads for independent pieces of work; the caller waits until all are done.
///
/// Tasks of the language would be another way, but loading is not asynchronous: whoever opens a store waits for it.
struct Workers: Sendable {
  /// How many threads there are, the caller's among them.
  let count: Int

  /// One for each processor, but no more than are of use where all read the same memory.
  static let all = Workers(count: max(1, min(4, sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
  static let one = Workers(count: 1)

  /// What the threads share.
  private final class Shared {
    let pieces: Int
    let body: (Int) -> Void
    let next = Atomic<Int>(0)

    init(_ pieces: Int, _ body: @escaping (Int) -> Void) {
      self.pieces = pieces
      self.body = body
    }

    func work() {
      while true {
        let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard piece < pieces else { return }
        body(piece)
      }
    }
  }

  /// Calls `body` once with each number below `pieces`, in any order and at the same time.
  ///
  /// Where the system gives no more threads, there are fewer.
  func run(_ pieces: Int, _ body: (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      let shared = Shared(pieces, body)
      let helpers = (1..<max(1, min(count, pieces))).compactMap { _ in Workers.start(shared) }
      shared.work()
      for helper in helpers { pthread_join(helper, nil) }
    }
  }

  private static func start(_ shared: Shared) -> pthread_t? {
    let pointer = Unmanaged.passRetained(shared).toOpaque()
    var thread = pthread_t()
    let error = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<Shared>.fromOpaque(pointer).takeRetainedValue().work() }
        return nil
      }, pointer)
    guard error != 0 else { return thread }
    Unmanaged<Shared>.fromOpaque(pointer).release()
    return nil
  }
}
