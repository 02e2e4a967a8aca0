import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

/// A year of performance from end to end, by keys through the real loop; each step is taken back and done again.
@MainActor
@Suite struct `From the grid to the ruling` {
  /// Takes the last step back, looks, and does it again.
  private func undone(_ office: EvaluationRobot, _ look: () -> Bool) {
    office.press("ctrl-z")
    #expect(look(), "\(office.message)")
    office.press("ctrl-y")
    #expect(!look(), "\(office.message)")
  }

  @Test func `forty are rated, submitted, released, one objects, the ruling changes the result`() throws {
    let office = try EvaluationRobot(people: 42)
    office.openGrid().type(String(repeating: "22", count: 40)).press("f10")
    #expect((3...42).allSatisfy { office.evaluation($0)?.predicate == .good })
    undone(office) { office.evaluation(3) == nil && office.evaluation(42) == nil }
    office.press("f9").type("ks")
    #expect((3...42).allSatisfy { office.evaluation($0)?.state == .submitted })
    undone(office) { office.evaluation(42)?.state == .draft }

    office.become(.hrHead, 1)
    let period = try #require(office.store.book.evaluationPeriods[EvaluationRobot.period])
    office.perform(.push(EvaluationBoard(period, view: office.view)))
    office.press("f9").type("ss")
    #expect((3...42).allSatisfy { office.evaluation($0)?.state == .released })
    undone(office) { office.evaluation(42)?.state == .submitted }

    office.become(.employee, 5)
    office.press("enter", "f10").type("Saya baca").press("enter")
    #expect(office.evaluation(5)?.state == .accepted, "\(office.robot.screen)")
    // The receipt begins the time to object: the person cannot take it back and begin again.
    office.press("ctrl-z")
    #expect(office.evaluation(5)?.state == .accepted && office.evaluation(5)?.acknowledgedOn == Fixture.today)
    office.press("f6").type("Laporan Juli tidak dihitung").press("f10")
    #expect(office.evaluation(5)?.state == .objected)
    let objection = try #require(office.store.book.objections.all.first)
    #expect(objection.hearer?.raw == EvaluationRobot.person(EvaluationRobot.chief))
    undone(office) { office.evaluation(5)?.state == .accepted && office.store.book.objections.table.count == 0 }

    office.become(.supervisor, EvaluationRobot.chief, units: [RecordID(high: 1, low: 2)])
    office.perform(.push(ObjectionPage.screen(objection.id)))
    office.press("f10", "k", "1", "1").type("Buktinya sah").press("f10")
    #expect(office.evaluation(5)?.predicate == .veryGood && office.evaluation(5)?.state == .final)
    #expect(office.evaluation(5)?.work == .asExpected && office.evaluation(5)?.ruledWork == .above)
    #expect(office.store.book.objections[objection.id]?.state == .ruled)
    office.press("esc")
    undone(office) { office.evaluation(5)?.state == .objected && office.evaluation(5)?.ruledWork == nil }
    #expect((3...42).filter { $0 != 5 }.allSatisfy { office.evaluation($0)?.predicate == .good })
    for evaluation in office.store.book.evaluations.all {
      #expect(evaluation.problems(in: office.store.book).allSatisfy { $0.severity == .warning })
    }
  }

  @Test func `a subordinate with ten items takes thirteen keys from Home, and three more to submit`() throws {
    let office = try EvaluationRobot()
    let keys = ["4", "enter"] + "2222222222".map { String($0) } + ["f10"]
    #expect(keys.count == 13)
    for key in keys { office.press(key) }
    #expect(office.evaluation(3)?.predicate == .good && office.evaluation(3)?.state == .draft)
    // The next one has come up: rated, and submitted with three keys.
    for key in "2222222222" { office.press(String(key)) }
    for key in ["f9", "k", "s"] { office.press(key) }
    #expect(office.evaluation(4)?.state == .submitted)
  }

  @Test func `the grid saves who can be saved, marks who cannot with the reason, and keeps what was typed`() throws {
    let office = try EvaluationRobot(role: .supervisor, as: EvaluationRobot.chief, size: Size(columns: 120, rows: 60))
    for number in 3...5 { try office.given(number, .above, .above, .submit) }
    office.openGrid(nil, mode: .calibrating)
    office.press("home", "right", "right").type("2").press("down", "home", "right", "right").type("2")
    office.press("end").type("Setara rekan").press("enter")
    office.press("f10")
    #expect(office.evaluation(4)?.calibratedWork == .asExpected && office.evaluation(3)?.calibratedWork == nil)
    #expect(office.message.contains("Pegawai 03") && office.message.contains("alasan kalibrasi"), "\(office.message)")
    #expect(office.grid?.entry.touchedLines == [EvaluationRobot.plan(3).raw.text])
    #expect(office.grid?.entry.line == 0 && office.grid?.entry.currentColumn?.key == "calibrationReason")
    office.type("Setara juga").press("enter", "f10")
    #expect(office.evaluation(3)?.calibratedWork == .asExpected)
    #expect(office.grid?.entry.isTouched == false)
  }

  @Test func `what changed since it was taken back stands before the one who calibrates`() throws {
    let office = try EvaluationRobot()
    office.openGrid().type("33")
    office.press("f10", "f9").type("ks")
    office.press("ctrl-home", "home", "f9").type("t")
    #expect(office.evaluation(3)?.state == .draft)
    office.type("2").press("f10", "f9").type("ks")
    #expect(office.evaluation(3)?.work == .asExpected && office.evaluation(3)?.state == .submitted)
    office.become(.supervisor, EvaluationRobot.chief, units: [RecordID(high: 1, low: 2)])
    office.openGrid(nil, mode: .calibrating).press("f9").type("w")
    #expect(office.robot.shows("SEJAK DITARIK KEMBALI"))
    #expect(office.robot.shows("Di atas ekspektasi"))
  }

  @Test func `an objection left as a draft marks the result when it is filed from Home`() throws {
    let year = try FollowUpRobot(work: .below)
    let evaluation = try #require(year.book.evaluations[FollowUpRobot.evaluation])
    year.form.open(ObjectionFiling.form(evaluation, year.form.view))
    year.form.type("Dua hasil tidak dihitung").press("esc")
    #expect(year.book.objections.table.count == 0)
    let draft = try #require(year.robot.app.session.drafts.first)
    year.form.open(FormScreen.resume(draft, view: year.form.view))
    #expect(year.robot.shows("Keberatan, sampai"))
    #expect(year.robot.shows("[24-11-2026") && !year.robot.shows("2026-11-24"))
    year.form.press("f10")
    let objection = year.book.objections.all.first
    #expect(objection?.grounds == "Dua hasil tidak dihitung" && objection?.hearer == evaluation.superior)
    #expect(objection?.state == .filed && objection?.evaluation == evaluation.id)
    #expect(year.book.evaluations[FollowUpRobot.evaluation]?.state == .objected)
  }

  @Test func `a ruling left as a draft still changes the result`() throws {
    let year = try FollowUpRobot(work: .below)
    try year.object()
    year.form.open(ObjectionPage.screen(ID(RecordID(high: 26, low: 1))))
    year.form.press("f10", "k", "1", "1").type("Bukti meyakinkan").press("esc")
    let draft = try #require(year.robot.app.session.drafts.first)
    year.form.press("esc")
    year.form.open(FormScreen.resume(draft, view: year.form.view))
    year.form.press("f10")
    #expect(year.book.objections.all.first?.ruling == .upheld && year.predicate == .veryGood)
    #expect(year.book.evaluations[FollowUpRobot.evaluation]?.state == .final)
  }

  @Test func `coaching left as a draft begins with its dialogues`() throws {
    let year = try FollowUpRobot(work: .below, behaviour: .below)
    let evaluation = try #require(year.book.evaluations[FollowUpRobot.evaluation])
    let need = try #require(CoachingNeed(of: evaluation, in: year.book))
    year.form.open(CoachingPage.beginning(need, year.form.view))
    year.form.type("Semua laporan tepat waktu").press("esc")
    let draft = try #require(year.robot.app.session.drafts.first)
    year.form.open(FormScreen.resume(draft, view: year.form.view))
    year.form.press("f10")
    #expect(year.book.coachingProgrammes.all.first?.evaluation == evaluation.id)
    #expect(year.book.coachingDialogues.table.count == 6)
  }

  @Test func `a plan that comes again shows what was mended since it was given back`() throws {
    let robot = try PerformanceRobot().opened()
    let result = try robot.addResult("Berkas tertata", to: 2)
    robot.press("4", "8", "rina", "enter", "f10")
    robot.press("f9", "k", "target terlalu rendah", "enter", "Naikkan", "enter")
    let indicator = try #require(robot.book.indicators.owned(by: result.raw).first)
    let raised = try #require(robot.book.indicators.updating(indicator.id) { $0.target = "24" })
    try robot.robot.store.commit(Transaction([raised]))
    try robot.addResult("Arsip digital", to: 2)
    robot.robot.settle()
    robot.press("f10", "f9", "d")
    #expect(robot.robot.shows("Sejak dikembalikan (Target terlalu rendah. Naikkan)"), "\(robot.robot.screen)")
    #expect(robot.robot.shows("+ Arsip digital") && robot.robot.shows("~ Berkas tertata"))
    #expect(robot.robot.shows("Laporan 12 dokumen") && robot.robot.shows("Laporan 24 dokumen"))
  }

  @Test func `every screen of the menu page opens with one key`() throws {
    let robot = try PerformanceRobot().opened()
    robot.press("4", "a")
    #expect(robot.robot.shows("Keberatan"))
    #expect(robot.robot.app.stack.top is Objections)
    robot.press("esc", "e")
    #expect(robot.robot.shows("Log inovasi"))
  }

  @Test func `who acts for an assessor who left rates the unit for that time and not after it`() throws {
    let office = try EvaluationRobot(role: .employee, as: 4)
    var role = RoleAssignment(id: ID(RecordID(high: 9, low: 5)))
    (role.employee, role.role, role.assignment) = (ID(EvaluationRobot.person(4)), .supervisor, .acting)
    (role.unit, role.actingFor) = (ID(EvaluationRobot.unit), ID(EvaluationRobot.person(1)))
    (role.from, role.until) = (Fixture.today, Fixture.today.adding(days: 2))
    let access = office.store.book.access
    office.store.book.access = nil
    office.store.book.apply(.creating(role))
    office.store.book.access = access
    office.store.beginDay(Fixture.today.adding(days: 1), movesBook: false)
    let actor = try #require(office.store.visitor?.identity.actors.first { $0.isActing })
    office.perform(.all([.home, .take(actor)]))
    office.press("4", "enter")
    #expect(office.form?.person?.name == "Pegawai 03")
    office.type("2222222222").press("f10")
    #expect(office.evaluation(3)?.predicate == .good)
    #expect(office.evaluation(3)?.assessor?.raw == EvaluationRobot.person(1))
    office.press("esc")
    office.openGrid()
    #expect(office.grid?.people.contains { $0.name == "Pegawai 04" } == false)
    office.robot.midnight(Fixture.today.adding(days: 3))
    #expect(office.store.visitor?.actor.isActing == false)
    office.openGrid()
    let left = office.grid?.people.count ?? 0
    #expect(left == 0)
  }
}
