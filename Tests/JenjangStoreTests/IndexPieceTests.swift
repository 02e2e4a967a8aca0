import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore

/// Each kind's index stands for itself: what is sound is kept, and only the others are made.
extension IndexTests {
  private static let kinds = ["employees", "rank-histories", "units"]

  /// Units of which only the name is known.
  private struct PlainUnit: Record {
    static let kind = Kind("units", Text("Unit", en: "Unit"), plural: Text("Unit", en: "Units"))
    let id: ID<PlainUnit>
    var name: String?
    init(id: ID<PlainUnit>) { self.id = id }
    static let fields: [Field<PlainUnit>] = [Field("name", Text("Nama", en: "Name"), \.name, required: true)]
  }

  /// What an index holds, wherever it lies in the file.
  private func sections(_ kind: String, _ manifest: Manifest) throws -> [UInt64: [UInt8]] {
    let bytes = try #require(try disk.contents(builder(manifest).path(kind)))
    let index = try #require(bytes.withUnsafeBytes { IndexFile($0) })
    return index.sections.mapValues { Array(bytes[$0.offset..<$0.offset + $0.count * $0.width]) }
  }

  /// The numbers of the files that are there: one that was made again is another one.
  private func files(_ manifest: Manifest) throws -> [String: UInt64] {
    var files: [String: UInt64] = [:]
    for kind in Self.kinds { files[kind] = try disk.facts(builder(manifest).path(kind))?.inode }
    return files
  }

  private func leftovers() throws -> [String] { try disk.list("index/g00000001").filter { $0.hasSuffix(".tmp") } }

  @Test(arguments: kinds) func `a damaged or missing index costs only its own kind`(kind: String) throws {
    let manifest = try writeSnapshot()
    _ = try open(manifest, on: day)
    let whole = try Self.kinds.map { try sections($0, manifest) }
    let path = builder(manifest).path(kind)
    for isDamaged in [true, false] {
      var bytes = try #require(try disk.contents(path))
      bytes[bytes.count / 2] ^= 1
      bytes[70] ^= 1
      if isDamaged { try replace(path, bytes) } else { try disk.remove(path) }
      let before = try files(manifest)
      try expectSame(try open(manifest, on: day), plain(on: day))
      let after = try files(manifest)
      for other in Self.kinds { #expect((before[other] == after[other]) == (other != kind), "\(other)") }
      #expect(try Self.kinds.map { try sections($0, manifest) } == whole)
      #expect(try leftovers().isEmpty)
    }
  }

  @Test(arguments: 0..<8, [0, 3, 12, -5])
  func `making goes on where it stopped, on any later day`(finished: Int, later: Int) throws {
    let manifest = try writeSnapshot()
    _ = try open(manifest, on: day)
    for (place, kind) in Self.kinds.enumerated() where finished & 1 << place == 0 {
      try disk.remove(builder(manifest).path(kind))
    }
    let before = try files(manifest)
    let today = day.adding(days: later)
    try expectSame(try open(manifest, on: today), plain(on: today))
    let after = try files(manifest)
    for kind in Self.kinds where before[kind] != nil { #expect(before[kind] == after[kind], "\(kind)") }
    // What is kept of several days is right on yet another one.
    let another = day.adding(days: 30)
    try expectSame(try open(manifest, on: another), plain(on: another))
    #expect(try files(manifest) == after)
  }

  @Test func `what was finished before something went wrong is kept`() throws {
    let manifest = try writeSnapshot()
    let path = "snapshot/g00000001/rank-histories.ndjson"
    let sound = try #require(try disk.contents(path))
    try replace(path, sound.dropLast(8) + Array("\"x\": 1}\n".utf8))
    var builder = self.builder(manifest)
    builder.checksLines = true
    #expect(builder.build(try #require(try builder.mapSnapshot()), day: day) == nil)
    #expect(try leftovers().isEmpty)
    let before = try files(manifest)
    #expect(before["employees"] != nil && before["units"] != nil)
    #expect(before["rank-histories"] == nil)
    try replace(path, sound)
    try expectSame(try open(manifest, on: day), plain(on: day))
    let after = try files(manifest)
    #expect(after["units"] == before["units"] && after["employees"] == before["employees"])
  }

  @Test func `a kind of another form is made again, and no other`() throws {
    let manifest = try writeSnapshot()
    _ = try open(manifest, on: day)
    let before = try files(manifest)
    let other = types.map { $0.kind.name == "units" ? RecordType(PlainUnit.self) : $0 }
    let book = Book(types: other, day: day)
    _ = try SnapshotLoader.load("snapshot/g00000001", manifest, disk: disk, into: book)
    #expect(book.table("units")?.rows(Query(search: "dinas")).count == 10)
    let after = try files(manifest)
    #expect(after["units"] != before["units"])
    #expect(after["employees"] == before["employees"] && after["rank-histories"] == before["rank-histories"])
  }

  @Test func `a kind that is no longer known takes with it only what was derived from it`() throws {
    let manifest = try writeSnapshot()
    _ = try open(manifest, on: day)
    let before = try files(manifest)
    let fewer = types.filter { $0.kind.name != "rank-histories" }
    let book = Book(types: fewer, day: day)
    _ = try SnapshotLoader.load("snapshot/g00000001", manifest, disk: disk, into: book)
    let people = try #require(book.table("employees"))
    for row in 0..<people.rowCount { #expect(people.value("grade", at: row) == nil) }
    #expect(try files(manifest)["units"] == before["units"])
    // Without its columns, with them, and without again.
    try expectSame(try open(manifest, on: day), plain(on: day))
  }

  @Test func `what a killed process left is removed, and not what another one is writing`() throws {
    let manifest = try writeSnapshot()
    try disk.makeFolder("index")
    try disk.makeFolder("index/g00000001")
    for name in [".units.1.tmp", ".units.2.tmp"] { try disk.writeNew("index/g00000001/" + name, [1]) }
    let other = try #require(try disk.below("") as? PosixDisk)
    let writing = try other.open("index/g00000001/.units.2.tmp", .overwrite)
    #expect(try other.lock(writing, byte: 0, isExclusive: true))
    _ = try open(manifest, on: day)
    #expect(try leftovers() == [".units.2.tmp"])
    // Its end, however it comes, sets it free.
    other.close(writing)
    IndexBuilder.removeLeftovers(disk, in: "index/g00000001")
    #expect(try leftovers().isEmpty)
  }

  @Test func `where one index is missing the others are not read through to say so`() throws {
    let manifest = try writeSnapshot()
    var builder = self.builder(manifest)
    builder.smallSize = 0
    let lines = try #require(try builder.mapSnapshot())
    #expect(builder.build(lines, day: day) != nil)
    try disk.remove(builder.path("units"))
    #expect(!builder.install(lines, into: Book(types: types, day: day)))
    #expect(builder.readChecked().isEmpty)
    #expect(builder.find(lines, only: "employees").keys.sorted() == ["employees"])
    #expect(builder.readChecked().count == 1)
  }

  @Test func `a mark says that an index is on the disk, and not that of one that is not there`() throws {
    let manifest = try writeSnapshot()
    var builder = self.builder(manifest)
    builder.smallSize = 0
    let lines = try #require(try builder.mapSnapshot())
    let made = try #require(builder.build(lines, day: day))
    let syncs = disk.syncs
    builder.writeChecked(made)
    // The folder, and each of the files.
    #expect(disk.syncs >= syncs + made.count + 1)
    #expect(builder.readChecked() == made)
    let again = disk.syncs
    builder.writeChecked(made, known: made)
    #expect(disk.syncs - again < made.count)
    try disk.remove(builder.path("units"))
    builder.writeChecked(made, known: made)
    #expect(builder.readChecked().count == made.count - 1)
  }
}
