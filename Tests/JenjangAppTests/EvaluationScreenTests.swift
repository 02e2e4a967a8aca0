import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `Evaluations of one person and of many` {
  private func start(_ office: EvaluationRobot) {
    office.perform(.push(EvaluationStart.duty(office.view)))
  }

  @Test func `ten items of the first who waits take ten digits and one key to save`() throws {
    let office = try EvaluationRobot()
    office.press("4", "enter")
    #expect(office.form?.person?.name == "Pegawai 03")
    office.type("3222222222").press("f10")
    let evaluation = office.evaluation(3)
    #expect(evaluation?.results?[1] == .above && evaluation?[.collaborative] == .asExpected)
    #expect(evaluation?.work == .asExpected && evaluation?.behaviour == .asExpected && evaluation?.predicate == .good)
    #expect(office.form?.person?.name == "Pegawai 04")
    office.press("ctrl-z")
    #expect(office.evaluation(3) == nil)
  }

  @Test func `a form shows target, realisation, guidance and the predicate that follows`() throws {
    let office = try EvaluationRobot()
    start(office)
    #expect(office.robot.shows("12 dokumen") && office.robot.shows("Jumlah laporan"))
    office.type("3")
    #expect(office.robot.shows("Memahami dan memenuhi kebutuhan masyarakat"))
    office.type("333333333")
    #expect(office.robot.shows("Sangat Baik"))
    #expect(office.robot.shows("saran lokal (F9 u): hasil 3, perilaku 3"))
    office.type("Selalu tuntas").press("enter").type("1").press("f10")
    #expect(office.evaluation(3)?.note == "Selalu tuntas" && office.evaluation(3)?.recommendation == .reward)
  }

  @Test func `paging saves and goes on, and the end of a form submits after a question`() throws {
    let office = try EvaluationRobot()
    start(office)
    office.type("2222222222").press("pgdn")
    #expect(office.form?.person?.name == "Pegawai 04" && office.evaluation(3)?.predicate == .good)
    office.press("pgup")
    #expect(office.form?.entry.value(1, EvaluationItems.now) == "SESUAI")
    office.press("f9").type("ks")
    #expect(office.evaluation(3)?.state == .submitted)
  }

  @Test func `the superior calibrates beside the assessor's ratings, only with a reason`() throws {
    let office = try EvaluationRobot(role: .supervisor, as: EvaluationRobot.chief, size: Size(columns: 120, rows: 60))
    try office.given(3, .above, .above, .submit)
    office.openGrid(nil, mode: .calibrating)
    #expect(office.grid?.people.count == 1)
    office.press("home", "right", "right").type("2").press("f10")
    #expect(office.message.contains("alasan kalibrasi"))
    #expect(office.evaluation(3)?.calibratedWork == nil)
    office.type("Target tahun ini lebih rendah").press("enter", "f10")
    let evaluation = office.evaluation(3)
    #expect(evaluation?.work == .above && evaluation?.calibratedWork == .asExpected && evaluation?.predicate == .good)
    #expect(evaluation?.calibratedBy?.raw == EvaluationRobot.person(EvaluationRobot.chief))
    office.press("f9").type("w")
    #expect(office.robot.shows("Kalibrasi atasan") && office.robot.shows("Target tahun ini lebih rendah"))
    #expect(office.robot.shows("performance.matrix"))
  }

  @Test func `a result is seen once it is released, and received with an answer`() throws {
    let office = try EvaluationRobot(role: .hrHead)
    try office.given(4, .above, .above, .submit)
    office.become(.employee, 4)
    #expect(!office.robot.shows("hasil penilaian Anda"))
    office.become(.hrHead, 1)
    let period = try #require(office.store.book.evaluationPeriods[EvaluationRobot.period])
    office.perform(.push(EvaluationBoard(period, view: office.view)))
    office.press("f9").type("s")
    #expect(office.robot.shows("Pegawai melihat hasilnya"))
    office.type("s")
    #expect(office.evaluation(4)?.state == .released)
    office.become(.employee, 4)
    #expect(office.robot.shows("1 hasil penilaian Anda untuk diterima"))
    office.press("tab", "enter")
    #expect(office.robot.shows("Sangat Baik"))
    office.press("f10").type("Terima kasih").press("enter")
    #expect(office.evaluation(4)?.state == .accepted && office.evaluation(4)?.acknowledgement == "Terima kasih")
    #expect(!office.robot.shows("Ctrl-Z"), "what the role may not take back is not offered")
  }

  @Test func `the list shows everybody, late ones and drafts apart, and releases what was sent`() throws {
    let office = try EvaluationRobot(role: .hrHead, size: Size(columns: 120, rows: 30))
    try office.given(3, .above, .above, .submit)
    try office.given(4, .asExpected, .asExpected)
    let period = try #require(office.store.book.evaluationPeriods[EvaluationRobot.period])
    office.perform(.push(EvaluationBoard(period, view: office.view)))
    let board = { office.top as? EvaluationBoard }
    #expect(board()?.lines.count == 6)
    office.press("f4").type("lewat").press("enter")
    #expect(board()?.lines.count == 5)
    office.press("esc").type("pegawai04")
    #expect(board()?.lines.count == 1)
    office.press("enter")
    #expect(office.form?.person?.name == "Pegawai 04")
    office.press("esc", "esc", "f9").type("ss")
    #expect(office.evaluation(3)?.state == .released && office.evaluation(4)?.state == .draft)
    office.press("f9").type("ds")
    #expect(office.evaluation(3)?.state == .accepted)
  }

  @Test func `a unit's achievement rates its head anew in the same saving`() throws {
    let office = try EvaluationRobot(role: .hrHead, as: 3)
    var unit = try #require(office.store.book.units[ID(EvaluationRobot.unit)])
    unit.head = ID(RecordID(high: 30, low: 1))
    var post = Post(id: ID(RecordID(high: 30, low: 1)))
    (post.code, post.name, post.unit) = ("SDM-01", "Kepala Bagian", unit.id)
    var plan = try #require(office.store.book.performancePlans[EvaluationRobot.plan(1)])
    plan.post = post.id
    let operations = [
      JenjangDomain.Operation.create(kind: "posts", id: post.id.raw, object: post.object),
      office.store.book.units.saving(unit), office.store.book.performancePlans.saving(plan),
    ].compactMap(\.self)
    try office.store.commit(Transaction(operations, why: "uji"))
    try office.given(1, .below, .above)
    #expect(office.evaluation(1)?.predicate == .needsImprovement)
    let period = try #require(office.store.book.evaluationPeriods[EvaluationRobot.period])
    office.perform(.push(AchievementGrid(period, view: office.view)))
    for _ in 0..<3 {
      let key = (office.top as? AchievementGrid)?.entry.current?.key
      if key != EvaluationRobot.unit.text { office.press("down") }
    }
    office.press("right").type("5").press("f10")
    #expect(office.message.contains("1 pimpinan dinilai ulang"))
    #expect(office.evaluation(1)?.work == .above && office.evaluation(1)?.predicate == .veryGood)
    office.press("ctrl-z")
    #expect(office.evaluation(1)?.predicate == .needsImprovement)
  }

  @Test func `a supervisor's Home begins with what is due, and Enter opens the grid at the first one`() throws {
    let office = try EvaluationRobot(size: Size(columns: 120, rows: 30))
    #expect(office.robot.shows("4 penilaian Triwulan 3 belum selesai, 4 telat"))
    #expect(!office.robot.shows("tanpa pendidikan tercatat"))
    office.press("enter")
    #expect(office.grid?.current?.name == "Pegawai 03")
    office.type("22").press("f10", "esc")
    #expect(office.robot.shows("4 penilaian"))
    office.press("enter", "f9").type("ks").press("esc")
    #expect(office.robot.shows("3 penilaian"))
  }

  @Test func `how assessors rate is for officers, leaders and auditors alone`() throws {
    let office = try EvaluationRobot(role: .hrHead, size: Size(columns: 120, rows: 30))
    for number in 3...6 { try office.given(number, .above, .above, .submit) }
    let period = try #require(office.store.book.evaluationPeriods[EvaluationRobot.period])
    office.perform(.push(AssessorScreen(period, view: office.view)))
    #expect(office.robot.shows("Sitinjak, Robert") && office.robot.shows("100%"))
    office.press("tab")
    #expect(office.robot.shows("JENIS KELAMIN") && office.robot.shows("Perempuan"))
    office.become(.supervisor, 1, units: [EvaluationRobot.unit])
    office.perform(.push(AssessorScreen(period, view: office.view)))
    #expect(!(office.top is AssessorScreen))
    #expect(office.message.contains("hanya untuk petugas"))
  }

  @Test func `an office without roles rates by unit`() throws {
    let office = try EvaluationRobot(role: nil)
    start(office)
    #expect(office.top is UnitRecapScreen)
    #expect(office.robot.shows("Biro SDM"))
    office.press("down", "enter")
    #expect(office.grid?.people.count == 5)
    office.type("22").press("f10")
    #expect(office.message.contains("Tersimpan"))
  }

  @Test func `without a cycle each screen says what to do first`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    for entry in [ScreenEntry.evaluations, .evaluationBoard, .evaluationRecap, .calibration, .achievements, .assessors]
    {
      robot.app.perform(.open(entry, robot.app.view))
      robot.settle()
      #expect(robot.shows("Belum ada siklus kinerja yang berjalan"))
      robot.press("esc")
    }
  }
}

@MainActor
@Suite struct `Pictures of evaluations` {
  nonisolated static let screens = [
    "grid", "form", "board", "recap", "achievements", "assessors", "calibration", "reader",
  ]

  @Test(arguments: screens, [Language.indonesian, .english])
  func `a screen of evaluations looks as it was accepted`(name: String, language: Language) throws {
    try compare(name, Size(columns: 80, rows: 24), language)
  }

  @Test(arguments: screens) func `it looks as accepted in a large and in a small window`(name: String) throws {
    try compare(name, Size(columns: 200, rows: 60), .indonesian)
    try compare(name, Size(columns: 60, rows: 20), .indonesian)
  }

  private func compare(_ name: String, _ size: Size, _ language: Language) throws {
    let office = try EvaluationRobot(people: 12, results: 3, role: .hrHead, size: size, language: language)
    try fill(office)
    let period = try #require(office.store.book.evaluationPeriods[EvaluationRobot.period])
    let view = office.view
    let unit = EvaluationScope.unit(ID(EvaluationRobot.unit))
    switch name {
    case "grid":
      office.openGrid(unit).press("down", "down").type("13")
    case "form":
      office.perform(.push(EvaluationForm(period, people: [EvaluationRobot.plan(9).raw.text], view: view)))
      office.type("32")
    case "board": office.perform(.push(EvaluationBoard(period, view: view)))
    case "recap": office.perform(.push(UnitRecapScreen(period, view: view)))
    case "achievements": office.perform(.push(AchievementGrid(period, view: view)))
    case "assessors": office.perform(.push(AssessorScreen(period, view: view)))
    case "calibration":
      office.openGrid(.calibrated(by: [EvaluationRobot.person(2)]), mode: .calibrating).type("2")
    default:
      let evaluation = try #require(office.evaluation(3))
      office.perform(.push(EvaluationReader.screen(evaluation, name: "Pegawai 03", view)))
    }
    let tag = language == .indonesian ? "id" : "en"
    let difference = Golden.difference(
      office.robot.screen, "evaluations-\(name)-\(size.columns)x\(size.rows)-\(tag)", beside: #filePath)
    #expect(difference == nil, "\(difference ?? "")")
  }

  private func fill(_ office: EvaluationRobot) throws {
    try office.given(3, .above, .above, .submit)
    try office.given(4, .asExpected, .above, .submit)
    try office.given(5, .below, .asExpected)
    try office.given(6, .asExpected, .asExpected, .submit, .release)
    var achievement = OrganisationAchievement(id: ID(RecordID(high: 25, low: 1)))
    (achievement.unit, achievement.period) = (ID(EvaluationRobot.unit), EvaluationRobot.period)
    achievement.predicate = .good
    try office.store.commit(
      Transaction(
        [.create(kind: "organisation-achievements", id: achievement.id.raw, object: achievement.object)], why: "uji"))
    office.robot.settle()
  }
}
