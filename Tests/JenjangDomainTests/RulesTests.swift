import JenjangDomain
import Testing

@Suite struct RetirementTests {
  @Test(arguments: [
    ("1968-11-24", PositionKind.operational, nil, "2026-12-01", 58),
    ("1968-12-01", .operational, nil, "2027-01-01", 58),
    ("1966-12-31", .seniorExecutive3, nil, "2027-01-01", 60),
    ("1968-02-29", .supervisor, nil, "2026-03-01", 58),
    ("1961-06-10", .expert4, nil, "2026-07-01", 65),
    ("1966-06-10", .expert3, nil, "2026-07-01", 60),
    ("1966-06-10", .expert1, "Guru", "2026-07-01", 60),
    ("1966-06-10", .expert3, "Peneliti", "2031-07-01", 65),
    ("1966-06-10", .expert4, "Guru Besar", "2036-07-01", 70),
    ("1966-06-10", .skilled3, "Perawat", "2024-07-01", 58),
  ])
  func `people retire on the first of the month after the one in which the age is reached`(
    _ birth: String, _ kind: PositionKind, _ family: String?, _ expected: String, _ age: Int
  ) throws {
    var input = RetirementRule.Input()
    input.birthDate = theDay(birth)
    input.positionKind = kind
    input.jobFamily = family
    input.day = theDay("2026-11-24")
    let answer = try RetirementRule.judge(input, by: .national)
    #expect(answer.output.retirement == theDay(expected))
    #expect(answer.output.age == age)
    #expect(answer.verdict == .met)
  }
}

@Suite struct PromotionPeriodTests {
  @Test(arguments: [
    ("2019-04-01", "2019-04-01"), ("2019-04-02", "2019-10-01"), ("2023-10-02", "2024-02-01"),
    ("2023-12-31", "2024-02-01"), ("2024-02-02", "2024-04-01"), ("2025-08-02", "2025-10-01"),
    ("2025-10-02", "2025-11-01"), ("2026-03-01", "2026-03-01"), ("2026-12-02", "2027-01-01"),
  ])
  func `the first period is that of the rule in force on its own day`(_ from: String, _ expected: String) {
    #expect(PromotionPeriods.first(onOrAfter: theDay(from)) == theDay(expected))
  }
}

@Suite struct RegularRankPromotionTests {
  private let book = Book.empty()
  private let person: ID<Employee> = identity(1)

  private func book(grade: Grade, since: String, level: EducationLevel, kind: PositionKind = .operational) -> Book {
    let book = Book.empty()
    book.add(
      make(1) { (employee: inout Employee) in
        employee.kind = .permanent
        employee.legalStatus = .active
        employee.birthDate = theDay("1985-05-05")
      })
    book.add(
      make(2) { (rank: inout RankHistory) in
        rank.employee = identity(1)
        rank.grade = grade
        rank.effectiveDate = theDay(since)
      })
    book.add(
      make(3) { (education: inout Education) in
        education.employee = identity(1)
        education.level = level
      })
    book.add(
      make(4) { (position: inout PositionHistory) in
        position.employee = identity(1)
        position.title = "Pengelola Data"
        position.positionKind = kind
        position.effectiveDate = theDay(since)
      })
    return book
  }

  private func answer(
    _ book: Book, on today: String = "2026-11-24"
  ) throws -> Judgement<RegularRankPromotion.Output> {
    let state = try #require(book.state(of: person, on: theDay(today)))
    let input = try #require(RegularRankPromotion.input(for: PersonFacts(state, in: book, by: book.law)))
    return try RegularRankPromotion.judge(input, by: book.law)
  }

  private func status(_ rule: String, _ answer: Judgement<RegularRankPromotion.Output>) -> Finding.Status? {
    answer.findings.first { $0.rule == rule }?.status
  }

  @Test func `four years in rank and room under the ceiling make a promotion possible`() throws {
    let answer = try answer(book(grade: .iiiA, since: "2022-10-01", level: .bachelor))
    #expect(answer.output.target == .iiiB)
    #expect(answer.output.earliest == theDay("2026-11-01"))
    #expect(answer.output.isPossible == true)
    #expect(status("promotion.years", answer) == .met)
    #expect(status("promotion.performance", answer) == .cannotJudge)
  }

  @Test func `less than four years in rank names the day on which it will be possible`() throws {
    let answer = try answer(book(grade: .iiiA, since: "2024-04-01", level: .bachelor))
    #expect(status("promotion.years", answer) == .notMet)
    #expect(answer.output.earliest == theDay("2028-04-01"))
  }

  @Test func `education sets the highest rank`() throws {
    let answer = try answer(book(grade: .iiiB, since: "2020-04-01", level: .upperSecondary))
    #expect(status("promotion.ceiling", answer) == .notMet)
    #expect(answer.output.isPossible == false)
  }

  @Test func `a moderate punishment being served stops a promotion`() throws {
    let book = book(grade: .iiiA, since: "2022-10-01", level: .bachelor)
    book.add(
      make(5) { (discipline: inout Discipline) in
        discipline.employee = identity(1)
        discipline.kind = .allowanceCut6
        discipline.effectiveDate = theDay("2026-08-01")
      })
    #expect(status("promotion.discipline", try answer(book)) == .notMet)
    #expect(status("promotion.discipline", try answer(book, on: "2027-02-01")) == .met)
  }

  @Test func `the step to III a asks for the service examination`() throws {
    let answer = try answer(book(grade: .iiD, since: "2020-04-01", level: .upperSecondary))
    #expect(status("promotion.examination", answer) == .cannotJudge)
  }

  @Test func `contract staff have no rank promotion`() throws {
    let answer = try answer(book(grade: .contract9, since: "2022-04-01", level: .bachelor))
    #expect(answer.output.target == nil)
    #expect(answer.output.isPossible == false)
  }
}
