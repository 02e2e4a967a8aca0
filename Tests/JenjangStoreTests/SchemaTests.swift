import Glibc
import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore
@testable import Proofs

/// Stores of earlier programs: read through the steps of each record type, never written anew.
@Suite struct SchemaTests {
  private static let last = Letters.programs.count
  /// The versions of which a store is kept.
  private static let kept = Array(1..<last)

  private func journal(_ path: String) throws -> [[UInt8]] {
    let disk = try PosixDisk(path)
    return try disk.segmentNumbers().map { try disk.contents(Layout.segment($0)) ?? [] }
  }

  @Test(.enabled(if: getenv("JENJANG_RECORD") != nil)) func `the golden stores are written by the earlier programs`()
    throws
  {
    let desk = try LetterDesk()
    try desk.writeFirst()
    try desk.keep(as: 1)
    try desk.writeSecond()
    try desk.keep(as: 2)
  }

  @Test(arguments: kept) func `the present program reads what an earlier one left`(_ version: Int) throws {
    let desk = try LetterDesk(golden: version)
    let before = try journal(desk.path)
    let store = try desk.open(Self.last)
    #expect(store.readOnlyReason == nil)
    #expect(store.notices == [])
    let phone = version == 1 ? "0812888" : "0812999"
    let title = version == 1 ? "Undangan" : "Undangan rapat"
    #expect(store.letter(LetterDesk.first) == ["title": .string(title), "phone": .string(phone), "later": [1, 2]])
    #expect(store.letter(LetterDesk.second) == ["title": "Tugas", "phone": "02199"])
    #expect(try journal(desk.path) == before)
    #expect(try Store.describe(PosixDisk(desk.path), path: desk.path).description.schema == version)
  }

  @Test(arguments: kept) func `its history is told, taken back and proved in the present form`(_ version: Int) throws {
    let desk = try LetterDesk(golden: version)
    let store = try desk.open(Self.last)
    let third = try #require(try store.commits(before: 4, limit: 1).first)
    #expect(
      third.operations == [
        .update(
          kind: "letters", id: LetterDesk.first, base: 1,
          changes: ["phone": Change(old: "08123456", new: "0812777")])
      ])
    #expect(
      try store.history(of: LetterDesk.first, limit: 9).map(\.sequence)
        == (version == 1 ? [4, 3, 1] : [6, 5, 4, 3, 1]))
    #expect(try store.object(of: LetterDesk.first, kind: "letters", after: 1)?["phone"] == "08123456")
    #expect(try store.verify(deep: true).findings == [])
    let newest = try #require(try store.commits(limit: 9).first { $0.why == String(version + 3) })
    try store.commit(newest.inverse)
    #expect(store.letter(LetterDesk.first)?["phone"] == (version == 1 ? "0812777" : "0812888"))
  }

  @Test(arguments: kept) func `saving raises the schema, and snapshots take the present form`(_ version: Int) throws {
    let desk = try LetterDesk(golden: version)
    let before = try journal(desk.path)
    let store = try desk.open(Self.last)
    #expect(store.needsSnapshot)
    try store.commit(Transaction([desk.change("phone", version == 1 ? "0812888" : "0812999", "1")], why: "7"))
    #expect(try Store.describe(PosixDisk(desk.path), path: desk.path).description.schema == Self.last)
    #expect(try journal(desk.path)[0].starts(with: before[0]))
    try store.snapshot()
    #expect(!store.needsSnapshot)
    let manifest = try #require(store.generation?.manifest)
    #expect(manifest.files.map(\.version) == [Self.last])
    #expect(manifest.schema == Self.last)
    let again = try desk.open(Self.last)
    #expect(again.letter(LetterDesk.first)?["phone"] == "1")
    #expect(again.letter(LetterDesk.first)?["later"] == [1, 2])
    #expect(again.stateDigest == store.stateDigest)
    #expect(try again.verify(deep: true).findings == [])
  }

  @Test func `a snapshot in an earlier form is written anew though nothing was saved`() throws {
    let desk = try LetterDesk()
    let first = try desk.open(1)
    try first.commit(Transaction([.create(kind: "letters", id: LetterDesk.first, object: ["tel": "1-2"])]))
    try first.snapshot()
    let store = try desk.open(2)
    try store.snapshot()
    #expect(store.generation?.manifest.files.map(\.version) == [2])
    #expect(try desk.open(2).letter(LetterDesk.first) == ["phone": "1-2"])
  }

  @Test func `an earlier program only reads a later one's store, and says so`() throws {
    let desk = try LetterDesk(golden: 1)
    let running = try desk.open(1, "u:budi")
    try running.commit(Transaction([desk.change("tel", "0812-888", "0812-889")]))
    let later = try desk.open(3)
    try later.commit(Transaction([desk.change("phone", "0812889", "3")]))
    _ = try running.catchUp()
    #expect(running.readOnlyReason == .newer)
    #expect(throws: StoreError.readOnly(.newer)) {
      try running.commit(Transaction([desk.change("tel", "0812-889", "4")]))
    }
    let text = String(decoding: try PosixDisk(desk.path).contents("store.json") ?? [], as: UTF8.self)
    #expect(text.contains("\"schema\":3"))
    let reading = try desk.open(2)
    // The steps of all kinds count together; these programs know none but letters.
    #expect(reading.readOnlyReason == .newer)
    #expect(Text.newer.english.contains("Install the newest version"))
  }

  @Test func `a layout that is not known is refused`() throws {
    let site = try Site()
    let text = String(decoding: try site.bytes("store.json"), as: UTF8.self)
    try site.put("store.json", Array(text.replacing("\"format\":1", with: "\"format\":2").utf8))
    #expect(throws: StoreError.refused(.newerFiles(site.path))) { try site.open() }
  }

  @Test func `what is asked for in a request is read in the present form`() throws {
    let upcasts = Upcasts(Letters.programs[2])
    #expect(upcasts.schema == 3)
    #expect(upcasts.version(of: "letters") == 3)
    #expect(upcasts.version(of: "others") == 1)
    let whole: JSONObject = ["tel": "1-2", "x": true]
    #expect(upcasts.object(whole, of: "letters", from: 1) == ["phone": "12", "x": true])
    #expect(upcasts.object(["phone": "1-2"], of: "letters", from: 2) == ["phone": "12"])
    #expect(upcasts.object(["phone": "1-2"], of: "letters", from: 3) == ["phone": "1-2"])
    #expect(upcasts.object(whole, of: "letters", from: 9) == whole)
    let vanishing: JenjangDomain.Operation = .update(
      kind: "letters", id: LetterDesk.first, base: 4, changes: ["tel": Change(old: "1-2", new: "12")])
    #expect(
      upcasts.operation(vanishing, from: 1) == .update(kind: "letters", id: LetterDesk.first, base: 4, changes: [:]))
  }

  @Test(arguments: kept) func `changes one by one lead where the whole record leads`(_ version: Int) throws {
    let upcasts = Upcasts(Letters.programs[2])
    let name = version == 1 ? "tel" : "phone"
    var whole: JSONObject = ["title": "A", "later": 1]
    var parts = whole
    for (old, new) in [(nil, "1-2"), ("1-2", "(3) 4"), ("(3) 4", nil)] as [(String?, String?)] {
      let change = Change(old: old.map { .string($0) }, new: new.map { .string($0) })
      whole[name] = change.new
      let operation = upcasts.operation(
        .update(kind: "letters", id: LetterDesk.first, base: 1, changes: [name: change]), from: version)
      guard case .update(_, _, _, let changes) = operation else {
        Issue.record("\(operation) changes no record any more")
        return
      }
      for (name, change) in changes { parts[name] = change.new }
      #expect(parts == upcasts.object(whole, of: "letters", from: version))
    }
  }

  @Test(arguments: kept) func `an earlier program's backup is read by the present one`(_ version: Int) throws {
    let desk = try LetterDesk(golden: version)
    let copy = desk.folder.path + "/copy"
    try OutsideFile.makeFolders(above: copy + "/.")
    _ = try desk.open(version).backUp(to: copy)
    #expect(try BackupRecord.read(PosixDisk(copy))?.schema == version)
    var options = desk.options(Self.last)
    options.isReadOnly = true
    let opened = try Store(opening: copy, options: options)
    #expect(opened.stateDigest == (try desk.open(Self.last)).stateDigest)
  }
}
