import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore
@testable import Proofs

@Suite struct `States as they were recorded` {
  private func open(_ site: Site, _ recorded: Recorded) throws -> Store {
    var options = site.world.options()
    options.recorded = recorded
    return try Store(opening: site.path, options: options)
  }

  @Test func `each number gives the state after it, from snapshots and over segments`() throws {
    let site = try Site()
    let store = try site.open()
    store.segmentSize = 2_000
    let sari = site.newEmployee("0")
    try store.commit(Transaction([sari]))
    var times: [Int: Int64] = [:]
    for number in 1...30 {
      try store.commit(Transaction([.rename(sari.id, "\(number - 1)", "\(number)")]))
      if number == 10 || number == 20 { try store.snapshot() }
    }
    try store.heads { head in
      times[head.sequence] = head.time
      return true
    }
    for number in [1, 2, 7, 11, 12, 21, 22, 30, 31] {
      let past = try open(site, .sequence(number))
      #expect(past.names == ["\(number - 1)"])
      #expect(past.head.sequence == number)
      #expect(try past.commits(limit: 1).map(\.sequence) == [number])
      let time = try #require(times[number])
      #expect(try open(site, .time(time)).head.sequence == number)
      #expect(try open(site, .time(time - 1)).head.sequence == number - 1)
    }
    #expect(try open(site, .sequence(0)).names == [])
    #expect(try open(site, .time(0)).head.sequence == 0)
    #expect(throws: StoreError.self) { try open(site, .sequence(32)) }
  }

  @Test func `an earlier state can only be read, and does not follow what is saved later`() throws {
    let site = try Site()
    let store = try site.open()
    try store.commit(Transaction([site.newEmployee("Sari")]))
    let past = try open(site, .sequence(1))
    try store.commit(Transaction([site.newEmployee("Dewi")]))
    #expect(try past.catchUp().isEmpty)
    #expect(past.names == ["Sari"])
    #expect(throws: StoreError.self) { try past.commit(Transaction([site.newEmployee("Budi")])) }
  }

  @Test func `a single record is worked back from what stands now`() throws {
    let site = try Site()
    let store = try site.open()
    let sari = site.newEmployee("a")
    try store.commit(Transaction([sari]))
    try store.commit(Transaction([.rename(sari.id, "a", "b")]))
    try store.commit(Transaction([.delete(kind: "employees", id: sari.id, base: 0, object: ["name": "b"])]))
    let names = try (0...3).map { try store.object(of: sari.id, kind: "employees", after: $0)?["name"] }
    #expect(names == [nil, "a", "b", nil])
  }
}
