import Glibc
import JenjangDomain

/// The wall clock where the user sits, by the system's time zone.
public struct LocalTime: Sendable, Equatable {
  public let day: Day
  public let hour: Int
  public let minute: Int
  public let second: Int

  /// The local time of a moment given in seconds since 1970, UTC.
  public init(seconds: Int64) {
    var moment = time_t(seconds)
    var parts = tm()
    localtime_r(&moment, &parts)
    day =
      Day(year: Int(parts.tm_year) + 1_900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? Day(number: Int32(clamping: seconds / 86_400))
    hour = Int(parts.tm_hour)
    minute = Int(parts.tm_min)
    second = min(59, Int(parts.tm_sec))
  }

  public static func now() -> LocalTime { LocalTime(seconds: Int64(time(nil))) }

  /// Lets other threads work.
  public static func pause(milliseconds: Int) { usleep(UInt32(max(0, milliseconds)) * 1_000) }

  /// Milliseconds of a clock that only grows.
  public static func monotonicMilliseconds() -> Int {
    var moment = timespec()
    clock_gettime(CLOCK_MONOTONIC, &moment)
    return Int(moment.tv_sec) * 1_000 + Int(moment.tv_nsec) / 1_000_000
  }
}
