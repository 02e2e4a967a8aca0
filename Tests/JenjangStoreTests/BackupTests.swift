import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore
@testable import Proofs

@Suite struct BackupTests {
  private func commit(_ names: [String], to store: Store, _ site: Site) throws {
    for name in names { try store.commit(Transaction([site.newEmployee(name)])) }
  }

  private func restore(_ site: Site) throws -> RestoreReport {
    try Restore.run(
      from: site.folder.path + "/copy", to: site.path, environment: site.world.environment(), today: Day(number: 20_514)
    )
  }

  /// A store with a snapshot, sealed segments and something behind them, backed up once.
  private func site() throws -> (Site, Store) {
    let site = try Site()
    let store = try site.open()
    store.segmentSize = 2_000
    try commit(["Ani", "Budi", "Citra", "Dewi"], to: store, site)
    try store.snapshot()
    try commit(["Eka", "Fajar"], to: store, site)
    try OutsideFile.makeFolders(above: site.folder.path + "/copy/.")
    return (site, store)
  }

  @Test func `a backup holds the state, and neither head nor lock nor caches`() throws {
    let (site, store) = try site()
    let report = try store.backUp(to: site.folder.path + "/copy")
    #expect(report.head == store.head)
    let copy = try PosixDisk(site.folder.path + "/copy")
    let names = try copy.list("")
    #expect(names == ["BACKUP.json", "README.txt", "att", "journal", "snapshot", "store.json"])
    let opened = try Store(opening: site.folder.path + "/copy", options: site.world.options(readOnly: true))
    #expect(opened.names == store.names)
    #expect(opened.head == store.head)
    #expect(try BackupRecord.read(copy)?.files.contains { $0.path == "journal/00000002.ndjson" } == true)
    #expect(store.anchors().map(\.kind) == [.backup])
  }

  @Test func `a backup is only read when it is opened, and nothing is made in it`() throws {
    let (site, store) = try site()
    _ = try store.backUp(to: site.folder.path + "/copy")
    let copy = try PosixDisk(site.folder.path + "/copy")
    let names = try copy.list("")
    let opened = try Store(opening: site.folder.path + "/copy", options: site.world.options())
    #expect(opened.names == store.names)
    #expect(opened.readOnlyReason?.english.contains("`jenjang restore \(site.folder.path)/copy`") == true)
    #expect(throws: StoreError.self) { try opened.commit(Transaction([site.newEmployee("Hana")])) }
    let saving = try #require(opened.health(timesSyncs: false).first { $0.name == "saving" })
    #expect(saving.value == opened.readOnlyReason && saving.advice == nil)
    #expect(try copy.list("") == names)
  }

  @Test func `a backup is checked by its own record, without the head that it has not`() throws {
    let (site, store) = try site()
    let report = try store.backUp(to: site.folder.path + "/copy")
    let path = site.folder.path + "/copy"
    for isDeep in [false, true] {
      let verified = try Store.verify(at: path, deep: isDeep)
      #expect(verified.findings == [] && verified.head == report.head)
      #expect(verified.notes.contains { $0.english.hasPrefix("a backup of ") })
    }
    let copy = try PosixDisk(path)
    let readMe = try copy.open("README.txt", .overwrite)
    try copy.write([0x20], to: readMe, at: 10)
    copy.close(readMe)
    #expect(try Store.verify(at: path, deep: false).isClean)
    #expect(try Store.verify(at: path, deep: true).findings.map(\.file) == ["README.txt"])
    try copy.remove("README.txt")
    #expect(try Store.verify(at: path, deep: false).findings.map(\.file) == ["README.txt"])
    let last = try #require(copy.segmentNumbers().last)
    try copy.remove(Layout.segment(last))
    #expect(try Store.verify(at: path, deep: false).isClean == false)
    try copy.remove(BackupRecord.name)
    try copy.writeNew(BackupRecord.name, Array("{}".utf8))
    #expect(try Store.verify(at: path, deep: false).findings.first?.file == BackupRecord.name)
  }

  @Test func `the second backup copies only what is new`() throws {
    let (site, store) = try site()
    _ = try store.backUp(to: site.folder.path + "/copy")
    try commit(["Gita"], to: store, site)
    let second = try store.backUp(to: site.folder.path + "/copy")
    #expect(second.head == store.head)
    #expect(second.copied.files <= 3)
    #expect(second.total.files > 4)
  }

  @Test func `a rotten file in an earlier backup is copied again`() throws {
    let (site, store) = try site()
    _ = try store.backUp(to: site.folder.path + "/copy")
    let copy = try PosixDisk(site.folder.path + "/copy")
    let file = try copy.open("journal/00000001.ndjson", .overwrite)
    try copy.write([0x20], to: file, at: 300)
    copy.close(file)
    _ = try store.backUp(to: site.folder.path + "/copy")
    #expect(try copy.contents("journal/00000001.ndjson") == site.bytes("journal/00000001.ndjson"))
  }

  @Test func `a folder with other things, another store or a lost history is refused`() throws {
    let (site, store) = try site()
    try PosixDisk(site.folder.path).makeFolder("full")
    try PosixDisk(site.folder.path + "/full").writeNew("letter.txt", [65])
    #expect(throws: StoreError.self) { try store.backUp(to: site.folder.path + "/full") }
    #expect(throws: StoreError.self) { try store.backUp(to: site.path) }
    let (other, otherStore) = try self.site()
    _ = try otherStore.backUp(to: other.folder.path + "/copy")
    try commit(["Hadi"], to: otherStore, other)
    #expect(throws: StoreError.self) {
      let foreign = try Site(seed: 7)
      _ = try foreign.open().backUp(to: other.folder.path + "/copy")
    }
  }

  @Test func `a restored store has the backup's state, names what it abandoned, and can be worked in`() throws {
    let report: RestoreReport
    let before: StoreHead
    let site: Site
    do {
      let made = try self.site()
      site = made.0
      _ = try made.1.backUp(to: site.folder.path + "/copy")
      try commit(["Gita", "Hadi"], to: made.1, site)
      before = made.1.head
    }
    report = try restore(site)
    #expect(report.abandoned == before)
    let store = try site.open()
    #expect(store.notices.isEmpty)
    #expect(store.names == ["Ani", "Budi", "Citra", "Dewi", "Eka", "Fajar"])
    let header = try ChainLookup.header(of: store.position.segment, on: PosixDisk(site.path))
    #expect(header?.epoch == 2)
    #expect(header?.abandoned == before)
    try commit(["Indah"], to: store, site)
    #expect(try store.verify(deep: true).findings == [])
    let kept = try Store(
      opening: site.folder.path + "/" + (report.kept ?? ""), options: site.world.options(readOnly: true))
    #expect(kept.head == before)
  }

  @Test func `nothing is restored while somebody has the store open`() throws {
    let (site, store) = try site()
    _ = try store.backUp(to: site.folder.path + "/copy")
    #expect(throws: StoreError.self) { try restore(site) }
    #expect(try site.open().names == store.names)
  }

  @Test func `a backup is restored where no store is`() throws {
    let (site, store) = try site()
    _ = try store.backUp(to: site.folder.path + "/copy")
    let report = try Restore.run(
      from: site.folder.path + "/copy", to: site.folder.path + "/new", environment: site.world.environment(),
      today: Day(number: 20_514))
    #expect(report.kept == nil)
    #expect(try Store(opening: site.folder.path + "/new", options: site.world.options()).names == store.names)
  }

  @Test(arguments: ["journal/00000001.ndjson", "snapshot/g00000001/employees.ndjson", "BACKUP.json", "store.json"])
  func `a damaged backup replaces nothing`(_ path: String) throws {
    let site: Site
    do {
      let made = try self.site()
      site = made.0
      _ = try made.1.backUp(to: site.folder.path + "/copy")
    }
    let copy = try PosixDisk(site.folder.path + "/copy")
    let file = try copy.open(path, .overwrite)
    let bytes = try copy.read(file, at: 100, count: 1)
    try copy.write([bytes[0] ^ 1], to: file, at: 100)
    copy.close(file)
    #expect(throws: StoreError.self) { try restore(site) }
    #expect(try PosixDisk(site.folder.path).list("") == ["copy", "store"])
    #expect(try site.open().names.count == 6)
  }
}
