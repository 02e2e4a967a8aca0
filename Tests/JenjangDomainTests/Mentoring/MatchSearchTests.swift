import JSONText
import JenjangDomain
import Testing

/// A unit with people who offer and wish for mentoring; each has a position, and levels where the test gives some.
struct Circle {
  let book = Book.empty(on: "2026-11-24")
  let day = theDay("2026-11-24")

  init() {
    for unit in 1...3 {
      book.add(
        make(UInt64(unit)) { (record: inout Unit) in
          record.name = "Bidang \(unit)"
          record.code = "B\(unit)"
          record.parent = unit == 3 ? nil : identity(3)
        })
    }
    book.add(
      make(9) { (record: inout PositionStandard) in
        record.name = "Standar"
        record.positionKind = .supervisor
        record.levels = CompetencyMarks("INTEGRITAS 3, KERJASAMA 3")
        record.validFrom = theDay("2020-01-01")
      })
  }

  func person(
    _ id: UInt64, unit: UInt64 = 1, hired: String, levels: String? = nil, under superior: UInt64? = nil,
    kind: PositionKind = .supervisor
  ) {
    book.add(
      make(id) { (record: inout Employee) in
        record.name = "Orang \(id)"
        record.legalStatus = .active
        record.kind = .permanent
        record.hireDate = theDay(hired)
        record.supervisor = superior.map { identity($0) }
      })
    book.add(
      make(id + 1_000) { (record: inout PositionHistory) in
        record.employee = identity(id)
        record.unit = identity(unit)
        record.positionKind = kind
        record.effectiveDate = theDay("2020-01-01")
      })
    guard let levels else { return }
    book.add(
      make(id + 2_000) { (record: inout Assessment) in
        record.employee = identity(id)
        record.date = theDay("2026-03-01")
        record.instrument = .centre
        record.state = .final
        record.levels = CompetencyMarks(levels)
      })
  }

  func offers(_ id: UInt64, capacity: Int? = nil, topics: String? = nil) {
    book.add(
      make(id + 3_000) { (record: inout MentorProfile) in
        record.employee = identity(id)
        record.consentedOn = theDay("2026-01-01")
        record.capacity = capacity
        record.topics = topics
      })
  }

  func wishes(_ id: UInt64, for mentor: UInt64? = nil, topics: String? = nil) {
    book.add(
      make(id + 4_000) { (record: inout MenteeWish) in
        record.employee = identity(id)
        record.consentedOn = theDay("2026-01-01")
        record.mentor = mentor.map { identity($0) }
        record.topics = topics
      })
  }

  func decide(_ kind: MatchRuleKind, mentee: UInt64, mentor: UInt64) {
    book.add(
      make(5_000 + mentee * 100 + mentor) { (record: inout MatchRule) in
        record.mentee = identity(mentee)
        record.mentor = identity(mentor)
        record.kind = kind
        record.from = theDay("2026-01-01")
        record.reason = "SK 1"
      })
  }

  func search(_ terms: MatchSearch.Terms = .init()) -> MatchSearch {
    var search = MatchSearch(book, terms: terms, on: day)
    while !search.isDone { search.advance(by: 3) }
    return search
  }

  /// Mentor by mentee.
  func pairs(_ terms: MatchSearch.Terms = .init()) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: search(terms).proposals.map { (name($0.mentee), name($0.mentor)) })
  }

  func row(_ id: UInt64) -> Row { book.employees.table.row(of: identity(id) as RecordID) ?? -1 }
  private func name(_ row: Row) -> String { book.employees[row].flatMap(\.name) ?? "" }
  private func identity(_ id: UInt64) -> RecordID { (JenjangDomainTests.identity(id) as ID<Employee>).raw }
  private func identity<R>(_ id: UInt64) -> ID<R> { JenjangDomainTests.identity(id) }
}

@Suite struct `Matching mentors and mentees` {
  @Test func `the gap goes to the strength`() throws {
    let circle = Circle()
    circle.person(11, hired: "2015-01-01", levels: "INTEGRITAS 1, KERJASAMA 3")
    circle.person(12, hired: "2015-01-01", levels: "INTEGRITAS 3, KERJASAMA 1")
    circle.person(21, hired: "2000-01-01", levels: "INTEGRITAS 2, KERJASAMA 4")
    circle.person(22, hired: "2000-01-01", levels: "INTEGRITAS 4, KERJASAMA 2")
    for mentor: UInt64 in [21, 22] { circle.offers(mentor) }
    for mentee: UInt64 in [11, 12] { circle.wishes(mentee) }
    let search = circle.search()
    #expect(circle.pairs() == ["Orang 11": "Orang 22", "Orang 12": "Orang 21"])
    let first = try #require(search.proposals.first)
    #expect(first.score.strengths == ["INTEGRITAS"])
    #expect(first.score.parts[.strength] == 100 && first.score.parts[.seniority] == 100)
    #expect(first.score.parts[.distance] == 100 && first.score.parts[.load] == 100)
    #expect(first.score.parts[.goal] == 0 && first.score.parts[.interest] == 0)
    // 40, 10, 10 and 10 of 100.
    #expect(first.score.total == 700)
    #expect(search.obstacle(circle.row(11), circle.row(21)) == .competence)
  }

  @Test func `nobody mentors whom he assesses, nor whose objection he decides`() {
    let circle = Circle()
    circle.person(31, hired: "1995-01-01")
    circle.person(21, hired: "2000-01-01", under: 31)
    circle.person(11, hired: "2015-01-01", under: 21)
    circle.wishes(11)
    for mentor: UInt64 in [21, 31] { circle.offers(mentor) }
    #expect(circle.pairs().isEmpty)
    #expect(circle.search().obstacle(circle.row(11), circle.row(21)) == .assessor)
    #expect(circle.search().obstacle(circle.row(11), circle.row(31)) == .hearer)
    #expect(circle.pairs(.init(allowsAssessor: true)) == ["Orang 11": "Orang 21"])
    circle.decide(.allow, mentee: 11, mentor: 21)
    #expect(circle.pairs() == ["Orang 11": "Orang 21"])
  }

  @Test func `a decision keeps together and apart`() {
    let circle = Circle()
    for mentee: UInt64 in [11, 12] {
      circle.person(mentee, hired: "2015-01-01")
      circle.wishes(mentee)
    }
    for mentor: UInt64 in [21, 22] {
      circle.person(mentor, hired: "2000-01-01")
      circle.offers(mentor, capacity: 1)
    }
    #expect(circle.pairs() == ["Orang 11": "Orang 21", "Orang 12": "Orang 22"])
    circle.decide(.lock, mentee: 11, mentor: 22)
    #expect(circle.pairs() == ["Orang 11": "Orang 22", "Orang 12": "Orang 21"])
    circle.decide(.ban, mentee: 12, mentor: 21)
    #expect(circle.pairs() == ["Orang 11": "Orang 22"])
    #expect(circle.search().obstacle(circle.row(12), circle.row(21)) == .banned)
  }

  @Test func `a mentor takes no more than there is room for, the running ones counted`() {
    let circle = Circle()
    circle.person(21, hired: "2000-01-01")
    circle.offers(21, capacity: 2)
    for mentee: UInt64 in 11...14 {
      circle.person(mentee, hired: "2015-01-01")
      circle.wishes(mentee)
    }
    #expect(circle.pairs().count == 2)
    circle.book.add(
      make(7_001) { (pair: inout MentoringPair) in
        pair.mentee = identity(14)
        pair.mentor = identity(21)
        pair.state = .active
      })
    #expect(circle.pairs() == ["Orang 11": "Orang 21"])
    #expect(!circle.search().mentees.contains(circle.row(14)))
  }

  @Test func `the younger one mentors in reverse mentoring only`() {
    let circle = Circle()
    circle.person(11, hired: "2000-01-01")
    circle.wishes(11)
    circle.person(21, hired: "2020-01-01")
    circle.offers(21)
    #expect(circle.pairs().isEmpty)
    #expect(circle.search().obstacle(circle.row(11), circle.row(21)) == .standing)
    #expect(circle.pairs(.init(.reverse)) == ["Orang 11": "Orang 21"])
  }

  @Test func `a wish and words in common count as interest`() throws {
    let circle = Circle()
    circle.person(11, hired: "2015-01-01")
    circle.wishes(11, for: 22, topics: "Keuangan daerah, audit")
    for mentor: UInt64 in [21, 22, 23] { circle.person(mentor, hired: "2000-01-01") }
    circle.offers(21, topics: "Audit keuangan")
    circle.offers(22)
    circle.offers(23)
    let best = circle.search().suggestions(for: circle.row(11))
    #expect(best.map(\.mentor) == [circle.row(22), circle.row(21), circle.row(23)])
    #expect(best.map { $0.score.parts[.interest] } == [100, 80, 0])
  }

  @Test func `who knows each other from afar comes after who is near`() {
    let circle = Circle()
    circle.person(11, unit: 1, hired: "2015-01-01")
    circle.wishes(11)
    circle.person(21, unit: 2, hired: "2000-01-01")
    circle.person(22, unit: 1, hired: "2000-01-01")
    for mentor: UInt64 in [21, 22] { circle.offers(mentor) }
    let best = circle.search().suggestions(for: circle.row(11))
    #expect(best.map { $0.score.parts[.distance] } == [100, 75])
  }

  @Test func `without anybody there is nothing to do`() {
    let search = Circle().search()
    #expect(search.isDone && search.proposals.isEmpty)
  }
}
