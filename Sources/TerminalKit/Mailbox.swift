import CTerminal
import Glibc
import Synchronization

/// Letters from other threads, and a descriptor that wakes the loop when one comes.
public final class Mailbox<Letter: Sendable>: Sendable {
  /// Readable while letters wait; for `Terminal.watch`.
  public let descriptor: Int32
  private let letters = Mutex<[Letter]>([])

  public init() { descriptor = cterminal_eventfd() }

  deinit { _ = Glibc.close(descriptor) }

  /// Leaves a letter; from any thread.
  public func post(_ letter: Letter) {
    letters.withLock { $0.append(letter) }
    var one: UInt64 = 1
    _ = write(descriptor, &one, 8)
  }

  /// Takes all letters, the oldest first.
  public func takeAll() -> [Letter] {
    var count: UInt64 = 0
    _ = read(descriptor, &count, 8)
    return letters.withLock { letters in
      defer { letters.removeAll() }
      return letters
    }
  }
}
