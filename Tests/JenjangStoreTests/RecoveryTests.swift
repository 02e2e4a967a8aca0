import Glibc
import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore
@testable import Proofs

/// The rules of recovery, each with what the user is told.
@Suite struct RecoveryTests {
  /// A store of many small segments; its snapshot is of the state with so many employees.
  private func site(employees: Int = 12, snapshotAt: Int? = nil) throws -> Site {
    let site = try Site()
    let store = try site.open()
    store.segmentSize = 1_200
    for number in 1...employees {
      try store.commit(Transaction([site.newEmployee("N\(number)")]))
      if number == snapshotAt { try store.snapshot() }
    }
    return site
  }

  private func drop(_ name: String, of site: Site) throws { try PosixDisk(site.path).remove(name) }

  @Test func `a missing old segment is told, and the present state can be changed`() throws {
    let site = try site(snapshotAt: 12)
    let first = try #require(
      try Replay(disk: PosixDisk(site.path), store: site.open().description.store)
        .header(ofSegment: 2)
    ).first
    try drop(Layout.segment(1), of: site)
    let store = try site.open()
    #expect(store.readOnlyReason == nil)
    #expect(store.gap?.indonesian == "Riwayat seq 1–\(first - 1) hilang; keadaan terkini utuh.")
    #expect(store.names.count == 12)
    try store.commit(Transaction([site.newEmployee("Baru")]))
    #expect(try site.open().names.count == 13)
  }

  @Test func `the segment that was written to is missing, and the snapshot holds all of it`() throws {
    let site = try site(snapshotAt: 12)
    let last = try #require(try site.open().disk.segmentNumbers().last)
    try drop(Layout.segment(last), of: site)
    let store = try site.open()
    #expect(store.readOnlyReason == nil)
    #expect(store.gap != nil)
    try store.commit(Transaction([site.newEmployee("Baru")]))
    let again = try site.open()
    #expect(again.readOnlyReason == nil)
    #expect(again.names.count == 13)
    try again.commit(Transaction([site.newEmployee("Lagi")]))
    #expect(try site.open().names.count == 14)
  }

  @Test(arguments: [false, true]) func `a journal that ends before its snapshot is not written to`(_ hasHead: Bool)
    throws
  {
    let site = try site(snapshotAt: 12)
    let last = Layout.segment(try #require(try site.open().disk.segmentNumbers().last))
    try site.put(last, Array(try site.bytes(last).dropLast(30)))
    if !hasHead { try drop(Layout.head, of: site) }
    let store = try site.open()
    #expect(store.readOnlyReason != nil)
    #expect(store.names.count == 12)
    #expect(throws: StoreError.self) { try store.commit(Transaction([site.newEmployee("Baru")])) }
    #expect(try site.open().names.count == 12)
  }

  @Test(arguments: [false, true]) func `a missing segment that no snapshot covers stops the reading`(_ hasHead: Bool)
    throws
  {
    let site = try site()
    try drop(Layout.segment(2), of: site)
    if !hasHead { try drop(Layout.head, of: site) }
    let store = try site.open()
    #expect(store.readOnlyReason?.english.contains("journal/00000002.ndjson is missing: saves") == true)
    #expect(store.names.count > 0 && store.names.count < 12)
    #expect(throws: StoreError.self) { try store.commit(Transaction([site.newEmployee("Baru")])) }
  }

  @Test func `damage is told once, with its place, and not again at each look`() throws {
    let site = try site()
    let path = Layout.segment(1)
    var bytes = try site.bytes(path)
    bytes[bytes.count - 50] ^= 1
    try site.put(path, bytes)
    let store = try site.open()
    #expect(store.readOnlyReason?.english.contains("damaged in journal/00000001.ndjson line") == true)
    try store.catchUp()
    try store.catchUp()
    #expect(store.notices.count == 1)
  }

  @Test func `a sibling of the last line is another history`() throws {
    let site = try Site()
    let store = try site.open()
    try store.commit(Transaction([site.newEmployee("Sari")]))
    let fork = try site.bytes(Layout.segment(1))
    let head = try site.bytes(Layout.head)
    try store.commit(Transaction([site.newEmployee("Budi")]))
    let one = try site.bytes(Layout.segment(1))
    try site.put(Layout.segment(1), fork)
    try site.put(Layout.head, head)
    let other = try site.open()
    try other.commit(Transaction([site.newEmployee("Wati")]))
    let tail = try site.bytes(Layout.segment(1)).dropFirst(fork.count)
    try site.put(Layout.segment(1), one + tail)
    try site.put(Layout.head, Array("broken".utf8))
    let found = try site.open()
    #expect(found.readOnlyReason == .forked)
    #expect(found.names == ["Budi", "Sari"])
  }

  @Test func `a segment of another store is another history`() throws {
    let site = try site()
    let other = try Site(seed: 7)
    let store = try other.open()
    store.segmentSize = 1_200
    for number in 1...12 { try store.commit(Transaction([other.newEmployee("M\(number)")])) }
    try site.put(Layout.segment(2), try other.bytes(Layout.segment(2)))
    #expect(try site.open().readOnlyReason == .forked)
  }

  @Test func `a snapshot that is not sound is set aside, or passed over where nothing may be changed`() throws {
    let site = try site(snapshotAt: 6)
    let path = "snapshot/g00000001/employees.ndjson"
    var bytes = try site.bytes(path)
    bytes[10] ^= 1
    try site.put(path, bytes)
    let reading = try site.open(readOnly: true)
    #expect(reading.notices.contains { $0.english.contains("passed over") })
    #expect(reading.names.count == 12)
    #expect(try site.open().notices.contains { $0.english.contains("set aside") })
    #expect(try site.open().notices == [])
  }

  @Test func `reading only makes nothing in the folder and follows others`() throws {
    let site = try site(snapshotAt: 6)
    let disk = try PosixDisk(site.path)
    try disk.removeTree("index")
    try disk.makeFolder("index")
    try disk.remove(Layout.holder)
    let before = try disk.list("") + disk.list("index") + disk.list("journal") + disk.list("quarantine")
    let reading = try site.open(readOnly: true)
    #expect(reading.names.count == 12)
    #expect(throws: StoreError.self) { try reading.commit(Transaction([site.newEmployee("Baru")])) }
    #expect(throws: StoreError.self) { try reading.snapshot() }
    reading.keepReserve()
    #expect(try before == disk.list("") + disk.list("index") + disk.list("journal") + disk.list("quarantine"))
    try site.open().commit(Transaction([site.newEmployee("Baru")]))
    #expect(try reading.catchUp().count == 1)
    #expect(reading.names.count == 13)
  }

  @Test func `a folder that is open to others is called by its name`() throws {
    let site = try Site()
    chmod(site.path, 0o755)
    let error = #expect(throws: StoreError.self) { try site.open() }
    guard case .refused(let text)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(text.english.hasPrefix(site.path + " is open to other users"))
    #expect(text.indonesian.hasSuffix("Jalankan: chmod -R go= " + site.path))
  }
}
