import JSONText
import JenjangDomain
import JenjangStore
import Testing

/// How offices and other programs write codes in their lists.
@Suite struct `A staff list and its spellings` {
  private static func list(_ heading: String, _ cells: [String]) -> String {
    let rows = cells.enumerated().map { place, cell in "19800101200501100\(place + 1);Orang \(place);\(cell)" }
    return (["NIP;Nama;\(heading)"] + rows).joined(separator: "\n") + "\n"
  }

  @Test(arguments: [
    ("S-1/Sarjana", "S1"), ("Sarjana", "S1"), ("D.IV", "S1"), ("Diploma III/Sarjana Muda", "D3"), ("D-III", "D3"),
    ("DII", "D2"), ("SLTA", "SMA"), ("SLTA Kejuruan", "SMA"), ("SMK", "SMA"), ("SLTP", "SMP"),
    ("Sekolah Dasar", "SD"), ("S-3/Doktor", "S3"), ("Magister", "S2"),
  ])
  func `may write a level of education as offices do`(_ written: String, _ level: String) throws {
    let office = Office()
    let plan = try office.take("employees", Self.list("Pendidikan Terakhir", [written]))
    #expect(plan.rows[0].problems.isEmpty)
    #expect(office.value("educations", 0, "level") == .string(level))
    #expect(office.value("educations", 0, "major") == nil)
  }

  @Test(arguments: [
    ("S-1 Hukum", "S1", "Hukum"), ("S1 - Teknik Sipil", "S1", "Teknik Sipil"),
    ("D.III Keperawatan", "D3", "Keperawatan"), ("SMK/Otomotif", "SMA", "Otomotif"),
    ("Magister Manajemen (S2)", "S2", "Manajemen (S2)"),
  ])
  func `may write the field of study behind the level`(_ written: String, _ level: String, _ major: String) throws {
    let office = Office()
    let plan = try office.take("employees", Self.list("Pendidikan", [written]))
    #expect(plan.rows[0].problems.isEmpty)
    #expect(office.value("educations", 0, "level") == .string(level))
    #expect(office.value("educations", 0, "major") == .string(major))
  }

  @Test func `takes the field of study from its own column where there is one`() throws {
    let office = Office()
    let text = Self.list("Jurusan;Pendidikan", ["Ilmu Hukum;S-1 Hukum", ";S-1 Hukum"])
    #expect(try office.take("employees", text).counts.created == 2)
    #expect(office.value("educations", 0, "major") == "Ilmu Hukum")
    #expect(office.value("educations", 1, "major") == "Hukum")
  }

  @Test(arguments: [
    "III/d", "III.d", "IIId", "3/d", "Penata Tk. I", "Penata Tk.I, III/d", "Penata Tingkat I (III/d)",
    "III/d - Penata Tk I", "Gol. III/d",
  ])
  func `may write a rank with or without its name`(_ written: String) throws {
    let office = Office()
    let plan = try office.take("employees", Self.list("Pangkat/Gol;TMT Pangkat", [written + ";01-04-2020"]))
    #expect(plan.rows[0].problems.isEmpty)
    #expect(office.value("rank-histories", 0, "grade") == "III/d")
  }

  @Test func `may print names with their titles, which are kept apart`() throws {
    let office = Office()
    let text = Self.list("Agama", ["Islam", "Islam", "Islam"]).replacing(
      "Orang 0", with: "\"Drs. H. Ahmad Fauzi, M.M., M.Si.\""
    )
    .replacing("Orang 1", with: "\"Siti, S.Kom.\"")
    let plan = try office.take("employees", text)
    #expect(office.value("employees", 0, "frontTitle") == "Drs. H.")
    #expect(office.value("employees", 0, "name") == "Ahmad Fauzi")
    #expect(office.value("employees", 0, "backTitle") == "M.M., M.Si.")
    #expect(office.value("employees", 1, "name") == "Siti" && office.value("employees", 1, "frontTitle") == nil)
    #expect(plan.notes(in: office.book).contains { $0.indonesian == "Gelar dipisahkan dari nama (2)" })
    #expect(try office.plan("employees", text).counts.unchanged == 3)
  }

  @Test func `keeps a name as it stands where titles have columns of their own`() throws {
    let office = Office()
    let text = Self.list("Gelar Belakang", ["S.H."]).replacing("Orang 0", with: "Dr. Orang")
    try office.take("employees", text)
    #expect(office.value("employees", 0, "name") == "Dr. Orang")
  }

  @Test(arguments: [
    ("Perawat Ahli Muda", "", "JF_AHLI_MUDA"), ("Guru Ahli Pertama", "", "JF_AHLI_PERTAMA"),
    ("Perawat Terampil", "", "JF_TERAMPIL"), ("Arsiparis Penyelia", "", "JF_PENYELIA"),
    ("Kepala Seksi Mutasi", "IV/a", "PENGAWAS"), ("Kepala Dinas", "II.b", "JPT_PRATAMA"),
    ("Kepala Bagian Umum", "3a", "ADMINISTRATOR"), ("Kepala Seksi Mutasi", "", nil), ("Terampil", "", nil),
    ("Sekretaris Jenderal", "I.a", nil), ("Analis Kebijakan Ahli Muda Baru", "", nil),
  ])
  func `tells the kind of a position by its echelon or its level`(_ title: String, _ echelon: String, _ kind: String?)
    throws
  {
    let office = Office()
    let plan = try office.take(
      "employees", Self.list("Jabatan;TMT Jabatan;Eselon", ["\(title);01-02-2020;\(echelon)"]))
    #expect(office.value("position-histories", 0, "positionKind") == kind.map { .string($0) })
    let note = plan.notes(in: office.book).contains { $0.english.contains("Kind of position read from") }
    #expect(note == (kind != nil))
  }

  @Test func `does not guess at what it does not know`() throws {
    let office = Office()
    let plan = try office.plan("employees", Self.list("Pendidikan", ["Ners", "Hukum S-1", "III/f"]))
    #expect(plan.counts.refused == 3)
  }
}
