import JSONText
import JenjangDomain
import Testing

/// A course of two days with twenty people who could take part.
struct Course {
  let book = Book.empty(on: "2026-11-24")
  let event: ID<LearningEvent> = identity(40)
  private let serial = SerialNumbers()

  init(capacity: Int? = 2, state: EventState = .open, start: String = "2026-12-01", end: String = "2026-12-02") {
    for unit in 1...2 as ClosedRange<UInt64> {
      book.add(
        make(unit) { (record: inout Unit) in
          record.name = "Unit \(unit)"
          record.code = "U\(unit)"
        })
    }
    for id in 11...30 as ClosedRange<UInt64> {
      book.add(
        make(id) { (record: inout Employee) in
          record.name = "Orang \(id)"
          record.legalStatus = .active
          record.kind = .permanent
        })
      book.add(
        make(id + 1_000) { (record: inout PositionHistory) in
          record.employee = identity(id)
          record.unit = identity(id % 2 + 1)
          record.positionKind = .operational
          record.effectiveDate = theDay("2020-01-01")
        })
    }
    book.add(
      make(50) { (programme: inout LearningProgramme) in
        programme.code = "KEU-D"
        programme.name = "Keuangan Daerah"
        programme.form = .workshop
        programme.kind = .technical
        programme.raises = CompetencyMarks("KEU-01 3")
        programme.lessonHours = 16
        programme.certificateMonths = 24
      })
    book.add(
      make(60) { (line: inout BudgetLine) in
        line.code = "5.1"
        line.name = "Pelatihan"
        line.year = 2026
        line.source = .regional
        line.planned = 50_000_000
      })
    book.add(
      make(40) { (record: inout LearningEvent) in
        record.name = "Keuangan Daerah I"
        record.programme = identity(50)
        record.form = .workshop
        record.start = theDay(start)
        record.end = theDay(end)
        record.startTime = ClockTime("08.00")
        record.endTime = ClockTime("16.00")
        record.room = "Aula 2"
        record.capacity = capacity
        record.state = state
        record.budget = identity(60)
        record.cost = 20_000_000
      })
  }

  var now: LearningEvent { book.learningEvents[event] ?? LearningEvent(id: event) }
  func newID() -> RecordID { serial.next() }

  @discardableResult
  func enrol(
    _ id: UInt64, _ person: UInt64, priority: Int = 0, state: EnrolmentState = .accepted, on: String = "2026-11-01"
  ) -> Enrolment {
    let enrolment: Enrolment = make(id) { record in
      record.employee = identity(person)
      record.event = event
      record.start = now.start
      record.state = state
      record.priority = priority
      record.requestedOn = theDay(on)
      record.approvedOn = theDay(on)
    }
    book.add(enrolment)
    return enrolment
  }

  func apply(_ operations: [JenjangDomain.Operation]) { for operation in operations { book.apply(operation) } }

  func step(_ step: EventStep, cause: EventCause? = nil) -> EventTransition {
    let transition = book.transition(of: now, step, cause: cause, on: book.day) { newID() }
    apply(transition.operations)
    return transition
  }

  func state(_ id: UInt64) -> EnrolmentState? { book.enrolments[identity(id)]?.state }
}

private final class SerialNumbers {
  private var number: UInt64 = 5_000
  func next() -> RecordID {
    number += 1
    return RecordID(high: 1 << 17, low: number)
  }
}

@Suite struct `Seats of an event` {
  @Test func `the waiting list is in the order of need, then of request`() {
    let course = Course()
    course.enrol(101, 11)
    course.enrol(102, 12)
    course.enrol(103, 13, priority: 3, state: .waiting, on: "2026-10-01")
    course.enrol(104, 14, priority: 6, state: .waiting, on: "2026-11-10")
    course.enrol(105, 15, priority: 6, state: .waiting, on: "2026-11-05")
    var seats = Seats(course.now, in: course.book)
    #expect(seats.waiting.map(\.id) == [identity(105), identity(104), identity(103)])
    #expect(seats.settle().isEmpty)
    seats.change(identity(101)) { $0.state = .withdrawn }
    #expect(seats.settle().map(\.id) == [identity(105)])
    course.apply(seats.operations())
    #expect(course.state(105) == .accepted)
    #expect(course.now.state == .full)
  }

  @Test func `a nomination without the superior's word gets no seat`() {
    let course = Course()
    var enrolment = course.enrol(101, 11, state: .nominated)
    enrolment.approvedOn = nil
    course.apply([course.book.saving(enrolment)].compactMap(\.self))
    var seats = Seats(course.now, in: course.book)
    seats.place(enrolment.id)
    #expect(seats.enrolments.first?.state == .nominated)
    #expect(seats.outcome(of: enrolment).findings.contains { $0.rule == "enrolment.approved" && $0.status != .met })
  }

  @Test func `a unit's seats are for its people`() {
    let course = Course(capacity: 3)
    var event = course.now
    event.quotas = UnitQuotas("U1 2")
    course.apply([course.book.saving(event)].compactMap(\.self))
    // Odd numbers are of the second unit, which has no seats of its own and shares the one that is left.
    course.enrol(101, 11)
    let seats = Seats(course.now, in: course.book)
    #expect(!seats.hasSeat(for: identity(13)))
    #expect(seats.hasSeat(for: identity(12)))
  }

  @Test func `people whom a superior does not see take seats all the same`() {
    let course = Course(capacity: 1)
    course.enrol(101, 11)
    let superior = Actor(
      person: (identity(12) as ID<Employee>).raw, role: .supervisor, units: [(identity(1) as ID<Unit>).raw])
    course.book.access = Access(superior, in: course.book, on: course.book.day)
    var seats = Seats(course.now, in: course.book)
    #expect(seats.enrolments.isEmpty)
    #expect(seats.isFull && seats.free == 0)
    var enrolment = Enrolment(id: identity(102))
    (enrolment.employee, enrolment.event) = (identity(14), course.event)
    (enrolment.state, enrolment.approvedOn) = (.nominated, course.book.day)
    seats.add(enrolment)
    seats.place(enrolment.id)
    #expect(seats.enrolments.map(\.state) == [.waiting])
  }

  @Test func `somebody in another event on those days gets no seat`() {
    let course = Course()
    course.book.add(
      make(41) { (record: inout LearningEvent) in
        record.name = "Pelayanan Prima"
        record.form = .workshop
        record.start = theDay("2026-12-02")
        record.end = theDay("2026-12-03")
        record.state = .open
      })
    course.book.add(
      make(111) { (record: inout Enrolment) in
        record.employee = identity(11)
        record.event = identity(41)
        record.state = .accepted
        record.requestedOn = theDay("2026-11-01")
      })
    let enrolment = course.enrol(101, 11, state: .nominated)
    var seats = Seats(course.now, in: course.book)
    seats.place(enrolment.id)
    #expect(seats.enrolments.first?.state == .nominated)
    #expect(EventClashes(course.now, in: course.book).of(identity(11)).map(\.kind) == [.person])
  }
}

@Suite struct `Clashes of an event` {
  private func rival(_ course: Course, room: String, from: String, to: String) {
    course.book.add(
      make(41) { (record: inout LearningEvent) in
        record.name = "Etika"
        record.form = .seminar
        record.start = theDay("2026-12-01")
        record.end = theDay("2026-12-01")
        record.startTime = ClockTime(from)
        record.endTime = ClockTime(to)
        record.room = room
        record.state = .open
      })
  }

  @Test(arguments: [
    ("Aula 2", "13.00", "15.00", 1), ("AULA 2", "15.59", "17.00", 1), ("Aula 2", "16.00", "17.00", 0),
    ("Aula 3", "13.00", "15.00", 0),
  ])
  func `one room holds one event at a time`(_ room: String, _ from: String, _ to: String, _ count: Int) {
    let course = Course()
    rival(course, room: room, from: from, to: to)
    #expect(EventClashes(course.now, in: course.book).all().count { $0.kind == .room } == count)
  }

  @Test func `a speaker is at one place`() {
    let course = Course()
    course.book.add(make(70) { (speaker: inout Speaker) in speaker.name = "D. Lestari" })
    rival(course, room: "Aula 3", from: "09.00", to: "12.00")
    for (id, event) in [(80, 40), (81, 41)] as [(UInt64, UInt64)] {
      course.book.add(
        make(id) { (session: inout LearningSession) in
          session.event = identity(event)
          session.number = 1
          session.date = theDay("2026-12-01")
          session.speaker = identity(70)
        })
    }
    #expect(EventClashes(course.now, in: course.book).all().map(\.kind) == [.speaker])
  }

  @Test func `who is on unpaid leave is away, and a Sunday is no working day`() {
    let course = Course(start: "2026-12-05", end: "2026-12-06")
    course.enrol(101, 11)
    var person = course.book.employees[identity(11)]
    person?.legalStatus = .unpaidLeave
    person?.legalStatusDate = theDay("2026-10-01")
    course.apply([person.flatMap { course.book.saving($0) }].compactMap(\.self))
    let kinds = EventClashes(course.now, in: course.book).all().map(\.kind)
    #expect(kinds == [.holiday, .holiday, .leave])
  }

  @Test func `a cancelled event takes no room`() {
    let course = Course(state: .cancelled)
    rival(course, room: "Aula 2", from: "09.00", to: "12.00")
    let other = course.book.learningEvents[identity(41)]
    #expect(other.map { EventClashes($0, in: course.book).all().isEmpty } == true)
  }
}

@Suite struct `Steps of an event` {
  @Test func `money is committed, and given back when the event is cancelled`() throws {
    let course = Course(state: .planned)
    let line = try #require(course.book.budgetLines[identity(60)])
    _ = course.step(.fund)
    #expect(course.now.state == .funded)
    #expect(course.book.standing(of: line).left == 30_000_000)
    _ = course.step(.open)
    course.enrol(101, 11, priority: 5)
    course.enrol(102, 12, priority: 2, state: .waiting)
    let transition = course.step(.cancel, cause: .funds)
    #expect(transition.consequences.count == 2)
    #expect(course.book.standing(of: line).left == 50_000_000)
    #expect(course.state(101) == .eventCancelled)
    let queue = course.book.rescueCases.all
    #expect(Set(queue.compactMap(\.employee)) == [identity(11), identity(12)])
    #expect(queue.allSatisfy { $0.state == .waiting && $0.programme == identity(50) })
  }

  @Test func `what costs more than is left is not funded`() {
    let course = Course(state: .planned)
    var event = course.now
    event.cost = 50_000_001
    #expect(event.refusal(of: .fund, in: course.book) != nil)
    event.cost = 50_000_000
    #expect(event.refusal(of: .fund, in: course.book) == nil)
  }

  @Test func `a postponed event gives its seats back and can be planned again`() {
    let course = Course()
    course.enrol(101, 11)
    let transition = course.step(.postpone, cause: .speaker)
    #expect(transition.event.formerStart == theDay("2026-12-01"))
    #expect(course.state(101) == .waiting)
    #expect(course.now.steps(in: course.book) == [.resume, .cancel])
  }

  @Test func `no event is closed while a result is open`() {
    let course = Course(state: .running, start: "2026-11-16", end: "2026-11-17")
    course.enrol(101, 11)
    #expect(course.now.refusal(of: .close, in: course.book) != nil)
    var enrolment = course.book.enrolments[identity(101)]
    enrolment?.attendance = AttendanceMarks("HH")
    enrolment?.isPassed = true
    course.apply([enrolment.flatMap { course.book.saving($0) }].compactMap(\.self))
    course.apply(course.book.finishing(course.now))
    #expect(course.now.refusal(of: .close, in: course.book) == nil)
    _ = course.step(.close)
    #expect(course.now.state == .done && course.now.closedOn == theDay("2026-11-24"))
  }

  @Test func `a full event stays full only while it is`() {
    let course = Course(capacity: 1, state: .planned)
    course.enrol(101, 11)
    _ = course.step(.open)
    #expect(course.now.state == .full)
  }
}

@Suite struct `An event being typed` {
  @Test func `a taken room is said at the field, and may stand`() {
    let course = Course()
    var other = LearningEvent(id: identity(41))
    other.name = "Etika"
    other.form = .seminar
    other.state = .planned
    other.start = theDay("2026-12-02")
    other.end = theDay("2026-12-02")
    other.room = "aula 2"
    #expect(other.problems(in: course.book).map(\.field) == ["room"])
    #expect(other.problems(in: course.book).map(\.severity) == [.warning])
    other.room = "Aula 3"
    #expect(other.problems(in: course.book).isEmpty)
    other.start = theDay("2026-12-05")
    other.end = theDay("2026-12-05")
    #expect(other.problems(in: course.book).map(\.field) == ["start"])
  }
}
