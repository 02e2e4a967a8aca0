import Testing

@testable import prove

/// What survives when writers are ended in the middle of it.
@Suite struct KillTests {
  @Test func `nothing acknowledged is lost or doubled when writers are killed at random`() throws {
    let verdict = try Kills.prove(kills: 200, writers: 8, seed: 7)
    #expect(verdict.isKept, "\(verdict.violations.prefix(10))")
    #expect(verdict.facts[0].count >= 200)
  }
}
