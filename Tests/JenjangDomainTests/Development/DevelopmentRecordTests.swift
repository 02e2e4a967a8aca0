import JSONText
import JenjangDomain
import Testing

/// What the records of development hold, and who may do what with them.
@Suite struct `Records of development` {
  @Test func `levels with their parts are read back as they were written`() throws {
    let text = "INTEGRITAS 3, KEU-01 3/70/80/75, KOMUNIKASI 1"
    let marks = try #require(CompetencyMarks(text))
    #expect(marks.text == text)
    #expect(marks.codes == ["INTEGRITAS", "KEU-01", "KOMUNIKASI"])
    #expect(marks["KEU-01"] == CompetencyMark(3, knowledge: 70, skill: 80, attitude: 75))
    #expect(marks["LAIN"] == nil)
  }

  @Test(arguments: ["INTEGRITAS", "INTEGRITAS 6", "A 1, A 2", "A 1/2", "A 1/20/30/101", "A -1", "A 1 2", "A x"])
  func `what is no list of levels is refused`(_ text: String) { #expect(CompetencyMarks(text) == nil) }

  @Test(arguments: [("0830", "08.30"), ("8:05", "08.05"), ("830", "08.30"), ("7", "07.00"), ("23.59", "23.59")])
  func `times are read as people type them`(_ typed: String, _ shown: String) {
    #expect(ClockTime(typed)?.text == shown)
  }

  @Test(arguments: ["24.00", "8.60", "x", "", "12345", "1.2.3"])
  func `what is no time is refused`(_ typed: String) { #expect(ClockTime(typed) == nil) }

  @Test func `attendance is one letter a session`() throws {
    var marks = try #require(AttendanceMarks("HHA-H"))
    #expect(marks.count(of: .present) == 3)
    #expect(marks.entered == 4)
    marks[7] = .sick
    #expect(marks.text == "HHA-H-S")
    marks[7] = nil
    #expect(marks.text == "HHA-H")
    #expect(AttendanceMarks("HX") == nil)
  }

  @Test func `seats of units add up`() throws {
    let quotas = try #require(UnitQuotas("DINAS KESEHATAN 5, 1.02.03 10"))
    #expect(quotas.total == 15)
    #expect(quotas["DINAS KESEHATAN"] == 5)
    #expect(UnitQuotas("DINKES") == nil)
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1_250_000, "1.250.000"), (-1_000, "-1.000")])
  func `amounts have points between groups`(_ amount: Int, _ text: String) { #expect(Rupiah.text(amount) == text) }

  @Test(arguments: [(1_250_000_000, "1,25 M"), (12_500_000, "12,5 jt"), (350_000_000, "350 jt"), (20_000, "20 rb")])
  func `amounts are short in a column`(_ amount: Int, _ text: String) {
    #expect(Rupiah.short(amount).indonesian == text)
  }

  @Test func `a value that a field cannot read is a problem of the field`() throws {
    let book = Book.empty()
    let type = try #require(book.types.first { $0.kind.name == "learning-events" })
    let event: LearningEvent = make(1) { record in
      record.name = "Bimtek"
      record.form = .workshop
      record.state = .planned
      record.start = theDay("2026-11-24")
      record.end = theDay("2026-11-25")
    }
    var object = event.object
    #expect(type.problems(of: object, id: event.id.raw, in: book).isEmpty)
    object["startTime"] = "25.00"
    #expect(type.problems(of: object, id: event.id.raw, in: book).map(\.field) == ["startTime"])
  }
}

/// Two people of a unit, one of them with a released assessment, and the other's seat in an event.
private struct Room {
  let book = Book.empty()
  let anna: ID<Employee> = identity(11)
  let budi: ID<Employee> = identity(12)
  let assessment: ID<Assessment> = identity(31)
  let enrolment: ID<Enrolment> = identity(41)

  init(released: Bool = true) {
    book.add(make(1) { (unit: inout Unit) in unit.name = "Unit 1" })
    for (place, name) in ["Anna", "Budi"].enumerated() {
      book.add(make(UInt64(11 + place)) { (record: inout Employee) in record.name = name })
      book.add(
        make(UInt64(21 + place)) { (record: inout PositionHistory) in
          record.employee = identity(UInt64(11 + place))
          record.unit = identity(1)
          record.effectiveDate = theDay("2020-01-01")
        })
    }
    book.add(
      make(31) { [anna] (record: inout Assessment) in
        record.employee = anna
        record.date = theDay("2026-01-10")
        record.instrument = .centre
        record.state = released ? .released : .final
        record.levels = CompetencyMarks("INTEGRITAS 2")
        record.releasedOn = released ? theDay("2026-02-01") : nil
      })
    book.add(
      make(40) { (record: inout LearningEvent) in
        record.name = "Bimtek"
        record.start = theDay("2026-12-01")
        record.end = theDay("2026-12-02")
        record.form = .workshop
        record.state = .open
      })
    book.add(
      make(41) { [budi] (record: inout Enrolment) in
        record.employee = budi
        record.event = identity(40)
        record.state = .nominated
        record.requestedOn = theDay("2026-11-01")
      })
  }

  func enter(_ person: ID<Employee>, _ role: UserRole) {
    let units: [RecordID] = role == .employee ? [] : [(identity(1) as ID<Unit>).raw]
    book.access = Access(
      Actor(person: person.raw, role: role, units: units), in: book, on: theDay("2026-11-24"))
  }

  func refusal(_ id: ID<Enrolment>, _ change: (inout Enrolment) -> Void) -> Text? {
    let operations = [book.enrolments.updating(id, change)].compactMap(\.self)
    return book.access?.refusal(of: operations, in: book)
  }
}

@Suite struct `Rights to records of development` {
  @Test func `an assessment is seen by its person once it is released`() {
    let hidden = Room(released: false)
    hidden.enter(hidden.anna, .employee)
    #expect(hidden.book.assessments[hidden.assessment] == nil)
    let shown = Room()
    shown.enter(shown.anna, .employee)
    #expect(shown.book.assessments[shown.assessment] != nil)
    shown.enter(shown.budi, .employee)
    #expect(shown.book.assessments[shown.assessment] == nil)
  }

  @Test func `a person disputes an assessment and changes nothing else of it`() throws {
    let room = Room()
    room.enter(room.anna, .employee)
    let dispute = try #require(
      room.book.assessments.updating(room.assessment) { record in
        record.state = .disputed
        record.dispute = "Bukti proyek belum dilihat"
        record.disputedOn = theDay("2026-02-03")
      })
    #expect(room.book.access?.refusal(of: [dispute], in: room.book) == nil)
    let forgery = try #require(
      room.book.assessments.updating(room.assessment) { $0.levels = CompetencyMarks("INTEGRITAS 5") })
    #expect(room.book.access?.refusal(of: [forgery], in: room.book) != nil)
  }

  @Test func `a superior approves a seat and enters no result`() {
    let room = Room()
    room.enter(room.anna, .supervisor)
    #expect(
      room.refusal(room.enrolment) { record in
        record.approvedBy = room.anna
        record.approvedOn = theDay("2026-11-05")
      } == nil)
    #expect(room.refusal(room.enrolment) { $0.isPassed = true } != nil)
    #expect(room.refusal(room.enrolment) { $0.attendance = AttendanceMarks("HH") } != nil)
  }

  @Test func `nobody gives himself a seat`() {
    let room = Room()
    room.enter(room.budi, .employee)
    #expect(room.refusal(room.enrolment) { $0.state = .withdrawn } == nil)
    #expect(room.refusal(room.enrolment) { $0.state = .accepted } != nil)
    #expect(room.refusal(room.enrolment) { $0.approvedOn = theDay("2026-11-05") } != nil)
  }

  @Test func `the budget is for the office and its leaders`() {
    let room = Room()
    room.book.add(
      make(51) { (line: inout BudgetLine) in
        line.code = "5.1.02"
        line.name = "Pelatihan"
      })
    for (role, isSeen) in [(UserRole.employee, false), (.supervisor, false), (.leader, true), (.hrOfficer, true)] {
      room.enter(room.anna, role)
      #expect(room.book.budgetLines.all.isEmpty != isSeen, "\(role)")
    }
  }
}
