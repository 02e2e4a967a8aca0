import JenjangDomain
import Testing

extension Course {
  /// Somebody is on leave while the course is held, unless it says otherwise.
  func leave(
    _ person: UInt64, _ kind: LeaveKind = .annual, from: String = "2026-12-02", to: String = "2026-12-04",
    state: LeaveState = .granted, returned: String? = nil
  ) {
    book.add(
      make(900 + person) { (leave: inout Leave) in
        leave.employee = identity(person)
        leave.kind = kind
        leave.start = theDay(from)
        leave.end = theDay(to)
        leave.state = state
        leave.returnedOn = returned.map { theDay($0) }
      })
  }

  func clashes(_ person: UInt64) -> [Clash] { EventClashes(now, in: book).of(identity(person)) }
}

@Suite struct `Leave and the calendar` {
  @Test(
    arguments: [
      (LeaveState.granted, "2026-12-02", nil, true), (.requested, "2026-12-02", nil, true),
      (.refused, "2026-12-02", nil, false), (.cancelled, "2026-12-02", nil, false),
      (.granted, "2026-12-03", nil, false), (.granted, "2026-12-01", "2026-12-01", false),
    ] as [(LeaveState, String, String?, Bool)])
  func `who is on leave on its days cannot come`(
    _ state: LeaveState, _ from: String, _ returned: String?, _ isAway: Bool
  ) {
    let course = Course()
    course.leave(11, from: from, state: state, returned: returned)
    #expect(course.clashes(11).map(\.kind) == (isAway ? [.leave] : []))
  }

  @Test func `which leave it is, only those learn who may see it`() throws {
    let course = Course()
    course.leave(11, .sick)
    let text = try #require(course.clashes(11).first?.text.english)
    #expect(text == "Orang 11: Sick leave until 04-12-2026")
    let mentor = Actor(person: (identity(12) as ID<Employee>).raw, role: .mentor)
    course.book.access = Access(mentor, in: course.book, on: course.book.day)
    let hidden = try #require(course.clashes(11).first?.text.english)
    #expect(hidden == "Orang 11: On leave until 04-12-2026")
  }

  @Test func `it is said at the fields of the event, the seat and the speaker`() throws {
    let course = Course()
    course.leave(11)
    course.enrol(101, 11)
    #expect(course.now.problems(in: course.book).map(\.field) == ["start"])
    let seat: Enrolment = make(102) { enrolment in
      enrolment.employee = identity(11)
      enrolment.event = course.event
      enrolment.state = .nominated
    }
    #expect(seat.problems(in: course.book).contains { $0.field == "employee" && $0.severity == .warning })
    course.book.add(
      make(70) { (speaker: inout Speaker) in
        speaker.name = "Orang 11"
        speaker.employee = identity(11)
      })
    let session: LearningSession = make(80) { session in
      session.event = course.event
      session.number = 1
      session.date = theDay("2026-12-02")
      session.speaker = identity(70)
    }
    #expect(session.problems(in: course.book).map(\.field) == ["speaker"])
    var event = course.now
    event.coordinator = identity(11)
    #expect(event.problems(in: course.book).map(\.field) == ["coordinator"])
  }

  @Test func `mentors, mentees and assessors are missed on the day agreed on`() {
    let course = Course()
    course.leave(11)
    course.book.add(
      make(300) { (pair: inout MentoringPair) in
        pair.mentor = identity(11)
        pair.mentee = identity(12)
        pair.state = .active
      })
    let session: MentoringSession = make(301) { session in
      session.pair = identity(300)
      session.date = theDay("2026-11-20")
      session.nextDate = theDay("2026-12-03")
    }
    #expect(session.problems(in: course.book).map(\.field) == ["nextDate"])
    let assessment: Assessment = make(302) { assessment in
      assessment.employee = identity(12)
      assessment.assessor = identity(11)
      assessment.date = theDay("2026-12-02")
      assessment.state = .draft
    }
    #expect(assessment.problems(in: course.book).contains { $0.field == "assessor" })
  }

  @Test func `the ranking of nominees says who is away`() throws {
    let course = Course()
    course.leave(11)
    let ranking = NomineeRanking(course.now, in: course.book, everybody: true)
    let away = ranking.nominees.filter { $0.clash != nil }
    #expect(away.count == 1)
    #expect(away.first?.clash?.english == "Orang 11: Annual leave until 04-12-2026")
  }

  @Test func `a leave says what seat would stay empty, and what leave is there already`() {
    let course = Course()
    course.enrol(101, 11)
    course.leave(11, from: "2026-12-07", to: "2026-12-09")
    let leave: Leave = make(950) { leave in
      leave.employee = identity(11)
      leave.kind = .annual
      leave.start = theDay("2026-12-02")
      leave.end = theDay("2026-12-07")
      leave.state = .requested
    }
    let texts = leave.problems(in: course.book).filter { $0.severity == .warning }.map(\.text.english)
    #expect(texts.contains("Has a seat at Keuangan Daerah I, 01-12-2026"))
    #expect(texts.contains("Annual leave from 07-12-2026 is on file"))
  }
}

@Suite struct `Length of leave` {
  @Test(
    arguments: [
      (#"{"kind": "MELAHIRKAN", "start": "2026-01-05", "end": "2026-04-04"}"#, []),
      (#"{"kind": "MELAHIRKAN", "start": "2026-01-05", "end": "2026-04-05"}"#, ["leave.length"]),
      (#"{"kind": "ALASAN_PENTING", "start": "2026-03-02", "end": "2026-04-01"}"#, []),
      (#"{"kind": "ALASAN_PENTING", "start": "2026-03-02", "end": "2026-04-02"}"#, ["leave.length"]),
      (#"{"kind": "SAKIT", "start": "2026-03-02", "end": "2026-04-02", "employeeKind": "PNS"}"#, []),
      (#"{"kind": "SAKIT", "start": "2026-03-02", "end": "2026-04-02", "employeeKind": "PPPK"}"#, ["leave.length"]),
      (#"{"kind": "CLTN", "start": "2026-03-02", "end": "2026-04-02", "employeeKind": "PPPK"}"#, ["leave.contract"]),
    ] as [(String, [String])])
  func `each kind lasts as long as it may`(_ json: String, _ broken: [String]) throws {
    #expect(try answer("leave-length", json).broken == broken)
  }

  @Test func `annual leave counts working days of the year, and more than a year's own only warns`() throws {
    let case12 = #"{"kind": "TAHUNAN", "start": "2026-11-02", "end": "2026-11-17", "otherAnnualDays": 0}"#
    let year = try answer("leave-length", case12)
    #expect(year.text("workingDays") == "12")
    #expect(year.broken.isEmpty)
    let more = try answer("leave-length", case12, changed: #"{"otherAnnualDays": 1}"#)
    #expect(more.broken == ["leave.annual.own"])
    #expect(more.findings.verdict != .notMet)
    #expect(try answer("leave-length", case12, changed: #"{"otherAnnualDays": 13}"#).findings.verdict == .notMet)
  }
}
