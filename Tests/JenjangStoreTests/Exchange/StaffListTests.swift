import JSONText
import JenjangDomain
import JenjangStore
import Testing

@Suite struct `A staff list and its units` {
  static let siti = "198609262015052001"
  static let budi = "199003012014021002"
  static let list = """
    NIP;Nama;Golongan;TMT Golongan;Jabatan;TMT Jabatan;Unit Kerja
    \(siti);Siti;III/b;01-04-2019;Perawat;02-01-2020;Dinas Kesehatan
    \(budi);Budi;III/a;01-02-2014;Staf;02-01-2020;  DINAS   kesehatan
    198001012005011003;Citra;IV/a;01-04-2019;Guru;02-01-2020;SD Negeri 1
    198001012005011004;Dewi;IV/a;01-04-2019;Guru;02-01-2020;SD Negeri 2
    """

  @Test func `makes the units it names in an empty store, each once`() throws {
    let office = Office()
    let plan = try office.take("employees", Self.list)
    #expect(plan.createsUnits && plan.counts.created == 4 && plan.counts.refused == 0 && plan.counts.named == 3)
    #expect(!plan.rows.contains { !$0.problems.isEmpty })
    let units = try #require(office.book.table("units"))
    #expect((0..<3).map { units.value("name", at: $0) } == ["Dinas Kesehatan", "SD Negeri 1", "SD Negeri 2"])
    #expect((0..<3).map { units.value("code", at: $0) } == ["DINAS-KESEHATAN", "SD-NEGERI-1", "SD-NEGERI-2"])
    #expect(office.value("employees", 1, "unit") == .string(units.id(of: 0).text))
    let again = try office.plan("employees", Self.list)
    #expect(!again.createsUnits && again.counts.unchanged == 4 && again.counts.named == 0)
  }

  @Test func `puts units into the batch before the people who are in them`() throws {
    let office = Office()
    let transactions = try Array(office.plan("employees", Self.list).commits())
    #expect(transactions.count == 1 && transactions[0].batch != nil)
    let kinds = transactions[0].operations.map(\.kind)
    #expect(kinds.prefix(4) == ["units", "employees", "position-histories", "rank-histories"])
    #expect(kinds.count { $0 == "units" } == 3)
  }

  @Test func `makes units beside those there are only when it is told to`() throws {
    let office = Office()
    try office.take("units", "Kode;Nama\nS1;SD Negeri 1\n")
    var plan = try office.plan("employees", Self.list)
    #expect(plan.counts.created == 4 && plan.counts.named == 0 && plan.counts.warned == 3)
    #expect(plan.rows[3].problems.first?.column == 6 && plan.rows[3].problems.first?.repair == nil)
    plan.setCreatesUnits(true)
    while !plan.isReady { plan.advance(rows: 2, in: office.book) }
    #expect(plan.counts.named == 2 && plan.counts.warned == 0)
    office.save(plan)
    #expect(office.book.table("units")?.count == 3)
  }

  @Test func `refuses a unit that is nearly one it knows, and makes none for it`() throws {
    let office = Office()
    try office.take("units", "Kode;Nama\nS1;SD Negeri 1\nD1;Dinas Kesehatn\n")
    var plan = try office.plan("employees", Self.list)
    plan.setCreatesUnits(true)
    while !plan.isReady { plan.advance(rows: 100, in: office.book) }
    #expect(plan.counts.refused == 2 && plan.rows[0].problems.first?.repair == "Dinas Kesehatn")
    #expect(plan.namedRecords.map(\.name) == ["SD Negeri 2"])
  }

  @Test func `says when two new units are nearly the same`() throws {
    let plan = try Office().plan("employees", Self.list.replacing("  DINAS   kesehatan", with: "Dinas Kesehatn"))
    #expect(plan.counts.named == 4 && plan.counts.refused == 0 && plan.counts.warned == 1)
    #expect(plan.rows[1].problems.first?.repair == "Dinas Kesehatan")
  }

  @Test func `makes no unit for a row that is refused`() throws {
    let office = Office()
    let plan = try office.take("employees", Self.list.replacing("Citra;IV/a", with: "Citra;IX/a"))
    #expect(plan.counts.refused == 1 && plan.namedRecords.map(\.code) == ["DINAS-KESEHATAN", "SD-NEGERI-2"])
    #expect(office.book.table("units")?.count == 2)
  }

  @Test func `leaves a superior blank who is not there, and says so`() throws {
    let office = Office()
    let plan = try office.take("employees", "NIP;Nama;Atasan\n\(Self.siti);Siti;196501011990031001\n")
    #expect(plan.counts.created == 1 && plan.counts.warned == 1)
    #expect(office.value("employees", 0, "supervisor") == nil)
    let post = try office.plan("posts", "Kode;Nama;Jenis;Unit\nP1;Staf;PELAKSANA;-\n")
    #expect(post.counts.refused == 1)
  }
}
