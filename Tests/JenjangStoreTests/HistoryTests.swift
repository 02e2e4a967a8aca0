import JenjangDomain
import Testing

@testable import JenjangStore
@testable import Proofs

@Suite struct HistoryTests {
  @Test(arguments: 0..<4 as Range<UInt64>)
  func `of every random history the same is true: replay, undo, redo, merge, verify`(_ seed: UInt64) {
    #expect(History.report(seed: seed, count: 25) == [])
  }

  @Test func `a failing history is made as short as it can be`() {
    let long = History(acts: [.create(0), .reopen, .create(2), .snapshot, .create(1), .reopen])
    let short = long.shrunk { history in history.acts.contains(.create(1)) }
    #expect(short.acts == [.create(1)])
  }

  @Test(arguments: Fuzz.all) func `nothing from outside makes a reader stumble`(_ fuzz: Fuzz) {
    #expect(fuzz.run(seed: 1, rounds: 1_500) == [])
  }
}
