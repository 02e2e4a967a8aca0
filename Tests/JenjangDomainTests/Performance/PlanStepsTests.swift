import JSONText
import JenjangDomain
import Testing

@Suite struct PlanStepsTests {
  private let office: Bureau
  private let plan: PerformancePlan

  init() throws {
    office = Bureau()
    office.makePlans()
    plan = try #require(office.plans(of: 4).first)
  }

  private func take(_ step: PlanStep, by actor: UInt64? = nil) -> Bool {
    let person = actor.map { Bureau.person($0).raw }
    guard let operation = office.book.operation(of: step, on: plan.id, by: person, day: office.book.day) else {
      return false
    }
    office.book.apply(operation)
    return true
  }

  private var now: PerformancePlan? { office.book.performancePlans[plan.id] }

  @Test func `an empty plan is not submitted and says what is missing`() {
    #expect(!take(.submit))
    #expect(office.book.planProblems(plan).count == 1)
    var result = WorkResult(id: identity(5_000))
    result.plan = plan.id
    result.kind = .main
    result.number = 1
    office.book.add(result)
    #expect(office.book.refusal(of: .submit, on: plan)?.english == "Result 1 has no indicator yet")
  }

  @Test func `submit, return with a reason, submit, agree, take back while nothing is rated`() {
    office.addResult("Berkas", to: plan)
    #expect(!take(.giveBack(.incomplete, note: "")))
    #expect(take(.submit))
    #expect(!take(.giveBack(.other, note: " ")))
    #expect(take(.giveBack(.unmeasurable, note: "Perjelas")))
    #expect(now?.state == .returned)
    #expect(now?.returnNote == "Perjelas")
    #expect(now?.problems(in: office.book).isEmpty == true)
    #expect(take(.submit))
    #expect(take(.agree, by: 2))
    #expect(now?.state == .agreed)
    #expect(now?.agreedBy == Bureau.person(2))
    #expect(now?.returnReason == nil)
    #expect(!take(.reopen(note: "")))
    #expect(take(.reopen(note: "Target berubah")))
    #expect(now?.state == .returned)
    #expect(now?.agreedOn == nil)
  }

  @Test func `an agreement stands once something is rated`() {
    office.addResult("Berkas", to: plan)
    #expect(take(.submit))
    #expect(take(.agree))
    office.book.add(
      make(3_000) { (record: inout Evaluation) in
        record.employee = plan.employee
        record.plan = plan.id
        record.work = .above
      })
    #expect(!take(.reopen(note: "Keliru")))
  }

  @Test func `nobody agrees the own plan`() {
    office.addResult("Berkas", to: plan)
    #expect(take(.submit))
    let actor = Actor(person: Bureau.person(4).raw, role: .hrOfficer)
    office.book.access = Access(actor, in: office.book, on: office.book.day)
    #expect(office.book.refusal(of: .agree, on: plan)?.english == "Nobody decides about oneself")
  }

  @Test func `nobody makes a plan or an evaluation about oneself as an employee`() {
    let actor = Actor(person: Bureau.person(5).raw, role: .employee)
    let access = Access(actor, in: office.book, on: office.book.day)
    var own = PerformancePlan(id: identity(5_003))
    own.employee = Bureau.person(5)
    own.state = .draft
    var rating = Evaluation(id: identity(5_004))
    rating.employee = Bureau.person(5)
    rating.state = .accepted
    for operation in [Operation.creating(own), .creating(rating)] {
      #expect(access.refusal(of: [operation], in: office.book) != nil)
    }
  }

  @Test func `weights that do not add up keep a plan back, and more than a hundred is refused at the field`() throws {
    office.addResult("Satu", to: plan, weight: 60)
    let second = office.addResult("Dua", to: plan, weight: 30)
    #expect(!take(.submit))
    var heavy = second
    heavy.weight = 50
    let problem = try #require(heavy.problems(in: office.book).first)
    #expect(problem.field == "weight")
    #expect(problem.text.english.contains("40"))
    let operation = try #require(office.book.workResults.updating(second.id) { $0.weight = 40 })
    office.book.apply(operation)
    #expect(take(.submit))
  }

  @Test func `dates outside of the cycle and overlapping parts are refused at their fields`() {
    var wrong = plan
    wrong.start = theDay("2025-12-31")
    #expect(wrong.problems(in: office.book).contains { $0.field == "start" })
    var other = PerformancePlan(id: identity(5_001))
    other.employee = plan.employee
    other.cycle = plan.cycle
    other.start = theDay("2026-05-01")
    other.end = theDay("2026-12-31")
    #expect(other.problems(in: office.book).contains { $0.field == "start" && $0.text.english.hasPrefix("Overlaps") })
    var entry = ProgressEntry(id: identity(5_002))
    entry.result = office.addResult("Berkas", to: plan).id
    entry.date = theDay("2027-01-02")
    #expect(entry.problems(in: office.book).contains { $0.field == "date" && $0.severity == .error })
  }

  @Test func `the standing is the sum of the amounts against the target`() throws {
    let result = office.addResult("Berkas", to: plan, target: "40")
    let words = office.addResult("Tertib", to: plan, target: "tepat waktu")
    for (number, day, amount) in [(UInt64(1), "2026-01-20", "10"), (2, "2026-02-20", "12.5")] {
      office.book.add(
        make(6_000 + number) { (record: inout ProgressEntry) in
          record.result = result.id
          record.date = theDay(day)
          record.text = "Selesai"
          record.amount = Decimal(amount, scale: 2)
        })
    }
    let standings = office.book.standings(of: plan.id)
    #expect(standings.map(\.percent) == [56, nil])
    #expect(standings[0].realised.text == "22.50")
    #expect(standings[0].last?.date == theDay("2026-02-20"))
    #expect(standings[1].result == words.id)
    #expect(plan.elapsed(on: theDay("2026-07-02")) == 50)
    #expect(plan.elapsed(on: theDay("2030-01-01")) == 100)
  }

  @Test func `the cascade shows who serves what, what nobody serves and what serves nothing`() throws {
    let head = try #require(office.plans(of: 2).first)
    let (first, second) = (office.addResult("Seksi tertib", to: head), office.addResult("Layanan cepat", to: head))
    let served = office.addResult("Berkas tertata", to: plan, serves: first.id)
    let loose = office.addResult("Arsip", to: plan)
    let cascade = Cascade(of: head, in: office.book)
    #expect(cascade.lines.map(\.result.id) == [first.id, second.id])
    #expect(cascade.lines[0].shares.map(\.result.id) == [served.id])
    #expect(cascade.lines[1].shares.isEmpty)
    #expect(cascade.loose.map(\.result.id) == [loose.id])
    #expect(cascade.empty == [Bureau.person(5)])
    #expect(office.book.resultsAbove(plan).map(\.id) == [first.id, second.id])
  }
}
