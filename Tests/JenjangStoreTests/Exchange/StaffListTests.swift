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

@Suite struct `A staff list as offices write it` {
  static let wild = """
    DAFTAR PEGAWAI DINAS KESEHATAN, KABUPATEN CONTOH, KEADAAN NOVEMBER 2026, SEMENTARA, BELUM FINAL, RAHASIA,,,,,,,
    ;;;;;;;;;
    NO;NIP BARU;Nama Pegawai;Jenis Kelamin (L/P);Tgl. Lahir;Gol. Ruang;TMT Gol;Jabatan Terakhir;Unit Kerja;Pendidikan Terakhir
    1;2;3;4;5;6;7;8;9;10

    SEKRETARIAT;;;;;;;;;
    1;'198609262015052001;Siti Aisyah, S.Kep.;P;26/09/1986;III/b;01-04-2019;Perawat;Dinas Kesehatan;S1
    ;;;;;;;;;
    2;19900301 201402 1 002;Budi;;;Penata Muda, III/a;1 Februari 2014;Staf;DINAS KESEHATAN;-
    NO;NIP BARU;Nama Pegawai;Jenis Kelamin (L/P);Tgl. Lahir;Gol. Ruang;TMT Gol;Jabatan Terakhir;Unit Kerja;Pendidikan Terakhir
    3;1,98602E+17;Citra;P;;;;;;
    4;198602152010121000;Dewi;P;;;;;;
    5;199003012014021002;Budi lagi;;;;;;;
    JUMLAH;;5 orang;2;3;;;;;
    ;;;;;;;Kupang, 22 November 2026;;
    ;;;;;;;Kepala Dinas;NIP. 196501011990031001;
    """

  @Test func `is read for what it says`() throws {
    let office = Office()
    let plan = try office.take("employees", Self.wild)
    #expect(plan.delimiter == .semicolon)
    #expect(
      plan.mapping.targets == [
        nil, "employeeNumber", "name", "sex", "birthDate", "grade", "gradeDate", "position", "unit", "educationLevel",
      ])
    #expect(plan.counts.created == 2 && plan.counts.refused == 3 && plan.counts.passedOver == 6, "\(plan.counts)")
    #expect(plan.counts.named == 1 && office.book.table("units")?.count == 1)
    let refused = plan.rows.filter { $0.outcome == .refused }
    try #require(refused.map(\.line) == [11, 12, 13])
    #expect(refused[0].problems.first?.reason.english.contains("rounded") == true)
    #expect(refused[1].problems.first?.reason == refused[0].problems.first?.reason)
    #expect(refused[2].problems.first?.reason.english == "The same as line 9 of this file")
    #expect(office.value("employees", 1, "birthDate") == "1990-03-01" && office.value("employees", 1, "kind") == "PNS")
    #expect(office.value("employees", 0, "grade") == "III/b" && office.value("employees", 1, "grade") == "III/a")
    #expect(office.value("employees", 0, "educationLevel") == "S1")
  }

  @Test func `has notes on what no cell says`() throws {
    let office = Office()
    let plan = try office.take("employees", Self.wild)
    let notes = plan.notes(in: office.book).map(\.english)
    #expect(notes.count == 4 && notes[0] == "2 new people without a legal status are recorded as active")
    #expect(notes[2].contains("Date of birth, Sex, Kind of employment"))
    #expect(notes[3].contains("2 begin on the day of the import (22-11-2026)"))
    #expect(office.value("employees", 0, "legalStatus") == "AKTIF")
    #expect(office.value("employees", 0, "positionDate") == "2026-11-22")
  }

  @Test func `with units and no positions puts the people into their units`() throws {
    let office = Office()
    let list = "NIP;Nama;Unit Kerja\n198609262015052001;Ani;DINAS KESEHATAN\n"
    let plan = try office.take("employees", list)
    #expect(office.book.table("position-histories")?.count == 1)
    #expect(plan.rows[0].problems.map(\.reason.english) == ["The position is not recorded yet"])
    #expect(plan.notes(in: office.book).contains { $0.english.contains("1 begin on the day") })
    #expect(office.value("employees", 0, "unit") != nil && office.value("employees", 0, "position") == nil)
  }

  @Test func `with the positions that an earlier list did not have completes them, once`() throws {
    let office = Office()
    _ = try office.take("employees", "NIP;Nama;Unit Kerja\n198609262015052001;Ani;DINAS KESEHATAN\n")
    let list = "NIP;Nama;Unit Kerja;Jabatan\n198609262015052001;Ani;DINAS KESEHATAN;Perawat Ahli Muda\n"
    let plan = try office.take("employees", list)
    #expect(plan.counts.updated == 1 && plan.rows[0].problems.isEmpty)
    #expect(office.book.table("position-histories")?.count == 1)
    #expect(office.value("employees", 0, "position") == "Perawat Ahli Muda")
    #expect(office.value("position-histories", 0, "positionKind") == "JF_AHLI_MUDA")
    let again = try office.take("employees", list.replacing("Perawat Ahli Muda", with: "Bidan"))
    #expect(again.counts.unchanged == 1)
    #expect(again.rows[0].problems.map(\.reason.english) == ["The history says Perawat Ahli Muda and is left alone"])
  }

  @Test func `with dates of positions, and neither positions nor units, begins no history`() throws {
    let office = Office()
    let list = "NIP;Nama;TMT Jabatan\n198609262015052001;Ani;01-02-2020\n"
    let plan = try office.take("employees", list)
    #expect(office.book.table("position-histories")?.count == 0)
    #expect(plan.rows[0].problems.map(\.reason.english) == ["Position history is not begun: Position is missing"])
    #expect(!plan.notes(in: office.book).contains { $0.english.contains("begin on the day") })
  }

  @Test func `tells the same warning of many rows once, behind the errors`() throws {
    let office = Office()
    let list = """
      NIP;Nama;Unit Kerja
      198609262015052001;Ani;DINAS KESEHATAN
      123;Budi;DINAS KESEHATAN
      199003012014021002;Cici;DINAS SOSIAL

      """
    let findings = try office.plan("employees", list).findings
    #expect(findings.map(\.rows) == [[1], [0, 2]])
    #expect(findings[0].problem.severity == .error)
    #expect(findings[1].reason(String.init).english == "The position is not recorded yet (2 rows)")
  }

  @Test func `may be written in Latin-1, with commas or tabs`() throws {
    let office = Office()
    for (delimiter, number) in [(",", "198609262015052001"), (";", "199003012014021002"), ("\t", "198001012005011003")]
    {
      let text = "NIP;Nama;Tempat Lahir\n\(number);José;Kupang\n".replacing(";", with: delimiter)
      let bytes = text.unicodeScalars.map { UInt8(clamping: $0.value) }
      var plan = try ImportPlan(
        kind: "employees", file: bytes, book: office.book, environment: office.environment, language: .indonesian)
      while !plan.isReady { plan.advance(rows: 10, in: office.book) }
      #expect(plan.counts.created == 1 && plan.rows[0].cells[1] == "José")
    }
  }

  @Test(arguments: [
    ("PK\u{3}\u{4}\u{14}\u{0}\u{6}\u{0}…", "workbook"), ("%PDF-1.7\n", "document"), ("GIF89a;x\n1;2\n", "picture"),
    ("1;2;3\n", "no row"), ("", "empty"),
  ])
  func `that is none says what it is`(_ text: String, _ word: String) {
    let error = #expect(throws: Problem.self) { try Office().plan("employees", text) }
    #expect(error?.text.english.contains(word) == true)
  }

  @Test func `kept as a workbook of old is told as one`() {
    let office = Office()
    let bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
    let error = #expect(throws: Problem.self) {
      try ImportPlan(
        kind: "employees", file: bytes, book: office.book, environment: office.environment, language: .indonesian)
    }
    #expect(error?.text.indonesian.hasPrefix("Ini buku kerja") == true)
  }

  @Test func `without names is refused for them alone`() throws {
    let plan = try Office().plan("employees", "NIP;Alamat\n198609262015052001;Kupang\n")
    #expect(plan.counts.refused == 1 && plan.rows[0].problems.map(\.field) == ["name"])
  }
}
