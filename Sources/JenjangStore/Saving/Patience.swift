/// How long a writer that nobody can ask goes on waiting for its turn.
///
/// Ten seconds for one and the same holder, who may be stuck; a minute where many take turns and it only has bad luck.
public struct Patience: Sendable {
  /// In milliseconds.
  public static let withOne = 10_000
  public static let withMany = 60_000

  private var holder: String?
  private var since = 0

  public init() {}

  /// Whether to go on after so many milliseconds of waiting, while this one holds the lock.
  public mutating func holds(for holder: String, at milliseconds: Int) -> Bool {
    if holder != self.holder || milliseconds < since {
      self.holder = holder
      since = milliseconds
    }
    return milliseconds - since < Patience.withOne && milliseconds < Patience.withMany
  }
}
