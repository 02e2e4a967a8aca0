import Glibc
import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore

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
  private let disk: PosixDisk
  private let types = Catalog.types
  private let day = Day(number: 20_000)

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

  private func writeSnapshot() throws -> Manifest {
    var entries: [Manifest.Entry] = []
    for type in types {
      var file = try SnapshotFile("snapshot/g00000001", kind: type.kind.name, disk: disk)
      for record in records() where record.kind == type.kind.name {
        RecordLine.append(record.object, id: record.id, revision: 3, to: &file.buffer)
        try file.endLine()
      }
      entries.append(try file.finish())
    }
    return Manifest(
      generation: 1, position: Position(segment: 1, offset: 1, sequence: 1, hash: ""), files: entries)
  }

  private func builder(_ manifest: Manifest) -> IndexBuilder {
    IndexBuilder(folder: "snapshot/g00000001", manifest: manifest, disk: disk, types: types)
  }

  private func plain(on day: Day) -> Book {
    let book = Book(types: types, day: day)
    for record in records() { book.load(record.kind, id: record.id, revision: 3, object: record.object) }
    return book
  }

  private func expectSame(_ book: Book, _ other: Book) throws {
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

  private func open(_ manifest: Manifest, on day: Day) throws -> Book {
    let book = Book(types: types, day: day)
    try SnapshotLoader.load("snapshot/g00000001", manifest, disk: disk, into: book)
    return book
  }

  @Test(arguments: [0, 3, 12, 30, -5])
  func `a mapped index answers as the records do, on any day`(later: Int) throws {
    let manifest = try writeSnapshot()
    let lines = try #require(try builder(manifest).mapSnapshot())
    #expect(builder(manifest).build(lines, day: day))
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

  @Test func `nonsense in the sections is no reason to stop`() throws {
    let manifest = try writeSnapshot()
    _ = try open(manifest, on: day)
    for type in types {
      let path = builder(manifest).path(type.kind.name)
      var bytes = try #require(try disk.contents(path))
      var state: UInt64 = 7
      for place in IndexFile.headerSize..<bytes.count {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[place] = UInt8(truncatingIfNeeded: state >> 33)
      }
      try disk.remove(path)
      try disk.writeNew(path, bytes)
    }
    let book = try open(manifest, on: day)
    for type in types {
      let table = try #require(book.table(type.kind.name))
      _ = table.rows(Query(search: "siti"))
      for name in type.fields.map(\.name) + type.derived.map(\.name) {
        _ = table.rows(Query(sort: Query.Sort(name)))
        _ = table.rows(Query(conditions: [Query.Condition(name, .contains("a"))]))
        for row in 0..<table.rowCount { _ = table.value(name, at: row) }
      }
      for row in 0..<table.rowCount { _ = table.rows(ownedBy: row) }
    }
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
