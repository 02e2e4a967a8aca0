import Testing

@testable import prove

/// The judge of recorded histories, on stories that are known to be true or false.
@Suite struct LinearityTests {
  private static let start = Linearity.State(revision: 1, value: 0)

  private static func exchange(_ action: Exchange.Action, _ answer: Exchange.Answer, _ asked: Int, _ answered: Int)
    -> Exchange
  {
    Exchange(action: action, answer: answer, asked: asked, answered: answered)
  }

  @Test(arguments: [
    [exchange(.write(1), .written, 1, 2), exchange(.read, .seen(revision: 2, value: 1), 3, 4)],
    // A reader meanwhile may see either; two readers may see it in this order.
    [exchange(.write(1), .written, 1, 9), exchange(.read, .seen(revision: 1, value: 0), 2, 3)],
    [
      exchange(.write(1), .written, 1, 9), exchange(.read, .seen(revision: 1, value: 0), 2, 3),
      exchange(.read, .seen(revision: 2, value: 1), 4, 5),
    ],
    // Of two at once either may be first, and one of two replacements wins.
    [
      exchange(.write(1), .written, 1, 5), exchange(.write(2), .written, 2, 6),
      exchange(.read, .seen(revision: 3, value: 1), 7, 8),
    ],
    [exchange(.replace(revision: 1, 1), .refused, 1, 5), exchange(.replace(revision: 1, 2), .written, 2, 6)],
    [exchange(.write(1), .unchanged, 1, 5), exchange(.write(1), .written, 2, 6)],
  ])
  func `a story that can be told is found`(_ exchanges: [Exchange]) {
    #expect(Linearity.holds(exchanges, from: Self.start))
  }

  @Test(arguments: [
    // A stale look, a lost write, a write that happens twice.
    [exchange(.write(1), .written, 1, 2), exchange(.read, .seen(revision: 1, value: 0), 3, 4)],
    [
      exchange(.write(1), .written, 1, 2), exchange(.write(2), .written, 3, 4),
      exchange(.read, .seen(revision: 2, value: 2), 5, 6),
    ],
    [exchange(.write(1), .written, 1, 2), exchange(.read, .seen(revision: 3, value: 1), 3, 4)],
    // Time that runs backwards for two readers.
    [
      exchange(.write(1), .written, 1, 9), exchange(.read, .seen(revision: 2, value: 1), 2, 3),
      exchange(.read, .seen(revision: 1, value: 0), 4, 5),
    ],
    // Two winners, no winner, and an answer from what was read long ago.
    [exchange(.replace(revision: 1, 1), .written, 1, 5), exchange(.replace(revision: 1, 2), .written, 2, 6)],
    [exchange(.replace(revision: 1, 1), .refused, 1, 5), exchange(.replace(revision: 1, 2), .refused, 2, 6)],
    [exchange(.write(1), .written, 1, 2), exchange(.write(0), .unchanged, 3, 4)],
    [exchange(.write(1), .written, 1, 2), exchange(.replace(revision: 2, 2), .refused, 3, 4)],
  ])
  func `a story that cannot be told is refused`(_ exchanges: [Exchange]) {
    #expect(!Linearity.holds(exchanges, from: Self.start))
  }
}
