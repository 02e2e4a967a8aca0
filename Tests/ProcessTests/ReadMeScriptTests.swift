import Glibc
import JSONText
import JenjangDomain
import Processes
import Testing

@testable import JenjangStore

/// Follows nothing but the text that lies in every store.
@Suite struct ReadMeScriptTests {
  private static let tools = ["awk", "bash", "jq", "sed", "sha256sum"]

  /// The first tool that is not installed; nil when all are.
  private static let missing = tools.first { tool in
    Spawn.output("/bin/sh", ["-c", "command -v \(tool)"], environment: surroundings)?.status != 0
  }

  private static let surroundings = ["PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8"]

  /// A store in a folder that is removed.
  private final class Place {
    let path: String
    let store: Store

    init() throws {
      var template = Array("/tmp/jenjang-readme-XXXXXX".utf8CString)
      path = (mkdtemp(&template).map { String(cString: $0) } ?? "/tmp") + "/store"
      let environment = Environment.live()
      let description = StoreDescription(agency: "Kota Contoh", isDemo: true, store: environment.newID())
      try Store.create(at: path, description: description, environment: environment)
      store = try Store(opening: path, options: OpenOptions(environment: environment, today: Day(number: 20_514)))
      store.segmentSize = 2_500
    }

    deinit { _ = Spawn.output("/bin/rm", ["-rf", path + "/.."], environment: ReadMeScriptTests.surroundings) }

    func add(_ name: String) throws -> RecordID {
      let id = store.newID()
      var object = JSONObject()
      object["name"] = .string(name)
      try store.commit(Transaction([.create(kind: "employees", id: id, object: object)], why: "SK 1/2026"))
      return id
    }

    /// The exit code of the script that the store's own text holds.
    func script() throws -> Int32 {
      let text = String(decoding: try PosixDisk(path).contents("README.txt") ?? [], as: UTF8.self)
      let start = try #require(text.firstRange(of: "# --- periksa.sh\n")).upperBound
      let command = "cd '\(path)' && exec bash -c '\(text[start...].replacing("'", with: "'\\''"))'"
      return Spawn.output("/bin/bash", ["-c", command], environment: ReadMeScriptTests.surroundings)?.status ?? -1
    }

    func isClean() throws -> Bool { try store.verify(deep: true).isClean }

    func change(_ file: String, at place: Int) throws {
      let disk = try PosixDisk(path)
      let handle = try disk.open(file, .overwrite)
      defer { disk.close(handle) }
      let byte = try disk.read(handle, at: place, count: 1)
      try disk.write([byte[0] ^ 1], to: handle, at: place)
    }
  }

  @Test(.enabled(if: missing == nil, "A tool of README.txt is not installed: awk, bash, jq, sed or sha256sum"))
  func `the script of the store's own text agrees with verify`() throws {
    let place = try Place()
    let person = try place.add("Ni Luh Putu \"Ayu\" \\ Sã — 名前\tÉ / \u{1}")
    for name in ["Budi", "Citra", "Dewi"] { _ = try place.add(name) }
    try place.store.snapshot()
    _ = try place.add("Eka")
    #expect(try place.isClean())
    #expect(try place.script() == 0)
    _ = try place.store.erase("employees", person, order: ErasureOrder(number: "SE 1", basis: "UU 27/2022"))
    #expect(try place.isClean())
    #expect(try place.script() == 0)
    let disk = try PosixDisk(place.path)
    let snapshot = "snapshot/\(try disk.list("snapshot").last ?? "")/employees.ndjson"
    for (file, at) in [("journal/00000001.ndjson", 700), ("journal/00000001.ndjson", 1_300), (snapshot, 20)] {
      try place.change(file, at: at)
      #expect(try place.script() != 0, "\(file) \(at)")
      #expect(try !place.isClean(), "\(file) \(at)")
      try place.change(file, at: at)
    }
    #expect(try place.script() == 0)
    let last = try #require(try disk.list("journal").last)
    let file = try disk.open("journal/" + last, .append)
    try disk.truncate(file, to: try disk.facts(of: file).size - 1)
    disk.close(file)
    #expect(try place.script() != 0)
    #expect(try !place.isClean())
  }
}
