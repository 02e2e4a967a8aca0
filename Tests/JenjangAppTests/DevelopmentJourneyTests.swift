import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
extension DevelopmentRobot {
  static let dearEvent: ID<LearningEvent> = ID(RecordID(high: 30, low: 2))

  /// An event of a programme that raises nothing, for ten million.
  func dearEvent(_ number: UInt64, on day: String) -> LearningEvent {
    var event = LearningEvent(id: ID(RecordID(high: 30, low: number)))
    (event.name, event.programme, event.form) = ("Kunjungan belajar", ID(RecordID(high: 34, low: 2)), .workshop)
    (event.start, event.end, event.state) = (DevelopmentRobot.day(day), DevelopmentRobot.day(day), .open)
    (event.capacity, event.cost, event.lessonHours) = (4, 10_000_000, 20)
    event.budget = ID(RecordID(high: 44, low: 1))
    return event
  }

  /// A line of twenty million for the course, whose one person gains two levels, and for the dear event of two people.
  var cutOperations: [JenjangDomain.Operation] {
    var line = BudgetLine(id: ID(RecordID(high: 44, low: 1)))
    (line.code, line.name, line.year) = ("5.1.02", "Pengembangan pegawai", 2_026)
    (line.source, line.planned) = (.regional, 20_000_000)
    var programme = LearningProgramme(id: ID(RecordID(high: 34, low: 2)))
    (programme.code, programme.name, programme.form) = ("KUNJ", "Kunjungan belajar", .workshop)
    let paid = book.learningEvents.updating(DevelopmentRobot.event) { ($0.budget, $0.cost) = (line.id, 10_000_000) }
    let seats = [(1, DevelopmentRobot.event), (2, DevelopmentRobot.dearEvent), (3, DevelopmentRobot.dearEvent)].map {
      (person: UInt64, event) -> JenjangDomain.Operation in
      var enrolment = Enrolment(id: ID(RecordID(high: 41, low: person)))
      (enrolment.employee, enrolment.event) = (ID(FormRobot.employee(person)), event)
      (enrolment.state, enrolment.requestedOn) = (.accepted, DevelopmentRobot.day("2026-11-01"))
      return .creating(enrolment)
    }
    return [.creating(line), .creating(programme), paid, .creating(dearEvent(2, on: "2026-12-08"))].compactMap(\.self)
      + seats
  }

  /// A call with one place for a master's study; two who applied meet the rule, the third was rated poor.
  func openCall() throws -> ID<ScholarshipCall> {
    var call = ScholarshipCall(id: ID(RecordID(high: 45, low: 1)))
    (call.name, call.programme, call.quota, call.state) = ("Beasiswa Contoh", .master, 1, .open)
    (call.opensOn, call.closesOn) = (DevelopmentRobot.day("2026-03-01"), DevelopmentRobot.day("2026-05-31"))
    (call.start, call.isReleased, call.isAccredited) = (DevelopmentRobot.day("2027-09-01"), true, true)
    var operations: [JenjangDomain.Operation] = [.creating(call)]
    for rated in [2_024, 2_025] {
      var period = EvaluationPeriod(id: ID(RecordID(high: 48, low: UInt64(rated))))
      (period.number, period.name) = (0, "Tahunan \(rated)")
      (period.start, period.end) = (Day(year: rated, month: 1, day: 1), Day(year: rated, month: 12, day: 31))
      operations.append(.creating(period))
    }
    for (number, score) in [(1, 82), (2, 75), (3, 90)] as [(UInt64, Int64)] {
      let person: ID<Employee> = ID(FormRobot.employee(number))
      operations += [
        book.employees.updating(person) {
          ($0.hireDate, $0.permanentDate) = (DevelopmentRobot.day("2015-03-01"), DevelopmentRobot.day("2016-03-01"))
          $0.birthDate = DevelopmentRobot.day("1990-05-05")
        }
      ].compactMap(\.self)
      for rated in [2_024, 2_025] {
        var evaluation = Evaluation(id: ID(RecordID(high: 46, low: number * 10_000 + UInt64(rated))))
        (evaluation.employee, evaluation.state, evaluation.predicate) = (person, .final, number < 3 ? .good : .poor)
        evaluation.period = ID(RecordID(high: 48, low: UInt64(rated)))
        evaluation.end = Day(year: rated, month: 12, day: 31)
        operations.append(.creating(evaluation))
      }
      var study = StudyApplication(id: ID(RecordID(high: 47, low: number)))
      (study.employee, study.call, study.state) = (person, call.id, .applied)
      (study.appliedOn, study.university) = (DevelopmentRobot.day("2026-04-01"), "Universitas Contoh")
      (study.fitsPlan, study.score) = (true, Decimal(units: score, scale: 0))
      operations.append(.creating(study))
    }
    try commit(operations)
    return call.id
  }
}

@MainActor
@Suite struct `Journeys of development` {
  @Test func `a panel's levels are taken where it agrees, and told where it has to talk`() throws {
    let year = try DevelopmentRobot()
    let assessment: ID<Assessment> = ID(RecordID(high: 31, low: 2))
    var speech = Competency(id: ID(RecordID(high: 32, low: 2)))
    (speech.code, speech.name, speech.kind) = ("PID-01", "Berpidato", .technical)
    var agreed = AssessmentEvidence(id: ID(RecordID(high: 42, low: 1)))
    (agreed.assessment, agreed.competency, agreed.panel) = (assessment, ID(RecordID(high: 32, low: 1)), "2 3 3")
    var apart = AssessmentEvidence(id: ID(RecordID(high: 42, low: 2)))
    (apart.assessment, apart.competency, apart.panel) = (assessment, speech.id, "1 4")
    try year.commit([.creating(speech), .creating(agreed), .creating(apart)])
    year.form.open(Assessments.reader(assessment))
    year.form.press("f9", "k")
    #expect(year.robot.shows("Keuangan daerah: 2 3 3 → 3"), "\(year.robot.screen)")
    #expect(year.robot.shows("! Berpidato: 1 4, selisih 3: bicarakan dahulu"))
    year.form.press("a")
    #expect(year.book.assessments[assessment]?.levels?.text == "KEU-01 3/30/35/30")
    year.form.press("ctrl-z")
    #expect(year.book.assessments[assessment]?.levels?.text == "KEU-01 1/30/35/30")
  }

  @Test func `a cut of thirty per cent gives up an event, whose people wait until they have another seat`() throws {
    let year = try DevelopmentRobot()
    try year.commit(year.cutOperations)
    year.form.open(BudgetScreen(2_026))
    year.form.press("f10")
    #expect(year.robot.shows("Dipotong 30%: diperlukan 20.000.000, tersedia 14.000.000"), "\(year.robot.screen)")
    #expect(year.robot.shows("1 kegiatan dipertahankan, 1 tidak; 2 orang perlu diselamatkan"))
    year.form.press("end", "f10")
    #expect(year.robot.shows("2 orang masuk antrean penyelamatan"))
    year.form.press("y")
    #expect(year.book.learningEvents[DevelopmentRobot.dearEvent]?.state == .cancelled)
    #expect(year.event?.state == .open)
    #expect(year.book.rescueCases.all.map(\.state) == [.waiting, .waiting])
    year.form.press("ctrl-z")
    #expect(year.book.rescueCases.table.count == 0, "undo takes the people out of the queue again")
    year.form.press("ctrl-y")
    try year.commit([.creating(year.dearEvent(30, on: "2026-12-15"))])
    year.form.open(ListScreen(.rescue, view: year.form.view))
    year.form.press("space", "space", "f10", "enter")
    #expect(year.book.rescueCases.all.map(\.state) == [.offered, .offered])
    let next = year.book.enrolments(of: ID(RecordID(high: 30, low: 30)))
    #expect(next.map(\.state) == [.accepted, .accepted])
  }

  @Test func `a scholarship goes from the call by rule, rank, decree and return to the end of the bond`() throws {
    let year = try DevelopmentRobot()
    let call = try year.openCall()
    year.form.open(ScholarshipReader.screen(call))
    year.form.press("f9", "c")
    #expect(year.form.message.contains("3 lamaran diperiksa"), "\(year.robot.screen)")
    let states = { year.book.applicants(for: call).map(\.state) }
    #expect(states() == [.refused, .eligible, .eligible])
    year.form.press("f10")
    #expect(year.robot.shows("Terpilih") && year.robot.shows("Cadangan"))
    year.form.press("t")
    #expect(states() == [.refused, .selected, .reserve])
    year.form.press("ctrl-z")
    #expect(states() == [.refused, .eligible, .eligible])
    year.form.press("ctrl-y")
    let study = try #require(year.book.applicants(for: call).first { $0.state == .selected })
    let stored = { year.book.studyApplications[study.id] }
    let person = try #require(study.employee)
    year.form.open(StudyReader.screen(study.id))
    year.form.press("f9", "s").go(to: "decreeNumber").type("800/77").press("f10")
    #expect(stored()?.state == .studying)
    #expect(stored()?.end == DevelopmentRobot.day("2029-08-31"))
    #expect(year.book.employees[person]?.legalStatus == .studying)
    year.form.press("f9", "b")
    #expect(year.form.message.contains("Tidak dapat"), "\(year.form.message)")
    // Two years later, told the other way round: the study lies in the past.
    let past = year.book.studyApplications.updating(study.id) {
      ($0.start, $0.end) = (DevelopmentRobot.day("2024-09-01"), DevelopmentRobot.day("2026-08-31"))
    }
    try year.commit([past].compactMap(\.self))
    year.form.press("esc", "f9", "k").press("f10")
    #expect(stored()?.state == .returned && stored()?.bondUntil != nil)
    #expect(year.book.employees[person]?.legalStatus == .active)
    #expect(year.robot.shows("Ikatan dinas tersisa"), "\(year.robot.screen)")
  }

  @Test func `what the rule cannot judge a person may declare, with a reason`() throws {
    let year = try DevelopmentRobot()
    let call = try year.openCall()
    let study = try #require(year.book.applicants(for: call).first)
    let rated = year.book.evaluations.owned(by: try #require(study.employee).raw)
    try year.commit(rated.compactMap { year.book.evaluations.deleting($0.id) })
    year.form.open(StudyReader.screen(study.id))
    year.form.press("f9", "c")
    #expect(year.book.studyApplications[study.id]?.state == .applied)
    year.form.press("f9", "y", "f10")
    #expect(year.book.studyApplications[study.id]?.state == .applied, "\(year.robot.screen)")
    year.form.type("Dinilai di instansi asal").press("f10")
    #expect(year.book.studyApplications[study.id]?.state == .eligible, "\(year.robot.screen)")
  }

  @Test func `a yearly programme is scheduled for twelve units in one go, and once`() throws {
    let year = try DevelopmentRobot()
    let programme: ID<LearningProgramme> = ID(RecordID(high: 34, low: 1))
    let raised = try #require(
      year.book.learningProgrammes.updating(programme) {
        ($0.recurrence, $0.firstMonth, $0.capacity) = (.yearly, 2, 20)
      })
    let units = (1...12 as ClosedRange<UInt64>).map { number -> JenjangDomain.Operation in
      var unit = Unit(id: ID(RecordID(high: 43, low: number)))
      (unit.code, unit.name, unit.parent) = ("U\(number)", "Dinas \(number)", ID(FormRobot.unit(1)))
      unit.validFrom = DevelopmentRobot.day("2020-01-01")
      return .creating(unit)
    }
    try year.commit([raised] + units)
    let list = { year.form.open(ListScreen(.programmes, view: year.form.view)) }
    let codes = (1...12).map { "U\($0)" }.joined(separator: ", ")
    list()
    year.form.press("f9", "y").type("2027").press("enter").type("U1, XX").press("enter")
    #expect(year.form.message.contains("Tidak ada unit berkode XX"))
    for _ in 0..<6 { year.form.press("backspace") }
    year.form.type(codes).press("enter")
    #expect(year.form.message.contains("12 kegiatan dijadwalkan"), "\(year.robot.screen)")
    let made = year.book.learningEvents.all.filter { $0.start?.year == 2_027 }
    #expect(Set(made.compactMap(\.organiser)).count == 12)
    #expect(Set(made.compactMap { $0.start }).count == 12)
    #expect(made.first?.quotas?.text == "U1 20")
    list()
    year.form.press("f9", "y").type("2027").press("enter").type(codes).press("enter")
    #expect(year.form.message.contains("Semua sudah terjadwal"))
    year.form.press("ctrl-z")
    #expect(year.book.learningEvents.table.count == 1)
  }
}
