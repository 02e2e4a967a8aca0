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

  @Test func `does not guess at what it does not know`() throws {
    let office = Office()
    let plan = try office.plan("employees", Self.list("Pendidikan", ["Ners", "Hukum S-1", "III/f"]))
    #expect(plan.counts.refused == 3)
  }
}
