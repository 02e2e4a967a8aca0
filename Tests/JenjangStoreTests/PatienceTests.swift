import JenjangStore
import Testing

@Suite struct `Patience while others write` {
  /// The answers for holders at milliseconds of waiting, one after the other.
  private func answers(_ asked: [(holder: String, at: Int)]) -> [Bool] {
    var patience = Patience()
    return asked.map { patience.holds(for: $0.holder, at: $0.at) }
  }

  @Test func `one who holds on is waited for ten seconds`() {
    #expect(answers([("budi", 500), ("budi", 10_499), ("budi", 10_500)]) == [true, true, false])
  }

  @Test func `many who take turns are waited for a minute`() {
    let turns = (0..<60).map { (holder: "writer \($0 % 7)", at: $0 * 1_000) }
    #expect(answers(turns).allSatisfy { $0 })
    #expect(answers(turns + [("writer 8", 60_000)]).last == false)
  }

  @Test func `the next wait begins anew`() {
    #expect(answers([("budi", 9_000), ("budi", 1), ("budi", 10_001)]) == [true, true, false])
  }
}
