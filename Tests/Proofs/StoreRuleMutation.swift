@testable import JenjangStore

extension StoreRule {
  /// Runs `body` with a rule left out, for this thread or task alone; nil leaves out none.
  static func leaving<R>(out rule: StoreRule?, _ body: () throws -> R) rethrows -> R {
    guard let rule else { return try body() }
    return try $leftOut.withValue(rule) { try body() }
  }
}
