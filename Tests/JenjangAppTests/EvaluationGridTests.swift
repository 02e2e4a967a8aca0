import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `The grid of evaluations` {
  @Test func `forty people take two keys each, one to save and three to submit, and each can be undone`() throws {
    let office = try EvaluationRobot(people: 42)
    office.openGrid()
    #expect(office.grid?.people.count == 40)
    let before = office.store.head.sequence
    office.type(String(repeating: "32", count: 40)).press("f10")
    #expect(office.store.head.sequence == before + 1)
    #expect(office.message.contains("40 penilaian"))
    #expect(office.evaluation(3)?.predicate == .good && office.evaluation(42)?.work == .above)
    #expect(office.evaluation(3)?.state == .draft)
    office.press("f9").type("ks")
    #expect(office.evaluation(3)?.state == .submitted && office.evaluation(42)?.ratedOn == Fixture.today)
    office.press("ctrl-z")
    #expect(office.evaluation(42)?.state == .draft)
    office.press("ctrl-z")
    #expect(office.evaluation(42) == nil)
    #expect(office.grid?.people.count == 40)
  }

  @Test func `a rating below expectation is shown where its note is missing, and sending leaves it out`() throws {
    let office = try EvaluationRobot()
    office.openGrid().type("12222222")
    office.press("f9").type("k")
    #expect(office.robot.shows("1 ditinggalkan"))
    office.press("esc", "f8")
    #expect(office.message.contains("memerlukan catatan"))
    office.type("Dua laporan terlambat").press("enter", "f10")
    #expect(office.evaluation(3)?.note == "Dua laporan terlambat")
    #expect(office.evaluation(3)?.predicate == .needsImprovement)
    office.press("f9").type("ks")
    #expect((3...6).allSatisfy { office.evaluation($0)?.state == .submitted })
  }

  @Test func `wrong keys say the right ones, a dot clears, typing is undone and done again`() throws {
    let office = try EvaluationRobot()
    office.openGrid().type("7")
    #expect(office.message.contains("1 di bawah ekspektasi"))
    office.type("3").press("left").type(".")
    #expect(office.grid?.entry.value(0, "work") == "")
    office.press("ctrl-z")
    #expect(office.grid?.entry.value(0, "work") == "DI_ATAS")
    office.press("ctrl-z")
    #expect(office.grid?.entry.isTouched == false)
    office.press("ctrl-y", "ctrl-y")
    #expect(office.grid?.entry.value(0, "work") == "")
    #expect(office.robot.shows("Pegawai 03"))
  }

  @Test func `cells are filled from a spreadsheet, downwards and from the last period`() throws {
    let office = try EvaluationRobot()
    office.openGrid()
    office.robot.paste("3\t2\nsesuai ekspektasi\tDI_BAWAH\n9\t1\n")
    #expect(office.message.contains("5 sel terisi, 1 tidak terbaca"))
    #expect(office.grid?.entry.value(1, "behaviour") == "DI_BAWAH")
    office.press("ctrl-z")
    #expect(office.grid?.entry.isTouched == false)
    office.type("3").press("left", "=")
    #expect((0..<4).allSatisfy { office.grid?.entry.value($0, "work") == "DI_ATAS" })
    office.press("ctrl-d")
    #expect(office.message.contains("Tidak ada nilai periode lalu"))
    office.press("f10", "esc")
    #expect((3...6).allSatisfy { office.evaluation($0)?.work == .above })
  }

  @Test func `the last period is copied into a cell and into all that are blank`() throws {
    let office = try EvaluationRobot()
    let plan = try #require(office.store.book.performancePlans[EvaluationRobot.plan(3)])
    let before = try #require(office.store.book.evaluationPeriods[ID(RecordID(high: 22, low: 2))])
    var last = Evaluation(of: plan, in: before, nil)
    (last.work, last.behaviour, last.state) = (.above, .asExpected, .released)
    try office.store.commit(
      Transaction([.create(kind: "evaluations", id: last.id.raw, object: last.object)], why: "lalu"))
    office.openGrid().press("ctrl-d", "ctrl-d")
    #expect(
      office.grid?.entry.typed(inLine: EvaluationRobot.plan(3).raw.text) == ["work": "DI_ATAS", "behaviour": "SESUAI"])
    office.press("ctrl-z", "ctrl-z", "f9").type("p")
    #expect(office.grid?.entry.typed.count == 2)
  }

  @Test func `nobody rates himself, and the grid says whom it leaves out`() throws {
    let office = try EvaluationRobot()
    office.openGrid(.unit(ID(EvaluationRobot.unit)))
    #expect(office.grid?.people.count == 4 && office.grid?.leftOut == 1)
    #expect(office.grid?.people.contains { $0.name.hasPrefix("Sitinjak") } == false)
  }

  @Test func `a plan that is not agreed and an evaluation that was sent take no keys, and say why`() throws {
    let office = try EvaluationRobot()
    try office.given(3, .above, .above, .submit)
    office.openGrid().type("1")
    #expect(office.message.contains("F9 t"))
    office.press("f9").type("t")
    #expect(office.evaluation(3)?.state == .draft)
    office.type("2")
    #expect(office.grid?.entry.isTouched == true)
  }

  @Test func `the spread stands beside what the unit achieved, as guidance`() throws {
    let office = try EvaluationRobot(people: 8, role: .hrHead)
    var achievement = OrganisationAchievement(id: ID(RecordID(high: 25, low: 1)))
    (achievement.unit, achievement.period, achievement.predicate) = (
      ID(EvaluationRobot.unit), EvaluationRobot.period, .good
    )
    try office.store.commit(
      Transaction(
        [.create(kind: "organisation-achievements", id: achievement.id.raw, object: achievement.object)], why: "uji"))
    office.openGrid().type("333333333333")
    #expect(office.robot.shows("SB 6  B 0  BP 0  K 0  SK 0  dari 6"))
    #expect(office.robot.shows("! Sebagian besar Baik"))
    office.press("f10")
    #expect(office.evaluation(8)?.predicate == .veryGood)
  }

  @Test func `suggestions are filled in only when asked for, and say that they are local`() throws {
    let office = try EvaluationRobot(results: 2)
    office.openGrid().press("right", "right", "right", "right").type("33")
    #expect(office.grid?.entry.value(0, "work") == "")
    office.press("f9").type("u")
    #expect(office.message.contains("saran lokal"))
    #expect(office.grid?.entry.value(0, "work") == "DI_ATAS" && office.grid?.entry.value(0, "behaviour") == "")
  }

  @Test func `what is typed and left is a draft, and comes back where it was`() throws {
    let office = try EvaluationRobot()
    office.openGrid().type("31").press("esc")
    #expect(office.grid == nil)
    let draft = try #require(office.robot.app.session.drafts.first)
    #expect(draft.title.contains("Triwulan 3"))
    office.openGrid()
    #expect(office.grid?.entry.value(0, "behaviour") == "DI_BAWAH")
    office.press("esc")
    office.perform(.push(try #require(GridDrafts.screen(draft, office.view))))
    #expect(office.grid?.entry.value(0, "work") == "DI_ATAS")
    office.press("f10")
    #expect(office.robot.app.session.drafts.isEmpty && office.evaluation(3)?.predicate == .poor)
  }

  @Test func `a unit of ninety-seven people is filled to the last one, who is then in sight`() throws {
    let office = try EvaluationRobot(people: 99, results: 4, size: Size(columns: 200, rows: 60))
    office.openGrid()
    #expect(office.grid?.people.count == 97)
    #expect(!office.robot.shows("Pegawai 99"))
    office.type(String(repeating: "32", count: 97))
    #expect(office.grid?.entry.value(96, "work") == "DI_ATAS")
    #expect(office.robot.shows("Pegawai 99"))
    #expect((0..<97).allSatisfy { office.grid?.entry.value($0, "work") == "DI_ATAS" })
  }
}
