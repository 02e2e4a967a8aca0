import Testing

@testable import prove

/// What a writer does to whom the system refuses something.
@Suite struct LimitTests {
  @Test func `where no file may grow nothing of a line is left, and who saves next saves all`() async throws {
    let verdict = try await Limits.files([0, 1, 750, 3_000])
    #expect(verdict.isKept, "\(verdict.violations.prefix(10))")
    #expect(verdict.facts.prefix(2).map(\.count) == [4, 4])
  }
}
