import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore
@testable import Proofs

@Suite struct StoreTests {
  @Test func `what was saved is there when the store is opened again`() throws {
    let site = try Site()
    let store = try site.open()
    let sari = site.newEmployee("Sari")
    #expect(try store.commit(Transaction([sari], why: "SK 1")).sequence == 1)
    #expect(try store.commit(Transaction([.rename(sari.id, "Sari", "Sari Dewi", base: 1)])).sequence == 2)
    let again = try site.open()
    #expect(again.names == ["Sari Dewi"])
    #expect(again.head == store.head)
    #expect(again.notices.isEmpty)
    #expect(again.readOnlyReason == nil)
    #expect(again.description.agency == "Kota Contoh")
    #expect(again.book.table("employees")?.revision(of: 0) == 2)
  }

  @Test func `a store is not made in a folder with files`() throws {
    let site = try Site()
    #expect(throws: StoreError.notEmpty(path: site.path)) {
      try Store.create(at: site.path, description: site.world.description(), environment: site.world.environment())
    }
  }

  @Test func `a folder without a store is said to be none`() {
    let folder = TemporaryFolder()
    let world = FixedWorld()
    #expect(throws: StoreError.notFound(path: folder.path)) {
      try Store(opening: folder.path, options: world.options())
    }
    #expect(throws: StoreError.notFound(path: folder.path + "/none")) {
      try Store(opening: folder.path + "/none", options: world.options())
    }
  }

  @Test func `two who save see each other's changes, and every number is used once`() throws {
    let site = try Site()
    let siti = try site.open("u:siti")
    let budi = try site.open("u:budi")
    var sequences: [Int] = []
    for turn in 0..<10 {
      let store = turn % 3 == 0 ? siti : budi
      sequences.append(try store.commit(Transaction([site.newEmployee("N\(turn)")])).sequence)
    }
    #expect(sequences == Array(1...10))
    try siti.catchUp()
    try budi.catchUp()
    #expect(siti.names == (0..<10).map { "N\($0)" })
    #expect(siti.names == budi.names)
    #expect(siti.head == budi.head)
  }

  @Test func `catching up gives the commits of the others`() throws {
    let site = try Site()
    let siti = try site.open("u:siti")
    let budi = try site.open("u:budi")
    let watch = try #require(siti.watch)
    #expect(watch >= 0)
    try budi.commit(Transaction([site.newEmployee("Sari")], why: "SK 9"))
    let commits = try siti.catchUp()
    #expect(commits.map(\.why) == ["SK 9"])
    #expect(commits.map(\.author.by) == ["u:budi"])
    #expect(try siti.catchUp().isEmpty)
  }

  @Test func `changes of different fields of one record are merged`() throws {
    let site = try Site()
    let siti = try site.open("u:siti")
    let budi = try site.open("u:budi")
    let sari = site.newEmployee("Sari")
    try siti.commit(Transaction([sari]))
    try budi.commit(
      Transaction([
        .update(kind: "employees", id: sari.id, base: 1, changes: ["frontTitle": Change(old: nil, new: "Dr.")])
      ]))
    try siti.commit(Transaction([.rename(sari.id, "Sari", "Sari Dewi", base: 1)]))
    let object = siti.book.table("employees").flatMap { $0.object(at: 0) }
    #expect(object?["name"] == "Sari Dewi")
    #expect(object?["frontTitle"] == "Dr.")
  }

  @Test func `a field that somebody else has changed is a conflict, and nothing is saved`() throws {
    let site = try Site()
    let siti = try site.open("u:siti")
    let budi = try site.open("u:budi")
    let sari = site.newEmployee("Sari")
    try siti.commit(Transaction([sari]))
    try budi.commit(Transaction([.rename(sari.id, "Sari", "Sari Ayu", base: 1)]))
    #expect(throws: StoreError.conflict(kind: "employees", id: sari.id, fields: ["name"])) {
      try siti.commit(Transaction([.rename(sari.id, "Sari", "Sari Dewi", base: 1), site.newEmployee("Budi")]))
    }
    #expect(siti.names == ["Sari Ayu"])
    #expect(siti.head.sequence == 2)
  }

  @Test func `the inverse of each commit brings everything back, history and all`() throws {
    let site = try Site()
    let store = try site.open()
    let sari = site.newEmployee("Sari")
    try store.commit(Transaction([sari]))
    try store.commit(Transaction([.rename(sari.id, "Sari", "Dewi")]))
    try store.commit(
      Transaction([.delete(kind: "employees", id: sari.id, base: 2, object: JSONObject(["name": "Dewi"]))]))
    #expect(store.names == [])
    for expected in [["Dewi"], ["Sari"], []] {
      let commit = try #require(try store.commits(limit: 9).first { $0.undoes == nil && !undone($0, store) })
      try store.commit(commit.inverse)
      #expect(store.names == expected)
    }
    #expect(try store.history(of: sari.id, limit: 99).map(\.sequence) == [6, 5, 4, 3, 2, 1])
    #expect(try store.history(of: sari.id, limit: 2).map(\.undoes) == [1, 2])
  }

  private func undone(_ commit: Commit, _ store: Store) -> Bool {
    ((try? store.commits(limit: 99)) ?? []).contains { $0.undoes == commit.sequence }
  }

  @Test func `the newest commits come first, and a page can go on where another ended`() throws {
    let site = try Site()
    let store = try site.open()
    for number in 1...40 { try store.commit(Transaction([site.newEmployee("N")], why: "SK \(number)")) }
    #expect(try store.commits(limit: 3).map(\.sequence) == [40, 39, 38])
    #expect(try store.commits(before: 38, limit: 2).map(\.why) == ["SK 37", "SK 36"])
    #expect(try store.commits(before: 3, limit: 9).map(\.sequence) == [2, 1])
  }

  @Test func `unknown kinds and unknown fields are kept`() throws {
    let site = try Site()
    let store = try site.open()
    let id = site.world.environment().newID()
    try store.commit(
      Transaction([
        .create(kind: "spaceships", id: id, object: ["warp": 9]),
        .create(kind: "employees", id: id, object: ["name": "Sari", "shoe": ["left", "right"]]),
      ]))
    let again = try site.open()
    #expect(again.stored("spaceships", id)?.object == ["warp": 9])
    #expect(again.stored("employees", id)?.object["shoe"] == ["left", "right"])
  }

  @Test func `a transaction that changes nothing writes nothing`() throws {
    let site = try Site()
    let store = try site.open()
    let sari = site.newEmployee("Sari")
    try store.commit(Transaction([sari]))
    #expect(try store.commit(Transaction([.rename(sari.id, "Sari", "Sari")])).sequence == 1)
    #expect(try store.commit(Transaction([])).sequence == 1)
  }

  @Test func `a store that was opened for reading follows the others and saves nothing`() throws {
    let site = try Site()
    let writer = try site.open()
    let reader = try site.open(readOnly: true)
    try writer.commit(Transaction([site.newEmployee("Sari")]))
    try reader.catchUp()
    #expect(reader.names == ["Sari"])
    #expect(throws: StoreError.self) { try reader.commit(Transaction([site.newEmployee("Budi")])) }
  }
}
