import Glibc

/// Waits for a descriptor that does not block, as other programs may hand over.
public struct Readiness {
  private let descriptor: Int32
  private let events: Int16
  /// How often in a row it said that it was ready, and refused; who shares it may have been faster.
  private var refusals = 0
  private let patience: Int
  /// Microseconds after a refusal.
  private let pause: UInt32

  /// `events` are those of `poll`; so many refusals in a row, with a pause of microseconds between them, are enough.
  public init(_ descriptor: Int32, _ events: Int32, patience: Int = 300, pause: UInt32 = 10_000) {
    self.descriptor = descriptor
    self.events = Int16(events)
    self.patience = patience
    self.pause = pause
  }

  /// It let something through.
  public mutating func admit() { refusals = 0 }

  /// After a refusal: waits for as long as it takes until it says that it is ready; false when it only ever says so.
  public mutating func wait() -> Bool {
    refusals += 1
    guard refusals <= patience else { return false }
    if refusals > 1 { usleep(pause) }
    var waiting = pollfd(fd: descriptor, events: events, revents: 0)
    _ = poll(&waiting, 1, -1)
    return true
  }
}
