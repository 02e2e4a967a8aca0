import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore
@testable import Proofs

@Suite struct PassphraseTests {
  /// As cheap as libsodium allows: a test asks whether it is right, not how dear it is.
  static let cheap = PassphraseHash.Strength(passes: 1, memory: 8 << 10)
  private let words = "empat kata yang hafal"

  @Test func `a hash fits its own passphrase only, and says its scheme and strength`() throws {
    let hash = try PassphraseHash.make(words, strength: Self.cheap)
    #expect(hash.hasPrefix("$argon2id$v=19$m=8,t=1,p=1$"))
    #expect(try PassphraseHash.make(words, strength: Self.cheap) != hash)
    #expect(PassphraseHash.fits(words, hash))
    #expect(!PassphraseHash.fits(words + " ", hash))
    #expect(!PassphraseHash.fits("", hash))
    #expect(!PassphraseHash.fits(words, ""))
    #expect(!PassphraseHash.fits(words, String(repeating: "$", count: 300)))
  }

  @Test func `the usual strength is that of the second option of RFC 9106`() throws {
    #expect(try PassphraseHash.make(words).hasPrefix("$argon2id$v=19$m=65536,t=3,p=1$"))
  }

  @Test(arguments: [("", false), ("pendek", false), ("aaaaaaaa", false), ("delapan8", true), ("kata sandi", true)])
  func `a new passphrase is neither short nor plain`(_ text: String, _ isTaken: Bool) {
    #expect((PassphraseHash.problem(with: text) == nil) == isTaken)
  }

  @Test func `it is set, changed and removed, and nobody is shown its hash`() throws {
    let site = try Site()
    let store = try site.open("u:siti")
    #expect(store.passphraseHash == nil)
    let first = try PassphraseHash.make(words, strength: Self.cheap)
    try store.setPassphrase(first, on: Day(number: 20_514))
    #expect(store.passphraseHash == first)
    #expect(try site.open("u:budi").passphraseHash == nil)
    let second = try PassphraseHash.make("yang lain lagi", strength: Self.cheap)
    try store.setPassphrase(second, on: Day(number: 20_515))
    #expect(try site.open("u:siti").passphraseHash == second)
    try expectNothingShown(of: [first, second], store)
    try store.setPassphrase(nil, on: Day(number: 20_516))
    #expect(try site.open("u:siti").passphraseHash == nil)
    try expectNothingShown(of: [first, second], store)
    #expect(try store.setPassphrase(nil, on: Day(number: 20_516)) == nil)
  }

  /// Lists, records, questions, the journal, histories and earlier states.
  private func expectNothingShown(of hashes: [String], _ store: Store) throws {
    let table = store.book.passphrases.table
    for row in 0..<table.rowCount where table.isLive(row) {
      #expect(table.object(at: row)?["hash"] == nil && table.value("hash", at: row) == nil)
      #expect(table.object(at: row)?["holder"] == "u:siti")
      #expect(store.book.passphrases[row]?.hash == nil)
    }
    for hash in hashes {
      #expect(table.rows(Query(conditions: [Query.Condition("hash", .equals(hash))])).isEmpty)
      #expect(table.rows(Query(conditions: [Query.Condition("hash", .contains("argon"))])).isEmpty)
      #expect(table.rows(Query(search: String(hash.prefix(9)))).isEmpty)
    }
    let commits = try store.commits(limit: 20)
    #expect(!commits.isEmpty)
    let id = try #require(commits.last?.operations.first?.id)
    var objects: [JSONObject] = []
    for sequence in 1...store.head.sequence {
      if let object = try store.object(of: id, kind: "passphrases", after: sequence) { objects.append(object) }
    }
    let shown = "\(commits) \(try store.history(of: id, limit: 20)) \(objects)"
    #expect(shown.contains("•••"))
    #expect(hashes.allSatisfy { !shown.contains($0) } && !shown.contains("argon"))
  }

  @Test func `an export leaves it out`() throws {
    let site = try Site()
    let store = try site.open("u:siti")
    try store.setPassphrase(try PassphraseHash.make(words, strength: Self.cheap), on: Day(number: 20_514))
    for format in RecordExport.Format.allCases {
      var bytes: [UInt8] = []
      let export = try #require(RecordExport("passphrases", of: store.book, as: format, language: .english))
      export.write { bytes += $0 }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("u:siti") && !text.contains("argon2"))
    }
  }

  @Test func `an earlier state is guarded by the passphrase of the present`() throws {
    let site = try Site()
    let store = try site.open("u:siti")
    try store.commit(Transaction([site.newEmployee("Siti")]))
    let hash = try PassphraseHash.make(words, strength: Self.cheap)
    try store.setPassphrase(hash, on: Day(number: 20_514))
    var options = site.world.options()
    options.recorded = .sequence(1)
    let past = try Store(opening: site.path, options: options)
    past.enter(like: store)
    #expect(past.passphraseHash == hash)
  }

  @Test func `failures are kept with the user's files and end with a success`() throws {
    let site = try Site()
    let store = try site.open("u:siti")
    let files = UserFiles(environment: { $0 == "HOME" ? site.folder.path : nil })
    #expect(EntryDoor(store, files: files) == nil)
    try store.setPassphrase(try PassphraseHash.make(words, strength: Self.cheap), on: Day(number: 20_514))
    var door = try #require(EntryDoor(store, files: files))
    #expect(door.wait(at: 1_000_000) == 0)
    for _ in 0..<3 { door.begin(at: 1_000_000) }
    var again = try #require(EntryDoor(store, files: files))
    #expect(again.wait(at: 1_000_500) == 1_500)
    #expect(again.wait(at: 1_002_000) == 0)
    again.begin(at: 1_002_000)
    #expect(door.wait(at: 1_002_000) == 4_000)
    #expect(again.opened() == 3)
    var fresh = try #require(EntryDoor(store, files: files))
    #expect(fresh.wait(at: 1_002_000) == 0)
  }

  @Test func `failures at two terminals add up`() throws {
    let site = try Site()
    let store = try site.open("u:siti")
    let files = UserFiles(environment: { $0 == "HOME" ? site.folder.path : nil })
    try store.setPassphrase(try PassphraseHash.make(words, strength: Self.cheap), on: Day(number: 20_514))
    var doors = try (1...2).map { _ in try #require(EntryDoor(store, files: files)) }
    for place in doors.indices { doors[place].begin(at: 1_000_000) }
    var later = try #require(EntryDoor(store, files: files))
    #expect(later.wait(at: 1_000_000) == 1_000)
  }

  @Test func `whose it is follows accounts, numbers and logins`() throws {
    let site = try Site()
    let store = try site.open("u:siti")
    let person = RecordID(high: 2, low: 1)
    let object = JSONObject(["name": "Siti", "employeeNumber": "198702092011082001"])
    let account = JSONObject(["login": "sr", "employee": .string(person.text)])
    try store.commit(
      Transaction([
        .create(kind: "employees", id: person, object: object),
        .create(kind: "accounts", id: RecordID(high: 8, low: 1), object: account),
      ]))
    #expect(store.passphraseHolder(meant: "sr") == "p:" + person.text)
    #expect(store.passphraseHolder(meant: "198702092011082001") == "p:" + person.text)
    #expect(store.passphraseHolder(meant: "siti") == "u:siti")
  }
}
