import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore
@testable import Proofs

@Suite struct RepairTests {
  /// A store of several segments with a snapshot of everything, and a backup of it.
  private func site() throws -> Site {
    let site = try Site()
    let store = try site.open()
    store.segmentSize = 1_200
    for name in ["Ani", "Budi", "Citra", "Dewi", "Eka", "Fajar"] {
      try store.commit(Transaction([site.newEmployee(name)]))
    }
    try store.snapshot()
    try OutsideFile.makeFolders(above: site.folder.path + "/copy/.")
    _ = try store.backUp(to: site.folder.path + "/copy")
    return site
  }

  private func damage(_ name: String, of site: Site) throws {
    var bytes = try site.bytes(name)
    bytes[bytes.count - 300] ^= 4
    try site.put(name, bytes)
  }

  private func mend(_ site: Site, from folder: String = "/copy") throws -> RepairReport {
    try Store.repair(at: site.path, from: site.folder.path + folder, environment: site.world.environment())
  }

  @Test(arguments: ["journal/00000001.ndjson", "journal/00000002.ndjson", "journal/00000003.ndjson"])
  func `a damaged or missing segment is taken from a backup, by its chain and not by its name`(_ name: String) throws {
    for isMissing in [false, true] {
      let site = try site()
      let whole = try site.bytes(name)
      if isMissing { try PosixDisk(site.path).remove(name) } else { try damage(name, of: site) }
      let copy = try PosixDisk(site.folder.path + "/copy")
      try copy.rename("journal/00000002.ndjson", to: "journal/older.ndjson")
      let report = try mend(site)
      #expect(report.replaced == [name], "\(isMissing)")
      #expect(report.remaining == nil)
      #expect(try site.bytes(name) == whole)
      #expect(try site.open().verify(deep: true).isClean)
    }
  }

  @Test func `two damaged segments are both mended, and what was there is kept`() throws {
    let site = try site()
    try damage("journal/00000001.ndjson", of: site)
    try damage("journal/00000002.ndjson", of: site)
    #expect(try mend(site).replaced.count == 2)
    let kept = try PosixDisk(site.path).list("quarantine")
    #expect(kept.filter { $0.hasSuffix(".ndjson") }.count == 2)
    #expect(kept.filter { $0.hasSuffix(".json") }.count == 2)
  }

  @Test func `a copy of something else mends nothing`() throws {
    let site = try site()
    try damage("journal/00000002.ndjson", of: site)
    let other = try Site(seed: 9)
    #expect(try other.open().commit(Transaction([other.newEmployee("Zaki")])).sequence == 1)
    let report = try Store.repair(at: site.path, from: other.path, environment: site.world.environment())
    #expect(report.replaced == [])
    #expect(report.remaining?.file == "journal/00000002.ndjson")
  }

  /// The number of the last segment, its name and its lines.
  private func last(of site: Site) throws -> (name: String, lines: [[UInt8]]) {
    let name = Layout.segment(try #require(try PosixDisk(site.path).segmentNumbers().last))
    return (name, try site.bytes(name).split(separator: 10).map { Array($0) + [10] })
  }

  @Test func `a copy that leads less far than what is there replaces nothing`() throws {
    let site = try site()
    try site.open().commit(Transaction([site.newEmployee("Gita")]))
    let (name, lines) = try last(of: site)
    try #require(lines.count >= 3)
    let copy = try PosixDisk(site.folder.path + "/copy")
    try copy.remove(name)
    try copy.writeNew(name, Array(lines.dropLast(2).joined()))
    let cut = Array(lines.dropLast().joined())
    try site.put(name, cut)
    let report = try mend(site)
    #expect(report.replaced == [])
    #expect(report.remaining?.file == name)
    #expect(try site.bytes(name) == cut)
    #expect(try PosixDisk(site.path).list("quarantine") == [])
  }

  @Test func `a copy that went another way replaces nothing`() throws {
    let site = try site()
    let copy = try PosixDisk(site.folder.path + "/copy")
    let twin = try Site(seed: 9)
    try PosixDisk(twin.path).removeTree("journal")
    try PosixDisk(twin.path).makeFolder("journal")
    for name in try PosixDisk(site.path).list("journal") {
      try PosixDisk(twin.path).writeNew("journal/" + name, try site.bytes("journal/" + name))
    }
    for name in ["HEAD", "store.json"] { try twin.put(name, try site.bytes(name)) }
    for name in ["Hadi", "Indra", "Joko"] { try twin.open("u:budi").commit(Transaction([twin.newEmployee(name)])) }
    for name in ["Gita", "Kiki"] { try site.open().commit(Transaction([site.newEmployee(name)])) }
    let (name, lines) = try last(of: site)
    if try copy.facts(name) != nil { try copy.remove(name) }
    try copy.writeNew(name, try twin.bytes(name))
    for count in [1, 2] {
      let cut = Array(lines.dropLast(count).joined())
      try site.put(name, cut)
      #expect(try mend(site).replaced == [], "\(count)")
      #expect(try site.bytes(name) == cut, "\(count)")
    }
  }

  @Test func `a segment that was cut says how much is missing and how far it is whole`() throws {
    let site = try site()
    let (name, lines) = try last(of: site)
    try site.put(name, Array(lines.dropLast().joined()))
    let report = try Store.verify(at: site.path, deep: false)
    #expect(report.findings.first?.file == name)
    #expect(report.findings.first?.text.english == "the file is \(lines.last?.count ?? 0) bytes too short")
    #expect(report.head.sequence == 5)
  }

  @Test(arguments: [false, true])
  func `a description that is missing or damaged is taken from a copy of the same store`(_ isMissing: Bool) throws {
    let site = try site()
    let whole = try site.bytes("store.json")
    if isMissing { try PosixDisk(site.path).remove("store.json") } else { try site.put("store.json", [0x7b]) }
    #expect(throws: StoreError.damaged(file: "store.json", line: 1, sequence: 0)) { try site.open() }
    let other = try Site(seed: 9)
    #expect(throws: StoreError.damaged(file: "store.json", line: 1, sequence: 0)) {
      try Store.repair(at: site.path, from: other.path, environment: site.world.environment())
    }
    let report = try mend(site)
    #expect(report.replaced == ["store.json"])
    #expect(report.remaining == nil)
    #expect(try site.bytes("store.json") == whole)
    #expect(try PosixDisk(site.path).list("quarantine").count == (isMissing ? 0 : 2))
    #expect(try site.open().names.count == 6)
  }

  @Test func `a store without its description gives its place to a backup`() throws {
    let site = try site()
    try PosixDisk(site.path).remove("store.json")
    let report = try Restore.run(
      from: site.folder.path + "/copy", to: site.path, environment: site.world.environment(), today: Day(number: 20_514)
    )
    #expect(report.kept != nil)
    #expect(report.abandoned?.sequence == 6)
    #expect(try site.open().names.count == 6)
  }

  @Test(arguments: [false, true])
  func `a gap in the history is accepted by a commit that says who and why`(_ isMissing: Bool) throws {
    let site = try site()
    let name = "journal/00000002.ndjson"
    if isMissing { try PosixDisk(site.path).remove(name) } else { try damage(name, of: site) }
    let store = try site.open()
    #expect(store.names.count == 6)
    #expect(try !store.verify(deep: true).isClean)
    let lost = try #require(try store.acceptGap(why: "BA 3/2026"))
    #expect(lost.count >= 1)
    let report = try store.verify(deep: true)
    #expect(report.findings == [])
    #expect(report.notes.contains { $0.english.contains("accepted by u:siti") && $0.english.contains("BA 3/2026") })
    #expect(try store.acceptGap(why: "BA 4/2026") == nil)
    let again = try site.open()
    #expect(again.names.count == 6)
    #expect(again.notices.isEmpty)
    try again.commit(Transaction([site.newEmployee("Gita")]))
  }
}

@Suite struct HealthTests {
  @Test func `the background proof goes on where it stopped, and says what it finds`() throws {
    let site = try Site()
    let store = try site.open()
    store.segmentSize = 1_200
    for name in ["Ani", "Budi", "Citra", "Dewi"] { try store.commit(Transaction([site.newEmployee(name)])) }
    var asked = 0
    _ = try Store.check(at: site.path, environment: site.world.environment(), isReadOnly: false) {
      asked += 1
      return asked < 2
    }
    let first = try #require(store.checkRecord)
    #expect(first.head.sequence > 0)
    #expect(first.head.sequence < 4)
    #expect(try Store.check(at: site.path, environment: site.world.environment(), isReadOnly: false).isEmpty)
    #expect(store.checkRecord?.head == store.head)
    var bytes = try site.bytes("journal/00000001.ndjson")
    bytes[bytes.count - 200] ^= 1
    try site.put("journal/00000001.ndjson", bytes)
    try PosixDisk(site.path).remove("cache/verified.json")
    #expect(try Store.check(at: site.path, environment: site.world.environment(), isReadOnly: false).count == 1)
    #expect(store.health(timesSyncs: false).contains { $0.name == "verified" && $0.status == .bad })
  }

  @Test func `the doctor names each thing once and says what to do where it warns`() throws {
    let site = try Site()
    let store = try site.open()
    try store.commit(Transaction([site.newEmployee("Ani")]))
    let lines = store.health(timesSyncs: true)
    #expect(Set(lines.map(\.name)).count == lines.count)
    #expect(lines.first { $0.name == "backup" }?.status == .bad)
    #expect(lines.allSatisfy { $0.status == .good || $0.advice != nil || $0.name == "space" || $0.name == "sync" })
    #expect(try PosixDisk(site.path).list("cache").isEmpty)
  }

  @Test func `the head goes into the system log once an hour among all processes`() throws {
    let site = try Site()
    let store = try site.open()
    var lines: [String] = []
    #expect(!SystemLog.publish(store) { lines.append($0) })
    try store.commit(Transaction([site.newEmployee("Ani")]))
    #expect(SystemLog.publish(store) { lines.append($0) })
    try store.commit(Transaction([site.newEmployee("Budi")]))
    #expect(!SystemLog.publish(try site.open("u:budi")) { lines.append($0) })
    #expect(lines.count == 1)
    #expect(lines.first?.contains("seq 1 h ") == true)
  }

  @Test func `whoever saves without a rest publishes too, but nothing in a run of less than a minute`() throws {
    let site = try Site()
    let store = try site.open()
    var lines: [String] = []
    try store.commit(Transaction([site.newEmployee("Ani")]))
    var chores = Chores()
    // The clock moves a second with each look at it.
    for _ in 0..<50 { _ = chores.afterSave(in: store) { lines.append($0) } }
    #expect(lines.isEmpty)
    for _ in 0..<20 { _ = chores.afterSave(in: store) { lines.append($0) } }
    #expect(lines.count == 1)
    try store.commit(Transaction([site.newEmployee("Budi")]))
    for _ in 0..<1_000 { _ = chores.afterSave(in: store) { lines.append($0) } }
    #expect(lines.count == 1)
    for _ in 0..<3_000 { _ = chores.afterSave(in: store) { lines.append($0) } }
    #expect(lines.count == 2)
  }

  @Test func `a file of data gets its anchor beside it`() throws {
    let site = try Site()
    let store = try site.open()
    try store.commit(Transaction([site.newEmployee("Ani")]))
    let path = site.folder.path + "/list.csv"
    try ReportFile.write(Array("Nama\nAni\n".utf8), to: path, replacing: false)
    try ReportFile.writeAnchor(of: path, in: store)
    let text = String(decoding: try PosixDisk(site.folder.path).contents("list.csv.anchor") ?? [], as: UTF8.self)
    #expect(text.hasPrefix(Digits.hex(SHA256.hash(Array("Nama\nAni\n".utf8))) + "  list.csv\n"))
    #expect(text.contains("verify --anchor \(store.head.anchor)\n"))
    #expect(store.anchors().map(\.kind) == [.report])
  }
}
