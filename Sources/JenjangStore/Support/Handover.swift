import Synchronization

/// What another thread makes, and lets go of for good before anybody else gets it.
final class Handover<Made>: Sendable {
  /// On its way from one thread to the other; only one of them has it.
  private struct Handed: @unchecked Sendable {
    let made: Made
  }

  private let handed = Mutex<Handed?>(nil)

  /// Begins; `make` is called on the other thread.
  init(_ make: @escaping @Sendable () -> Made) {
    BackgroundThread.start(stepsBack: false) { [self] in
      let made = Handed(made: make())
      handed.withLock { $0 = made }
    }
  }

  /// What was made, once; nil before.
  func take() -> Made? {
    handed.withLock { handed in
      defer { handed = nil }
      return handed
    }?.made
  }
}
