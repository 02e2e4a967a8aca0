import JSONText
import JenjangDomain
import Testing

@Suite struct `The life of a mentoring pair` {
  private let day = theDay("2026-11-24")

  private func pair(_ state: PairState = .proposed) -> MentoringPair {
    make(21) { (pair: inout MentoringPair) in
      pair.mentee = identity(11)
      pair.mentor = identity(12)
      pair.state = state
      pair.kind = .individual
      pair.proposedOn = theDay("2026-11-01")
    }
  }

  private func actor(_ id: UInt64) -> Actor {
    let person: ID<Employee> = identity(id)
    return Actor(person: person.raw, role: .employee)
  }

  @Test func `it begins when both have said yes, each for oneself`() {
    var pair = pair()
    #expect(pair.refusal(of: .begin) != nil)
    #expect(pair.refusal(of: .accept(.mentor), by: actor(11)) != nil)
    #expect(pair.refusal(of: .accept(.mentor), by: actor(12)) == nil)
    pair = pair.after(.accept(.mentor), on: day)
    #expect(pair.state == .proposed && pair.refusal(of: .accept(.mentor), by: actor(12)) != nil)
    pair = pair.after(.accept(.mentee), on: day)
    #expect(pair.state == .accepted && pair.refusal(of: .begin) == nil)
    pair = pair.after(.begin, on: day)
    #expect(pair.state == .active && pair.start == day)
    #expect(pair.problems(in: Book.empty(on: "2026-11-24")).isEmpty)
  }

  @Test(arguments: [
    (PairState.proposed, [PairStep.decline(.mentee), .stop(.time, note: nil)]),
    (.active, [.pause, .finish(note: nil), .stop(.moved, note: nil)]),
    (.paused, [.resume, .finish(note: nil), .stop(.left, note: nil)]), (.finished, []), (.stopped, []), (.declined, []),
  ])
  func `each state allows its own steps`(_ state: PairState, _ allowed: [PairStep]) {
    let all: [PairStep] = [
      .decline(.mentee), .begin, .pause, .resume, .finish(note: nil), .stop(.time, note: nil), .stop(.moved, note: nil),
      .stop(.left, note: nil),
    ]
    for step in all {
      let isStop = if case .stop = step { true } else { false }
      let mayStop = allowed.contains { if case .stop = $0 { true } else { false } }
      #expect((pair(state).refusal(of: step) == nil) == (isStop ? mayStop : allowed.contains(step)), "\(state) \(step)")
    }
  }

  @Test func `a mentor who moves is followed by another, with the goal`() {
    var pair = pair(.active)
    pair.goal = "Menyusun anggaran"
    let (ended, next) = pair.succession(by: identity(13), cause: .moved, on: day, id: identity(22))
    #expect(ended.state == .stopped && ended.endCause == .moved && ended.endedOn == day)
    #expect(next.mentor == identity(13) && next.mentee == pair.mentee && next.follows == pair.id)
    #expect(next.state == .proposed && next.goal == "Menyusun anggaran" && next.mentorAcceptedOn == nil)
  }

  @Test func `silence, weeks and lesson hours are counted from the sessions`() {
    let book = Book.empty(on: "2026-11-24")
    for person: UInt64 in [11, 12] { book.add(make(person) { (record: inout Employee) in record.name = "Orang" }) }
    var active = pair(.active)
    active.start = theDay("2026-08-01")
    book.add(active)
    #expect(PairActivity(active, in: book, on: day).silentDays == 115)
    for (number, date) in ["2026-09-02", "2026-10-20", "2026-10-24"].enumerated() {
      book.add(
        make(UInt64(31 + number)) { (session: inout MentoringSession) in
          session.pair = active.id
          session.date = theDay(date)
          session.minutes = 45
          session.topic = "Topik"
          session.mode = .online
        })
    }
    book.add(
      make(41) { (action: inout MentoringAction) in
        action.pair = active.id
        action.text = "Baca perda"
        action.side = .mentee
      })
    let activity = PairActivity(active, in: book, on: day)
    #expect(activity.sessions == 3 && activity.minutes == 135 && activity.last == theDay("2026-10-24"))
    #expect(activity.silentDays == 31 && activity.isSilent)
    #expect(activity.weeks == [1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0])
    #expect(activity.lessonHours == 6)
    #expect(activity.open.map(\.text) == ["Baca perda"])
    let next = book.nextSession(of: active, id: identity(51), by: nil)
    #expect(next.minutes == 45 && next.mode == .online && next.topic == nil && next.date == day)
  }

  @Test func `who learned from whom is told once, circles too`() {
    let book = Book.empty(on: "2026-11-24")
    for person: UInt64 in 11...14 {
      book.add(make(person) { (record: inout Employee) in record.name = "O\"\(person)" })
    }
    for (number, link) in [(11, 12), (12, 13), (11, 13), (14, 14)].enumerated() {
      book.add(
        make(UInt64(21 + number)) { (pair: inout MentoringPair) in
          pair.mentor = identity(UInt64(link.0))
          pair.mentee = identity(UInt64(link.1))
          pair.state = number == 0 ? .finished : .active
        })
    }
    let network = MentoringNetwork(book)
    #expect(network.links.count == 4)
    #expect(network.lines.map(\.depth) == [0, 1, 2, 1, 0, 1])
    let dot = network.dot(name: "Bimbingan") { book.employees[$0].flatMap(\.name) ?? "" }
    #expect(dot.hasPrefix("digraph \"Bimbingan\" {") && dot.contains("label=\"O\\\"11\""))
    #expect(dot.contains("p0 -> p1 [style=dashed]") && dot.contains("p1 -> p2 [style=solid]"))
  }

  @Test func `who retires alone with a strength is at risk until somebody learns it`() throws {
    let book = Book.empty(on: "2026-11-24")
    func add(_ id: UInt64, born: String, levels: String) {
      book.add(
        make(id) { (record: inout Employee) in
          record.name = "Orang \(id)"
          record.birthDate = theDay(born)
          record.legalStatus = .active
          record.kind = .permanent
        })
      book.add(
        make(id + 100) { (record: inout PositionHistory) in
          record.employee = identity(id)
          record.positionKind = .supervisor
          record.effectiveDate = theDay("2020-01-01")
        })
      book.add(
        make(id + 200) { (record: inout Assessment) in
          record.employee = identity(id)
          record.date = theDay("2026-03-01")
          record.instrument = .centre
          record.state = .final
          record.levels = CompetencyMarks(levels)
        })
    }
    // 58 years for a supervisor: the first leaves in 2027, the second long after.
    add(11, born: "1969-06-10", levels: "KEU-01 5, INTEGRITAS 4")
    add(12, born: "1985-06-10", levels: "KEU-01 3, INTEGRITAS 4")
    func cases() -> [KnowledgeAtRisk.Case] {
      var search = KnowledgeAtRisk(book, on: day)
      search.finish()
      return search.cases
    }
    let found = try #require(cases().first)
    #expect(cases().count == 1 && found.retires == theDay("2027-07-01"))
    #expect(found.strengths.map(\.code) == ["KEU-01"] && found.isAtRisk)
    var learning = pair(.active)
    learning.mentor = identity(11)
    learning.mentee = identity(12)
    book.add(learning)
    #expect(cases().first?.isAtRisk == false)
  }
}
