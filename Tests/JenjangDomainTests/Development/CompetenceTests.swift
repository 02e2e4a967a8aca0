import JSONText
import JenjangDomain
import Testing

/// A supervisor post with a named standard, and one who holds it.
struct Workplace {
  let book = Book.empty(on: "2026-11-24")
  let day = theDay("2026-11-24")
  let person: ID<Employee> = identity(11)
  let post: ID<Post> = identity(2)

  init(kind: PositionKind = .supervisor) {
    book.add(
      make(1) { (unit: inout Unit) in
        unit.name = "Bidang Anggaran"
        unit.code = "BA"
      })
    book.add(
      make(2) { (post: inout Post) in
        post.name = "Kepala Seksi Anggaran"
        post.code = "BA-01"
        post.kind = kind
        post.unit = identity(1)
      })
    employ(11)
  }

  func employ(_ id: UInt64, kind: PositionKind = .supervisor) {
    book.add(
      make(id) { (record: inout Employee) in
        record.name = "Orang \(id)"
        record.legalStatus = .active
        record.kind = .permanent
      })
    book.add(
      make(id + 1_000) { (record: inout PositionHistory) in
        record.employee = identity(id)
        record.post = identity(2)
        record.unit = identity(1)
        record.positionKind = kind
        record.effectiveDate = theDay("2020-01-01")
      })
  }

  /// The nine standard competencies, so many levels in all.
  static func nine(_ sum: Int) -> String {
    StandardCompetency.allCases.enumerated().map { place, competency in
      "\(competency.rawValue) \(sum / 9 + (place < sum % 9 ? 1 : 0))"
    }.joined(separator: ", ")
  }

  func assess(_ id: UInt64, _ levels: String, on date: String = "2026-03-01", of person: UInt64 = 11) {
    book.add(
      make(id) { (record: inout Assessment) in
        record.employee = identity(person)
        record.date = theDay(date)
        record.instrument = .centre
        record.state = .final
        record.levels = CompetencyMarks(levels)
      })
  }

  func require(_ id: UInt64, _ levels: String, from: String, named: Bool = true) {
    book.add(
      make(id) { (record: inout PositionStandard) in
        record.name = "Standar"
        record.post = named ? identity(2) : nil
        record.positionKind = named ? nil : .supervisor
        record.levels = CompetencyMarks(levels)
        record.validFrom = theDay(from)
      })
  }
}

@Suite struct `Competence against a post` {
  @Test(arguments: [
    (17, "94.44", MatchBand.optimal, MatchBand.qualified), (15, "83.33", .fairlyOptimal, .qualified),
    (14, "77.78", .lessOptimal, .stillQualified), (12, "66.67", .lessOptimal, .lessQualified),
  ])
  func `the worked examples of a supervisor come out`(
    _ sum: Int, _ percent: String, _ mapping: MatchBand, _ filling: MatchBand
  ) throws {
    let place = Workplace()
    place.assess(31, Workplace.nine(sum))
    let mapped = try #require(place.book.competence(of: place.person, on: place.day))
    #expect(mapped.required == 18 && mapped.achieved == sum)
    #expect(mapped.match?.percent?.text == percent)
    #expect(mapped.match?.band == mapping)
    let filled = try #require(place.book.competence(of: place.person, purpose: .filling, on: place.day))
    #expect(filled.match?.band == filling)
  }

  @Test func `the standard of the named post goes before that of its kind`() throws {
    let place = Workplace()
    place.require(41, "INTEGRITAS 3, KEU-01 2", from: "2025-01-01", named: false)
    place.require(42, "KEU-01 4", from: "2025-01-01")
    place.assess(31, "INTEGRITAS 3, KEU-01 2/60/55/70")
    let found = try #require(place.book.competence(of: place.person, on: place.day))
    let levels = Dictionary(uniqueKeysWithValues: found.lines.map { ($0.code, $0.required) })
    #expect(levels["INTEGRITAS"] == 3)
    #expect(levels["KERJA_SAMA"] == 2)
    #expect(levels["KEU-01"] == 4)
    #expect(found.requirement.standard == identity(42))
    #expect(found.gaps.map(\.code) == ["KEU-01"])
    #expect(found.gaps.first?.gap == -2)
  }

  @Test func `a version of a standard holds until the next begins`() throws {
    let place = Workplace()
    place.require(41, "INTEGRITAS 3", from: "2024-01-01")
    place.require(42, "INTEGRITAS 4", from: "2026-07-01")
    let level = { (day: String) throws -> Int? in
      let found = try #require(place.book.competence(of: place.person, on: theDay(day)))
      return found.lines.first { $0.code == "INTEGRITAS" }?.required
    }
    #expect(try level("2023-12-31") == 2)
    #expect(try level("2026-06-30") == 3)
    #expect(try level("2026-07-01") == 4)
  }

  @Test func `the newest level counts and an old one runs out after three years`() throws {
    let place = Workplace()
    place.assess(31, "INTEGRITAS 2, KERJA_SAMA 2", on: "2023-11-24")
    place.assess(32, "INTEGRITAS 1", on: "2025-05-01")
    let found = try #require(place.book.competence(of: place.person, on: place.day))
    let lines = Dictionary(uniqueKeysWithValues: found.lines.map { ($0.code, $0) })
    #expect(lines["INTEGRITAS"]?.achieved == 1)
    #expect(lines["INTEGRITAS"]?.gap == -1)
    #expect(lines["KERJA_SAMA"]?.isValid == false)
    #expect(lines["KERJA_SAMA"]?.held?.validUntil == theDay("2026-11-23"))
    #expect(lines["KERJA_SAMA"]?.needsAssessment == true)
  }

  @Test func `what a person says of himself does not count`() throws {
    let place = Workplace()
    place.book.add(
      make(31) { (record: inout Assessment) in
        record.employee = place.person
        record.date = theDay("2026-03-01")
        record.instrument = .own
        record.state = .final
        record.levels = CompetencyMarks("INTEGRITAS 5")
      })
    let found = try #require(place.book.competence(of: place.person, on: place.day))
    #expect(found.lines.allSatisfy { $0.achieved == nil })
    #expect(found.match == nil)
  }
}

@Suite struct `Needs of many people` {
  @Test func `a need is as urgent as the rule says`() throws {
    let place = Workplace()
    place.assess(31, Workplace.nine(16) + ", KEU-01 1")
    place.require(41, "KEU-01 3", from: "2025-01-01")
    var search = NeedsSearch(place.book, on: place.day)
    search.finish()
    // Two levels missing make 6; the training of supervisors that the file does not show makes 2.
    #expect(search.needs.map(\.priority) == [6, 3, 3, 2])
    #expect(search.needs.first?.code == "KEU-01")
    #expect(search.needs.last?.subject == .training(.supervisorLeadership))
    #expect(search.needs.last?.reasons == [.statutory])
    #expect(search.people == 1 && search.needy == 1 && search.unassessed == 0)
  }

  @Test func `slices find what one search finds`() {
    let place = Workplace()
    for id in 12...31 as ClosedRange<UInt64> {
      place.employ(id)
      place.assess(id + 100, Workplace.nine(Int(id % 9) + 9), of: id)
    }
    var whole = NeedsSearch(place.book, on: place.day)
    whole.finish()
    var sliced = NeedsSearch(place.book, on: place.day)
    while !sliced.isDone { sliced.next(3) }
    #expect(whole.needs == sliced.needs)
    #expect(whole.people == 21)
    let map = HeatMap(whole, in: place.book, on: place.day)
    #expect(map.lines.map(\.people) == [21])
    #expect(map.codes.allSatisfy { code in map.lines[0][code].people > 0 })
    let levels = whole.needs.map(\.gap).reduce(0, +)
    #expect(map.codes.map { map.lines[0][$0].levels }.reduce(0, +) == levels)
  }
}

@Suite struct `The levels of a panel` {
  @Test(
    arguments: [
      ([3, 4, 3], ConsensusMethod.panel, 3), ([3, 4, 4], .panel, 4), ([3, 4], .panel, 3), ([2, 4, 4], .panel, nil),
      ([2, 4, 4], .average, 3), ([3, 4], .average, 4), ([1, 1, 2], .average, 1), ([], .panel, nil),
    ] as [([Int], ConsensusMethod, Int?)])
  func `come to one, or to a talk`(_ given: [Int], _ method: ConsensusMethod, _ level: Int?) {
    #expect(PanelConsensus(code: "KEU-01", given: given, by: method).level == level)
  }
}
