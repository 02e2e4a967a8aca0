import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

/// Rewards, coaching, innovations and credit points through the real loop.
@MainActor
@Suite struct `Follow-up screens` {
  @Test func `a nominee by the rule is nominated, approved, decreed and granted into the file`() throws {
    let year = try FollowUpRobot(work: .above, behaviour: .above)
    year.form.open(Rewards())
    #expect(year.robot.shows("CALON MENURUT ATURAN"))
    year.form.press("f6")
    #expect(year.form.message.contains("1 orang diusulkan"))
    #expect(year.book.rewardNominations.all.map(\.state) == [.proposed])
    year.form.press("f9", "s", "enter")
    #expect(year.book.rewardNominations.all.map(\.state) == [.approved])
    year.form.press("f10")
    #expect(year.form.message.contains("Isi dulu SK-nya"))
    year.form.press("f7").type("800/12").press("tab").type("20-11-2026").press("f10")
    year.form.press("f10")
    let award = try #require(year.book.awards.owned(by: FollowUpRobot.siti).first)
    #expect(award.decreeNumber == "800/12")
    #expect(year.book.rewardNominations.all.first?.award == award.id)
    year.form.press("ctrl-z")
    #expect(year.book.awards.owned(by: FollowUpRobot.siti).isEmpty)
    #expect(year.book.rewardNominations.all.map(\.state) == [.approved])
  }

  @Test func `nobody without the rating is a nominee`() throws {
    let year = try FollowUpRobot(work: .asExpected)
    year.form.open(Rewards())
    #expect(year.robot.shows("Belum ada calon"))
  }

  @Test func `coaching begins with its dialogues, goes on month by month and ends with a result`() throws {
    let year = try FollowUpRobot(work: .below, behaviour: .below)
    year.form.open(CoachingList())
    #expect(year.robot.shows("PERLU PEMBINAAN"))
    year.form.press("f6").go(to: "targets").type("Tiga laporan tepat waktu").press("f10")
    #expect(year.book.coachingDialogues.table.count == 6)
    #expect(year.robot.shows("1: 23-12-2026"))
    year.form.press("f7").type("Dua laporan selesai").press("f10")
    #expect(year.book.coachingProgrammes.all.first?.nextDialogue(in: year.book)?.number == 2)
    year.form.press("enter")
    #expect(year.robot.shows("Tiga laporan tepat waktu"))
    year.form.press("f10", "3")
    year.form.type("Pindah ke bagian umum").press("f10")
    #expect(year.book.coachingProgrammes.all.first?.result == .moved)
    year.form.press("ctrl-z")
    #expect(year.book.coachingProgrammes.all.first?.state == .running)
  }

  @Test func `coaching whose coach has left stands in a group of its own`() throws {
    let year = try FollowUpRobot(work: .below, behaviour: .below)
    year.form.open(CoachingList())
    year.form.press("f6").go(to: "targets").type("Tiga laporan tepat waktu").press("f10")
    #expect(!year.robot.shows("PEMBINA SUDAH BERHENTI"))
    let coach = try #require(year.book.coachingProgrammes.all.first?.coach)
    let left = try #require(
      year.book.employees.updating(coach) {
        ($0.legalStatus, $0.legalStatusDate) = (.retired, Day(iso: "2026-11-01"))
      })
    try year.robot.store.commit(Transaction([left], why: "fixture"))
    year.robot.settle()
    #expect(year.robot.shows("PEMBINA SUDAH BERHENTI"), "\(year.robot.screen)")
  }

  @Test func `the points of a period are shown before they are saved, and once`() throws {
    let year = try FollowUpRobot(work: .above, behaviour: .above)
    year.form.open(ListScreen(.credits, view: year.form.view))
    year.form.press("f9", "h", "enter")
    #expect(year.robot.shows("1 pegawai memperoleh angka kredit") && year.robot.shows("18,750"))
    #expect(year.book.creditDecrees.table.count == 0)
    year.form.press("f10")
    #expect(year.book.creditDecrees.table.count == 1)
    year.form.press("enter")
    #expect(year.robot.shows("ahli pertama") && year.robot.shows("18,75"))
    year.form.press("esc", "f9", "h", "enter")
    #expect(year.robot.shows("Sudah dihitung"))
    year.form.press("esc", "ctrl-z")
    #expect(year.book.creditDecrees.table.count == 0)
  }

  @Test func `the own evaluation is left out of the batch`() throws {
    let year = try FollowUpRobot(work: .above, behaviour: .above)
    let store = year.robot.store
    try store.commit(
      Transaction(
        [RoleRobot.account(person: 4), RoleRobot.assignment(1, person: 4, .hrOfficer, unit: nil)], why: "peran"))
    try store.enter(on: Fixture.today)
    year.robot.settle()
    year.form.open(ListScreen(.credits, view: year.form.view))
    year.form.press("f9", "h", "enter")
    #expect(year.robot.shows("Penilaian Anda sendiri dilewati"))
  }

  @Test func `an innovation is written down and its adoption confirmed`() throws {
    let year = try FollowUpRobot(work: .above)
    year.form.open(ListScreen(.innovations, view: year.form.view))
    year.form.press("f6").type("siti rahma").press("tab").type("Antrean daring").press("tab", "tab", "tab")
    year.form.type("Antre lewat ponsel").press("f10")
    #expect(year.book.innovations.all.map(\.state) == [.idea])
    year.form.press("f9", "s", "f10")
    #expect(year.book.innovations.all.map(\.state) == [.adopted])
    #expect(year.book.innovations.all.first?.adoptedOn == Fixture.today)
  }

  @Test func `the sheet, the plan and the evaluation are written for paper, readable by their owner alone`() throws {
    let year = try FollowUpRobot(work: .above, behaviour: .above)
    year.form.open(CreditSheet.screen(ID(FollowUpRobot.siti)))
    let path = year.form.folder.path + "/pak.html"
    year.form.press("f9", "c", "h").type(path).press("enter")
    #expect(year.form.message.contains("Tertulis"))
    let maker = DocumentMaker(year.robot.store, on: Fixture.today, in: .indonesian)
    let evaluation = try #require(year.book.evaluations[FollowUpRobot.evaluation])
    let text = DocumentText(maker.evaluation(evaluation)).text
    #expect(text.contains("Siti Rahmawati") && text.contains("Sangat Baik") && text.contains("performance.matrix"))
    #expect(text.contains(year.robot.store.head.anchor))
    let plan = try #require(year.book.performancePlans.all.first)
    #expect(DocumentHTML(maker.plan(plan)).text.contains("Laporan bulanan &lt;lengkap&gt;"))
  }

  nonisolated static let scenes = [
    "objections", "objection", "rewards", "coaching", "credits", "credit-sheet", "innovations",
  ]

  @Test(arguments: scenes, Language.allCases)
  func `a screen looks as it was accepted`(name: String, language: Language) throws {
    let isReward = name == "rewards" || name.hasPrefix("credit")
    let year = try FollowUpRobot(
      work: isReward ? .above : .below, behaviour: isReward ? .above : .asExpected, language: language)
    try year.object()
    let view = year.form.view
    switch name {
    case "objections": year.form.open(Objections())
    case "objection": year.form.open(ObjectionPage.screen(ID(RecordID(high: 26, low: 1))))
    case "rewards": year.form.open(Rewards())
    case "coaching": year.form.open(CoachingList())
    case "credits", "credit-sheet":
      year.form.open(ListScreen(.credits, view: view))
      year.form.press("f9", "h", "enter", "f10")
      if name == "credit-sheet" { year.form.press("enter") }
    default: year.form.open(ListScreen(.innovations, view: view))
    }
    let tag = language == .indonesian ? "id" : "en"
    let difference = Golden.difference(year.robot.screen, "follow-\(name)-\(tag)", beside: #filePath)
    #expect(difference == nil, "\(difference ?? "")")
  }
}
