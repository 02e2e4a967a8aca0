import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore
@testable import Proofs

@Suite struct SnapshotTests {
  @Test func `opening begins at the snapshot and needs nothing of the journal before it`() throws {
    let site = try Site()
    let store = try site.open()
    let sari = site.newEmployee("Sari")
    try store.commit(Transaction([sari, site.newEmployee("Budi")]))
    try store.commit(Transaction([.rename(sari.id, "Sari", "Dewi")]))
    try store.snapshot()
    try store.commit(Transaction([site.newEmployee("Ani")]))
    let path = Layout.segment(1)
    var bytes = try site.bytes(path)
    bytes[500] ^= 1
    try site.put(path, bytes)
    let again = try site.open()
    #expect(again.names == ["Ani", "Budi", "Dewi"])
    #expect(again.head == store.head)
    #expect(again.readOnlyReason == nil)
    #expect(again.stored("employees", sari.id)?.revision == 2)
  }

  @Test func `a record is one line of canonical JSON with its identity and revision`() throws {
    let site = try Site()
    let store = try site.open()
    let id = site.world.environment().newID()
    try store.commit(
      Transaction([.create(kind: "employees", id: id, object: ["name": "Sari", "zeal": 1, "birthDate": "1990-01-02"])]))
    try store.snapshot()
    let text = String(decoding: try site.bytes("snapshot/g00000001/employees.ndjson"), as: UTF8.self)
    #expect(text == #"{"birthDate":"1990-01-02","id":"\#(id.text)","name":"Sari","rev":1,"zeal":1}"# + "\n")
  }

  @Test(
    arguments: [
      [:], ["a": 1], ["z": 1], ["if": 1], ["k": 1], ["a": 1, "k": 2, "z": 3],
    ] as [JSONObject])
  func `identity and revision stand in the order of the keys`(_ object: JSONObject) throws {
    let id = RecordID(high: 1, low: 2)
    var line: [UInt8] = []
    RecordLine.append(object, id: id, revision: 7, to: &line)
    var whole = object
    whole["id"] = .string(id.text)
    whole["rev"] = 7
    #expect(String(decoding: line, as: UTF8.self) == JSONWriter.text(.object(whole)) + "\n")
    let read = try #require(Array(line.dropLast()).withUnsafeBytes { RecordLine.read($0) })
    #expect(read.id == id)
    #expect(read.revision == 7)
    #expect(read.object == object)
  }

  @Test func `files of kinds that did not change are shared with the snapshot before, and two are kept`() throws {
    let site = try Site()
    let store = try site.open()
    try store.commit(Transaction([.create(kind: "units", id: RecordID(high: 1, low: 1), object: ["name": "Dinas"])]))
    for number in 1...4 {
      try store.commit(Transaction([site.newEmployee("N\(number)")]))
      try store.snapshot()
    }
    let disk = try PosixDisk(site.path)
    #expect(try disk.list("snapshot") == ["g00000003", "g00000004"])
    #expect(try disk.facts("snapshot/g00000004/units.ndjson")?.links == 2)
    #expect(try disk.facts("snapshot/g00000004/employees.ndjson")?.links == 1)
    #expect(try site.open().names == ["N1", "N2", "N3", "N4"])
  }

  @Test func `a damaged snapshot is set aside and the one before is used`() throws {
    let site = try Site()
    let store = try site.open()
    for name in ["Ani", "Budi"] {
      try store.commit(Transaction([site.newEmployee(name)]))
      try store.snapshot()
    }
    let path = "snapshot/g00000002/employees.ndjson"
    var bytes = try site.bytes(path)
    bytes[40] ^= 2
    try site.put(path, bytes)
    let again = try site.open()
    #expect(again.names == ["Ani", "Budi"])
    #expect(again.notices.count == 1)
    #expect(try PosixDisk(site.path).list("snapshot") == ["g00000001"])
    #expect(try site.open().notices.isEmpty)
  }

  @Test func `records of unknown kinds outlive a snapshot`() throws {
    let site = try Site()
    let store = try site.open()
    let id = RecordID(high: 3, low: 4)
    try store.commit(Transaction([.create(kind: "spaceships", id: id, object: ["warp": 9])]))
    try store.snapshot()
    try store.commit(Transaction([site.newEmployee("Sari")]))
    try store.snapshot()
    #expect(try site.open().stored("spaceships", id)?.object == ["warp": 9])
  }

  @Test func `a journal of several segments is followed, read backwards and searched`() throws {
    let site = try Site()
    let store = try site.open()
    let sari = site.newEmployee("Sari")
    try store.commit(Transaction([sari]))
    let ballast = JSONValue.string(String(repeating: "x", count: 900_000))
    for _ in 0..<20 {
      let id = site.world.environment().newID()
      try store.commit(Transaction([.create(kind: "ballast", id: id, object: ["text": ballast])]))
    }
    try store.commit(Transaction([.rename(sari.id, "Sari", "Dewi")]))
    #expect(store.position.segment > 1)
    let again = try site.open()
    #expect(again.head == store.head)
    #expect(again.readOnlyReason == nil)
    #expect(try again.commits(limit: 99).map(\.sequence) == (1...22).reversed())
    #expect(try again.history(of: sari.id, limit: 9).map(\.sequence) == [22, 1])
  }
}

@Suite struct StoreBuilderTests {
  private func build(_ folder: TemporaryFolder, ids: [UInt64]) throws -> (path: String, world: FixedWorld) {
    let world = FixedWorld()
    let path = folder.path + "/demo"
    let builder = try StoreBuilder(at: path, description: world.description(), environment: world.environment())
    for id in ids {
      try builder.append(
        [
          .create(kind: "employees", id: RecordID(high: id, low: 0), object: ["name": .string("N\(id)")]),
          .create(
            kind: "rank-histories", id: RecordID(high: id, low: 1),
            object: ["employee": .string(RecordID(high: id, low: 0).text)]),
        ], why: "demo")
    }
    try builder.finish()
    return (path, world)
  }

  @Test(arguments: [[1, 2, 3], [3, 1, 2], []] as [[UInt64]])
  func `a built store opens like one that was saved commit by commit`(_ ids: [UInt64]) throws {
    let folder = TemporaryFolder()
    let (path, world) = try build(folder, ids: ids)
    let store = try Store(opening: path, options: world.options())
    #expect(store.names == ids.sorted().map { "N\($0)" })
    #expect(store.head.sequence == ids.count)
    #expect(store.notices.isEmpty)
    #expect(try PosixDisk(folder.path).list("") == ["demo"])
    try store.commit(Transaction([.create(kind: "employees", id: RecordID(high: 9, low: 9), object: ["name": "Z"])]))
    #expect(try store.history(of: RecordID(high: 1, low: 0), limit: 9).count == (ids.isEmpty ? 0 : 1))
    let disk = try PosixDisk(path)
    for generation in try disk.list("snapshot") { try disk.removeTree("snapshot/" + generation) }
    let replayed = try Store(opening: path, options: world.options())
    #expect(replayed.names == store.names)
    #expect(replayed.head == store.head)
  }

  @Test func `a built store has its column index already`() throws {
    let folder = TemporaryFolder()
    let (path, world) = try build(folder, ids: [1, 2, 3])
    let disk = try PosixDisk(path)
    let manifest = try #require(try disk.contents("snapshot/g00000001/MANIFEST.json").flatMap { Manifest($0) })
    let index = IndexBuilder(folder: "snapshot/g00000001", manifest: manifest, disk: disk, types: Catalog.types)
    let lines = try #require(try index.mapSnapshot())
    let book = Book(types: Catalog.types, day: world.options().today)
    #expect(index.install(lines, into: book))
    #expect(book.table("employees")?.count == 3)
  }

  @Test func `a builder that is given up leaves nothing behind`() throws {
    let folder = TemporaryFolder()
    let world = FixedWorld()
    do {
      let builder = try StoreBuilder(
        at: folder.path + "/demo", description: world.description(), environment: world.environment())
      try builder.append([.create(kind: "units", id: RecordID(high: 1, low: 1), object: [:])])
    }
    #expect(try PosixDisk(folder.path).list("") == [])
  }
}
