import JSONText
import JenjangDomain
import Synchronization
import Testing

@testable import JenjangStore
@testable import Proofs

@Suite(.serialized) struct SnapshotWorkTests {
  /// Begins a snapshot, runs `meanwhile`, and waits for the end.
  private func work(_ site: Site, meanwhile: () throws -> Void = {}) async throws -> SnapshotWork {
    let (end, continuation) = AsyncStream.makeStream(of: Void.self)
    let options = site.world.options("u:snapshot")
    let work = try #require(SnapshotWork.start(path: site.path, options: options) { continuation.finish() })
    try meanwhile()
    for await _ in end {}
    return work
  }

  @Test func `a snapshot is written beside saving and loses nothing`() async throws {
    let site = try Site()
    let store = try site.open()
    for _ in 0..<30 { try store.commit(Transaction([site.newEmployee("Before")])) }
    let work = try await work(site) {
      for _ in 0..<30 { try store.commit(Transaction([site.newEmployee("Meanwhile")])) }
    }
    guard case .written(let sequence)? = work.outcome else {
      Issue.record("\(String(describing: work.outcome))")
      return
    }
    #expect(work.isDone)
    #expect((30...60).contains(sequence))
    #expect(try site.bytes("index/g00000001/employees.columns").count > 0)
    try store.commit(Transaction([site.newEmployee("After")]))
    let again = try site.open()
    #expect(again.generation?.manifest.position.sequence == sequence)
    #expect(again.names == store.names)
    #expect(again.names.count == 61)
    #expect(again.head == store.head)
  }

  @Test func `the store that goes on counts from the new snapshot`() async throws {
    let site = try Site()
    let store = try site.open()
    let sari = site.newEmployee("Sari")
    try store.commit(Transaction([sari, .create(kind: "units", id: RecordID(high: 1, low: 1), object: [:])]))
    _ = try await work(site)
    #expect(store.generation == nil)
    store.noteSnapshot()
    #expect(store.generation?.manifest.position == store.position)
    try store.commit(Transaction([.rename(sari.id, "Sari", "Dewi")]))
    try store.snapshot()
    let again = try site.open()
    #expect(again.generation?.manifest.generation == 2)
    #expect(again.names == ["Dewi"])
    #expect(again.book.table("units")?.count == 1)
  }

  @Test func `one at a time in a process`() throws {
    let site = try Site()
    SnapshotWork.isBusy.withLock { $0 = true }
    defer { SnapshotWork.isBusy.withLock { $0 = false } }
    #expect(SnapshotWork.start(path: site.path, options: site.world.options()) == nil)
  }

  @Test func `another process that is at it is left alone`() async throws {
    let site = try Site()
    let store = try site.open()
    try store.commit(Transaction([site.newEmployee("Sari")]))
    let lock = try #require(store.files.lock)
    #expect(try store.disk.lock(lock, byte: LockByte.compactor, isExclusive: true))
    #expect(try await work(site).outcome == .leftAlone)
    #expect(try PosixDisk(site.path).list("snapshot").isEmpty)
  }

  @Test func `what went wrong is told`() async throws {
    let site = try Site()
    try PosixDisk(site.path).remove(Layout.description)
    #expect(try await work(site).outcome == .failed(.damaged(file: Layout.description, line: 1, sequence: 0)))
  }
}
