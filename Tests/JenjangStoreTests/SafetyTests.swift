import Glibc
import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore
@testable import Proofs

@Suite struct SafetyTests {
  @Test func `everything is made for its owner only`() throws {
    let site = try Site()
    let store = try site.open()
    try store.commit(Transaction([site.newEmployee("Sari")]))
    try store.snapshot()
    let disk = try PosixDisk(site.path)
    var open = [""]
    var count = 0
    while let folder = open.popLast() {
      for name in try disk.list(folder) {
        let path = folder.isEmpty ? name : folder + "/" + name
        let facts = try #require(try disk.facts(path))
        #expect(facts.mode == (facts.kind == .folder ? 0o700 : 0o600), "\(path)")
        if facts.kind == .folder { open.append(path) }
        count += 1
      }
    }
    #expect(count > 12)
  }

  @Test(arguments: ["HEAD", "journal/00000001.ndjson", "journal", "store.json", "."])
  func `a file that others may read is refused`(_ name: String) throws {
    let site = try Site()
    chmod(site.path + "/" + name, name.contains(".n") || name == "HEAD" || name == "store.json" ? 0o644 : 0o755)
    #expect(throws: StoreError.self) { try site.open() }
  }

  @Test(arguments: ["HEAD", "lock", "journal/00000001.ndjson", "journal", "quarantine", "store.json"])
  func `a link in place of a file is refused`(_ name: String) throws {
    let site = try Site()
    rename(site.path + "/" + name, site.folder.path + "/elsewhere")
    symlink(site.folder.path + "/elsewhere", site.path + "/" + name)
    #expect(throws: StoreError.self) { try site.open() }
  }

  @Test func `a store behind a link is refused`() throws {
    let site = try Site()
    let other = site.folder.path + "/link"
    symlink(site.path, other)
    let error = #expect(throws: StoreError.self) { try Store(opening: other, options: site.world.options()) }
    guard case .refused(let text)? = error else { throw try #require(error) }
    #expect(text.english.contains("Name the folder itself: --data /"))
  }

  @Test func `a command to copy names a path as a shell reads it`() {
    #expect(ShellWord("/srv/data_1/ü.x").description == "/srv/data_1/ü.x")
    #expect(ShellWord("/srv/my data").description == "'/srv/my data'")
    #expect(ShellWord("/srv/it's $HOME").description == #"'/srv/it'\''s $HOME'"#)
  }

  @Test func `a journal file with a second name is refused`() throws {
    let site = try Site()
    link(site.path + "/journal/00000001.ndjson", site.folder.path + "/second")
    #expect(throws: StoreError.self) { try site.open() }
  }

  @Test func `a pipe in place of a file is refused and not waited for`() throws {
    let site = try Site()
    unlink(site.path + "/HEAD")
    mkfifo(site.path + "/HEAD", 0o600)
    #expect(throws: StoreError.self) { try site.open() }
  }

  @Test(arguments: ["HEAD", "anchors.ndjson", "store.json", "journal/00000001.ndjson", "journal/00000002.ndjson"])
  func `a pipe in place of a file is not waited for by a check of a store that cannot be opened`(_ name: String) throws
  {
    let site = try Site()
    try site.open().commit(Transaction([site.newEmployee("Sari")]))
    unlink(site.path + "/" + name)
    mkfifo(site.path + "/" + name, 0o600)
    #expect(throws: StoreError.refused(.notAFile(name))) { try Store.verify(at: site.path, deep: true) }
  }

  @Test func `where nothing may be made beside the place of a new store, it is said what to do`() throws {
    let site = try Site()
    let error = #expect(throws: StoreError.self) {
      try Store.create(
        at: "/sys/jenjang", description: site.world.description(.owner), environment: site.world.environment())
    }
    #expect(error?.text.english.contains("you may not write in /sys") == true, "\(error?.text.english ?? "")")
  }

  @Test func `network file systems are known by their line in the mount table`() {
    let mounts = """
      36 35 98:0 / /mnt rw,noatime shared:1 - ext4 /dev/sda rw
      41 35 0:44 / /srv/hr rw,relatime - nfs4 server:/hr rw
      """
    #expect(MountTable.fileSystem(of: "98:0", in: mounts) == "ext4")
    #expect(MountTable.fileSystem(of: "0:44", in: mounts) == "nfs4")
    #expect(MountTable.fileSystem(of: "9:9", in: mounts) == nil)
    #expect(Surroundings.refusal(ofFileSystem: "nfs4") != nil)
    #expect(Surroundings.refusal(ofFileSystem: "ext4") == nil)
  }

  @Test func `a newer program's store is only read`() throws {
    let site = try Site()
    let text = String(decoding: try site.bytes("store.json"), as: UTF8.self)
    let parts = text.split(separator: "\"schema\":1", maxSplits: 1)
    try site.put("store.json", Array((parts[0] + "\"schema\":2" + parts[1]).utf8))
    #expect(try site.open().readOnlyReason == .newer)
  }

  @Test func `who waits for the lock is told who holds it, and may give up`() throws {
    let site = try Site()
    let siti = try site.open("u:siti")
    let budi = try site.open("u:budi")
    try siti.commit(Transaction([site.newEmployee("Sari")]))
    let lock = try #require(siti.files.lock)
    #expect(try siti.disk.lock(lock, byte: LockByte.writer, isExclusive: true))
    var holders: Set<String> = []
    budi.whileWaiting = { holder, _ in
      holders.insert(holder)
      return false
    }
    #expect(throws: StoreError.self) { try budi.commit(Transaction([site.newEmployee("Budi")])) }
    #expect(holders == ["u:siti(1004)@srv1 pts/3"])
    siti.disk.unlock(lock, byte: LockByte.writer)
    #expect(try budi.commit(Transaction([site.newEmployee("Budi")])).sequence == 2)
  }
}

@Suite struct VerifyTests {
  @Test(arguments: [false, true]) func `a store that was used is clean`(_ deep: Bool) throws {
    let site = try Site()
    let store = try site.open()
    store.segmentSize = 2_000
    let sari = site.newEmployee("Sari")
    try store.commit(Transaction([sari, .create(kind: "spaceships", id: sari.id, object: ["warp": 9])]))
    for number in 0..<9 {
      try store.commit(Transaction([site.newEmployee("N\(number)")]))
      if number % 3 == 0 { try store.snapshot() }
    }
    try store.commit(Transaction([.rename(sari.id, "Sari", "Dewi")]))
    let report = try Store.verify(at: site.path, deep: deep)
    #expect(report.findings == [])
    #expect(report.head == store.head)
    #expect(report.lines > 11)
  }

  @Test func `a deep check finds operations that were changed with a new checksum, a quick one cannot`() throws {
    let site = try Site()
    let store = try site.open()
    try store.commit(Transaction([site.newEmployee("Sari")]))
    var bytes = try site.bytes(Layout.segment(1))
    let search = ByteSearch(Array("Sari".utf8))
    let place = try #require(bytes.withUnsafeBytes { search.first(in: $0) })
    bytes[place] = UInt8(ascii: "B")
    let start = try #require(bytes.dropLast().lastIndex(of: 10)) + 1
    var line = Array(bytes[start...].dropLast(25))
    let check = XXH64.hash(line)
    line.append(contentsOf: ",\"c\":\"\(Digits.hex(check))\"}\n".utf8)
    try site.put(Layout.segment(1), Array(bytes[..<start]) + line)
    #expect(try Store.verify(at: site.path, deep: false).isClean)
    #expect(try Store.verify(at: site.path, deep: true).findings.map(\.line) == [2])
  }

  @Test func `an erased operation still verifies`() throws {
    let line = Array(Vectors.commit.utf8.dropLast())
    let erased = try #require(line.withUnsafeBytes { Framing.parts($0).flatMap { Framing.storedDigest(of: $0) } })
    #expect(erased == "525b3df1a167cb6f79304dbd8381c6d345469b231467b656de9e8b6e82d10495")
    #expect(
      line.withUnsafeBytes { bytes in Framing.parts(bytes).flatMap { Framing.digest(of: $0, in: bytes) } } == erased)
    let start = try #require(line.withUnsafeBytes { ByteSearch(Array("\"ops\":[".utf8)).first(in: $0) }) + 7
    let operation = Array(line[start..<(line.count - 25)])
    var blank = Array("{\"x\":\"\(Digits.hex(SHA256.hash(operation)))\",\"pad\":\"".utf8)
    blank.append(contentsOf: repeatElement(UInt8(ascii: "x"), count: operation.count - blank.count - 2))
    blank.append(contentsOf: "\"}".utf8)
    var body = Array(line[..<start]) + blank + [UInt8(ascii: "]")]
    let check = XXH64.hash(body)
    body.append(contentsOf: ",\"c\":\"\(Digits.hex(check))\"}".utf8)
    #expect(body.count == line.count)
    #expect(
      body.withUnsafeBytes { bytes in Framing.parts(bytes).flatMap { Framing.digest(of: $0, in: bytes) } } == erased)
    #expect(body.withUnsafeBytes { Commit(line: $0, .catalog)?.operations } == [])
  }

  @Test func `a snapshot that is not what the journal leads to is found`() throws {
    let site = try Site()
    let store = try site.open()
    try store.commit(Transaction([site.newEmployee("Sari")]))
    try store.snapshot()
    let path = "snapshot/g00000001/employees.ndjson"
    var bytes = try site.bytes(path)
    bytes[bytes.count - 4] ^= 3
    try site.put(path, bytes)
    #expect(try Store.verify(at: site.path, deep: false).findings.map(\.file) == [path])
  }
}
