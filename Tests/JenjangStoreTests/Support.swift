import Glibc
import JSONText
import JenjangDomain

@testable import JenjangStore
@testable import Proofs

/// A folder that is removed with what is in it.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/jenjang-test-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
  }

  deinit {
    guard let disk = try? PosixDisk(path) else { return }
    for name in (try? disk.list("")) ?? [] {
      let isFolder = (try? disk.facts(name))??.kind == .folder
      _ = isFolder ? try? disk.removeTree(name) : try? disk.remove(name)
    }
    rmdir(path)
  }
}

/// A store in a temporary folder, and a world for it.
struct Site {
  let folder = TemporaryFolder()
  let world: FixedWorld
  var path: String { folder.path + "/store" }

  init(seed: UInt64 = 42, sharing: Sharing = .owner) throws {
    world = FixedWorld(seed: seed)
    try Store.create(at: path, description: world.description(sharing), environment: world.environment())
  }

  func open(_ by: String = "u:siti", readOnly: Bool = false) throws -> Store {
    try Store(opening: path, options: world.options(by, readOnly: readOnly))
  }

  func newEmployee(_ name: String) -> Operation {
    .create(kind: "employees", id: world.environment().newID(), object: JSONObject(["name": .string(name)]))
  }

  func bytes(_ name: String) throws -> [UInt8] { try PosixDisk(path).contents(name) ?? [] }

  /// Replaces the bytes of a file of the store.
  func put(_ name: String, _ bytes: [UInt8]) throws {
    let disk = try PosixDisk(path)
    let file = try disk.open(name, .overwrite)
    defer { disk.close(file) }
    try disk.truncate(file, to: 0)
    try disk.write(bytes, to: file, at: 0)
  }
}

extension JSONObject {
  init(_ members: [String: JSONValue]) {
    self.init()
    for (key, value) in members { self[key] = value }
  }
}

extension Operation {
  static func rename(_ id: RecordID, _ old: String, _ new: String, base: Int = 0) -> Operation {
    .update(kind: "employees", id: id, base: base, changes: ["name": Change(old: .string(old), new: .string(new))])
  }
}

extension Store {
  /// The names of all employees, sorted.
  var names: [String] {
    guard let table = book.table("employees") else { return [] }
    return (0..<table.rowCount).compactMap { table.object(at: $0)?["name"]?.text }.sorted()
  }
}
