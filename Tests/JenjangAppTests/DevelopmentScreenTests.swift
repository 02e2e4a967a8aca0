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
struct DevelopmentRobot: OfficeRobot {
  let form: FormRobot
  static let event: ID<LearningEvent> = ID(RecordID(high: 30, low: 1))

  var robot: Robot { form.robot }
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

  private func enrol(_ year: DevelopmentRobot, _ states: [(UInt64, EnrolmentState)]) throws {
    try year.commit(
      states.map { number, state in
        var enrolment = Enrolment(id: ID(RecordID(high: 35, low: number)))
        (enrolment.event, enrolment.employee) = (DevelopmentRobot.event, ID(FormRobot.employee(number)))
        (enrolment.start, enrolment.state) = (DevelopmentRobot.day("2026-12-01"), state)
        return .creating(enrolment)
      })
  }

  @Test func `who waits is offered as a substitute first, and takes the place with the record of before`() throws {
    let year = try DevelopmentRobot()
    try enrol(year, [(1, .accepted), (2, .waiting)])
    year.form.open(EventPage(DevelopmentRobot.event))
    year.form.press("f9", "p", "enter")
    let now = year.book.enrolments(of: DevelopmentRobot.event)
    #expect(now.count == 2)
    #expect(now.first { $0.employee?.raw == FormRobot.employee(1) }?.state == .substituted)
    let next = now.first { $0.employee?.raw == FormRobot.employee(2) }
    #expect(next?.state == .accepted && next?.substituteOf?.raw == RecordID(high: 35, low: 1))
  }

  @Test func `a blank that comes together with a name marks the person of that name`() throws {
    let year = try DevelopmentRobot()
    year.form.open(NomineePicker(DevelopmentRobot.event))
    year.form.press("f11")
    let picker = { year.robot.app.stack.top as? NomineePicker }
    let wanted = try #require(picker()?.rows.items.last)
    let name = year.form.view.cell(year.book.employees.table, wanted.person, "name")
    #expect(picker()?.rows.items.first?.person != wanted.person)
    for letter in name.unicodeScalars.prefix(while: { $0 != " " }) {
      year.robot.app.handle(.key(Key(.character(letter))))
    }
    year.robot.app.handle(.key(Key(.character(" "))))
    year.robot.settle()
    #expect(picker()?.rows.marked.map(\.person) == [wanted.person])
  }

  @Test func `only who was there is asked for feedback`() throws {
    let year = try DevelopmentRobot()
    try enrol(year, [(1, .accepted)])
    year.form.open(EventPage(DevelopmentRobot.event))
    year.form.press("f9").press("u")
    #expect(!year.form.isOpen && year.robot.shows("Hanya yang hadir"))
  }

  @Test func `a unit is assessed in a grid, earlier levels stay`() throws {
    let year = try DevelopmentRobot()
    year.form.open(AssessmentGrid(ID(FormRobot.unit(1)), .test))
    year.form.press("3", "f10")
    #expect(year.form.message.contains("Asesmen 1 orang tersimpan"))
    #expect(year.book.assessments.table.count == 7)
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
