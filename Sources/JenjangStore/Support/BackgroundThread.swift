import Glibc

/// A thread of its own for long work that waits for the disk, and that steps back for whoever works meanwhile.
///
/// Tasks share one thread for each processor, which such work would keep from the others for seconds.
final class BackgroundThread {
  private let body: @Sendable () -> Void

  private init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  /// Begins; where the system gives no more threads, `body` runs as a task.
  static func start(_ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(BackgroundThread(body)).toOpaque()
    var thread = pthread_t()
    let error = pthread_create(
      &thread, nil,
      { work in
        // On Linux this is of the calling thread alone.
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, BackgroundThread.niceness)
        if let work { Unmanaged<BackgroundThread>.fromOpaque(work).takeRetainedValue().body() }
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
