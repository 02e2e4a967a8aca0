import Glibc

/// A clock that only grows.
public enum Stopwatch {
  /// Nanoseconds since some moment.
  public static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// Nanoseconds since 1970, as files are dated.
  public static var date: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Nanoseconds of processor time that this process has used.
  public static var work: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  public static func measure(_ work: () throws -> Void) rethrows -> Double {
    let start = now
    try work()
    return Double(now - start)
  }
}
