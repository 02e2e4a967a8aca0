import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore
@testable import Proofs

/// Who only reads after a power cut sees what the journal holds, and changes nothing.
@Suite struct ReaderAfterCutTests {
  /// A store whose `HEAD` was not written since the first of its commits, as a power cut may leave it.
  private func disk(_ world: FixedWorld, commits: Int = 4, tail: [UInt8] = []) throws -> SimDisk {
    let disk = SimDisk()
    try Store.fill(disk, description: world.description(), environment: world.environment())
    let store = try Store(disk: disk, path: "sim", options: world.smallOptions())
    store.segmentSize = 900
    var old: [UInt8] = []
    for number in 1...commits {
      try store.commit(Transaction([note(number)]))
      if number == 1 { old = try disk.contents(Layout.head) ?? [] }
    }
    let file = try disk.open(Layout.head, .overwrite)
    try disk.write(old, to: file, at: 0)
    let segment = try disk.open(Layout.segment(store.position.segment), .append)
    try disk.append(tail, to: segment)
    return disk.settled
  }

  private func note(_ number: Int) -> Operation {
    .create(
      kind: "notes", id: RecordID(high: 1, low: UInt64(number)), object: JSONObject(["name": .string("N\(number)")]))
  }

  private func reader(_ disk: SimDisk, _ world: FixedWorld) throws -> Store {
    var options = world.smallOptions()
    options.isReadOnly = true
    return try Store(disk: disk, path: "sim", options: options)
  }

  @Test(arguments: [[], Array(#"{"k":"c","seq":5,"ts":"20"#.utf8)] as [[UInt8]])
  func `whole commits behind HEAD are shown and told, and nothing is written`(_ tail: [UInt8]) throws {
    let world = FixedWorld()
    let disk = try disk(world, tail: tail)
    let before = disk.fingerprint(home: "")
    disk.didChange = { _ in Issue.record("a reader wrote") }
    let store = try reader(disk, world)
    #expect(store.head.sequence == 4)
    #expect(store.notices.contains { $0.english.hasPrefix("3 saves behind HEAD") })
    #expect(disk.fingerprint(home: "") == before)
    disk.didChange = nil
    let writer = try Store(disk: disk, path: "sim", options: world.smallOptions())
    #expect(writer.dump == store.dump)
    try writer.commit(Transaction([note(9)]))
    #expect(try store.catchUp().map(\.sequence) == [5])
    #expect(store.dump == writer.dump)
  }

  @Test func `while somebody is writing, a reader believes HEAD alone`() throws {
    let world = FixedWorld()
    let disk = try disk(world)
    let lock = try disk.open(Layout.lock, .overwrite)
    #expect(try disk.lock(lock, byte: LockByte.writer, isExclusive: true))
    let store = try reader(disk, world)
    #expect(store.head.sequence == 1)
    disk.unlock(lock, byte: LockByte.writer)
  }

  @Test func `a damage behind HEAD is told to a reader as to a writer`() throws {
    let world = FixedWorld()
    let disk = try disk(world, commits: 6)
    let path = Layout.segment(2)
    let node = try #require(disk.node(path))
    disk.nodes[node].bytes[disk.nodes[node].bytes.count / 2] ^= 1
    let told = disk.settled
    let store = try reader(disk, world)
    let writer = try Store(disk: told, path: "sim", options: world.smallOptions())
    #expect(store.dump == writer.dump)
    #expect(writer.readOnlyReason != nil)
    #expect(store.notices.contains { $0 == writer.readOnlyReason })
  }
}
