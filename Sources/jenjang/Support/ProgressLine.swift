import Glibc
import JenjangDomain

/// How far the work is, on standard error when a person looks at it.
final class ProgressLine {
  private let title: Text
  private let errors = Output(descriptor: STDERR_FILENO)
  private let isShown: Bool
  private var percent = -1

  init(_ title: Text) {
    self.title = title
    isShown = errors.isTerminal
  }

  /// Shows a share, 0 to 1, when a new per cent is reached.
  func show(_ share: Double) {
    let next = Int(min(1, max(0, share)) * 100)
    guard isShown, next > percent else { return }
    percent = next
    errors.text("\r\(title[Speech.language]) \(percent) %")
    errors.flush()
  }

  func end() {
    guard isShown, percent >= 0 else { return }
    errors.text("\r\u{1B}[K")
    errors.flush()
  }
}
