import JSONText
import JenjangDomain

@testable import JenjangStore
@testable import Proofs

/// One kind of record as three programs after each other knew it.
enum Letters {
  /// The steps between them: a field gets another name, then its numbers lose what is no digit.
  static let steps: [Upcast] = [
    .renaming("tel", to: "phone"),
    .converting("phone") { value in value.text.map { .string($0.filter(\.isNumber)) } },
  ]

  static let programs: [[RecordType]] = [
    [RecordType(FirstLetter.self)], [RecordType(SecondLetter.self)], [RecordType(ThirdLetter.self)],
  ]

  static let kind = Kind("letters", Text("Surat", en: "Letter"), plural: Text("Surat", en: "Letters"), label: "title")
}

struct FirstLetter: Record {
  static let kind = Letters.kind
  static let fields: [Field<FirstLetter>] = [
    Field("title", Text("Perihal", en: "Subject"), \.title), Field("tel", Text("Telp", en: "Tel"), \.tel),
  ]
  let id: ID<FirstLetter>
  var title: String?
  var tel: String?
  init(id: ID<FirstLetter>) { self.id = id }
}

struct SecondLetter: Record {
  static let kind = Letters.kind
  static let upcasts = Array(Letters.steps[..<1])
  static let fields: [Field<SecondLetter>] = [
    Field("title", Text("Perihal", en: "Subject"), \.title), Field("phone", Text("Telepon", en: "Phone"), \.phone),
  ]
  let id: ID<SecondLetter>
  var title: String?
  var phone: String?
  init(id: ID<SecondLetter>) { self.id = id }
}

struct ThirdLetter: Record {
  static let kind = Letters.kind
  static let upcasts = Letters.steps
  static let fields: [Field<ThirdLetter>] = [
    Field("title", Text("Perihal", en: "Subject"), \.title), Field("phone", Text("Telepon", en: "Phone"), \.phone),
  ]
  let id: ID<ThirdLetter>
  var title: String?
  var phone: String?
  init(id: ID<ThirdLetter>) { self.id = id }
}

/// A store that one of these programs after the other has worked in.
struct LetterDesk {
  let folder = TemporaryFolder()
  let world: FixedWorld
  var path: String { folder.path + "/store" }
  static let first = RecordID(high: 1, low: 1)
  static let second = RecordID(high: 1, low: 2)

  /// With the store as a program left it, kept among the golden files.
  init(golden version: Int) throws {
    world = FixedWorld(seed: 7)
    let golden = LetterDesk.golden(version)
    let source = try PosixDisk(golden)
    try PosixDisk(folder.path).makeFolder("store")
    let target = try PosixDisk(path)
    for name in Layout.folders { try target.makeFolders(name) }
    for name in try source.files(below: "") {
      try target.makeFolders(name.split(separator: "/").dropLast().joined(separator: "/"))
      try target.writeNew(name, try source.contents(name) ?? [])
    }
  }

  /// With a store that the first program has just made.
  init() throws {
    world = FixedWorld(seed: 7)
    var description = world.description()
    description.schema = 1
    try Store.create(at: path, description: description, environment: world.environment())
  }

  static func golden(_ version: Int) -> String {
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      + "/Golden/letters-\(version)"
  }

  func options(_ version: Int, _ by: String = "u:siti") -> OpenOptions {
    var options = world.options(by)
    options.types = Letters.programs[version - 1]
    return options
  }

  func open(_ version: Int, _ by: String = "u:siti") throws -> Store {
    try Store(opening: path, options: options(version, by))
  }

  /// What the first program did: two letters, a change, a snapshot, a field that it does not know, another change.
  func writeFirst() throws {
    let store = try open(1)
    let steps: [(JenjangDomain.Operation, String)] = [
      (
        .create(kind: "letters", id: Self.first, object: ["title": "Undangan", "tel": "0812-3456", "later": [1, 2]]),
        "1"
      ),
      (.create(kind: "letters", id: Self.second, object: ["title": "Tugas", "tel": "(021) 99"]), "2"),
      (change("tel", "0812-3456", "0812-777"), "3"),
    ]
    for (operation, why) in steps { try store.commit(Transaction([operation], why: why)) }
    try store.snapshot()
    try store.commit(Transaction([change("tel", "0812-777", "0812-888")], why: "4"))
  }

  /// What the second one did after it.
  func writeSecond() throws {
    let store = try open(2)
    try store.commit(Transaction([change("phone", "0812-888", "0812-999")], why: "5"))
    try store.snapshot()
    try store.commit(Transaction([change("title", "Undangan", "Undangan rapat")], why: "6"))
  }

  func change(_ field: String, _ old: String, _ new: String) -> JenjangDomain.Operation {
    .update(
      kind: "letters", id: Self.first, base: 0, changes: [field: Change(old: .string(old), new: .string(new))])
  }

  /// Keeps the store as a golden one.
  func keep(as version: Int) throws {
    let golden = LetterDesk.golden(version)
    try OutsideFile.makeFolders(above: golden + "/.")
    let source = try PosixDisk(path)
    for name in try source.files(below: "")
    where !name.hasPrefix(Layout.indexes) && name != Layout.holder && name != Layout.readMe {
      try OutsideFile.makeFolders(above: golden + "/" + name)
      try ReportFile.write(try source.contents(name) ?? [], to: golden + "/" + name, replacing: true)
    }
  }
}

extension Store {
  func letter(_ id: RecordID) -> JSONObject? { stored("letters", id)?.object }
}
