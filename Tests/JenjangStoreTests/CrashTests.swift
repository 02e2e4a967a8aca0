import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore

/// Repeatable choices.
private struct CrashDice {
  var state: UInt64

  mutating func roll(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }
}

/// Saves into a simulated disk, cuts the power after each of its operations, and looks at what is left.
private final class CrashLab {
  let world = FixedWorld()
  let disk = SimDisk()
  /// Commits that were acknowledged, and that may have been begun.
  var acknowledged = 0
  var begun = 0
  private(set) var states = 0
  private(set) var violations: [String] = []
  private var dice = CrashDice(state: 1)
  private let perOperation: Int

  init(perOperation: Int) throws {
    self.perOperation = perOperation
    try Store.fill(disk, description: world.description(), environment: world.environment())
  }

  func open(_ disk: SimDisk) throws -> Store {
    let store = try Store(disk: disk, path: "sim", options: world.options())
    store.segmentSize = 1_500
    return store
  }

  func newEmployee(_ number: Int) -> Transaction {
    Transaction([
      .create(
        kind: "employees", id: RecordID(high: 1, low: UInt64(number)), object: ["name": .string("N\(1_000 + number)")])
    ])
  }

  /// From now on every operation of the disk is followed by crashes.
  func watch() {
    disk.didChange = { [unowned self] disk in
      for turn in 0..<self.perOperation {
        let crashed = disk.crashed { turn == 0 ? 0 : turn == 1 ? $0 - 1 : self.dice.roll($0) }
        self.examine(crashed, depth: 1)
      }
    }
  }

  func commit(_ store: Store) {
    begun += 1
    do throws(StoreError) { try store.commit(newEmployee(begun)) } catch {
      if store.readOnlyReason == nil { begun -= 1 }
      return
    }
    acknowledged = begun
  }

  /// Opens what a crash left, compares it with what was promised, saves once more and opens again.
  private func examine(_ disk: SimDisk, depth: Int) {
    states += 1
    do {
      if depth > 0 {
        disk.didChange = { [unowned self] disk in
          guard self.dice.roll(8) == 0 else { return }
          self.examine(disk.crashed { self.dice.roll($0) }, depth: depth - 1)
        }
      }
      let store = try open(disk)
      disk.didChange = nil
      let count = store.head.sequence
      guard store.readOnlyReason == nil else { return violate("refused: \(store.readOnlyReason?.english ?? "")") }
      guard count >= acknowledged, count <= begun else { return violate("\(count) of \(acknowledged)…\(begun)") }
      guard store.names == expected(count) else { return violate("wrong state at \(count)") }
      try store.commit(newEmployee(count + 1))
      let again = try open(disk)
      guard again.names == expected(count + 1), again.head == store.head, again.readOnlyReason == nil else {
        return violate("wrong state after one more")
      }
    } catch {
      violate("\(error)")
    }
  }

  private func violate(_ what: String) { violations.append(what) }
  private func expected(_ count: Int) -> [String] { (0..<count).map { "N\(1_001 + $0)" } }
}

@Suite struct CrashTests {
  @Test func `a power cut at any moment of saving and of rolling loses nothing that was acknowledged`() throws {
    let lab = try CrashLab(perOperation: 10)
    let store = try lab.open(lab.disk)
    lab.watch()
    for _ in 0..<9 { lab.commit(store) }
    #expect(store.position.segment > 2)
    #expect(lab.violations == [])
    #expect(lab.states > 400)
  }

  @Test func `a power cut at any moment of a snapshot loses nothing`() throws {
    let lab = try CrashLab(perOperation: 6)
    let store = try lab.open(lab.disk)
    for _ in 0..<2 { lab.commit(store) }
    lab.watch()
    for _ in 0..<3 {
      lab.commit(store)
      try store.snapshot()
    }
    #expect(lab.violations == [])
    #expect(lab.states > 400)
  }

  @Test(arguments: 0..<3)
  func `a failed sync ends in a whole journal or in doubt, never in a false promise`(_ failing: Int) throws {
    let lab = try CrashLab(perOperation: 5)
    let store = try lab.open(lab.disk)
    for _ in 0..<2 { lab.commit(store) }
    lab.watch()
    lab.disk.syncsUntilFailure = failing
    for _ in 0..<4 where store.readOnlyReason == nil { lab.commit(store) }
    #expect(lab.violations == [])
    #expect(lab.disk.syncsUntilFailure == nil)
  }

  @Test func `a disk that forgets what it acknowledged is found out, so these tests have teeth`() throws {
    let lab = try CrashLab(perOperation: 4)
    lab.disk.liesAboutSync = true
    let store = try lab.open(lab.disk)
    lab.watch()
    for _ in 0..<4 { lab.commit(store) }
    #expect(!lab.violations.isEmpty)
  }
}
