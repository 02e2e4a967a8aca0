import JSONText
import JenjangDomain
import JenjangStore
import Testing

@Suite struct `An import of employees` {
  static let siti = "198609262015052001"
  static let budi = "199003012014021002"

  @Test func `recognises headings, makes people and fills in what the number says`() throws {
    let office = Office()
    let plan = try office.take(
      "employees", "NIP;Nama;Tgl. Lahir\n19860926 201505 2 001;Siti Aisyah;\n\(Self.budi);Budi;01/03/1990\n")
    #expect(plan.mapping.targets == ["employeeNumber", "name", "birthDate"])
    #expect(plan.counts == ImportCounts.of(created: 2))
    #expect(office.book.table("employees")?.count == 2)
    #expect(office.value("employees", 0, "employeeNumber") == .string(Self.siti))
    #expect(office.value("employees", 0, "birthDate") == "1986-09-26")
    #expect(office.value("employees", 0, "sex") == "P" && office.value("employees", 0, "kind") == "PNS")
    #expect(office.value("employees", 1, "birthDate") == "1990-03-01")
  }

  @Test func `says which kind a file fits when it hardly fits the one chosen`() throws {
    let office = Office()
    let list = "Daftar pegawai;;;\nNIP;Nama Lengkap;Tempat Lahir;Agama\n\(Self.siti);Siti;Ambon;Islam\n"
    let likelier = try #require(try office.plan("units", list).likelier)
    #expect(likelier.kind == "employees" && likelier.known == 4)
    #expect(try office.plan("employees", list).likelier == nil)
    #expect(try office.plan("employees", "Warna,Harga,Ukuran\nmerah,1,2\n").likelier == nil)
  }

  @Test func `changes what is filled in and leaves alone what is blank`() throws {
    let office = Office()
    try office.take("employees", "NIP,Nama,Telepon\n\(Self.siti),Siti,0811\n\(Self.budi),Budi,0812\n")
    let plan = try office.take(
      "employees", "nip,nama lengkap,no hp\n\(Self.siti),Siti Aisyah,\n\(Self.budi),Budi,0812\n")
    #expect(plan.counts == ImportCounts.of(updated: 1, unchanged: 1))
    #expect(plan.rows[0].outcome == .update(["name": Change(old: "Siti", new: "Siti Aisyah")]))
    #expect(office.value("employees", 0, "phone") == "0811" && office.value("employees", 0, "name") == "Siti Aisyah")
  }

  @Test func `takes the results of an assessment from a column for each competency`() throws {
    let office = Office()
    try office.take("employees", "NIP;Nama\n\(Self.siti);Siti\n\(Self.budi);Budi\n")
    try office.take("competencies", "Kode;Nama;Jenis\nKEU-01;Keuangan daerah;TEKNIS\n")
    let file = """
      NIP;Tanggal;Alat ukur;Keadaan;Integritas;KERJA_SAMA;Keuangan daerah
      \(Self.siti);15-01-2026;\(AssessmentInstrument.test.rawValue);\(AssessmentState.final.rawValue);3;4;3/70/80/75
      \(Self.budi);15-01-2026;\(AssessmentInstrument.test.rawValue);\(AssessmentState.final.rawValue);2;;9

      """
    let plan = try office.take("assessments", file)
    #expect(plan.mapping.targets.suffix(3) == ["levels:INTEGRITAS", "levels:KERJA_SAMA", "levels:KEU-01"])
    #expect(office.value("assessments", 0, "levels") == "INTEGRITAS 3, KERJA_SAMA 4, KEU-01 3/70/80/75")
    let wrong = plan.rows[1].problems.filter { $0.severity == .error }
    #expect(wrong.map(\.column) == [6] && wrong.first?.value == "9")
  }

  @Test func `says row, column, value and reason, and proposes a repair`() throws {
    let office = Office()
    let plan = try office.plan(
      "employees",
      "NIP;Nama;Jenis kelamin;Tanggal lahir\n198609262O15O52001;A;P;\n\(Self.budi);B;Laki laki;3-31-1990\n123;C;L;\n;D;L;\n1,98E+17;E;X;31-02-1990\n"
    )
    #expect(plan.counts == ImportCounts.of(refused: 5))
    let problems = plan.rows.map { row in row.problems.filter { $0.severity == .error } }
    #expect(
      problems[0].map(\.column) == [0] && problems[0][0].repair == Self.siti
        && problems[0][0].value == "198609262O15O52001")
    #expect(problems[1].map(\.column) == [3] && problems[1][0].repair == "31-03-1990")
    #expect(problems[2].map(\.column) == [0] && problems[2][0].repair == nil)
    #expect(problems[3].map(\.column) == [0])
    #expect(Set(problems[4].map(\.column)) == [0, 2, 3])
    #expect(plan.rows.map(\.line) == [2, 3, 4, 5, 6])
    #expect(plan.commits().count == 0)
  }

  @Test func `refuses the later one of two rows with one number, until it is put right`() throws {
    let office = Office()
    var plan = try office.plan("employees", "NIP;Nama\n\(Self.siti);A\n\(Self.budi);B\n\(Self.siti);C\n")
    #expect(plan.counts == ImportCounts.of(created: 2, refused: 1))
    #expect(plan.rows[2].problems.first?.reason.english == "The same as line 2 of this file")
    plan.fix(row: 0, column: 0, text: "198609262015052002", in: office.book)
    #expect(plan.counts == ImportCounts.of(created: 3))
    plan.fix(row: 1, column: 0, text: Self.siti, in: office.book)
    #expect(plan.rows.map(\.hasErrors) == [false, false, true])
    plan.fix(row: 2, column: 0, text: "bukan", in: office.book)
    #expect(plan.counts == ImportCounts.of(created: 2, refused: 1))
    office.save(plan)
    #expect(office.book.table("employees")?.count == 2)
  }

  @Test func `begins the histories that its columns speak of, once`() throws {
    let office = Office()
    try office.take("units", "Kode;Nama\nD1;Dinas Kesehatan\n")
    let text = """
      NIP;Nama;Golongan;TMT Golongan;Jabatan;TMT Jabatan;Unit Kerja;Pendidikan;Tanggal lulus
      \(Self.siti);Siti;III/b;01-04-2019;Perawat;2020-01-02;dinas kesehatan;S1;12 Agustus 2008
      \(Self.budi);Budi;III/a;;;;;;
      """
    let plan = try office.take("employees", text)
    #expect(plan.mapping.targets.allSatisfy { $0 != nil })
    #expect(plan.counts == ImportCounts.of(created: 2, warned: 1))
    #expect(office.value("employees", 0, "grade") == "III/b" && office.value("employees", 0, "position") == "Perawat")
    let unit = try #require(office.book.table("units")?.id(of: 0))
    #expect(office.value("employees", 0, "unit") == .string(unit.text))
    #expect(office.value("employees", 0, "educationLevel") == "S1")
    #expect(office.book.table("rank-histories")?.count == 1)
    let again = try office.take("employees", text.replacing("III/b", with: "III/c"))
    #expect(again.counts == ImportCounts.of(unchanged: 2, warned: 2))
    #expect(again.rows[0].problems.first?.column == 2 && again.commits().count == 0)
    try office.take("employees", text.replacing("III/a;;", with: "III/a;1-3-2014;"))
    #expect(office.book.table("rank-histories")?.count == 2)
  }

  @Test func `takes no passphrase from a file`() {
    #expect(throws: Problem.self) { try Office().plan("passphrases", "Pemilik;Sidik frasa\nu:a;x\n") }
  }

  @Test func `finds a superior in the same file, whatever the order`() throws {
    let office = Office()
    let text = "NIP;Nama;Atasan\n\(Self.siti);Siti;\(Self.budi)\n\(Self.budi);Budi;\n"
    var plan = try office.plan("employees", text)
    #expect(plan.counts == ImportCounts.of(created: 2))
    let operations = plan.commits().flatMap(\.operations)
    #expect(operations.map(\.id) == [plan.rows[1].record, plan.rows[0].record])
    plan.fix(row: 1, column: 0, text: "123", in: office.book)
    #expect(plan.counts == ImportCounts.of(created: 1, refused: 1, warned: 1))
    plan.fix(row: 1, column: 0, text: Self.budi, in: office.book)
    #expect(plan.counts == ImportCounts.of(created: 2))
    plan.fix(row: 1, column: 2, text: Self.siti, in: office.book)
    #expect(plan.counts.refused > 0)
  }

  @Test func `takes headings from below a title and remembers a mapping`() throws {
    let office = Office()
    let text = "DAFTAR PEGAWAI;;\nKeadaan 2026;;\nNo;N I P;Nama orang\n1;\(Self.siti);Siti\n"
    var plan = try office.plan("employees", text)
    #expect(plan.headers == ["No", "N I P", "Nama orang"] && plan.mapping.targets == [nil, "employeeNumber", nil])
    plan.map(2, to: "name")
    #expect(!plan.isReady)
    while !plan.isReady { plan.advance(rows: 100, in: office.book) }
    #expect(plan.counts == ImportCounts.of(created: 1))
    let again = try office.plan("employees", text, remembered: plan.mapping.json)
    #expect(again.mapping.targets == [nil, "employeeNumber", "name"] && again.rows[0].line == 4)
  }

  @Test func `refuses a row with more cells than headings, for they have shifted`() throws {
    let office = Office()
    var plan = try office.plan(
      "employees", "NIP,Nama,Alamat\n\(Self.siti),Siti,Jl. Mawar, no. 1\n\(Self.budi),Budi,,,\n")
    #expect(plan.counts == ImportCounts.of(created: 1, refused: 1))
    plan.fix(row: 0, column: 3, text: "", in: office.book)
    #expect(plan.counts == ImportCounts.of(created: 2))
  }

  @Test func `is refused without any row`() {
    #expect(throws: Problem.self) { try Office().plan("employees", "\n\n") }
    #expect(throws: Problem.self) { try Office().plan("tidak-ada", "a,b\n") }
  }

  @Test func `comes in slices of at most five hundred changes, each person whole`() throws {
    let office = Office()
    var text = "NIP;Nama;Golongan;TMT golongan\n"
    for index in 0..<700 {
      text += "19860926201505\(1 + index % 2)\(100 + index / 2);Orang \(index);III/b;01-04-2019\n"
    }
    let plan = try office.plan("employees", text)
    #expect(plan.counts == ImportCounts.of(created: 700))
    let transactions = Array(plan.commits(why: "SK 1"))
    #expect(transactions.count == 3 && plan.commits().count == 3)
    #expect(transactions.map(\.operations.count) == [500, 500, 400])
    #expect(transactions.map { $0.batch?.index } == [1, 2, 3] && Set(transactions.map { $0.batch?.id }).count == 1)
    #expect(transactions.allSatisfy { $0.why == "SK 1" && $0.batch?.count == 3 })
    for operation in transactions[0].operations { office.book.apply(operation) }
    let rest = try office.take("employees", text)
    #expect(rest.counts == ImportCounts.of(created: 450, unchanged: 250))
    #expect(office.book.table("employees")?.count == 700 && office.book.table("rank-histories")?.count == 700)
  }
}

@Suite struct `An import of other records` {
  @Test func `finds parents in the same file by code or name`() throws {
    let office = Office()
    let plan = try office.take("units", "kode,nama,induk\nB,Bidang,D\nS,Seksi,Bidang\nD,Dinas,\n")
    #expect(plan.counts == ImportCounts.of(created: 3))
    let units = try #require(office.book.table("units"))
    let ids = ["D", "B", "S"].map { code in
      (0..<3).first { units.value("code", at: $0)?.text == code }.map(units.id(of:))
    }
    let parents = ["B", "S"].map { code in
      (0..<3).first { units.value("code", at: $0)?.text == code }.flatMap { units.value("parent", at: $0)?.text }
    }
    #expect(parents == [ids[0]?.text, ids[1]?.text])
    let circle = try office.plan("units", "kode,nama,induk\nX,Satu,Y\nY,Dua,X\nZ,Tiga,D\n")
    #expect(circle.counts == ImportCounts.of(created: 1, refused: 2))
  }

  @Test func `proposes the name that was meant`() throws {
    let office = Office()
    try office.take("units", "kode,nama\nD1,Dinas Kesehatan\nD2,Dinas Pendidikan\nS1,Sekretariat\nS2,Sekretariat\n")
    let plan = try office.plan(
      "posts",
      "kode;nama;jenis;unit kerja\nP1;Perawat;JF_AHLI_PERTAMA;Dinas Kesehatn\nP2;Staf;PELAKSANA;Sekretariat\nP3;Staf;PELAKSANA;d2\n"
    )
    #expect(plan.rows[0].problems.first { $0.column == 3 }?.repair == "Dinas Kesehatan")
    #expect(plan.rows[1].problems.first { $0.column == 3 }?.repair == nil)
    #expect(plan.rows[2].problems.allSatisfy { $0.column != 3 })
  }

  @Test func `knows a history row again by owner, date and label`() throws {
    let office = Office()
    try office.take("employees", "NIP;Nama\n\(`An import of employees`.siti);Siti\n")
    let text =
      "NIP;Golongan;TMT;No SK\n\(`An import of employees`.siti);III/a;01-05-2015;1/SK\n\(`An import of employees`.siti);III/b;1 April 2019;2/SK\n"
    #expect(try office.take("rank-histories", text).counts == ImportCounts.of(created: 2))
    #expect(try office.take("rank-histories", text).counts == ImportCounts.of(unchanged: 2))
    let changed = try office.take("rank-histories", text.replacing("2/SK", with: "9/SK"))
    #expect(changed.counts == ImportCounts.of(updated: 1, unchanged: 1))
    #expect(office.value("rank-histories", 1, "decreeNumber") == "9/SK")
    let stranger = try office.plan("rank-histories", "NIP;Golongan;TMT\n199003012014021002;III/a;01-05-2015\n")
    #expect(stranger.counts == ImportCounts.of(refused: 1) && stranger.rows[0].problems.first?.column == 0)
  }

  @Test(arguments: 1...30) func `made of any bytes comes to an end`(seed: UInt64) throws {
    var dice = SeededRandom(seed: seed)
    let office = Office()
    let pieces = [
      "NIP", ";", ";", "\n", "\"", "198609262015052001", "Nama", "Golongan", "III/b", "é", "\u{0}", "01-02-2020",
    ]
    let text =
      "NIP;Nama;Golongan;TMT Golongan;Atasan\n" + (0..<120).map { _ in pieces[dice.below(pieces.count)] }.joined()
    var plan = try office.plan("employees", text)
    for _ in 0..<10 where !plan.rows.isEmpty {
      plan.fix(
        row: dice.below(plan.rows.count), column: dice.below(7), text: pieces[dice.below(pieces.count)], in: office.book
      )
      let counts = plan.counts
      let saved = counts.created + counts.updated
      #expect(saved + counts.unchanged + counts.refused + counts.passedOver == plan.rows.count)
    }
    office.save(plan)
  }
}

extension ImportCounts {
  static func of(created: Int = 0, updated: Int = 0, unchanged: Int = 0, refused: Int = 0, warned: Int = 0)
    -> ImportCounts
  {
    var counts = ImportCounts()
    (counts.created, counts.updated, counts.unchanged, counts.refused, counts.warned) = (
      created, updated, unchanged, refused, warned
    )
    return counts
  }
}
