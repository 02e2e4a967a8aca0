import JSONText
import JenjangDomain
import Testing

/// Two mentors (12, 13) of people in two units, a programme, sessions, goals with gaps and ratings.
private struct Office {
  let book = Book.empty(on: "2026-11-24")

  init() {
    book.add(make(1) { (unit: inout Unit) in unit.name = "Dinas" })
    book.add(
      make(2) { (unit: inout Unit) in
        unit.name = "Bidang"
        unit.parent = identity(1)
      })
    for person: UInt64 in 11...14 {
      book.add(
        make(person) { (record: inout Employee) in
          record.name = "Orang \(person)"
          record.kind = .permanent
          record.legalStatus = .active
        })
      book.add(
        make(person + 100) { (record: inout PositionHistory) in
          record.employee = identity(person)
          record.unit = identity(person == 14 ? 2 : 1)
          record.effectiveDate = theDay("2020-01-01")
        })
    }
    book.add(
      make(41) { (programme: inout MentoringProgramme) in
        programme.name = "Angkatan I"
        programme.start = theDay("2026-01-01")
      })
    add(21, mentee: 11, mentor: 12, .active, programme: true)
    add(22, mentee: 14, mentor: 12, .stopped)
    add(23, mentee: 11, mentor: 13, .finished)
    for (number, (pair, date)) in [
      (UInt64(21), "2026-11-03"), (21, "2025-12-20"), (22, "2026-03-02"), (21, "2026-12-24"),
    ].enumerated() {
      book.add(
        make(UInt64(31 + number)) { (session: inout MentoringSession) in
          session.pair = identity(pair)
          session.date = theDay(date)
          session.minutes = 90
          session.topic = "T"
        })
    }
    addGoals()
  }

  private func add(
    _ id: UInt64, mentee: UInt64, mentor: UInt64, _ state: PairState, programme: Bool = false
  ) {
    book.add(
      make(id) { (pair: inout MentoringPair) in
        pair.mentee = identity(mentee)
        pair.mentor = identity(mentor)
        pair.state = state
        pair.start = theDay("2025-11-01")
        pair.proposedOn = theDay("2025-10-01")
        if programme { pair.programme = identity(41) }
        if state == .stopped {
          pair.endCause = .moved
          pair.endedOn = theDay("2026-06-01")
        }
        if state == .finished { pair.endedOn = theDay("2025-12-31") }
      })
  }

  private func addGoals() {
    book.add(
      make(51) { (competency: inout Competency) in
        competency.code = "INT"
        competency.name = "Integritas"
      })
    book.add(
      make(52) { (goal: inout MentoringGoal) in
        goal.pair = identity(21)
        goal.text = "Naik"
        goal.competency = identity(51)
        goal.before = 1
        goal.target = 4
        goal.progress = 40
        goal.state = .active
      })
    book.add(
      make(53) { (goal: inout MentoringGoal) in
        goal.pair = identity(21)
        goal.text = "Rapat"
        goal.state = .reached
      })
    book.add(
      make(54) { (assessment: inout Assessment) in
        assessment.employee = identity(11)
        assessment.date = theDay("2026-10-01")
        assessment.instrument = .training
        assessment.levels = CompetencyMarks("INT 3")
        assessment.state = .final
      })
    for (number, (side, mark)) in [(PairSide.mentee, 4), (.mentor, 3)].enumerated() {
      book.add(
        make(UInt64(61 + number)) { (rating: inout MentoringRating) in
          rating.pair = identity(21)
          rating.side = side
          rating.on = theDay("2026-11-01")
          rating.satisfaction = mark
        })
    }
    book.add(
      make(63) { (rating: inout MentoringRating) in
        rating.pair = identity(22)
        rating.side = .mentee
        rating.on = theDay("2026-06-02")
        rating.satisfaction = 3
      })
  }
}

@Suite struct `The mentoring report` {
  @Test func `all time counts every pair and every session that was held`() {
    let report = MentoringReport(Office().book)
    let total = report.total
    #expect(total.pairs == 3 && total.sessions == 3 && total.minutes == 270 && total.hours == 6)
    #expect(total.states == [.active: 1, .stopped: 1, .finished: 1] && total.causes == [.moved: 1])
    #expect(total.running == 1 && total.stopped == 1 && total.silent == 0)
    #expect(total.goals == 2 && total.reached == 1 && total.meanProgress == 70)
    #expect(total.gapBefore == 3 && total.gapAfter == 1)
    #expect(total.satisfaction(of: .mentee) == 35 && total.satisfaction(of: .mentor) == 30)
  }

  @Test func `a year counts the pairs that lived in it and its own sessions`() {
    let office = Office()
    let report = MentoringReport(office.book, year: 2026)
    #expect(report.total.pairs == 2 && report.total.sessions == 2)
    #expect(MentoringReport(office.book, year: 2025).total.sessions == 1)
    #expect(MentoringReport(office.book, year: 2024).total.pairs == 0)
  }

  @Test func `it is told by programme, by unit with all below it, and by mentor`() {
    let report = MentoringReport(Office().book)
    #expect(report.programmes.map(\.figures.pairs) == [1, 2])
    #expect(report.programmes.last?.id == nil)
    #expect(report.units.map(\.depth) == [0, 1] && report.units.map(\.figures.pairs) == [3, 1])
    #expect(report.mentors.map(\.figures.sessions) == [3, 0])
  }

  @Test func `a pair that does not meet any more is silent`() {
    let office = Office()
    office.book.move(to: theDay("2026-12-10"))
    #expect(MentoringReport(office.book).total.silent == 1)
  }
}

@Suite struct `Lesson hours of mentoring` {
  @Test func `sessions count for both in the report of learning, in the rule and for what is missing, once`() throws {
    let office = Office()
    let hours = YearHours(office.book, year: 2026)
    let rows = (11...14).map { office.book.employees.table.row(of: (identity(UInt64($0)) as ID<Employee>).raw) ?? 0 }
    // 11 was mentored once, 14 once; 12 mentored both; the session of December lies ahead and is on file already.
    #expect(rows.map { hours.hours(of: $0) } == [4, 6, 0, 2])
    #expect(LearningReport(office.book, year: 2026).lines.first?.hours == 12)
    let state = try #require(office.book.state(of: identity(12), on: theDay("2026-11-24")))
    let input = try #require(LearningYear.input(for: PersonFacts(state, in: office.book, by: office.book.law)))
    #expect(try LearningYear.judge(input, by: office.book.law).output.hours == 6)
    #expect(hours.shortage(of: rows[1]) == 14)
  }
}

@Suite struct `Sessions in a calendar` {
  @Test func `held ones are there, and the day agreed on for the next`() throws {
    let office = Office()
    let pair = try #require(office.book.mentoringPairs[identity(21)])
    var last = try #require(office.book.lastSession(of: pair.id))
    last.nextDate = theDay("2027-01-05")
    let operation = try #require(office.book.saving(last))
    office.book.apply(operation)
    let entries = office.book.calendarEntries(of: [pair]) { _ in "Bimbingan: A, B" }
    #expect(entries.count == 4 && entries.last?.day == theDay("2027-01-05") && entries.last?.status == .tentative)
    #expect(Set(entries.map(\.identity)).count == 4)
    let text = CalendarText(stamp: "20261124T021500Z").text(entries, named: "Bimbingan")
    #expect(text.contains("DTSTART;VALUE=DATE:20270105\r\n") && text.contains("SUMMARY:Bimbingan: A\\, B\r\n"))
    #expect(!text.contains("Topik") && !text.contains("SUMMARY:T\r\n"))
  }
}
