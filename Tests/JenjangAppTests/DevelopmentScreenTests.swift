import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

/// Six people in operational posts that require KEU-01 at level 3; all were found at level 1 in January.
///
/// A course that raises it to 3 is open from 1 to 2 December 2026, with five seats.
@MainActor
struct DevelopmentRobot {
  let form: FormRobot
  static let event: ID<LearningEvent> = ID(RecordID(high: 30, low: 1))

  var robot: Robot { form.robot }
  var book: Book { robot.store.book }
  var event: LearningEvent? { book.learningEvents[DevelopmentRobot.event] }

  init(size: Size = Size(columns: 80, rows: 24)) throws {
    form = try FormRobot(size: size)
    try commit(DevelopmentRobot.catalogue)
    let book = robot.store.book
    try commit(
      (1...6 as ClosedRange<UInt64>).flatMap { number -> [JenjangDomain.Operation] in
        let person = FormRobot.employee(number)
        let position = book.positionHistories.owned(by: person).last.flatMap { position in
          book.positionHistories.updating(position.id) { $0.positionKind = .operational }
        }
        var assessment = Assessment(id: ID(RecordID(high: 31, low: number)))
        (assessment.employee, assessment.date) = (ID(person), DevelopmentRobot.day("2026-01-15"))
        (assessment.instrument, assessment.state) = (.test, .final)
        assessment.levels = CompetencyMarks("KEU-01 1/30/35/30")
        return [position].compactMap(\.self) + [.creating(assessment)]
      })
  }

  func commit(_ operations: [JenjangDomain.Operation]) throws {
    try robot.store.commit(Transaction(operations, why: "fixture"))
    robot.settle()
  }

  static func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }

  private static var catalogue: [JenjangDomain.Operation] {
    var competency = Competency(id: ID(RecordID(high: 32, low: 1)))
    (competency.code, competency.name, competency.kind) = ("KEU-01", "Keuangan daerah", .technical)
    competency.level3 = "Menangani kasus yang tidak biasa"
    var standard = PositionStandard(id: ID(RecordID(high: 33, low: 1)))
    (standard.name, standard.positionKind) = ("Pelaksana", .operational)
    (standard.levels, standard.validFrom) = (CompetencyMarks("KEU-01 3"), day("2024-01-01"))
    var programme = LearningProgramme(id: ID(RecordID(high: 34, low: 1)))
    (programme.code, programme.name, programme.form) = ("KEU-D", "Keuangan Daerah", .workshop)
    (programme.raises, programme.lessonHours) = (CompetencyMarks("KEU-01 3"), 16)
    var event = LearningEvent(id: event)
    (event.name, event.programme, event.form) = ("Keuangan Daerah I", programme.id, .workshop)
    (event.start, event.end, event.state) = (day("2026-12-01"), day("2026-12-02"), .open)
    (event.capacity, event.room) = (5, "Aula 2")
    return [.creating(competency), .creating(standard), .creating(programme), .creating(event)]
  }

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

  /// Puts the course into the past, as if its days had come.
  func hold() throws {
    let operation = book.learningEvents.updating(DevelopmentRobot.event) { event in
      (event.start, event.end) = (DevelopmentRobot.day("2026-11-23"), DevelopmentRobot.day("2026-11-24"))
      event.state = .running
    }
    try commit([operation].compactMap(\.self))
  }

  func gaps(of person: UInt64) -> [String] {
    book.competence(of: ID(FormRobot.employee(person)), on: Fixture.today)?.gaps.map(\.code) ?? ["?"]
  }

  func enrolments() -> [EnrolmentState?] { book.enrolments(of: DevelopmentRobot.event).map(\.state) }
}

@MainActor
@Suite struct `Development screens` {
  @Test func `a gap becomes a plan, a seat, a certificate and is closed`() throws {
    let year = try DevelopmentRobot()
    year.form.open(CompetencePage(ID(FormRobot.employee(4))))
    #expect(year.robot.shows("1 kesenjangan"))
    year.form.press("f6")
    #expect(year.robot.shows("RPI 2026"))
    #expect(year.book.developmentActions.all.map(\.title) == ["Keuangan Daerah"])
    year.form.press("esc", "end")
    year.form.press("f10", "enter")
    #expect(year.form.message.contains("1 orang diusulkan"))
    year.form.press("f9", "s")
    #expect(year.enrolments() == [.accepted])
    try year.hold()
    year.form.press("f7", "home", "h", "right", "h", "right", "y", "f10")
    #expect(year.form.message.contains("Kehadiran 1 orang tersimpan"))
    year.form.press("esc", "f9", "h")
    #expect(year.enrolments() == [.passed])
    let training = try #require(year.book.trainings.owned(by: FormRobot.employee(4)).last)
    #expect(training.name == "Keuangan Daerah" && training.lessonHours == 16)
    #expect(year.gaps(of: 4) == ["KEU-01"])
    year.form.press("f9", "k", "f10")
    #expect(year.gaps(of: 4).isEmpty)
    #expect(year.book.assessments.owned(by: FormRobot.employee(4)).count == 2)
  }

  @Test func `five people are named in the keys that were promised`() throws {
    let year = try DevelopmentRobot()
    year.form.open(EventPage(DevelopmentRobot.event))
    var keys = 1
    year.form.press("f6")
    for name in ["dew", "rin", "ami", "agu", "rob"] {
      year.form.type(name).press("space")
      keys += 4
    }
    year.form.press("f10")
    keys += 1
    #expect(keys == 22)
    #expect(year.enrolments().count == 5)
    #expect(year.enrolments().allSatisfy { $0 == .nominated })
  }

  @Test func `attendance of twenty with three absent is twenty keys and a save`() throws {
    let year = try DevelopmentRobot()
    try year.hold()
    let people = try (0..<20).map { number -> ID<Employee> in
      guard number >= 6 else { return ID(FormRobot.employee(UInt64(number + 1))) }
      var person = Employee(id: ID(RecordID(high: 40, low: UInt64(number))))
      person.name = "Peserta \(number)"
      try year.robot.store.commit(Transaction([.creating(person)], why: "fixture"))
      return person.id
    }
    try year.commit(
      people.enumerated().map { number, person in
        var enrolment = Enrolment(id: ID(RecordID(high: 41, low: UInt64(number))))
        (enrolment.employee, enrolment.event, enrolment.state) = (person, DevelopmentRobot.event, .accepted)
        enrolment.requestedOn = DevelopmentRobot.day("2026-11-01")
        return .creating(enrolment)
      })
    year.form.open(TrainingCalendar(Fixture.today))
    year.form.press("f7")
    for number in 0..<20 { year.form.press([3, 8, 15].contains(number) ? "a" : "h") }
    year.form.press("f10")
    let marks = year.book.enrolments(of: DevelopmentRobot.event).compactMap { $0.attendance?[2] }
    #expect(marks.count { $0 == .present } == 17)
    #expect(marks.count { $0 == .absent } == 3)
  }

  @Test func `the waiting list moves up in the saving that frees a seat`() throws {
    let year = try DevelopmentRobot()
    let capacity = year.book.learningEvents.updating(DevelopmentRobot.event) { $0.capacity = 1 }
    try year.commit([capacity].compactMap(\.self))
    try year.commit(
      ([(1, .accepted), (2, .waiting)] as [(UInt64, EnrolmentState)]).map { number, state in
        var enrolment = Enrolment(id: ID(RecordID(high: 41, low: number)))
        (enrolment.employee, enrolment.event) = (ID(FormRobot.employee(number)), DevelopmentRobot.event)
        (enrolment.state, enrolment.requestedOn) = (state, DevelopmentRobot.day("2026-11-01"))
        enrolment.approvedOn = enrolment.requestedOn
        return .creating(enrolment)
      })
    year.form.open(EventPage(DevelopmentRobot.event))
    year.form.press("f9", "m").type("sakit").press("enter")
    #expect(year.form.message.contains("naik dari daftar tunggu"))
    #expect(year.enrolments() == [.withdrawn, .accepted])
    year.form.press("ctrl-z")
    #expect(year.enrolments() == [.accepted, .waiting])
  }

  @Test func `a cancelled event says what it means before it is done, and keeps its people`() throws {
    let year = try DevelopmentRobot()
    try year.commit([
      {
        var enrolment = Enrolment(id: ID(RecordID(high: 41, low: 1)))
        (enrolment.employee, enrolment.event) = (ID(FormRobot.employee(1)), DevelopmentRobot.event)
        (enrolment.state, enrolment.requestedOn) = (.accepted, DevelopmentRobot.day("2026-11-01"))
        return .creating(enrolment)
      }()
    ])
    year.form.open(EventPage(DevelopmentRobot.event))
    year.form.press("f9", "l", "8", "1")
    #expect(year.robot.shows("1 orang masuk antrean penyelamatan"))
    #expect(year.event?.state == .open)
    year.form.press("y")
    #expect(year.event?.state == .cancelled)
    #expect(year.book.rescueCases.all.map(\.state) == [.waiting])
  }

  @Test func `a unit is assessed in a grid, earlier levels stay`() throws {
    let year = try DevelopmentRobot()
    year.form.open(AssessmentGrid(ID(FormRobot.unit(1)), .test))
    year.form.press("3", "f10")
    #expect(year.form.message.contains("Asesmen 1 orang tersimpan"))
    #expect(year.book.assessments.table.count == 7)
  }

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

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 200, rows: 60), Size(columns: 60, rows: 20)])
  func `the calendar shows the day's events in every view`(_ size: Size) throws {
    let year = try DevelopmentRobot(size: size)
    year.form.open(TrainingCalendar(DevelopmentRobot.day("2026-12-01")))
    for _ in 0..<3 {
      #expect(year.robot.shows("Keuang"))
      year.form.press("f11")
    }
    year.form.press("enter")
    #expect(year.robot.shows("Keuangan Daerah I"))
  }

  @Test func `an event is moved with its consequences shown first`() throws {
    let year = try DevelopmentRobot()
    year.form.open(EventPage(DevelopmentRobot.event))
    year.form.press("f9", "g").type("07-12-2026").press("enter")
    #expect(year.robot.shows("7 Des 2026"))
    year.form.press("p")
    #expect(year.event?.start == DevelopmentRobot.day("2026-12-07"))
    #expect(year.event?.end == DevelopmentRobot.day("2026-12-08"))
    #expect(year.event?.formerStart == DevelopmentRobot.day("2026-12-01"))
  }
}
