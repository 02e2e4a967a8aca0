import Glibc
import JSONText
import JenjangDomain
import Synchronization
import Testing

@testable import JenjangStore
@testable import Proofs

/// The column index beside a snapshot: mapped, rebuildable, never the truth.
struct IndexTests {
  private final class Folder {
    let path: String

    init() {
      path = "/tmp/jenjang-index-\(UInt64.random(in: 0 ... .max))"
      mkdir(path, 0o700)
    }

    deinit { if let disk = try? PosixDisk(path) { try? disk.removeTree("") } }
  }

  private let folder = Folder()
  let disk: PosixDisk
  let types = Catalog.types
  let day = Day(number: 20_000)

  init() throws {
    disk = try PosixDisk(folder.path)
    try disk.makeFolder("snapshot")
    try disk.makeFolder("snapshot/g00000001")
  }

  private static func id(_ high: UInt64, _ low: Int) -> RecordID { RecordID(high: high, low: UInt64(low)) }

  /// Ten units, a hundred people with two ranks each, one of them in the future.
  private func records() -> [(kind: String, id: RecordID, object: JSONObject)] {
    var records: [(kind: String, id: RecordID, object: JSONObject)] = []
    func add(_ kind: String, _ id: RecordID, _ members: [String: JSONValue]) {
      var object = JSONObject()
      for (key, value) in members { object[key] = value }
      records.append((kind, id, object))
    }
    for number in 0..<10 {
      var members: [String: JSONValue] = ["name": .string("Dinas \(number)"), "code": .string("U\(number)")]
      // The parent stands behind its child.
      if number < 9 { members["parent"] = .string(Self.id(1, number + 1).text) }
      add("units", Self.id(1, number), members)
    }
    for number in 0..<100 {
      let name = ["Siti Rahmawati", "Budi \"B\" Santoso", "Renée\tPutri"][number % 3]
      add(
        "employees", Self.id(2, number),
        [
          "name": .string(name), "employeeNumber": .string("19870101201001\(1_000 + number)"), "unknown": [1, 2],
        ])
      for (step, grade) in ["III/a", "III/b"].enumerated() {
        let start = day.adding(days: step * 10 + number % 5)
        add(
          "rank-histories", Self.id(3, number * 2 + step),
          [
            "employee": .string(Self.id(2, number).text), "grade": .string(grade),
            "effectiveDate": .string(start.iso),
          ])
      }
    }
    return records
  }

  func writeSnapshot() throws -> Manifest {
    var entries: [Manifest.Entry] = []
    for type in types {
      var file = try SnapshotFile("snapshot/g00000001", kind: type.kind.name, version: 1, disk: disk)
      for record in records() where record.kind == type.kind.name {
        RecordLine.append(record.object, id: record.id, revision: 3, to: &file.buffer)
        try file.endLine()
      }
      entries.append(try file.finish())
    }
    return Manifest(
      generation: 1, position: Position(segment: 1, offset: 1, sequence: 1, hash: ""), files: entries)
  }

  func builder(_ manifest: Manifest) -> IndexBuilder {
    IndexBuilder(folder: "snapshot/g00000001", manifest: manifest, disk: disk, types: types)
  }

  func plain(on day: Day) -> Book {
    let book = Book(types: types, day: day)
    for record in records() { book.load(record.kind, id: record.id, revision: 3, object: record.object) }
    return book
  }

  func expectSame(_ book: Book, _ other: Book) throws {
    for type in types {
      let table = try #require(book.table(type.kind.name))
      let plain = try #require(other.table(type.kind.name))
      #expect(table.count == plain.count)
      for search in ["", "s", "sitir", "b", "putri", "1987", "10010"] {
        #expect(table.rows(Query(search: search)) == plain.rows(Query(search: search)), "\(search)")
      }
      for name in type.fields.map(\.name) + type.derived.map(\.name) {
        let query = Query(sort: Query.Sort(name, descending: true))
        #expect(table.rows(query) == plain.rows(query), "\(name)")
        for row in 0..<plain.rowCount { #expect(table.value(name, at: row) == plain.value(name, at: row)) }
      }
      for row in 0..<plain.rowCount {
        #expect(table.object(at: row) == plain.object(at: row))
        #expect(table.revision(of: row) == plain.revision(of: row))
        #expect(table.row(of: table.id(of: row)) == row)
      }
    }
    for number in 0..<100 {
      let ranks = book.table("rank-histories")?.rows(ownedBy: Self.id(2, number))
      #expect(ranks == other.table("rank-histories")?.rows(ownedBy: Self.id(2, number)))
    }
  }

  func open(_ manifest: Manifest, on day: Day) throws -> Book {
    let book = Book(types: types, day: day)
    _ = try SnapshotLoader.load("snapshot/g00000001", manifest, disk: disk, into: book)
    return book
  }

  @Test(arguments: [0, 3, 12, 30, -5])
  func `a mapped index answers as the records do, on any day`(later: Int) throws {
    let manifest = try writeSnapshot()
    let lines = try #require(try builder(manifest).mapSnapshot())
    #expect(builder(manifest).build(lines, day: day) != nil)
    let today = day.adding(days: later)
    let book = Book(types: types, day: today)
    #expect(builder(manifest).install(lines, into: book))
    try expectSame(book, plain(on: today))
  }

  @Test func `changes after mapping stay in the process`() throws {
    let manifest = try writeSnapshot()
    let book = try open(manifest, on: day)
    let other = plain(on: day)
    for target in [book, other] {
      for number in stride(from: 0, to: 100, by: 7) {
        target.apply(
          .update(
            kind: "employees", id: Self.id(2, number), base: 3,
            changes: ["name": Change(old: nil, new: .string("Wati \(number)"))]))
      }
      target.apply(.delete(kind: "rank-histories", id: Self.id(3, 4), base: 3, object: JSONObject()))
      target.apply(.delete(kind: "employees", id: Self.id(2, 50), base: 3, object: JSONObject()))
      for number in 0..<2_000 {
        var object = JSONObject()
        object["name"] = .string("Baru \(number)")
        target.apply(.create(kind: "employees", id: Self.id(4, number), object: object))
      }
    }
    #expect(
      book.table("employees")?.rows(Query(search: "wati")) == other.table("employees")?.rows(Query(search: "wati")))
    let sort = Query(sort: Query.Sort("name"))
    #expect(book.table("employees")?.rows(sort) == other.table("employees")?.rows(sort))
    #expect(book.table("employees")?.line(at: 0) == nil)
    #expect(book.table("employees")?.line(at: 1)?.isEmpty == false)
    try expectSame(try open(manifest, on: day), plain(on: day))
  }

  @Test func `a damaged, cut or foreign index is made again`() throws {
    let manifest = try writeSnapshot()
    _ = try open(manifest, on: day)
    let path = builder(manifest).path("employees")
    let sound = try #require(try disk.contents(path))
    var flipped = sound
    flipped[70] ^= 4
    for bad in [flipped, Array(sound.prefix(20_000)), Array("{}".utf8), []] {
      try disk.remove(path)
      try disk.writeNew(path, bad)
      try expectSame(try open(manifest, on: day), plain(on: day))
      let again = try #require(try disk.contents(path))
      let index = again.withUnsafeBytes { IndexFile($0) }
      #expect(index != nil)
      #expect(again.withUnsafeBytes { index?.isSound($0) } == true)
    }
  }

  /// Puts other bytes in a file's place; another file for sure.
  func replace(_ path: String, _ bytes: [UInt8]) throws {
    try disk.writeNew(path + ".new", bytes)
    try disk.rename(path + ".new", to: path)
  }

  @Test func `no damaged byte of an index is taken over, wherever it is`() throws {
    let manifest = try writeSnapshot()
    _ = try open(manifest, on: day)
    let builder = self.builder(manifest)
    let lines = try #require(try builder.mapSnapshot())
    for kind in ["employees", "rank-histories", "units"] {
      let path = builder.path(kind)
      let sound = try #require(try disk.contents(path))
      let index = try #require(sound.withUnsafeBytes { IndexFile($0) })
      var places = [0, 8, 12, 16, 24, 32, 40, 48, 64, 72, 80, 88, 96, 104, 4_000]
      for section in index.sections.values where section.count > 0 {
        places.append(section.offset + section.count * section.width / 2)
      }
      for place in places {
        var bad = sound
        bad[place] ^= 0x10
        try replace(path, bad)
        #expect(!builder.install(lines, into: Book(types: types, day: day)), "\(kind), byte \(place)")
      }
      for count in stride(from: 0, to: sound.count, by: sound.count / 12) {
        try replace(path, Array(sound.prefix(count)))
        let book = Book(types: types, day: day)
        if builder.install(lines, into: book) { try expectSame(book, plain(on: day)) }
      }
      let other = try #require(manifest.files.first { $0.lines > 0 && $0.kind != kind }).kind
      try replace(path, try #require(try disk.contents(builder.path(other))))
      #expect(!builder.install(lines, into: Book(types: types, day: day)))
      try replace(path, sound)
      #expect(builder.install(lines, into: Book(types: types, day: day)))
    }
  }

  @Test func `an index of another version of the program is made again`() throws {
    let manifest = try writeSnapshot()
    _ = try open(manifest, on: day)
    let path = builder(manifest).path("employees")
    var older = try #require(try disk.contents(path))
    older[12] = UInt8(IndexFile.version - 1)
    for place in 48..<56 { older[place] = 0 }
    let check = XXH64.hash(Array(older.prefix(IndexFile.headerSize)))
    for place in 0..<8 { older[48 + place] = UInt8(truncatingIfNeeded: check >> UInt64(8 * place)) }
    try replace(path, older)
    try expectSame(try open(manifest, on: day), plain(on: day))
    let again = try #require(try disk.contents(path))
    #expect(again[12] == UInt8(IndexFile.version))
  }

  @Test func `a large index is read through once, and again when it was written to`() throws {
    let manifest = try writeSnapshot()
    var builder = self.builder(manifest)
    builder.smallSize = 0
    let lines = try #require(try builder.mapSnapshot())
    #expect(builder.build(lines, day: day) != nil)
    #expect(builder.readChecked().isEmpty)
    #expect(builder.install(lines, into: Book(types: types, day: day)))
    let kinds = manifest.files.filter { $0.lines > 0 }.map(\.kind)
    #expect(builder.readChecked().count == kinds.count)
    // A kind without records costs no file.
    for type in types where !kinds.contains(type.kind.name) {
      #expect(try disk.facts(builder.path(type.kind.name)) == nil)
    }
    #expect(builder.install(lines, into: Book(types: types, day: day)))
    let path = builder.path("employees")
    var bytes = try #require(try disk.contents(path))
    let index = try #require(bytes.withUnsafeBytes { IndexFile($0) })
    bytes[try #require(index.sections.values.first { $0.count > 0 }?.offset)] ^= 1
    try replace(path, bytes)
    #expect(!builder.install(lines, into: Book(types: types, day: day)))
    try replace("index/g00000001/checked", Array("employees 1 2 3 4\n\u{0}".utf8))
    #expect(!builder.install(lines, into: Book(types: types, day: day)))
    #expect(builder.build(lines, day: day) != nil)
    #expect(builder.install(lines, into: Book(types: types, day: day)))
  }

  @Test func `several threads make the index that one makes`() throws {
    let manifest = try writeSnapshot()
    var large = builder(manifest)
    large.smallSize = 0
    let lines = try #require(try large.mapSnapshot())
    var made: [[String: [UInt64: [UInt8]]]] = []
    for builder in [builder(manifest), large] {
      #expect(builder.build(lines, day: day) != nil)
      var sections: [String: [UInt64: [UInt8]]] = [:]
      for entry in builder.entries {
        let bytes = try #require(try disk.contents(builder.path(entry.kind)))
        let index = try #require(bytes.withUnsafeBytes { IndexFile($0) })
        sections[entry.kind] = index.sections.mapValues { Array(bytes[$0.offset..<$0.offset + $0.count * $0.width]) }
      }
      made.append(sections)
    }
    #expect(made[0] == made[1])
  }

  @Test func `what was made a moment ago is not read through, and what was written to since is`() throws {
    let manifest = try writeSnapshot()
    var builder = self.builder(manifest)
    builder.smallSize = 0
    let lines = try #require(try builder.mapSnapshot())
    let made = try #require(builder.build(lines, day: day))
    #expect(made.count == builder.entries.count)
    #expect(builder.install(lines, into: Book(types: types, day: day), made: made))
    #expect(builder.readChecked() == made)
    let path = builder.path("employees")
    var bytes = try #require(try disk.contents(path))
    let index = try #require(bytes.withUnsafeBytes { IndexFile($0) })
    bytes[try #require(index.sections.values.first { $0.count > 0 }?.offset)] ^= 1
    try replace(path, bytes)
    #expect(!builder.install(lines, into: Book(types: types, day: day), made: made))
  }

  @Test func `no index is made of lines that are not what the manifest says`() throws {
    let manifest = try writeSnapshot()
    var bytes = try #require(try disk.contents("snapshot/g00000001/employees.ndjson"))
    let name = Array("Rahmawati".utf8)
    let place = try #require(bytes.withUnsafeBytes { ByteSearch(name).first(in: $0) })
    // Another letter in a name: the line is still a record.
    bytes[place] ^= 1
    try replace("snapshot/g00000001/employees.ndjson", bytes)
    var builder = self.builder(manifest)
    let lines = try #require(try builder.mapSnapshot())
    #expect(builder.build(lines, day: day) != nil)
    builder.checksLines = true
    #expect(builder.build(lines, day: day) == nil)
  }

  @Test(arguments: [0, 1, 31, 32, 33, 5_000]) func `a hash taken piece by piece is that of the whole`(count: Int) {
    var random = SeededRandom(seed: UInt64(count))
    let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    bytes.withUnsafeBytes { bytes in
      var hash = RunningHash(bytes)
      var left = count
      while left > 0 {
        let piece = min(left, random.below(100))
        hash.advance(piece)
        left -= piece
      }
      #expect(hash.value == XXH64.hash(bytes))
      #expect(RunningHash(bytes).value == XXH64.hash(bytes))
    }
  }

  @Test(arguments: [1, 2, 5]) func `each piece of work is done once, whatever the number of threads`(threads: Int) {
    for pieces in [0, 1, 2, 100] {
      let done = Mutex([Int](repeating: 0, count: pieces))
      Workers(count: threads).run(pieces) { piece in done.withLock { $0[piece] += 1 } }
      #expect(done.withLock { $0 } == [Int](repeating: 1, count: pieces))
    }
  }

  @Test func `making an index says how far it is, up to the end`() throws {
    let manifest = try writeSnapshot()
    var shares: [Double] = []
    let book = Book(types: types, day: day)
    _ = try SnapshotLoader.load("snapshot/g00000001", manifest, disk: disk, into: book) { shares.append($0) }
    #expect(shares == shares.sorted())
    #expect(shares.last == 1)
    shares = []
    let again = Book(types: types, day: day)
    _ = try SnapshotLoader.load("snapshot/g00000001", manifest, disk: disk, into: again) { shares.append($0) }
    #expect(shares.isEmpty)
  }

  @Test func `nonsense in the sections is no reason to stop`() throws {
    let manifest = try writeSnapshot()
    _ = try open(manifest, on: day)
    for entry in manifest.files where entry.lines > 0 {
      let path = builder(manifest).path(entry.kind)
      var bytes = try #require(try disk.contents(path))
      var random = SeededRandom(seed: 7)
      for place in IndexFile.headerSize..<bytes.count {
        bytes[place] = UInt8(truncatingIfNeeded: random.next())
      }
      // The checksums are those of the nonsense: as if it had been written so.
      try replace(path, IndexTests.withChecks(bytes))
    }
    let book = Book(types: types, day: day)
    let lines = try #require(try builder(manifest).mapSnapshot())
    _ = builder(manifest).install(lines, into: book)
    for type in types {
      let table = try #require(book.table(type.kind.name))
      for search in ["s", "si", "siti", "1", "12"] { _ = table.rows(Query(search: search)) }
      for name in type.fields.map(\.name) + type.derived.map(\.name) {
        _ = table.rows(Query(sort: Query.Sort(name)))
        _ = table.rows(Query(conditions: [Query.Condition(name, .contains("a"))]))
        for row in 0..<table.rowCount { _ = table.value(name, at: row) }
      }
      for row in 0..<table.rowCount { _ = table.rows(ownedBy: row) }
    }
  }

  /// An index whose header agrees with its sections, whatever stands in them.
  private static func withChecks(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    guard var index = bytes.withUnsafeBytes({ IndexFile($0) }) else { return bytes }
    for (key, section) in index.sections {
      index.sections[key]?.check = XXH64.hash(
        Array(bytes[section.offset..<section.offset + section.count * section.width]))
    }
    bytes.replaceSubrange(..<IndexFile.headerSize, with: index.header ?? [])
    return bytes
  }

  @Test func `a snapshot that is not what its manifest says is refused`() throws {
    let manifest = try writeSnapshot()
    let path = "snapshot/g00000001/employees.ndjson"
    var bytes = try #require(try disk.contents(path))
    bytes[30] ^= 1
    try disk.remove(path)
    try disk.writeNew(path, bytes)
    #expect(throws: StoreError.self) { try open(manifest, on: day) }
  }
}
