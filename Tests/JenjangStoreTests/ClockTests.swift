import JenjangDomain
import Synchronization
import Testing

@testable import JenjangStore
@testable import Proofs

/// Clocks that are wrong: the order and undoing do not depend on them.
@Suite struct ClockTests {
  /// A clock that is set by hand.
  private final class SetClock: Sendable {
    private let time = Mutex<Int64>(1_772_413_200_000)

    func set(_ change: Int64) { time.withLock { $0 += change } }

    func environment(_ site: Site) -> Environment {
      var environment = site.world.environment()
      environment.now = { self.time.withLock { $0 } }
      return environment
    }
  }

  private static let day: Int64 = 24 * 60 * 60_000

  private func journal(_ site: Site) throws -> [Substring] {
    try String(decoding: site.bytes("journal/00000001.ndjson"), as: UTF8.self).split(separator: "\n")
  }

  @Test(arguments: [
    (-Self.day, "back"), (10 * 365 * Self.day, "jump"), (3 * Self.day, "jump"), (-60_000, nil), (60_000, nil),
  ])
  func `a clock that does not fit the save before is marked, and order and undo are unaffected`(
    _ change: Int64, _ flag: String?
  ) throws {
    let site = try Site()
    let clock = SetClock()
    var options = site.world.options()
    options.environment = clock.environment(site)
    let store = try Store(opening: site.path, options: options)
    let sari = site.newEmployee("Sari")
    try store.commit(Transaction([sari]))
    clock.set(change)
    try store.commit(Transaction([site.newEmployee("Budi")]))
    let line = try #require(journal(site).last)
    #expect(line.contains("\"clk\"") == (flag != nil))
    if let flag { #expect(line.contains("\"clk\":\"\(flag)\"")) }
    #expect(store.notices.isEmpty == (flag == nil))

    // A process that opens now sees the same order, and takes the last one back.
    let other = try Store(opening: site.path, options: options)
    let commits = try other.commits(limit: 9)
    #expect(commits.map(\.sequence) == [2, 1])
    try other.commit(commits[0].inverse)
    #expect(other.head.sequence == 3)
    #expect(try Store.verify(at: site.path, deep: true).isClean)
  }

  @Test func `the clock is judged by the last commit also when that is in a snapshot`() throws {
    let site = try Site()
    let clock = SetClock()
    var options = site.world.options()
    options.environment = clock.environment(site)
    try Store(opening: site.path, options: options).commit(Transaction([site.newEmployee("Sari")]))
    clock.set(-Self.day)
    let store = try Store(opening: site.path, options: options)
    store.lastTime = nil
    try store.commit(Transaction([site.newEmployee("Budi")]))
    #expect(try #require(journal(site).last).contains("\"clk\":\"back\""))
  }
}
