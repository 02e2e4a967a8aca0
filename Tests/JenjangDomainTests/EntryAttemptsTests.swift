import JenjangDomain
import Testing

@Suite struct EntryAttemptsTests {
  @Test func `the wait doubles with each failure, up to a quarter of an hour`() {
    let delays = (0...20).map { EntryAttempts.delay(after: $0) / 1_000 }
    #expect(delays.prefix(8) == [0, 0, 1, 2, 4, 8, 16, 32])
    #expect(delays.last == 900)
    #expect(delays == delays.sorted())
  }

  @Test func `one waits from the last try on`() {
    var attempts = EntryAttempts()
    #expect(attempts.wait(at: 1_000_000) == 0)
    for _ in 0..<4 { attempts.began(at: 1_000_000) }
    #expect(attempts.wait(at: 1_000_000) == 4_000)
    #expect(attempts.wait(at: 1_003_999) == 1)
    #expect(attempts.wait(at: 1_004_000) == 0)
  }

  @Test func `a clock that was set back makes nobody wait longer than the delay`() {
    var attempts = EntryAttempts()
    for _ in 0..<4 { attempts.began(at: 1_000_000) }
    #expect(attempts.seen(at: 500_000).wait(at: 500_000) == 4_000)
    #expect(attempts.seen(at: 1_002_000).wait(at: 1_002_000) == 2_000)
  }
}
