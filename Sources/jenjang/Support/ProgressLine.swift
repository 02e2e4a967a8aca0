import Glibc
import JenjangDomain

/// How far the work is, on standard error, when it takes more than a second.
///
/// A person who looks at it sees the share grow; elsewhere one line says what is waited for.
final class ProgressLine {
  private let title: Text
  private let errors = Output(descriptor: STDERR_FILENO)
  private let isTerminal: Bool
  private let start = ContinuousClock.now
  private var percent = -1

  init(_ title: Text) {
    self.title = title
    isTerminal = errors.isTerminal
  }

  /// Does work under a line that is gone when the work ends, also by an error.
  static func during<Result, Problem>(
    _ title: Text, _ work: (ProgressLine) throws(Problem) -> Result
  ) throws(Problem) -> Result {
    let line = ProgressLine(title)
    defer { line.end() }
    return try work(line)
  }

  /// Shows a share, 0 to 1, when a new per cent is reached.
  func show(_ share: Double) {
    let next = Int(min(1, max(0, share)) * 100)
    guard next > percent, isTerminal || percent < 0, ContinuousClock.now - start >= .seconds(1) else { return }
    percent = next
    errors.text(isTerminal ? "\r\(title[Speech.language]) \(percent) %" : "jenjang: \(title[Speech.language]) …\n")
    errors.flush()
  }

  func end() {
    guard isTerminal, percent >= 0 else { return }
    errors.text("\r\u{1B}[K")
    errors.flush()
  }
}
