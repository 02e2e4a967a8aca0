import Glibc

/// A thread of its own for long work that waits for the disk, and that steps back for whoever works meanwhile unless
/// somebody waits for it.
///
/// Tasks share one thread for each processor, which such work would keep from the others for seconds.
final class BackgroundThread {
  private let body: @Sendable () -> Void
  private let stepsBack: Bool

  private init(_ body: @escaping @Sendable () -> Void, stepsBack: Bool) {
    self.body = body
    self.stepsBack = stepsBack
  }

  private func run() {
    // On Linux this is of the calling thread alone.
    if stepsBack { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, BackgroundThread.niceness) }
    body()
  }

  /// Begins; where the system gives no more threads, `body` runs as a task.
  static func start(stepsBack: Bool = true, _ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(BackgroundThread(body, stepsBack: stepsBack)).toOpaque()
    var thread = pthread_t()
    let error = pthread_create(
      &thread, nil,
      { work in
        if let work { Unmanaged<BackgroundThread>.fromOpaque(work).takeRetainedValue().run() }
        return nil
      }, work)
    guard error == 0 else {
      Unmanaged<BackgroundThread>.fromOpaque(work).release()
      Task.detached(priority: .utility) { body() }
      return
    }
    pthread_detach(thread)
  }

  private static let niceness: Int32 = 10
}
