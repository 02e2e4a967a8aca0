import Glibc

/// A clock that only grows.
public enum Stopwatch {
  /// Nanoseconds since some moment.
  public static var now: UInt64 { nanoseconds(CLOCK_MONOTONIC) }

  /// Nanoseconds of processor time that this process has used.
  public static var work: UInt64 { nanoseconds(CLOCK_PROCESS_CPUTIME_ID) }

  private static func nanoseconds(_ clock: clockid_t) -> UInt64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  public static func measure(_ work: () throws -> Void) rethrows -> Double {
    let start = now
    try work()
    return Double(now - start)
  }
}
