import Glibc
import Processes
import Synchronization

/// The parts of a proof that do not depend on one another: as many at a time as there are processors.
///
/// Says on standard error now and then how far they are.
final class Parts: Sendable {
  private let name: String
  private let count: Int
  private let begun = Stopwatch.now
  /// Which part is next, how many are done, and when that was last told.
  private let state = Mutex((next: 0, done: 0, told: Stopwatch.now))

  private init(_ name: String, count: Int) {
    self.name = name
    self.count = count
  }

  /// Tries the parts `0 ..< count`; their figures must come in the same order.
  static func prove(_ name: String, count: Int, _ part: @escaping @Sendable (Int) throws -> Verdict) async throws
    -> Verdict
  {
    let parts = Parts(name, count: count)
    return try await withThrowingTaskGroup(of: Verdict.self) { group in
      for _ in 0..<max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) { group.addTask { try parts.work(part) } }
      var verdict = Verdict()
      for try await done in group { verdict.add(done) }
      return verdict
    }
  }

  private func work(_ part: (Int) throws -> Verdict) throws -> Verdict {
    var verdict = Verdict()
    while let number = next() {
      verdict.add(try part(number))
      tell()
    }
    return verdict
  }

  private func next() -> Int? {
    state.withLock { state in
      guard state.next < count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  /// One more part is done.
  private func tell() {
    let now = Stopwatch.now
    let done: Int? = state.withLock { state in
      state.done += 1
      guard now - state.told > 10_000_000_000 else { return nil }
      state.told = now
      return state.done
    }
    guard let done else { return }
    let text = "\(name): \(done) of \(count) parts after \((now - begun) / 1_000_000_000) s\n"
    text.withCString { _ = write(STDERR_FILENO, $0, strlen($0)) }
  }
}
