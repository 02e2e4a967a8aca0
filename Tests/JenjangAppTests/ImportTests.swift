import Glibc
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `Import screen` {
  private func robot(_ folder: TemporaryFolder, csv: String, down: Int = 0) throws -> Robot {
    let robot = try Fixture.robot(folder)
    try ReportFile.write(Array(csv.utf8), to: folder.path + "/unit.csv", replacing: false)
    robot.press("f2", "import", "enter")
    #expect(robot.shows("Impor apa"))
    for _ in 0..<down { robot.press("down") }
    robot.press("enter")
    for _ in 0..<2 { robot.press("backspace") }
    robot.paste(folder.path + "/uni")
    robot.press("enter")
    return robot
  }

  @Test func `a file is tried first, saved with F10 and undone in one step`() throws {
    let folder = TemporaryFolder()
    let robot = try robot(folder, csv: "Kode unit;Nama unit\nDIK;Dinas Pendidikan\nKES;Dinas Kesehatan\n")
    #expect(robot.shows("2 baru"))
    #expect(robot.store.book.units.table.count == 2)
    robot.press("f10")
    #expect(robot.shows("2 baris tersimpan"))
    #expect(robot.store.book.units.table.count == 4)
    robot.press("ctrl-z")
    #expect(robot.store.book.units.table.count == 2)
  }

  @Test func `a file without headings asks what its columns are before anything else`() throws {
    let folder = TemporaryFolder()
    let robot = try robot(folder, csv: "DIK;Dinas Pendidikan\nKES;Dinas Kesehatan\nSOS;Dinas Sosial\n")
    #expect(robot.shows("[Kolom 2]"))
    #expect(robot.shows("Tidak ada judul yang dikenal di baris pertama"))
  }

  @Test func `a wrong cell is mended in place`() throws {
    let folder = TemporaryFolder()
    let robot = try robot(folder, csv: "Kode unit;Nama unit;Jenis unit\nDIK;Dinas Pendidikan;Pasar\n")
    #expect(robot.shows("1 salah"))
    #expect(robot.shows("Pasar"))
    robot.press("enter")
    robot.paste("DINAS")
    robot.press("enter")
    #expect(robot.shows("1 baru"))
    #expect(robot.shows("0 salah"))
  }

  @Test func `a staff list that was chosen as another kind is read as people with one key`() throws {
    let folder = TemporaryFolder()
    let robot = try robot(
      folder, csv: "NIP;Nama Lengkap;Tempat Lahir;Agama;No HP\n198609262015052001;Siti Aisyah;Ambon;Islam;0811\n")
    #expect(robot.shows("Lebih cocok: Pegawai, 5 dari 5 judul dikenal; F9 j membacanya begitu."))
    robot.press("f9", "j")
    #expect(robot.shows("1 baru"))
    #expect(!robot.shows("Lebih cocok"))
    robot.press("f9")
    #expect(robot.shows("Judul di berkas ini cocok"))
  }

  @Test func `a warning of many rows is told once, and Enter names their lines`() throws {
    let folder = TemporaryFolder()
    let rows = ["198609262015052001;Ani;SDM", "199003012014021002;Budi;SDM", "198001012005011003;Cici;KEU"]
    let robot = try robot(folder, csv: "NIP;Nama;Unit kerja\n" + rows.joined(separator: "\n"), down: 2)
    #expect(robot.shows("3 baru"))
    #expect(robot.shows("Masalah 1"))
    #expect(robot.shows("Nama jabatan belum tercatat"))
    robot.press("enter")
    #expect(robot.shows("belum tercatat (3 baris)"))
    #expect(robot.shows("Juga di baris 3, 4"))
  }

  @Test func `a column is sent elsewhere`() throws {
    let folder = TemporaryFolder()
    let robot = try robot(folder, csv: "Kode unit;Sebutan\nDIK;Dinas Pendidikan\n")
    #expect(robot.shows("1 salah"))
    robot.press("tab", "down", "enter")
    robot.type("nama unit")
    robot.press("enter")
    #expect(robot.shows("1 baru"))
  }

  @Test func `units that a staff list names are made when the user says so`() throws {
    let folder = TemporaryFolder()
    let list = """
      NIP;Nama;Jabatan;Unit Kerja
      199003012014021002;Budi Santoso;Staf;Dinas Kesehatan
      198609262015052001;Siti Aisyah;Perawat;DINAS KESEHATAN
      """
    let robot = try robot(folder, csv: list, down: 2)
    #expect(robot.shows("2 baru") && robot.shows("2 peringatan") && robot.shows("F9 u membuatnya"))
    #expect(robot.shows("Belum ada; tidak diisi") && robot.shows("dicatat AKTIF"))
    robot.press("f9", "u")
    #expect(robot.shows("+ 1 unit dibuat: Dinas Kesehatan") && robot.shows("0 peringatan"))
    robot.press("f10")
    #expect(robot.store.book.units.table.count == 3 && robot.store.book.employees.table.count == 8)
    robot.press("ctrl-z")
    #expect(robot.store.book.units.table.count == 2 && robot.store.book.employees.table.count == 6)
    #expect(robot.shows("sudah diurungkan"))
    robot.press("f5", "f10")
    #expect(robot.store.book.units.table.count == 3 && robot.shows("2 baris tersimpan"))
  }

  /// A list that takes several commits, just before the first of them.
  private func longSaving(_ folder: TemporaryFolder) throws -> Robot {
    let rows = (0..<900).map { "U\($0);Unit ke \($0)" }
    let robot = try robot(folder, csv: "Kode unit;Nama unit\n" + rows.joined(separator: "\n"))
    #expect(robot.shows("900 baru"))
    robot.pressWhileBusy("f10")
    #expect(robot.app.job is ImportSaving)
    return robot
  }

  @Test(arguments: ["f10", "ctrl-z"]) func `a key pressed while rows are saved does not stop the saving`(
    _ key: String
  ) throws {
    let folder = TemporaryFolder()
    let robot = try longSaving(folder)
    robot.pressWhileBusy(key)
    #expect(robot.app.job is ImportSaving)
    #expect(robot.shows("Menyimpan masih berjalan"))
    robot.settle()
    #expect(robot.store.book.units.table.count == 902)
    robot.press("ctrl-z")
    #expect(robot.store.book.units.table.count == 2)
  }

  @Test func `leaving while rows are saved is asked about`() throws {
    let folder = TemporaryFolder()
    let robot = try longSaving(folder)
    robot.pressWhileBusy("alt-f4")
    #expect(!robot.app.isEnding)
    #expect(robot.shows("Menyimpan belum selesai"))
    robot.pressWhileBusy("esc")
    robot.settle()
    #expect(robot.store.book.units.table.count == 902)
  }
}
