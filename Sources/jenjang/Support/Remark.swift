import Glibc
import JenjangDomain
import Synchronization

/// Sentences beside the output of a command, on standard error.
enum Remark {
  /// The last of them, for whoever ends the command by the same.
  private static let last = Mutex("")

  static func say(_ text: Text) {
    let sentence = text[Speech.language]
    last.withLock { $0 = sentence }
    let errors = Output(descriptor: STDERR_FILENO)
    errors.line("jenjang: " + sentence)
    errors.flush()
  }

  /// Says what ends the command; the store may have told just that as its news, and nobody reads it twice.
  static func sayLast(_ text: Text) {
    if last.withLock({ $0 }) != text[Speech.language] { say(text) }
  }
}
