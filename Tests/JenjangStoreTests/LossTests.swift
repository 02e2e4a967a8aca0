import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore
@testable import Proofs

/// A damage that no snapshot and no copy covers: what is proved goes on, the rest is kept and offered again.
@Suite struct LossTests {
  private let first = RecordID(high: 1, low: 1)
  private let second = RecordID(high: 1, low: 2)

  private func unit(_ id: RecordID, _ code: String) -> Operation {
    .create(kind: "units", id: id, object: JSONObject(["code": .string(code), "name": .string("Unit " + code)]))
  }

  private func rename(_ id: RecordID, _ old: String, _ new: String, base: Int) -> Operation {
    .update(
      kind: "units", id: id, base: base, changes: ["name": Change(old: .string(old), new: .string(new))])
  }

  /// Two units, then a change of the first that gets damaged, then one of each: only that of the second still fits.
  private func site(segmentSize: Int = 8 << 20) throws -> Site {
    let site = try Site()
    let store = try site.open()
    store.segmentSize = segmentSize
    try store.commit(Transaction([unit(first, "1")]))
    try store.commit(Transaction([unit(second, "2")]))
    try store.commit(Transaction([rename(first, "Unit 1", "Yang Hilang", base: 1)]))
    try store.commit(Transaction([rename(first, "Yang Hilang", "Sesudahnya", base: 2)]))
    try store.commit(Transaction([rename(second, "Unit 2", "Kedua", base: 1)], why: "SK 5"))
    return site
  }

  private func damage(_ text: String, of site: Site) throws {
    let disk = try PosixDisk(site.path)
    for name in try disk.list(Layout.journal) {
      let path = "\(Layout.journal)/\(name)"
      var bytes = try site.bytes(path)
      let found = bytes.withUnsafeBytes { ByteSearch(Array("\"\(text)\"]".utf8)).first(in: $0) }
      guard let found else { continue }
      bytes[found + 2] ^= 1
      try site.put(path, bytes)
    }
  }

  private func names(_ store: Store) -> [String] {
    [first, second].compactMap { store.stored("units", $0)?.object["name"]?.text }
  }

  @Test(arguments: [8 << 20, 900])
  func `what is proved goes on, what follows is kept, and the chain says what was left behind`(_ size: Int) throws {
    let site = try site(segmentSize: size)
    try damage("Yang Hilang", of: site)
    let report: LossReport
    do {
      let store = try site.open()
      let old = try #require(try store.readHead())
      #expect(store.readOnlyReason != nil)
      report = try store.acceptLoss(why: "BA 4/2026")
      #expect(report.proved.sequence == 2)
      #expect(report.abandoned == StoreHead(sequence: 5, hash: old.hash))
      #expect(report.later == 2)
      #expect(store.readOnlyReason == nil)
      #expect(names(store) == ["Unit 1", "Unit 2"])
    }
    let store = try site.open()
    #expect(store.notices.isEmpty)
    let verified = try store.verify(deep: true)
    #expect(verified.findings == [])
    #expect(verified.notes.contains { $0.english.contains("repaired on") })
    #expect(try store.commits(limit: 1).first?.why == "BA 4/2026")
    let kept = try PosixDisk(site.path).list(Layout.quarantine).filter { $0.hasPrefix(report.name) }
    #expect(kept.contains(report.name + ".json"))
    #expect(kept.count >= 2)
    #expect(try PosixDisk(site.path).list("").contains(".journal") == false)
  }

  @Test func `only what rests on nothing that is lost is saved again, and says what it repeats`() throws {
    let site = try site()
    try damage("Yang Hilang", of: site)
    let store = try site.open()
    let report = try store.acceptLoss(why: "BA 4/2026")
    let trial = try store.reapply(report.name, why: nil)
    #expect(trial.map(\.sequence) == [4, 5])
    #expect(trial.map { $0.refusal == nil } == [false, true])
    #expect(names(store) == ["Unit 1", "Unit 2"])
    let done = try store.reapply(report.name, why: "BA 5/2026")
    #expect(done.map { $0.refusal == nil } == [false, true])
    #expect(names(store) == ["Unit 1", "Kedua"])
    #expect(try store.commits(limit: 1).first?.why == "BA 5/2026 (repair no. 5: SK 5)")
    #expect(try store.reapply(report.name, why: "BA 6/2026").allSatisfy { $0.refusal != nil })
    #expect(names(store) == ["Unit 1", "Kedua"])
    #expect(try store.verify(deep: true).findings == [])
  }

  @Test func `an acknowledged end that is gone is given up by name, too`() throws {
    let site = try site()
    let bytes = try site.bytes(Layout.segment(1))
    try site.put(Layout.segment(1), Array(bytes.prefix(bytes.count - 100)))
    let store = try site.open()
    #expect(store.readOnlyReason != nil)
    let report = try store.acceptLoss(why: "BA 4/2026")
    #expect(report.proved.sequence == 4)
    #expect(report.abandoned?.sequence == 5)
    #expect(report.later == 0)
    try store.commit(Transaction([rename(first, "Sesudahnya", "Lagi", base: 3)]))
    #expect(try site.open().verify(deep: true).findings == [])
  }

  @Test func `a segment that is missing is given up with all that follows`() throws {
    let site = try site(segmentSize: 900)
    let numbers = try site.open().disk.segmentNumbers()
    #expect(numbers.count >= 3)
    try PosixDisk(site.path).remove(Layout.segment(2))
    let store = try site.open()
    #expect(store.readOnlyReason != nil)
    let report = try store.acceptLoss(why: "BA 4/2026")
    #expect(report.later >= 1)
    #expect(try site.open().verify(deep: true).findings == [])
  }

  @Test func `a sound store and one that others have open give nothing up`() throws {
    let site = try site()
    #expect(throws: StoreError.self) { try site.open().acceptLoss(why: "BA 4/2026") }
    try damage("Yang Hilang", of: site)
    let other = try site.open("u:budi")
    #expect(throws: StoreError.self) { try site.open().acceptLoss(why: "BA 4/2026") }
    #expect(other.readOnlyReason != nil)
  }
}
