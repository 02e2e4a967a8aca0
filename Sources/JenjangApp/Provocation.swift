import TerminalKit

/// A crash asked for by `JENJANG_TEST_CRASH`: with it the tests see what a user is left with when the program dies.
///
/// Nothing happens unless that variable is set; then F12 on Home brings the crash about.
public enum Provocation: String, Sendable {
  /// The program finds itself in the wrong and ends, with a sentence.
  case trap
  /// Memory is touched that is not there.
  case memory
  /// A function calls itself without end.
  case stack

  func happen() {
    switch self {
    case .trap: fatalError("provoked")
    case .memory: UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    case .stack: _ = Provocation.descend(1)
    }
  }

  @inline(never)
  private static func descend(_ depth: Int) -> Int { depth == 0 ? 0 : descend(depth &+ 1) &+ depth }
}
