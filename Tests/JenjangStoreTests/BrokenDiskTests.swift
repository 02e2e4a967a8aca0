import Glibc
import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore
@testable import Proofs

/// A real folder whose disk can be told to fail.
private final class BrokenDisk: Disk {
  let disk: PosixDisk
  /// Bytes that still fit on the disk; nil for as many as the machine has.
  var room: Int?
  var failsSync = false
  var failsFolderSync = false
  var failsTruncate = false
  /// Whether rewritten files reach the disk although the first sync failed.
  var failsNextSyncOnly = false

  init(_ path: String) throws { disk = try PosixDisk(path) }

  private func fail(_ action: String, _ code: Int32) -> StoreError { .system(action: action, path: "sim", code: code) }

  func append(_ bytes: [UInt8], to file: File) throws(StoreError) {
    guard let room, room < bytes.count else {
      self.room = room.map { $0 - bytes.count }
      return try disk.append(bytes, to: file)
    }
    self.room = 0
    try disk.append(Array(bytes.prefix(room)), to: file)
    throw fail("write", ENOSPC)
  }

  func sync(_ file: File) throws(StoreError) {
    if failsSync {
      if failsNextSyncOnly { failsSync = false }
      throw fail("sync", EIO)
    }
    try disk.sync(file)
  }

  func syncFolder(_ path: String) throws(StoreError) {
    if failsFolderSync { throw fail("sync", EIO) }
    try disk.syncFolder(path)
  }

  func truncate(_ file: File, to size: Int) throws(StoreError) {
    if failsTruncate { throw fail("truncate", EIO) }
    let before = try disk.facts(of: file).size
    try disk.truncate(file, to: size)
    room = room.map { $0 + max(0, before - size) }
  }

  func remove(_ path: String) throws(StoreError) {
    let size = try disk.facts(path)?.size ?? 0
    try disk.remove(path)
    room = room.map { $0 + size }
  }

  func facts(_ path: String) throws(StoreError) -> FileFacts? { try disk.facts(path) }
  func facts(of file: File) throws(StoreError) -> FileFacts { try disk.facts(of: file) }
  func open(_ path: String, _ use: FileUse) throws(StoreError) -> File { try disk.open(path, use) }
  func close(_ file: File) { disk.close(file) }
  func read(_ file: File, at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(StoreError) -> Int {
    try disk.read(file, at: offset, into: buffer)
  }
  func write(_ bytes: [UInt8], to file: File, at offset: Int) throws(StoreError) {
    try disk.write(bytes, to: file, at: offset)
  }
  func rename(_ path: String, to newPath: String) throws(StoreError) { try disk.rename(path, to: newPath) }
  func link(_ path: String, to newPath: String) throws(StoreError) { try disk.link(path, to: newPath) }
  func makeFolder(_ path: String) throws(StoreError) { try disk.makeFolder(path) }
  func removeFolder(_ path: String) throws(StoreError) { try disk.removeFolder(path) }
  func list(_ path: String) throws(StoreError) -> [String] { try disk.list(path) }
  func lock(_ file: File, byte: Int, isExclusive: Bool) throws(StoreError) -> Bool {
    try disk.lock(file, byte: byte, isExclusive: isExclusive)
  }
  func unlock(_ file: File, byte: Int) { disk.unlock(file, byte: byte) }
  func watch() -> Int32? { nil }
  func drain(_ watch: Int32) {}
  func closeWatch(_ watch: Int32) {}
  func pause(milliseconds: Int) {}
  var user: UInt32 { disk.user }
  var fileSystem: String? { disk.fileSystem }
  var space: DiskSpace? { room.map { DiskSpace(free: $0, total: 1 << 40) } }
  var uptime: Int { disk.uptime }
  func holdSignals() {}
  func admitSignals() {}
}

/// A store with one employee on a disk that can fail.
private struct BrokenSite {
  let site: Site
  let disk: BrokenDisk
  let store: Store

  init() throws {
    site = try Site()
    disk = try BrokenDisk(site.path)
    store = try Store(disk: disk, path: site.path, options: site.world.options())
    try store.commit(Transaction([site.newEmployee("Sari")]))
  }

  func save(_ name: String) throws { try store.commit(Transaction([site.newEmployee(name)])) }

  /// What is said when this failed first and could not be put right.
  static func uncertain(_ action: String, _ code: Int32) -> Text {
    .uncertain(after: .system(action: action, path: "sim", code: code))
  }

  /// What another process finds in the folder.
  func found() throws -> [String] {
    let other = try site.open()
    #expect(other.readOnlyReason == nil)
    return other.names
  }
}

@Suite struct BrokenDiskTests {
  @Test func `a failed sync is never tried again: the journal goes into a new file and the save is acknowledged`()
    throws
  {
    let site = try BrokenSite()
    let inode = try #require(try site.disk.facts(Layout.segment(1))).inode
    site.disk.failsSync = true
    site.disk.failsNextSyncOnly = true
    var said: [Text] = []
    site.store.whenNoticed = { said.append($0) }
    try site.save("Budi")
    let segment = try #require(try site.disk.facts(Layout.segment(1)))
    #expect(segment.inode != inode)
    #expect(segment.links == 1)
    let kept = try site.disk.list(Layout.quarantine).sorted()
    try #require(kept.count == 2 && kept[1] == kept[0].replacing(".json", with: ".ndjson"))
    let note = try JSONReader.value(site.site.bytes("\(Layout.quarantine)/\(kept[0])")).object
    #expect(note?["file"]?.text == Layout.segment(1) && note?["why"] == "a sync failed")
    #expect(said.count == 1)
    try site.save("Wati")
    #expect(try site.found() == ["Budi", "Sari", "Wati"])
    #expect(try Store.verify(at: site.site.path, deep: true).isClean)
  }

  @Test func `when the new file fails too nothing more is saved, and the last save is uncertain`() throws {
    let site = try BrokenSite()
    site.disk.failsSync = true
    let reason = BrokenSite.uncertain("sync", EIO)
    #expect(reason.english.hasSuffix("(sim: Input/output error)"))
    #expect(throws: StoreError.uncertain(reason)) { try site.save("Budi") }
    #expect(site.store.names == ["Sari"])
    #expect(site.store.readOnlyReason == reason)
    #expect(throws: StoreError.readOnly(reason)) { try site.save("Wati") }
    // The whole line was never cut off: the next process finds and adopts it.
    #expect(try site.found() == ["Budi", "Sari"])
  }

  @Test func `a name that is not durable makes the rewritten journal uncertain`() throws {
    let site = try BrokenSite()
    site.disk.failsSync = true
    site.disk.failsNextSyncOnly = true
    site.disk.failsFolderSync = true
    #expect(throws: StoreError.uncertain(BrokenSite.uncertain("sync", EIO))) { try site.save("Budi") }
    #expect(try site.found() == ["Budi", "Sari"])
  }

  @Test func `an interrupted replacement of a segment does not keep the store from opening`() throws {
    let site = try Site()
    try site.open().commit(Transaction([site.newEmployee("Sari")]))
    link(site.path + "/" + Layout.segment(1), site.path + "/quarantine/twin.ndjson")
    let store = try site.open()
    try store.commit(Transaction([site.newEmployee("Budi")]))
    #expect(try store.disk.facts(Layout.segment(1))?.links == 1)
    #expect(try site.open().names == ["Budi", "Sari"])
  }

  @Test func `a new segment whose name is not durable takes no save`() throws {
    let site = try BrokenSite()
    site.store.segmentSize = 100
    site.disk.failsFolderSync = true
    #expect(throws: StoreError.self) { try site.save("Budi") }
    #expect(site.store.readOnlyReason != nil)
    site.disk.failsFolderSync = false
    #expect(try site.found() == ["Sari"])
  }

  @Test func `a full disk leaves no partial line at whatever byte it becomes full`() throws {
    let site = try BrokenSite()
    let size = try #require(try site.disk.facts(Layout.segment(1))).size
    let header = try #require(try site.site.bytes(Layout.segment(1)).firstIndex(of: 10)) + 1
    for room in stride(from: 0, to: size - header, by: 7) {
      site.disk.room = room
      #expect(throws: StoreError.self) { try site.save("Budi") }
      #expect(try site.disk.facts(Layout.segment(1))?.size == size)
      #expect(site.store.readOnlyReason == nil)
    }
    site.disk.room = nil
    try site.save("Wati")
    #expect(try site.found() == ["Sari", "Wati"])
  }

  @Test func `a partial line that could not be cut off is set aside at the next opening`() throws {
    let site = try BrokenSite()
    site.disk.room = 90
    site.disk.failsTruncate = true
    #expect(throws: StoreError.uncertain(BrokenSite.uncertain("write", ENOSPC))) { try site.save("Budi") }
    site.disk.room = nil
    #expect(try site.found() == ["Sari"])
    #expect(try Store.verify(at: site.site.path, deep: true).isClean)
  }

  @Test(arguments: [ENOSPC, EDQUOT])
  func `whoever meets a full disk is told which file, why, and what to do`(_ code: Int32) {
    let path = Layout.segment(1)
    let text = StoreError.system(action: "write", path: path, code: code).text
    let reason = SystemError.words(code)
    #expect(text.indonesian == "\(path): tidak ditulis; \(reason.indonesian). Kosongkan, lalu ulangi")
    #expect(text.english == "\(path): not written; \(reason.english). Make room, repeat")
  }

  @Test func `a disk that fills up while somebody saves for hours is told once, and the reserve comes back`() throws {
    let site = try BrokenSite()
    var chores = Chores()
    site.disk.room = 1 << 20
    #expect(chores.look(at: site.store) { _ in } == site.store.roomWarning)
    #expect(chores.look(at: site.store) { _ in } == nil)
    #expect(try site.disk.facts(Layout.reserve) == nil)
    site.disk.room = 1 << 39
    #expect(chores.look(at: site.store) { _ in } == nil)
    #expect(try site.disk.facts(Layout.reserve)?.size == Store.reserveSize)
    site.disk.room = 1 << 20
    #expect(chores.look(at: site.store) { _ in } != nil)
  }

  @Test func `the reserve takes the last saves of a full disk, and comes back when there is room`() throws {
    let site = try BrokenSite()
    site.disk.room = 1 << 30
    site.store.keepReserve()
    #expect(try site.disk.facts(Layout.reserve)?.size == Store.reserveSize)
    site.disk.room = 100
    try site.save("Budi")
    #expect(site.store.notices.count == 1)
    #expect(try site.disk.facts(Layout.reserve) == nil)
    site.disk.room = 50
    #expect(throws: StoreError.self) { try site.save("Wati") }
    site.store.keepReserve()
    #expect(try site.disk.facts(Layout.reserve) == nil)
    site.disk.room = 1 << 30
    site.store.keepReserve()
    #expect(try site.disk.facts(Layout.reserve) != nil)
    #expect(try site.found() == ["Budi", "Sari"])
  }

  @Test func `a snapshot is refused when the disk has less than twice its need, and leaves nothing when it fails`()
    throws
  {
    let site = try BrokenSite()
    site.disk.room = 300
    #expect(throws: StoreError.self) { try site.store.snapshot() }
    site.disk.room = 2 * (try #require(try site.disk.facts(Layout.segment(1))).size) + 10
    #expect(throws: StoreError.self) { try site.store.snapshot() }
    #expect(try site.disk.list(Layout.snapshots) == [])
  }

  @Test func `little room is said before saving fails`() throws {
    let site = try BrokenSite()
    #expect(site.store.roomWarning == nil)
    site.disk.room = 5 << 20
    #expect(site.store.roomWarning?.english.contains("5 MiB") == true)
    #expect(!DiskSpace(free: 60 << 30, total: 1 << 40).isLow)
    #expect(DiskSpace(free: 40 << 30, total: 1 << 40).isLow)
  }
}
