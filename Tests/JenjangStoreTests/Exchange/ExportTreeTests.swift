import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore
@testable import Proofs

/// The tree of files for a version control system.
@Suite struct ExportTreeTests {
  /// A store of some invented people, and a folder to export to.
  private struct Place {
    let store: Store
    let folder: TemporaryFolder
    let target: any Disk
    private let home: TemporaryFolder

    init(employees: Int = 14) throws {
      home = TemporaryFolder()
      folder = TemporaryFolder()
      let world = FixedWorld()
      try DemoStore.make(
        at: home.path + "/store", employees: employees, seed: 1, today: Day(number: 20_514),
        environment: world.environment()
      ) { _ in }
      store = try Store(opening: home.path + "/store", options: world.options())
      target = try PosixDisk(folder.path)
    }

    @discardableResult
    func export() throws -> TreeReport { try store.writeTree(to: folder.path) }

    func files(_ folder: String) throws -> [String: JSONValue] {
      var files: [String: JSONValue] = [:]
      for name in try target.list(folder) {
        let bytes = try target.contents("\(folder)/\(name)") ?? []
        let value = try JSONReader.value(bytes)
        #expect(bytes == JSONWriter.indented(value))
        files[name] = value
      }
      return files
    }

    func change(_ kind: String, _ row: Row, _ field: String, to new: JSONValue) throws {
      let table = try #require(store.book.table(kind))
      let change = Change(old: table.value(field, at: row), new: new)
      try store.commit(
        Transaction([
          .update(kind: kind, id: table.id(of: row), base: table.revision(of: row), changes: [field: change])
        ]))
    }
  }

  /// The identities of a kind's records anywhere in a value, where objects of that kind are named by their key.
  private static func identities(in value: JSONValue, of kind: String, isHere: Bool = false) -> [String] {
    switch value {
    case .array(let values): return values.flatMap { identities(in: $0, of: kind, isHere: isHere) }
    case .object(let object):
      let inner = object.members.flatMap { identities(in: $0.value, of: kind, isHere: $0.key == kind) }
      guard isHere, let id = (object["record"]?.object ?? object)["id"]?.text else { return inner }
      return [id] + inner
    default: return []
    }
  }

  @Test func `each record is there once`() throws {
    let place = try Place()
    try place.export()
    let units = try place.files("units")
    let others = try place.files("kinds")
    for type in Catalog.types {
      guard let table = place.store.book.table(type.kind.name) else { continue }
      let expected = (0..<table.rowCount).filter { table.isLive($0) }.map { table.id(of: $0).text }.sorted()
      var found = units.values.flatMap { Self.identities(in: $0, of: type.kind.name) }
      for (name, value) in others {
        found += Self.identities(in: value, of: type.kind.name, isHere: name == type.kind.name + ".json")
      }
      if type.kind.name == "units" { found = units.values.compactMap { $0.object?["record"]?.object?["id"]?.text } }
      #expect(found.sorted() == expected, "\(type.kind.name)")
    }
  }

  @Test func `a second export writes what has changed and nothing else`() throws {
    let place = try Place()
    let first = try place.export()
    #expect(first.written > 3)
    #expect(try place.export() == TreeReport(written: 0, removed: 0, names: first.names))
    try place.change("employees", 0, "phone", to: "0812-1")
    // The person's unit, and the head.
    #expect(try place.export().written == 2)
    let said = try JSONReader.value(try place.target.contents("STORE.json") ?? []).object
    #expect(said?["seq"] == .integer(Int64(place.store.head.sequence)))
    #expect(said?["head"]?.text == place.store.head.hash)
  }

  @Test func `a unit's file is named by its code, and by its identity where that is no name`() throws {
    let place = try Place()
    let table = try #require(place.store.book.table("units"))
    try place.export()
    let code = try #require(table.value("code", at: 0)?.text)
    #expect(try place.files("units")[code + ".json"] != nil)
    try place.change("units", 0, "code", to: "../1")
    let report = try place.export()
    #expect(report.removed == 1)
    let names = try place.target.list("units")
    #expect(!names.contains(code + ".json"))
    #expect(names.contains(table.id(of: 0).text + ".json"))
  }

  @Test func `nothing secret is in it`() throws {
    let place = try Place()
    let id = place.store.newID()
    var object = JSONObject()
    object["hash"] = "$argon2id$geheim"
    let table = try #require(place.store.book.table("passphrases"))
    #expect(table.type.fields.contains { $0.isSecret })
    for field in table.type.fields where field.isSecret { object[field.name] = "$argon2id$geheim" }
    place.store.book.apply(.create(kind: "passphrases", id: id, object: object))
    try place.export()
    #expect(try place.target.list("kinds").contains("passphrases.json"))
    for folder in ["units", "kinds"] {
      for name in try place.target.list(folder) {
        let text = String(decoding: try place.target.contents("\(folder)/\(name)") ?? [], as: UTF8.self)
        #expect(!text.contains("argon2id"), "\(name)")
      }
    }
  }

  @Test func `a folder with something else in it is refused`() throws {
    let place = try Place(employees: 3)
    try place.target.writeNew("catatan.txt", [65])
    #expect(throws: StoreError.self) { try place.export() }
    #expect(try place.target.list("") == ["catatan.txt"])
    let other = try Place(employees: 2)
    try other.export()
    #expect(throws: StoreError.self) { try place.store.writeTree(to: other.folder.path) }
  }

  @Test func `an indented value is read back as the same`() throws {
    let value: JSONValue = ["a": [1, [], ["b": "x\n", "c": [:]]], "d": .null]
    let text = """
      {
        "a": [
          1,
          [],
          {
            "b": "x\\n",
            "c": {}
          }
        ],
        "d": null
      }

      """
    #expect(String(decoding: JSONWriter.indented(value), as: UTF8.self) == text)
    #expect(try JSONReader.value(text) == value)
  }
}
