import JSONText
import JenjangDomain
import Testing

@Suite struct `Results of an event` {
  private func finish(_ course: Course, _ attendance: String, passed: Bool?) {
    var enrolment = course.enrol(101, 11)
    enrolment.attendance = AttendanceMarks(attendance)
    enrolment.isPassed = passed
    course.apply([course.book.saving(enrolment)].compactMap(\.self))
    course.apply(course.book.finishing(course.now))
  }

  private func course() -> Course { Course(state: .running, start: "2026-11-16", end: "2026-11-20") }

  @Test(
    arguments: [
      ("HHHHH", true, .passed), ("HHHHA", true, .passed), ("HHHAA", true, .failed),
      ("HHHHH", false, .failed), ("AAAAA", nil, .absent), ("HHHHH", nil, .accepted),
    ] as [(String, Bool?, EnrolmentState)])
  func `a certificate needs four fifths of the days and a pass`(
    _ attendance: String, _ passed: Bool?, _ state: EnrolmentState
  ) {
    let course = course()
    finish(course, attendance, passed: passed)
    #expect(course.state(101) == state)
    #expect(course.book.trainings.all.count == (state == .passed ? 1 : 0))
  }

  @Test func `a passed training stands in the person's history with its hours and its expiry`() throws {
    let course = course()
    finish(course, "HHHHH", passed: true)
    let training = try #require(course.book.trainings.owned(by: (identity(11) as ID<Employee>).raw).first)
    #expect(training.name == "Keuangan Daerah")
    #expect(training.lessonHours == 16)
    #expect(training.certificateDate == theDay("2026-11-20"))
    #expect(training.certificateEnd == theDay("2028-11-19"))
    let enrolment = try #require(course.book.enrolments[identity(101)])
    #expect(enrolment.training == training.id)
    #expect(enrolment.reassessOn == theDay("2027-02-20"))
    #expect(course.book.problemsOfEverything().isEmpty)
  }

  @Test func `a gap is closed by seat, certificate and reassessment`() throws {
    let course = course()
    course.book.add(
      make(90) { (standard: inout PositionStandard) in
        standard.name = "Pelaksana"
        standard.positionKind = .operational
        standard.levels = CompetencyMarks("KEU-01 3")
        standard.validFrom = theDay("2025-01-01")
      })
    course.book.add(
      make(91) { (assessment: inout Assessment) in
        assessment.employee = identity(11)
        assessment.date = theDay("2026-01-15")
        assessment.instrument = .test
        assessment.state = .final
        assessment.levels = CompetencyMarks("KEU-01 1")
      })
    let ranking = NomineeRanking(course.now, in: course.book)
    let row = try #require(course.book.employees.table.row(of: (identity(11) as ID<Employee>).raw))
    #expect(ranking.nominees.map(\.person) == [row])
    #expect(ranking.nominees.first?.priority == 6)
    finish(course, "HHHHH", passed: true)
    let enrolment = try #require(course.book.enrolments[identity(101)])
    let again = try #require(
      course.book.reassessment(identity(92), of: enrolment, in: course.now, on: theDay("2026-11-24"), by: identity(12)))
    course.book.add(again)
    let found = try #require(course.book.competence(of: identity(11), on: theDay("2026-11-24")))
    #expect(found.gaps.isEmpty)
    #expect(found.lines.first { $0.code == "KEU-01" }?.achieved == 3)
    #expect(course.book.assessments.owned(by: (identity(11) as ID<Employee>).raw).count == 2)
  }

  @Test func `only who was there gives feedback`() {
    let course = course()
    let absent = course.enrol(102, 12)
    var present = course.enrol(101, 11)
    present.attendance = AttendanceMarks("H")
    course.apply([course.book.saving(present)].compactMap(\.self))
    let feedback = { (enrolment: ID<Enrolment>) -> EventFeedback in
      make(95) { record in
        record.enrolment = enrolment
        record.date = theDay("2026-11-20")
        record.usefulness = 4
      }
    }
    #expect(feedback(present.id).problems(in: course.book).isEmpty)
    #expect(feedback(absent.id).problems(in: course.book).map(\.field) == ["enrolment"])
  }

  @Test func `a later event of the programme serves who was left without`() {
    let course = course()
    course.book.add(
      make(96) { (rescue: inout RescueCase) in
        rescue.employee = identity(11)
        rescue.event = identity(40)
        rescue.programme = identity(50)
        rescue.since = theDay("2026-05-01")
        rescue.state = .waiting
      })
    finish(course, "HHHHH", passed: true)
    #expect(course.book.rescueCases.all.map(\.state) == [.served])
  }
}

@Suite struct `A cut of the budget` {
  /// Three events of ten million each; the first closes two levels, the others one and none.
  private func course() -> Course {
    let course = Course(capacity: 10, state: .open)
    for (place, id) in [40, 41, 42].enumerated() as EnumeratedSequence<[UInt64]> {
      var event = course.book.learningEvents[identity(id)] ?? LearningEvent(id: identity(id))
      event.name = "Angkatan \(place)"
      event.programme = place == 2 ? nil : identity(50)
      event.form = .workshop
      event.start = theDay("2026-12-0\(place + 1)")
      event.end = event.start
      event.capacity = 10
      event.state = .open
      event.budget = identity(60)
      event.cost = 10_000_000
      course.apply([course.book.saving(event)].compactMap(\.self))
    }
    course.book.add(
      make(91) { (assessment: inout Assessment) in
        assessment.employee = identity(11)
        assessment.date = theDay("2026-01-15")
        assessment.instrument = .test
        assessment.state = .final
        assessment.levels = CompetencyMarks("KEU-01 1")
      })
    course.enrol(101, 11)
    for (id, person, event) in [(102, 12, 41), (103, 13, 42)] as [(UInt64, UInt64, UInt64)] {
      course.book.add(
        make(id) { (record: inout Enrolment) in
          record.employee = identity(person)
          record.event = identity(event)
          record.state = .accepted
          record.requestedOn = theDay("2026-11-01")
        })
    }
    return course
  }

  @Test func `what closes most for the money stays`() {
    let course = course()
    let simulation = CutSimulation(year: 2026, percent: 60, in: course.book)
    #expect(simulation.wanted == 30_000_000)
    #expect(simulation.available == 20_000_000)
    #expect(simulation.lines.map(\.levels) == [2, 1, 0])
    #expect(simulation.lines.map(\.event.name) == ["Angkatan 0", "Angkatan 1", "Angkatan 2"])
    #expect(simulation.lines.map(\.proposal) == [.keep, .keep, .cancel])
  }

  @Test func `an event is merged into a kept one of its programme, or paid by a sponsor`() {
    let course = course()
    let merged = CutSimulation(year: 2026, percent: 80, in: course.book)
    #expect(merged.lines[1].proposal == .merge(identity(40)))
    course.book.add(make(70) { (partner: inout Partner) in partner.name = "Bank Contoh" })
    course.book.add(
      make(71) { (pledge: inout Pledge) in
        pledge.partner = identity(70)
        pledge.amount = 10_000_000
        pledge.pledgedOn = theDay("2026-02-01")
      })
    let paid = CutSimulation(year: 2026, percent: 80, in: course.book)
    #expect(paid.lines[2].proposal == .sponsor(identity(71)))
  }
}

@Suite struct `Calendar text` {
  @Test func `an event is what calendar programs read`() throws {
    let course = Course(end: "2026-12-01")
    let text = CalendarText(stamp: "20261124T021500Z").text(
      course.book.calendarEntries(of: course.now), named: "Pelatihan, 2026")
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.last == "")
    #expect(lines.first == "BEGIN:VCALENDAR")
    for line in [
      "X-WR-CALNAME:Pelatihan\\, 2026", "DTSTAMP:20261124T021500Z", "DTSTART;TZID=Asia/Jakarta:20261201T080000",
      "DTEND;TZID=Asia/Jakarta:20261201T160000", "SUMMARY:Keuangan Daerah I", "LOCATION:Aula 2", "STATUS:CONFIRMED",
    ] { #expect(lines.contains(Substring(line)), "\(line)") }
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(!text.replacing("\r\n", with: "").contains { $0.isNewline })
  }

  @Test func `long lines are folded and can be put together again`() throws {
    let course = Course(end: "2026-12-01")
    var event = course.now
    event.note = String(repeating: "Rapat; koordinasi, “lintas” unit\n", count: 8)
    course.apply([course.book.saving(event)].compactMap(\.self))
    let text = CalendarText(stamp: "20261124T021500Z").text(course.book.calendarEntries(of: event), named: "K")
    let lines = text.split(separator: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    let whole = text.replacing("\r\n ", with: "")
    #expect(whole.contains("Rapat\\; koordinasi\\, “lintas” unit\\n"))
  }

  @Test func `every day of an event has an identity of its own`() {
    let course = Course(end: "2026-12-03")
    let text = CalendarText(stamp: "20261124T021500Z").text(course.book.calendarEntries(of: course.now), named: "K")
    let identities = text.split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
    #expect(identities.count == 3)
    #expect(Set(identities).count == 3)
  }
}

extension Book {
  /// What is wrong with any record, warnings left out.
  func problemsOfEverything() -> [Problem] {
    types.flatMap { type -> [Problem] in
      guard let table = table(type.kind.name), type.kind.name == "trainings" || type.kind.name == "enrolments" else {
        return []
      }
      return (0..<table.rowCount).flatMap { row -> [Problem] in
        guard let object = table.object(at: row) else { return [] }
        return type.problems(of: object, id: table.id(of: row), in: self).filter { $0.severity == .error }
      }
    }
  }
}
