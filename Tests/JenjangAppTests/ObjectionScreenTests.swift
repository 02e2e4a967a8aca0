import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import TestSupport
import Testing

@testable import JenjangApp

/// An objection through the real loop: filed, answered, heard, ruled, taken back.
@MainActor
@Suite struct `Objection screens` {
  @Test func `is filed with its grounds and the result is marked in the same commit`() throws {
    let year = try FollowUpRobot(work: .below)
    year.form.open(Objections())
    #expect(year.robot.shows("Belum ada keberatan"))
    year.form.press("f6").type("siti rahma")
    #expect(year.robot.shows("5 hari lagi"))
    year.form.press("enter").type("Dua hasil tidak dihitung").press("f10")
    #expect(year.book.objections.table.count == 1)
    #expect(year.book.evaluations[FollowUpRobot.evaluation]?.state == .objected)
    #expect(year.robot.shows("Siti Rahmawati"))
    year.form.press("ctrl-z")
    #expect(year.book.objections.table.count == 0)
    #expect(year.book.evaluations[FollowUpRobot.evaluation]?.state == .released)
  }

  @Test func `goes from the answer to the ruling, which lists what it changes, and each step is undone`() throws {
    let year = try FollowUpRobot(work: .below)
    year.form.open(ListScreen(.credits, view: year.form.view))
    year.form.press("f9", "h", "enter", "f10")
    #expect(year.book.creditDecrees.all.first?.points?.text == "9.375")
    try year.object()
    year.form.press("esc")
    year.form.open(Objections())
    year.form.press("enter")
    #expect(year.robot.shows("ALASAN PEGAWAI") && year.robot.shows("TANGGAPAN PENILAI"))
    year.form.press("f8").type("Surat pengantar ditunjukkan").press("f10")
    #expect(year.book.objections.all.first?.state == .heard)
    year.form.press("f10", "k", "1")
    #expect(year.robot.shows("→ Sangat Baik"))
    year.form.press("1").type("Bukti meyakinkan").press("f10")
    #expect(year.predicate == .veryGood)
    #expect(year.book.objections.all.first?.ruling == .upheld)
    #expect(year.robot.shows("9,375 → 18,750"))
    year.form.press("enter")
    #expect(year.book.creditDecrees.all.first?.points?.text == "18.750")
    year.form.press("esc", "ctrl-z")
    #expect(year.book.creditDecrees.all.first?.points?.text == "9.375")
    year.form.press("ctrl-z")
    #expect(year.predicate == .needsImprovement)
    #expect(year.book.objections.all.first?.state == .heard)
    #expect(year.book.evaluations[FollowUpRobot.evaluation]?.ruledWork == nil)
  }

  @Test func `a rejected one leaves the ratings and a ruling that changes nothing is refused`() throws {
    let year = try FollowUpRobot(work: .below)
    try year.object()
    year.form.open(ObjectionPage.screen(ID(RecordID(high: 26, low: 1))))
    year.form.press("f10", "s", "3", "2")
    #expect(year.form.message.contains("Pilih nilai baru"))
    year.form.press("esc", "f10", "t").type("Tidak terbukti").press("f10")
    #expect(year.predicate == .needsImprovement)
    #expect(year.book.objections.all.first?.ruling == .rejected)
    #expect(year.book.evaluations[FollowUpRobot.evaluation]?.state == .final)
    year.form.press("f10")
    #expect(year.form.message.contains("sudah selesai"))
  }

  @Test func `another hearer is named with a reason, and never the assessor`() throws {
    let year = try FollowUpRobot(work: .below)
    try year.object()
    year.form.open(ObjectionPage.screen(ID(RecordID(high: 26, low: 1))))
    year.form.press("f9", "g").type("sitinjak").press("enter").type("Pensiun").press("enter")
    #expect(year.robot.shows("Bukan pegawai sendiri atau penilainya"))
    year.form.press("esc", "f9", "g").type("dewi").press("enter").type("Atasan pensiun").press("enter")
    #expect(year.book.objections.all.first?.hearer == ID(FormRobot.employee(1)))
    #expect(year.book.evaluations[FollowUpRobot.evaluation]?.superior == ID(FormRobot.employee(1)))
  }

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 60, rows: 20), Size(columns: 200, rows: 60)])
  func `both sides are read in every window`(size: Size) throws {
    let year = try FollowUpRobot(work: .below, size: size)
    try year.object()
    year.form.open(ObjectionPage.screen(ID(RecordID(high: 26, low: 1))))
    for _ in 0..<3 where !year.robot.shows("Surat itu") { year.form.press("pgdn") }
    #expect(year.robot.shows("Surat itu"))
  }
}
