/// How often somebody has tried a passphrase in vain, and how long the next try has to wait.
public struct EntryAttempts: Sendable, Hashable {
  /// In vain since the last success.
  public private(set) var failures: Int
  /// The last of them, in milliseconds since 1970, UTC.
  public private(set) var last: Int64

  public init(failures: Int = 0, last: Int64 = 0) {
    self.failures = max(0, failures)
    self.last = last
  }

  /// The longest wait: a quarter of an hour.
  public static let longest: Int64 = 900_000

  /// Milliseconds to wait after so many failures: none, then a second, doubled with each failure.
  ///
  /// Source: decided by this program; the doubling follows NIST SP 800-63B 5.2.2, which asks for growing delays.
  public static func delay(after failures: Int) -> Int64 {
    failures <= 1 ? 0 : min(longest, 1_000 << Int64(min(failures - 2, 20)))
  }

  /// Milliseconds until the next try is taken; 0 when it may be made now.
  public func wait(at now: Int64) -> Int64 { max(0, last + EntryAttempts.delay(after: failures) - now) }

  /// A clock that was set back makes nobody wait longer than the delay itself.
  public func seen(at now: Int64) -> EntryAttempts { EntryAttempts(failures: failures, last: min(last, now)) }

  /// Counted before the answer is known, so that ending the program in between gains nothing.
  public mutating func began(at now: Int64) {
    failures += 1
    last = now
  }
}
