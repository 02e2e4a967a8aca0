import Synchronization

/// How far the making of an index is, added up over its files; one thread at a time is told, each time it is a
/// thousandth more.
final class IndexProgress {
  private struct Work {
    var done = 0
    var told = 0
  }

  private let total: Int
  private let work = Mutex(Work())
  private let tell: (Double) -> Void

  /// `total` is the bytes that are to be read.
  init(total: Int, tell: @escaping (Double) -> Void) {
    self.total = max(1, total)
    self.tell = tell
  }

  func add(_ bytes: Int) {
    work.withLock { work in
      work.done += bytes
      guard work.done - work.told > total / 1_000 || work.done >= total, work.told < total else { return }
      work.told = work.done
      tell(min(1, Double(work.done) / Double(total)))
    }
  }
}
