import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore
@testable import Proofs

@Suite struct DamageTests {
  /// A store with four people, each in a commit of her own.
  private func site(seed: UInt64 = 42) throws -> Site {
    let site = try Site(seed: seed)
    let store = try site.open()
    for name in ["Ani", "Budi", "Cici", "Dedi"] { try store.commit(Transaction([site.newEmployee(name)])) }
    return site
  }

  @Test func `a torn tail behind the head is set aside, said, and saving goes on`() throws {
    let site = try site()
    let path = Layout.segment(1)
    let whole = try site.bytes(path)
    try site.put(path, whole + Array(#"{"k":"c","seq":5,"ts":"2026-"#.utf8))
    let store = try site.open()
    #expect(store.names.count == 4)
    #expect(store.readOnlyReason == nil)
    #expect(store.notices.count == 1)
    #expect(try site.bytes(path) == whole)
    #expect(try PosixDisk(site.path).list("quarantine").count == 2)
    #expect(try store.commit(Transaction([site.newEmployee("Eka")])).sequence == 5)
    #expect(try site.open().notices.isEmpty)
  }

  @Test func `whole lines behind an old head are adopted`() throws {
    let site = try site()
    let old = try site.bytes("HEAD")
    let store = try site.open()
    try store.commit(Transaction([site.newEmployee("Eka")]))
    try site.put("HEAD", old)
    let again = try site.open()
    #expect(again.names.count == 5)
    #expect(again.notices.isEmpty)
    #expect(Head(try site.bytes("HEAD"))?.sequence == 5)
  }

  @Test(arguments: [[], Array("nonsense".utf8)] as [[UInt8]])
  func `a head that is lost is made again`(_ rest: [UInt8]) throws {
    let site = try site()
    try site.put("HEAD", rest)
    let store = try site.open()
    #expect(store.names.count == 4)
    #expect(store.readOnlyReason == nil)
    #expect(Head(try site.bytes("HEAD"))?.sequence == 4)
  }

  @Test func `a journal that ends before the head is only read, and says how much is missing`() throws {
    let site = try site()
    let path = Layout.segment(1)
    let bytes = try site.bytes(path)
    let end = try #require(bytes.dropLast().lastIndex(of: 10))
    try site.put(path, Array(bytes[...end]))
    let store = try site.open()
    #expect(store.names == ["Ani", "Budi", "Cici"])
    #expect(store.readOnlyReason?.indonesian == "1 perubahan yang sudah dikonfirmasi tidak ada lagi. Mode baca saja.")
    #expect(throws: StoreError.self) { try store.commit(Transaction([site.newEmployee("Eka")])) }
  }

  @Test func `a damaged line says its place and how many changes follow`() throws {
    let site = try site()
    let path = Layout.segment(1)
    var bytes = try site.bytes(path)
    let feeds = bytes.indices.filter { bytes[$0] == 10 }
    bytes[feeds[1] + 200] ^= 4
    try site.put(path, bytes)
    let store = try site.open()
    #expect(store.names == ["Ani"])
    #expect(store.readOnlyReason?.english.contains("line 3 (seq 2). 2 later changes") == true)
    #expect(try store.verify(deep: false).findings.first?.line == 3)
  }

  @Test func `no byte of the journal can change unnoticed`() throws {
    let site = try site()
    let head = try site.bytes("HEAD")
    let whole = try site.bytes(Layout.segment(1))
    let names = ["Ani", "Budi", "Cici", "Dedi"]
    for index in whole.indices {
      for mask: UInt8 in index % 64 == 0 ? [1, 128, 255] : index % 3 == 0 ? [1] : [] {
        var bytes = whole
        bytes[index] ^= mask
        let disk = try SimDisk.holding(bytes, head: head, of: site)
        let store = try Store(disk: disk, path: "sim", options: site.world.options())
        #expect(store.names == Array(names.prefix(store.head.sequence)))
        #expect(store.readOnlyReason != nil)
      }
    }
  }

  @Test func `a journal cut at any length is never taken for a shorter history`() throws {
    let site = try site()
    let head = try site.bytes("HEAD")
    let whole = try site.bytes(Layout.segment(1))
    for count in stride(from: 0, to: whole.count, by: 11) {
      let disk = try SimDisk.holding(Array(whole.prefix(count)), head: head, of: site)
      let store = try Store(disk: disk, path: "sim", options: site.world.options())
      #expect(store.readOnlyReason != nil)
      #expect(store.names.count == store.head.sequence)
    }
  }

  @Test func `lines deleted, doubled or swapped are noticed`() throws {
    let site = try site()
    let head = try site.bytes("HEAD")
    let lines = try site.bytes(Layout.segment(1)).split(separator: 10).map { Array($0) + [10] }
    var edits: [[[UInt8]]] = []
    for index in lines.indices {
      edits.append(Array(lines[..<index] + lines[(index + 1)...]))
      edits.append(Array(lines[...index] + lines[index...]))
      if index > 0 {
        var swapped = lines
        swapped.swapAt(index, index - 1)
        edits.append(swapped)
      }
    }
    for edit in edits {
      let disk = try SimDisk.holding(edit.flatMap { $0 }, head: head, of: site)
      let store = try Store(disk: disk, path: "sim", options: site.world.options())
      // The last line written twice lies behind the head and counts as a foreign tail.
      #expect(store.readOnlyReason != nil)
    }
  }

  @Test func `two different histories are not mixed`() throws {
    let first = try site()
    let second = try site(seed: 7)
    try first.put(Layout.segment(1), try second.bytes(Layout.segment(1)))
    #expect(try first.open().readOnlyReason != nil)
  }
}

extension SimDisk {
  /// A simulated disk with the files of a real store and another first segment.
  static func holding(_ segment: [UInt8], head: [UInt8], of site: Site) throws -> SimDisk {
    let disk = SimDisk()
    for folder in Layout.folders { try disk.makeFolder(folder) }
    try disk.writeNew(Layout.segment(1), segment)
    try disk.writeNew(Layout.head, head)
    try disk.writeNew(Layout.description, try site.bytes(Layout.description))
    return disk
  }
}
