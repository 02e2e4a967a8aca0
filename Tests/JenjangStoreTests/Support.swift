import Glibc
import JSONText
import JenjangDomain
import Synchronization

@testable import JenjangStore

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

/// A clock that moves a second a look, and repeatable chance.
final class FixedWorld: Sendable {
  private let state: Mutex<(now: Int64, seed: UInt64)>

  init(seed: UInt64 = 42) { state = Mutex((1_772_413_200_000, seed)) }

  func environment(_ by: String = "u:siti") -> Environment {
    Environment(
      now: {
        self.state.withLock {
          $0.now += 1_000
          return $0.now
        }
      },
      random: {
        self.state.withLock {
          $0.seed &+= 0x9E37_79B9_7F4A_7C15
          var mixed = $0.seed
          mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
          mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
          return mixed ^ mixed >> 31
        }
      }, author: Author(by: by, session: by + "(1004)@srv1 pts/3"))
  }

  func options(_ by: String = "u:siti", readOnly: Bool = false) -> OpenOptions {
    OpenOptions(environment: environment(by), today: Day(number: 20_514), isReadOnly: readOnly)
  }

  func description() -> StoreDescription {
    StoreDescription(agency: "Kota Contoh", isDemo: true, store: environment().newID())
  }
}

/// A store in a temporary folder, and a world for it.
struct Site {
  let folder = TemporaryFolder()
  let world: FixedWorld
  var path: String { folder.path + "/store" }

  init(seed: UInt64 = 42) throws {
    world = FixedWorld(seed: seed)
    try Store.create(at: path, description: world.description(), environment: world.environment())
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
