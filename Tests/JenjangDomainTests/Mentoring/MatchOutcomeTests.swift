import JenjangDomain
import Testing

@Suite struct `What comes of a match` {
  /// Two mentors with one place each: the second mentee fits only the first of them.
  private func narrow() -> Circle {
    let circle = Circle()
    circle.person(11, hired: "2015-01-01", levels: "INTEGRITAS 1")
    circle.person(12, hired: "2016-01-01", levels: "INTEGRITAS 1")
    circle.person(21, hired: "2000-01-01", levels: "INTEGRITAS 4")
    circle.person(22, unit: 2, hired: "2000-01-01", levels: "INTEGRITAS 4")
    for mentor: UInt64 in [21, 22] { circle.offers(mentor, capacity: 1) }
    for mentee: UInt64 in [11, 12] { circle.wishes(mentee) }
    return circle
  }

  @Test func `all at once is worth more than picking one by one`() {
    let circle = narrow()
    // Nothing stands against 11 and 22 but the distance; 12 may not have 22.
    circle.decide(.ban, mentee: 12, mentor: 22)
    let search = circle.search()
    #expect(circle.pairs() == ["Orang 11": "Orang 22", "Orang 12": "Orang 21"])
    #expect(search.worth > search.worthOneByOne)
    #expect(search.worth == search.proposals.map(\.score.total).reduce(0, +))
  }

  @Test func `who is left alone is told why`() {
    let circle = narrow()
    circle.person(13, hired: "2017-01-01")
    circle.wishes(13)
    let taken = circle.search().alone
    #expect(taken.count == 1 && taken.first?.mentee == circle.row(13))
    #expect(taken.first?.cause == .taken(best: circle.row(21)))
    for mentor: UInt64 in [21, 22] { circle.decide(.ban, mentee: 13, mentor: mentor) }
    #expect(circle.search().alone.map(\.cause) == [.obstacle(.banned, count: 2)])
    let nobody = Circle()
    nobody.person(11, hired: "2015-01-01")
    nobody.wishes(11)
    #expect(nobody.search().alone.map(\.cause) == [.noOffers])
  }

  @Test func `a mentor is told who fits, and what stands against the others`() {
    let circle = narrow()
    circle.decide(.ban, mentee: 12, mentor: 22)
    let search = circle.search()
    #expect(search.suggestions(by: circle.row(22)).map(\.mentee) == [circle.row(11)])
    #expect(search.refusals(by: circle.row(22)).map(\.obstacle) == [.banned])
    #expect(search.refusals(for: circle.row(12)).map(\.mentor) == [circle.row(22)])
  }

  @Test func `a round of one unit takes its people only`() {
    let circle = Circle()
    for (person, unit) in [(11, 1), (12, 2)] as [(UInt64, UInt64)] {
      circle.person(person, unit: unit, hired: "2015-01-01")
      circle.wishes(person)
    }
    circle.person(21, unit: 3, hired: "2000-01-01")
    circle.offers(21)
    #expect(circle.pairs(.init(unit: identity(2))) == ["Orang 12": "Orang 21"])
    #expect(circle.pairs(.init(unit: identity(3))).count == 2)
  }

  @Test func `what is to be handed on counts as a gap whatever the post asks for`() throws {
    let circle = Circle()
    circle.person(11, hired: "2015-01-01", levels: "INTEGRITAS 3, KERJASAMA 3, KEU-01 2")
    circle.wishes(11)
    circle.person(21, hired: "2000-01-01", levels: "KEU-01 5")
    circle.offers(21)
    #expect(circle.search().proposals.first?.score.strengths == [])
    var terms = MatchSearch.Terms()
    terms.handover = ["KEU-01": 5]
    let search = circle.search(terms)
    let proposal = try #require(search.proposals.first)
    #expect(proposal.score.strengths == ["KEU-01"])
    let pair = search.pair(proposal, id: identity(91), by: nil, in: circle.book)
    let goals = search.goals(of: proposal, pair: pair, in: circle.book) { (identity(92) as ID<MentoringGoal>).raw }
    #expect(goals.map(\.before) == [2] && goals.map(\.target) == [5])
  }

  @Test func `being the younger one counts in reverse mentoring`() throws {
    let circle = Circle()
    circle.person(11, hired: "2000-01-01")
    circle.wishes(11)
    circle.person(21, hired: "2020-01-01")
    circle.offers(21)
    #expect(circle.search(.init(.reverse)).proposals.first?.score.parts[.seniority] == 100)
  }

  @Test func `a pair keeps what it was matched by, and reads it again`() throws {
    let circle = narrow()
    let search = circle.search()
    let proposal = try #require(search.proposals.first)
    let pair = search.pair(proposal, id: identity(91), by: identity(11), in: circle.book)
    #expect(pair.state == .proposed && pair.kind == .individual && pair.proposedOn == circle.day)
    #expect(pair.score == Decimal(units: Int64(proposal.score.total), scale: 1))
    #expect(pair.policy == "mentoring.weights, mentoring.mentees")
    let reasons = try #require(MatchReasons(pair.reasons ?? ""))
    #expect(reasons == MatchReasons(proposal.score) && reasons.strengths == ["INTEGRITAS"])
    #expect(MatchReasons("Sudah lama saling kenal") == nil)
  }

  @Test func `offers tell strengths above the standard, and the room that is left`() throws {
    let circle = Circle()
    circle.person(21, hired: "2000-01-01", levels: "INTEGRITAS 4, KERJASAMA 3, KEU-01 4, KEU-02 3")
    circle.offers(21, capacity: 2)
    circle.book.add(
      make(71) { (pair: inout MentoringPair) in
        pair.mentor = identity(21)
        pair.mentee = identity(11)
        pair.state = .proposed
      })
    let offer = try #require(MentorOffers(circle.book, on: circle.day).all.first)
    #expect(offer.strengths.map(\.code) == ["INTEGRITAS", "KEU-01"])
    #expect(offer.load == 1 && offer.capacity == 2 && offer.room == 1 && offer.isOpen)
  }

  @Test func `goals go on with what is still pursued, and a chain is told from any of its pairs`() {
    let book = Book.empty(on: "2026-11-24")
    for person: UInt64 in 11...13 { book.add(make(person) { (record: inout Employee) in record.name = "Orang" }) }
    let pairs = (1...3 as ClosedRange<UInt64>).map { number in
      make(20 + number) { (pair: inout MentoringPair) in
        pair.mentee = identity(11)
        pair.mentor = identity(number == 2 ? 13 : 12)
        pair.state = number == 3 ? .active : .stopped
        pair.follows = number == 1 ? nil : identity(19 + number)
      }
    }
    for pair in pairs { book.add(pair) }
    for (number, state) in zip(UInt64(31)..., GoalState.allCases) {
      book.add(
        make(number) { (goal: inout MentoringGoal) in
          goal.pair = pairs[2].id
          goal.text = "Tujuan \(number)"
          goal.progress = 40
          goal.state = state
        })
    }
    for pair in pairs { #expect(pair.chain(in: book).map(\.id) == pairs.map(\.id)) }
    var made: UInt64 = 40
    let goals = pairs[2].goals(continuedIn: pairs[1], book: book) {
      made += 1
      return (identity(made) as ID<MentoringGoal>).raw
    }
    #expect(goals.map(\.text) == ["Tujuan 31"] && goals.map(\.progress) == [40])
    #expect(goals.allSatisfy { $0.pair == pairs[1].id })
  }

  @Test func `a goal tells the level before, the newest, and the one to reach`() throws {
    let circle = Circle()
    circle.person(11, hired: "2015-01-01", levels: "KEU-01 2")
    let competency = make(61) { (record: inout Competency) in
      record.code = "KEU-01"
      record.name = "Keuangan"
    }
    circle.book.add(competency)
    let pair = make(71) { (pair: inout MentoringPair) in pair.mentee = identity(11) }
    circle.book.add(pair)
    circle.book.add(
      make(72) { (goal: inout MentoringGoal) in
        (goal.pair, goal.competency, goal.before, goal.target) = (pair.id, competency.id, 1, 3)
      })
    let outcome = try #require(
      pair.outcomes(in: circle.book, by: CompetencyLevels(circle.book, on: circle.day)).first?.outcome)
    #expect(outcome.text == "1→2/3" && outcome.isClosed == false)
  }
}
