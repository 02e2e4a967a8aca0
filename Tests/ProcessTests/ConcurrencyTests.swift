import Testing

@testable import prove

/// Many processes at one store at the same time.
@Suite struct ConcurrencyTests {
  @Test(arguments: [(2, 150), (8, 40), (32, 6)])
  func `many writers at once commit each line exactly once`(_ processes: Int, _ commits: Int) throws {
    let verdict = try Writers.write(processes, commits: commits)
    #expect(verdict.isKept, "\(verdict.violations.prefix(10))")
    #expect(verdict.facts[0].count == processes * commits)
  }

  @Test func `what many processes add to one count is all there`() throws {
    let verdict = try Writers.count(16, times: 40)
    #expect(verdict.isKept, "\(verdict.violations.prefix(10))")
  }

  @Test func `of those who want one number at the same time one gets it`() throws {
    let verdict = try Writers.race(4, times: 25)
    #expect(verdict.isKept, "\(verdict.violations.prefix(10))")
  }

  @Test func `what many clients are told of a record is one story`() throws {
    let verdict = try Writers.record(6, clients: 8, each: 20, seed: 3)
    #expect(verdict.isKept, "\(verdict.violations.prefix(2))")
    #expect(verdict.facts[1].count == 6 * 8 * 20)
  }
}
