import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore
@testable import Proofs

@Suite struct EraseTests {
  private let order = ErasureOrder(number: "SE 12/2026", basis: "UU 27/2022 Pasal 8")

  /// A store in which a person has histories, was renamed and deleted a training, with a snapshot in between.
  private func site() throws -> (site: Site, store: Store, person: RecordID) {
    let site = try Site()
    let store = try site.open()
    store.segmentSize = 2_500
    let person = site.newEmployee("Sari Rahasia")
    try store.commit(Transaction([person, site.newEmployee("Budi")]))
    let child = site.world.environment().newID()
    try store.commit(
      Transaction([
        .create(
          kind: "trainings", id: child, object: ["employee": .string(person.id.text), "name": "Diklat Rahasia"]),
        site.newEmployee("Citra"),
      ]))
    try store.snapshot()
    try store.commit(Transaction([.rename(person.id, "Sari Rahasia", "Sari Terahasia", base: 1)]))
    let training = try #require(store.stored("trainings", child))
    try store.commit(
      Transaction([.delete(kind: "trainings", id: child, base: training.revision, object: training.object)]))
    try store.commit(Transaction([site.newEmployee("Dewi")]))
    try PosixDisk(site.path).writeNew("quarantine/old.tail", Array("Sari Rahasia".utf8))
    return (site, store, person.id)
  }

  /// The files of a store in which a text occurs.
  private func files(with text: String, _ site: Site) throws -> [String] {
    let search = ByteSearch(Array(text.utf8))
    let disk = try PosixDisk(site.path)
    return try disk.files(below: "").filter { path in
      try (disk.contents(path) ?? []).withUnsafeBytes { search.first(in: $0) } != nil
    }
  }

  @Test func `the vector of the design comes out to the byte`() throws {
    var line = Array(Vectors.commit.utf8.dropLast())
    let before = line.count
    let ranges = line.withUnsafeBytes { JournalLines.operations(in: $0).map(\.range) }
    JournalLines.blank(ranges, in: &line)
    let text = String(decoding: line, as: UTF8.self)
    #expect(line.count == before)
    #expect(text.hasSuffix(#","c":"efb85a1639402a20"}"#))
    #expect(text.contains(#"{"x":"cbb0e83bbf7c3342a31eb33fac416de5f02d4f409bc8d13d4fc74d39ca60ea07","pad":"."#))
  }

  @Test func `a reason or a record of somebody else that names the person is told by its number`() throws {
    let (site, store, person) = try site()
    #expect(try store.erase("employees", person, order: order).mentions == [])
    let other = site.newEmployee("Rini Rahasia")
    let receipt = try store.commit(Transaction([other], why: "Pengganti Rini Rahasia"))
    try store.commit(Transaction([.rename(other.id, "Rini Rahasia", "Rini Baru", base: 1)]))
    try store.commit(Transaction([site.newEmployee("Anak Rini Baru")]))
    // The reason holds the name that was given up since.
    #expect(
      try store.erase("employees", other.id, order: order).mentions == [receipt.sequence, receipt.sequence + 2])
    #expect(try store.verify(deep: true).findings == [])
  }

  @Test func `a number that was typed wrong, and is somebody else's, is no mention`() throws {
    let (site, store, _) = try site()
    let number = JSONValue.string("198001012005012001")
    let rini = site.newEmployee("Rini Rahasia")
    let wati = site.newEmployee("Wati")
    try store.commit(Transaction([rini, wati]))
    let changes = [
      (rini.id, 1, Change(old: nil, new: number)), (rini.id, 2, Change(old: number, new: nil)),
      (wati.id, 1, Change(old: nil, new: number)),
    ]
    for (id, base, change) in changes {
      try store.commit(
        Transaction([.update(kind: "employees", id: id, base: base, changes: ["employeeNumber": change])]))
    }
    #expect(try store.erase("employees", rini.id, order: order).mentions == [])
  }

  @Test func `an erased person is in no file, and the chain is what it was`() throws {
    let (site, store, person) = try site()
    #expect(try files(with: "ahasia", site).count > 3)
    let before = store.head
    let receipt = try store.erase("employees", person, order: order)
    #expect(try files(with: "ahasia", site) == [])
    #expect(receipt.operations == 4)
    #expect(store.names == ["Budi", "Citra", "Dewi"])
    let report = try store.verify(
      VerifyOptions(isDeep: true, anchors: [Anchor(sequence: before.sequence, hash: before.hash)]))
    #expect(report.findings == [])
    #expect(report.anchors == 1)
    let again = try site.open()
    #expect(again.notices.isEmpty)
    #expect(again.names == store.names)
    try store.commit(Transaction([site.newEmployee("Eka")]))
    #expect(try again.catchUp().count == 1)
  }

  @Test func `the order stands in the journal with its basis and its numbers, and without a name`() throws {
    let (site, store, person) = try site()
    let receipt = try store.erase("employees", person, order: order)
    let commit = try #require(try store.commits(limit: 1).first)
    #expect(commit.isErasure)
    #expect(commit.why == "SE 12/2026")
    #expect(commit.sequence == receipt.head.sequence)
    #expect(try files(with: #""basis":"UU 27/2022 Pasal 8","seqs":[1,2,3,4]"#, site).count == 1)
  }

  @Test func `a commit whose changes were erased says so`() throws {
    let (site, store, person) = try site()
    _ = try store.erase("employees", person, order: order)
    defer { withExtendedLifetime(site) {} }
    let commits = try store.commits(limit: 10).reversed()
    #expect(commits.map(\.blanked) == [1, 1, 1, 1, 0, 0])
    #expect(commits.first?.erasedChanges?.english == "1 change was erased by order")
    #expect(commits.last?.erasedChanges == nil)
  }

  @Test func `the receipt names each place of backups once`() throws {
    let (site, store, person) = try site()
    let places = ["a", "b"].map { site.folder.path + "/" + $0 }
    for place in places {
      try OutsideFile.makeFolders(above: place + "/.")
      for _ in 0..<2 { _ = try store.backUp(to: place + "/../" + (place.split(separator: "/").last ?? "")) }
    }
    #expect(try store.erase("employees", person, order: order).backups.map(\.place) == places)
  }

  @Test func `replaying without any snapshot leads to the same state`() throws {
    let (site, store, person) = try site()
    _ = try store.erase("employees", person, order: order)
    try PosixDisk(site.path).removeTree("snapshot")
    try PosixDisk(site.path).makeFolder("snapshot")
    #expect(try site.open().names == ["Budi", "Citra", "Dewi"])
  }

  @Test func `nothing is erased while somebody else has the store open`() throws {
    let (site, store, person) = try site()
    let other = try site.open("u:budi")
    #expect(throws: StoreError.self) { try store.erase("employees", person, order: order) }
    #expect(other.names == store.names)
    #expect(try !files(with: "ahasia", site).isEmpty)
  }

  @Test func `an interrupted erasure is found and finished`() throws {
    let (site, store, person) = try site()
    let old = try site.bytes("journal/00000001.ndjson")
    _ = try store.erase("employees", person, order: order)
    try site.put("journal/00000001.ndjson", old)
    #expect(try store.verify(deep: true).findings.map(\.file).contains("journal/00000001.ndjson"))
    #expect(try store.finishErasures() != nil)
    #expect(try files(with: "ahasia", site) == [])
    #expect(try store.verify(deep: true).findings == [])
    #expect(try store.finishErasures() == nil)
  }
}

@Suite struct AnchorTests {
  @Test(arguments: ["8424:2f1f1b51", "8 424 : 2F1F1B51a", "8.424:2f1f1b51…"])
  func `an anchor is read as people copy it`(_ text: String) {
    #expect(Anchor(text)?.sequence == 8_424)
    #expect(Anchor(text)?.hash.hasPrefix("2f1f1b51") == true)
  }

  @Test(arguments: ["8424", "8424:2f1f1b5", "x:2f1f1b51", "1:2f1f1b5g", "-1:2f1f1b51", "1:2f1f1b51:2"])
  func `what proves too little is no anchor`(_ text: String) { #expect(Anchor(text) == nil) }

  @Test func `an anchor is proved, and a history written anew is not`() throws {
    let site = try Site()
    let store = try site.open()
    for name in ["Ani", "Budi", "Citra"] { try store.commit(Transaction([site.newEmployee(name)])) }
    let anchor = try #require(Anchor(store.head.anchor))
    try store.commit(Transaction([site.newEmployee("Dewi")]))
    #expect(try store.verify(VerifyOptions(anchors: [anchor])).isClean)
    let other = Anchor(sequence: 3, hash: String(repeating: "0", count: 16))
    #expect(try store.verify(VerifyOptions(anchors: [other])).findings.count == 1)
    let later = Anchor(sequence: 9, hash: anchor.hash)
    #expect(try store.verify(VerifyOptions(anchors: [later])).findings.count == 1)
    #expect(try store.verify(VerifyOptions(isDeep: true, since: 3)).isClean)
  }

  @Test func `what lies behind damage is not called missing`() throws {
    let site = try Site()
    let store = try site.open()
    for name in ["Ani", "Budi", "Citra"] { try store.commit(Transaction([site.newEmployee(name)])) }
    try store.note(store.head, to: .systemLog)
    let anchor = try #require(Anchor(store.head.anchor))
    let lines = try site.bytes(Layout.segment(1)).split(separator: 10).map { Array($0) + [10] }
    try site.put(Layout.segment(1), lines[0] + lines[1] + lines[2].map { $0 == 66 ? 67 : $0 } + lines[3])
    for anchors in [[], [anchor]] {
      let report = try store.verify(VerifyOptions(anchors: anchors))
      #expect(report.findings.map(\.line) == [3])
      #expect(report.notes.contains { $0.english.contains("behind the damage") } == !anchors.isEmpty)
    }
  }

  @Test func `words changed under a checksum made anew do not pass for what an anchor names`() throws {
    let site = try Site()
    let store = try site.open()
    for name in ["Ani", "Budi", "Citra"] { try store.commit(Transaction([site.newEmployee(name)])) }
    let anchor = try #require(Anchor(store.head.anchor))
    let path = Layout.segment(1)
    var lines = try site.bytes(path).split(separator: 10).map { Array($0) + [10] }
    lines[2] = try #require(DamageLab.forged(lines[2], "Budi", "Beni"))
    try site.put(path, lines.flatMap { $0 })
    let quick = try store.verify(deep: false)
    #expect(quick.isClean)
    #expect(!quick.provesHashes)
    let report = try store.verify(VerifyOptions(anchors: [anchor]))
    #expect(report.findings.first?.line == 3)
    #expect(report.anchors == 0)
    #expect(report.provesHashes)
  }

  @Test func `an anchor that a check leaves out is not passed over in silence`() throws {
    let site = try Site()
    let store = try site.open()
    for name in ["Ani", "Budi", "Citra"] { try store.commit(Transaction([site.newEmployee(name)])) }
    let forged = Anchor(sequence: 1, hash: String(repeating: "0", count: 16))
    let report = try store.verify(VerifyOptions(since: 2, anchors: [forged]))
    #expect(report.notes.contains { $0.english.contains("no. 1 was left out") })
  }

  @Test func `what lies behind the head is named and not counted`() throws {
    let site = try Site()
    let store = try site.open()
    try store.commit(Transaction([site.newEmployee("Ani")]))
    #expect(try store.verify(deep: true).notes == [])
    try site.put(Layout.segment(1), try site.bytes(Layout.segment(1)) + Array("{\"k\":\"c\"".utf8))
    let report = try store.verify(deep: true)
    #expect(report.isClean)
    #expect(report.head == store.head)
    #expect(report.notes.map(\.english).first?.contains("8 bytes behind HEAD") == true)
  }

  @Test func `what the store itself has published is proved each time`() throws {
    let site = try Site()
    let store = try site.open()
    try store.commit(Transaction([site.newEmployee("Ani")]))
    try store.note(store.head, to: .report, place: "daftar.csv")
    #expect(try store.verify(deep: false).anchors == 1)
    let forged = StoreHead(sequence: 1, hash: String(repeating: "a", count: 64))
    try store.note(forged, to: .systemLog)
    #expect(try store.verify(deep: false).findings.count == 1)
  }
}
