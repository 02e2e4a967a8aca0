import Glibc
import JSONText
import JenjangDomain
import Proofs
import Testing

@testable import JenjangStore

@Suite struct `The files of one user` {
  /// A folder of its own for one test, removed afterwards.
  final class Home {
    let path: String

    init() {
      var template = Array("/tmp/jenjang-user-XXXXXX".utf8CString)
      let made = mkdtemp(&template).map { String(cString: $0) }
      path = made ?? ""
    }

    deinit { system("rm -rf '\(path)'") }

    var files: UserFiles { UserFiles { [path] in $0 == "HOME" ? path : nil } }
    func mode(_ name: String) -> UInt32 {
      var status = stat()
      return lstat(path + "/" + name, &status) == 0 ? status.st_mode & 0o777 : 0
    }
  }

  static let store = RecordID(high: 7, low: 7)

  @Test func `are kept as they were written, for the user alone`() throws {
    let home = Home()
    #expect(home.files.read(.settings) == nil)
    try home.files.write(["theme": "laut", "x-later": [1]], to: .settings)
    try home.files.write(["a": 1], to: .keymap)
    try home.files.write(["nip": "employeeNumber"], to: .importMapping(kind: "rank-histories"))
    #expect(home.files.read(.settings) == ["theme": "laut", "x-later": [1]])
    try home.files.merge(["theme": "baku", "language": "en"], into: .settings)
    #expect(home.files.read(.settings) == ["theme": "baku", "x-later": [1], "language": "en"])
    #expect(home.files.read(.importMapping(kind: "rank-histories")) == ["nip": "employeeNumber"])
    #expect(home.mode(".config/jenjang") == 0o700 && home.mode(".config/jenjang/settings.json") == 0o600)
    #expect(home.mode(".config/jenjang/.settings.json.\(getpid())") == 0)
  }

  @Test func `are looked for where the environment says`() throws {
    let home = Home()
    let files = UserFiles { $0 == "XDG_CONFIG_HOME" ? home.path + "/c" : $0 == "XDG_STATE_HOME" ? "relatif" : nil }
    #expect(files.configFolder == home.path + "/c/jenjang" && files.stateFolder == nil)
    try files.write([:], to: .settings)
    #expect(files.read(.settings) == [:] && files.drafts(store: Self.store).isEmpty)
    #expect(throws: StoreError.self) { try files.save(Draft(id: Self.store), store: Self.store) }
    #expect(throws: StoreError.self) { try UserFiles { _ in nil }.write([:], to: .settings) }
  }

  @Test func `are not read through a link, when too large or when damaged`() throws {
    let home = Home()
    try home.files.write(["a": 1], to: .settings)
    let folder = home.path + "/.config/jenjang/"
    #expect(symlink(folder + "settings.json", folder + "keymap.json") == 0)
    #expect(home.files.read(.keymap) == nil)
    try home.files.write(["b": 2], to: .keymap)
    #expect(home.files.read(.keymap) == ["b": 2] && home.files.read(.settings) == ["a": 1])
    try ReportFile.write(Array(#"{"a":1"#.utf8), to: folder + "settings.json", replacing: true)
    #expect(home.files.read(.settings) == nil)
    let large = Array(repeating: UInt8(ascii: " "), count: UserFiles.maximumSize) + Array("{}".utf8)
    try ReportFile.write(large, to: folder + "settings.json", replacing: true)
    #expect(home.files.read(.settings) == nil)
    #expect(throws: StoreError.self) {
      try home.files.write(["x": .string(String(repeating: "y", count: 1 << 20))], to: .settings)
    }
  }

  @Test func `hold drafts, the newest first, until they are removed`() throws {
    let home = Home()
    let old = Draft(
      id: RecordID(high: 1, low: 1), kind: "units", title: "Unit baru", texts: ["name": "A\n\"B\""], savedAt: 10)
    var new = Draft(
      id: RecordID(high: 1, low: 2), kind: "employees", record: RecordID(high: 3, low: 3), base: 4, title: "Siti",
      savedAt: 20)
    try home.files.save(old, store: Self.store)
    try home.files.save(new, store: Self.store)
    #expect(home.files.drafts(store: Self.store) == [new, old])
    new.texts["phone"] = "0811"
    try home.files.save(new, store: Self.store)
    #expect(home.files.drafts(store: Self.store) == [new, old])
    #expect(home.files.drafts(store: RecordID(high: 9, low: 9)).isEmpty)
    let folder = ".local/state/jenjang/\(Self.store.text)/drafts"
    #expect(home.mode(folder) == 0o700 && home.mode("\(folder)/\(old.id.text).json") == 0o600)
    try ReportFile.write(Array("{}".utf8), to: home.path + "/" + folder + "/lain.json", replacing: false)
    home.files.remove(draft: new.id, store: Self.store)
    home.files.remove(draft: new.id, store: Self.store)
    #expect(home.files.drafts(store: Self.store) == [old])
  }

  @Test func `show drafts of an earlier program in the fields that there are now, and lose nothing typed`() throws {
    let home = Home()
    var old = Draft(
      id: RecordID(high: 1, low: 1), kind: "letters", title: "Surat",
      texts: ["tel": "(08) 1-1", "title": "Undangan", "gone": "teks"], savedAt: 10)
    try home.files.save(old, store: Self.store)
    let raised = home.files.drafts(store: Self.store, Upcasts(Letters.programs[2]))
    #expect(raised.map(\.texts) == [["phone": "0811", "title": "Undangan", "gone": "teks"]])
    #expect(home.files.drafts(store: Self.store, Upcasts(Letters.programs[0])) == [old])
    // One that was typed into the present form, and one of a later program, stay as they are.
    for version in [3, 9] {
      old.version = version
      old.texts = ["phone": "(08) 1-1"]
      try home.files.save(old, store: Self.store)
      #expect(home.files.drafts(store: Self.store, Upcasts(Letters.programs[2])) == [old])
    }
  }

  private func contents(_ path: String) throws -> [UInt8] {
    try OutsideFile.regularContents(path, maximum: 1 << 20)
  }

  @Test func `reports replace plain files only, and say before what would keep them from it`() throws {
    let home = Home()
    let path = home.path + "/rekap.txt"
    try ReportFile.write([1, 2], to: path, replacing: false)
    try ReportFile.write([3], to: path, replacing: true)
    #expect(try contents(path) == [3])
    let link = home.path + "/taut.txt"
    try #require(symlink(path, link) == 0)
    #expect(throws: StoreError.self) { try ReportFile.write([4], to: link, replacing: true) }
    #expect(throws: StoreError.self) { try ReportFile.write([4], to: link, replacing: false) }
    #expect(try contents(path) == [3])
    #expect(ReportFile.hindrance(at: path) == nil && ReportFile.hindrance(at: home.path + "/baru.txt") == nil)
    #expect(ReportFile.hindrance(at: path + "/x") == .system(action: "create", path: path, code: ENOENT))
    #expect(ReportFile.hindrance(at: home.path) == .system(action: "create", path: home.path, code: EISDIR))
  }

  @Test func `a file outside is there whole or not at all`() throws {
    let home = Home()
    let path = home.path + "/daftar.csv"
    let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0) }
    try ReportFile.write(bytes, to: path, replacing: false)
    #expect(try contents(path) == bytes && home.mode("daftar.csv") == 0o600)
    #expect(throws: StoreError.system(action: "create", path: path, code: EEXIST)) {
      try ReportFile.write([], to: path, replacing: false)
    }
    try ReportFile.write([1], to: path, replacing: true)
    #expect(try contents(path) == [1])
    for replacing in [true, false] {
      let one = replacing ? path : path + "x"
      _ = try NewFile(one, replacing: replacing).write([2])
      #expect(ReportFile.names(in: home.path, prefix: "daftar") == ["daftar.csv"])
    }
    #expect(try contents(path) == [1])
  }
}
