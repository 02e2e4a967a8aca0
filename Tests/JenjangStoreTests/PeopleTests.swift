import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore
@testable import Proofs

@Suite struct `Two people at one store` {
  /// Two sessions that do not follow each other by themselves.
  private struct Two {
    let site: Site
    let siti: Store
    let budi: Store

    init() throws {
      site = try Site()
      siti = try site.open("u:siti")
      budi = try site.open("u:budi")
    }

    func id() -> RecordID { site.world.environment().newID() }
  }

  @Test func `of two people who take one number exactly one wins, and the other is told at the field`() throws {
    let two = try Two()
    let first = two.id()
    let second = two.id()
    let number: JSONValue = "198609262015051001"
    try two.budi.commit(
      Transaction([.create(kind: "employees", id: first, object: ["name": "Sari", "employeeNumber": number])]))
    let problem = Problem("employeeNumber", Text("Sudah dipakai Sari", en: "Already belongs to Sari"), rule: "unique")
    #expect(throws: StoreError.invalid(kind: "employees", id: second, problems: [problem])) {
      try two.siti.commit(
        Transaction([.create(kind: "employees", id: second, object: ["name": "Dewi", "employeeNumber": number])]))
    }
    #expect(two.siti.names == ["Sari"])
    #expect(two.siti.head.sequence == 1)
  }

  @Test func `one transaction can hand a code over, and cannot give it twice`() throws {
    let two = try Two()
    let (first, second) = (two.id(), two.id())
    try two.siti.commit(Transaction([.create(kind: "units", id: first, object: ["code": "A", "name": "Satu"])]))
    let take = Operation.create(kind: "units", id: second, object: ["code": "a", "name": "Dua"])
    let give = Operation.update(kind: "units", id: first, base: 1, changes: ["code": Change(old: "A", new: "B")])
    #expect(throws: StoreError.self) { try two.budi.commit(Transaction([take])) }
    try two.budi.commit(Transaction([take, give]))
    let twice = ["C", "c"].map { code in
      Operation.create(kind: "units", id: two.id(), object: ["code": .string(code), "name": "N"])
    }
    #expect(throws: StoreError.self) { try two.budi.commit(Transaction(twice)) }
    #expect(two.budi.head.sequence == 2)
  }

  @Test func `two changes that together make a circle of units are not both saved`() throws {
    let two = try Two()
    let (first, second) = (two.id(), two.id())
    try two.siti.commit(
      Transaction([
        .create(kind: "units", id: first, object: ["code": "A", "name": "Satu"]),
        .create(kind: "units", id: second, object: ["code": "B", "name": "Dua"]),
      ]))
    try two.budi.catchUp()
    func below(_ id: RecordID, _ above: RecordID) -> Transaction {
      Transaction([
        .update(kind: "units", id: id, base: 1, changes: ["parent": Change(old: nil, new: .string(above.text))])
      ])
    }
    try two.siti.commit(below(first, second))
    #expect(throws: StoreError.self) { try two.budi.commit(below(second, first)) }
  }

  @Test func `a merge is told, and the merged record must keep the rules`() throws {
    let two = try Two()
    let id = two.id()
    try two.siti.commit(
      Transaction([
        .create(kind: "units", id: id, object: ["code": "A", "name": "Satu", "validFrom": "2026-01-01"])
      ]))
    try two.budi.catchUp()
    func change(_ field: String, _ value: JSONValue) -> Transaction {
      Transaction([.update(kind: "units", id: id, base: 1, changes: [field: Change(old: nil, new: value)])])
    }
    try two.siti.commit(change("note", "x"))
    #expect(try two.budi.commit(change("validTo", "2026-06-01")).merged == [id])
    try two.siti.commit(
      Transaction([
        .update(kind: "units", id: id, base: 3, changes: ["validTo": Change(old: "2026-06-01", new: nil)])
      ]))
    let late = Operation.update(
      kind: "units", id: id, base: 4, changes: ["validFrom": Change(old: "2026-01-01", new: "2026-09-01")])
    let early = Operation.update(
      kind: "units", id: id, base: 4, changes: ["validTo": Change(old: nil, new: "2026-05-01")])
    try two.budi.catchUp()
    try two.siti.commit(Transaction([late]))
    #expect(throws: StoreError.self) { try two.budi.commit(Transaction([early])) }
    #expect(try two.siti.changes(of: id, kind: "units", since: 2).map(\.sequence) == [5, 4, 3])
  }

  @Test func `of many races for one number each has one winner`() throws {
    let two = try Two()
    var wins = [0, 0]
    for race in 0..<100 {
      let number = JSONValue.string(String(198_609_262_015_051_001 + race))
      var won = 0
      for (place, store) in [two.siti, two.budi].enumerated().shuffled() {
        let create = Operation.create(kind: "employees", id: two.id(), object: ["name": "N", "employeeNumber": number])
        do throws(StoreError) {
          try store.commit(Transaction([create]))
          wins[place] += 1
          won += 1
        } catch {
          guard case .invalid = error else { throw error }
        }
      }
      #expect(won == 1)
    }
    #expect(wins[0] + wins[1] == 100)
  }

  @Test func `taking many back leaves what was changed since, with all that belongs to the same person`() throws {
    let two = try Two()
    let (first, second, rank) = (two.id(), two.id(), two.id())
    let made = try two.siti.commit(
      Transaction([
        .create(kind: "employees", id: first, object: ["name": "Sari"]),
        .create(kind: "employees", id: second, object: ["name": "Dewi"]),
        .create(kind: "rank-histories", id: rank, object: ["employee": .string(first.text), "grade": "III/a"]),
      ]))
    try two.budi.commit(Transaction([.rename(first, "Sari", "Sari Ayu")]))
    var reader = two.siti.commitReader
    let inverse = try #require(try reader.commit(made.sequence)).inverse
    #expect(throws: StoreError.self) { try two.siti.commit(inverse) }
    let receipt = try two.siti.commitLeavingChanged(inverse)
    #expect(receipt.left == [first])
    #expect(two.siti.names == ["Sari Ayu"])
    #expect(two.siti.stored("rank-histories", rank) != nil)
  }

  @Test func `commits are read by their numbers, over the ends of segments`() throws {
    let site = try Site()
    let store = try site.open()
    store.segmentSize = 3_000
    for number in 1...60 { try store.commit(Transaction([site.newEmployee("N\(number)")], why: "SK \(number)")) }
    #expect(store.position.segment > 3)
    var reader = store.commitReader
    for number in [60, 59, 3, 40, 1, 2, 60] { #expect(try reader.commit(number)?.why == "SK \(number)") }
    #expect(try reader.commit(61) == nil)
    #expect(try reader.commit(0) == nil)
    var whys: [String] = []
    try store.heads { head in
      whys.append(head.why)
      return whys.count < 3
    }
    #expect(whys == ["SK 60", "SK 59", "SK 58"])
  }

  @Test func `changes of different fields give the same record in either order`() throws {
    let two = try Two()
    let fields = ["frontTitle", "backTitle", "birthPlace", "phone", "email", "address"]
    var chance = SystemRandomNumberGenerator()
    let id = two.id()
    try two.siti.commit(Transaction([.create(kind: "employees", id: id, object: ["name": "Sari"])]))
    var expected: [String: String] = [:]
    for round in 0..<60 {
      try two.siti.catchUp()
      try two.budi.catchUp()
      let chosen = fields.shuffled(using: &chance).prefix(2)
      let table = try #require(two.siti.book.table("employees"))
      let base = table.revision(of: try #require(table.row(of: id)))
      let stores = [two.siti, two.budi].shuffled(using: &chance)
      for (field, store) in zip(chosen, stores) {
        let change = Change(old: expected[field].map { .string($0) }, new: .string("\(round)"))
        try store.commit(Transaction([.update(kind: "employees", id: id, base: base, changes: [field: change])]))
      }
      for field in chosen { expected[field] = "\(round)" }
    }
    try two.siti.catchUp()
    try two.budi.catchUp()
    for store in [two.siti, two.budi] {
      let object = try #require(store.stored("employees", id)).object
      #expect(fields.allSatisfy { object[$0]?.text == expected[$0] })
    }
  }

  @Test func `taking back and repeating leads to the same record`() throws {
    let two = try Two()
    let id = two.id()
    try two.siti.commit(Transaction([.create(kind: "employees", id: id, object: ["name": "0"])]))
    for number in 1...20 {
      try two.siti.commit(Transaction([.rename(id, "\(number - 1)", "\(number)")]))
      let object = two.siti.stored("employees", id)?.object
      var reader = two.siti.commitReader
      let done = try #require(try reader.commit(two.siti.head.sequence))
      let undone = try two.siti.commit(done.inverse)
      #expect(two.siti.names == ["\(number - 1)"])
      reader = two.siti.commitReader
      try two.siti.commit(try #require(try reader.commit(undone.sequence)).inverse)
      #expect(two.siti.stored("employees", id)?.object == object)
    }
  }
}
