import JSONText
import JenjangDomain
import Testing

@Suite struct PlanOpeningTests {
  @Test func `a cycle has its quarters and the year, each with its days`() throws {
    let office = Bureau()
    let periods = office.book.periods(of: office.cycle().id)
    #expect(periods.compactMap(\.number) == [1, 2, 3, 4, 0])
    #expect(periods[1].start == theDay("2026-04-01"))
    #expect(periods[1].end == theDay("2026-06-30"))
    #expect(periods[1].evaluationDue == theDay("2026-07-20"))
    #expect(periods[4].evaluationDue == theDay("2027-01-31"))
    let again = try #require(CycleOpening(year: 2026, length: .quarterly))
    #expect(again.refusal(in: office.book) != nil)
    #expect(CycleOpening.usualYear(in: office.book, on: office.book.day) == 2027)
    #expect(CycleOpening(year: 1_999, length: .monthly) == nil)
  }

  @Test func `a cycle by months has twelve periods and no record of it breaks a rule`() {
    let office = Bureau(cycle: false)
    let cycle = office.openCycle(2028, .monthly)
    #expect(office.book.periods(of: cycle.id).count == 13)
    for period in office.book.evaluationPeriods.all { #expect(period.problems(in: office.book).isEmpty) }
    #expect(cycle.problems(in: office.book).isEmpty)
  }

  @Test func `the dates of the nearest unit upwards win`() throws {
    let office = Bureau()
    var own = try #require(office.book.periods(of: office.cycle().id).first)
    own = EvaluationPeriod(id: RecordID(high: 7, low: 7), object: own.object)
    own.unit = identity(101)
    own.reason = "Bencana"
    own.evaluationDue = theDay("2026-05-31")
    office.book.add(own)
    let calendars = office.book.periods(of: office.cycle().id).map { PeriodCalendar($0, in: office.book) }
    let below = calendars.compactMap { $0.dates(of: identity(102)) }
    #expect(below.first?.evaluationDue == theDay("2026-05-31"))
    #expect(below.count == 5)
    #expect(calendars.first?.dates(of: nil)?.evaluationDue == theDay("2026-04-20"))
  }

  @Test func `everybody who serves gets one plan and a second run makes none`() {
    let office = Bureau()
    office.leave(6, on: "2025-06-01")
    let tally = office.makePlans()
    #expect(tally?.made == 5)
    #expect(tally?.withoutAssessor == 1)
    #expect(office.plans(of: 6).isEmpty)
    let again = office.makePlans()
    #expect(again?.made == 0)
    #expect(again?.existing == 5)
    for plan in office.book.performancePlans.all { #expect(plan.problems(in: office.book).isEmpty) }
  }

  @Test func `a plan freezes position, level, unit, assessor and superior`() throws {
    let office = Bureau()
    office.makePlans()
    let plan = try #require(office.plans(of: 4).first)
    #expect(plan.title == "Jabatan 4")
    #expect(plan.positionKind == .operational)
    #expect(plan.unit == identity(102))
    #expect(plan.assessor == Bureau.person(2))
    #expect(plan.superior == Bureau.person(1))
    #expect(plan.model == .qualitative)
    #expect(office.plans(of: 2).first?.model == .quantitative)
    #expect(plan.start == theDay("2026-01-01"))
    #expect(plan.end == theDay("2026-12-31"))
  }

  @Test func `two officers who open at once make the same identities`() throws {
    let office = Bureau()
    var first = try #require(
      PlanOpening(office.cycle(), people: nil, beginning: .empty, in: office.book, on: office.book.day))
    var second = first
    #expect(
      first.next(9, in: office.book, newID: office.newID).map(\.id)
        == second.next(9, in: office.book, newID: office.newID).map(\.id))
  }

  @Test func `who moved before the opening gets a plan for each part`() throws {
    let office = Bureau(on: "2026-09-01")
    office.appoint(4, to: 6, since: "2026-04-01")
    office.makePlans()
    let plans = office.plans(of: 4)
    #expect(plans.map(\.start) == [theDay("2026-01-01"), theDay("2026-04-01")])
    #expect(plans.map(\.end) == [theDay("2026-03-31"), theDay("2026-12-31")])
    #expect(plans.map(\.unit) == [identity(102), identity(103)])
    #expect(plans.map(\.assessor) == [Bureau.person(2), Bureau.person(3)])
  }

  @Test func `a new decree for the same post is no move, and who was hired in the year begins then`() {
    let office = Bureau(on: "2026-09-01")
    office.appoint(4, to: 4, since: "2026-04-01")
    office.hire(7)
    office.makePlans()
    #expect(office.plans(of: 4).count == 1)
    #expect(office.plans(of: 4).first?.end == theDay("2026-12-31"))
  }

  @Test func `a template by post goes before one by kind and one of the nearest unit before the general`() throws {
    let office = Bureau()
    func template(_ id: UInt64, post: UInt64? = nil, kind: PositionKind? = nil, unit: UInt64? = nil) {
      office.book.add(
        make(id) { (record: inout PlanTemplate) in
          record.name = "T\(id)"
          record.post = post.map { identity($0) }
          record.positionKind = kind
          record.unit = unit.map { identity($0) }
        })
      office.book.add(
        make(id + 100) { (record: inout TemplateResult) in
          record.template = identity(id)
          record.number = 1
          record.kind = .main
          record.text = "Hasil \(id)"
          record.aspect = .quantity
          record.indicator = "Laporan"
          record.target = "12"
        })
    }
    template(1_001, kind: .operational)
    template(1_002, kind: .operational, unit: 102)
    template(1_003, post: 205)
    office.makePlans(2026, .template)
    let texts = [4, 5, 6].map { office.plans(of: $0).first.flatMap { office.book.results(of: $0.id).first?.text } }
    #expect(texts == ["Hasil 1002", "Hasil 1003", "Hasil 1001"])
    let plan = try #require(office.plans(of: 4).first)
    let result = try #require(office.book.results(of: plan.id).first)
    #expect(office.book.indicators.owned(by: result.id.raw).count == 1)
  }

  @Test func `last year's plan is copied with indicators and expectations, and goes on serving the copy above`() throws
  {
    let office = Bureau(on: "2026-12-20")
    office.makePlans()
    let head = try #require(office.plans(of: 2).first)
    let staff = try #require(office.plans(of: 4).first)
    let above = office.addResult("Seksi tertib", to: head)
    office.addResult("Berkas tertata", to: staff, serves: above.id)
    office.book.add(
      make(2_000) { (record: inout BehaviourExpectation) in
        record.plan = staff.id
        record.value = .service
        record.text = "Tanggap"
      })
    office.openCycle(2027)
    #expect(office.makePlans(2027, .lastYear)?.made == 6)
    let copy = try #require(office.plans(of: 4).last)
    let result = try #require(office.book.results(of: copy.id).first)
    #expect(result.text == "Berkas tertata")
    #expect(office.book.indicators.owned(by: result.id.raw).first?.target == "12")
    #expect(office.book.behaviourExpectations.owned(by: copy.id.raw).first?.text == "Tanggap")
    let served = try #require(result.serves.flatMap { office.book.workResults[$0] })
    #expect(served.plan == office.plans(of: 2).last?.id)
    let difference = PlanDifference(
      from: PlanVersion(staff.id, in: office.book), to: PlanVersion(copy.id, in: office.book))
    #expect(difference.lines.isEmpty)
    #expect(difference.unchanged == 1)
  }
  @Test func `a result in other words is one that was reworded, not one that went and one that came`() {
    func result(_ number: UInt64, _ text: String) -> WorkResult {
      make(number) { (record: inout WorkResult) in
        record.number = Int(number % 100)
        record.text = text
      }
    }
    func version(_ results: [WorkResult]) -> PlanVersion {
      PlanVersion(results: results, indicators: [], expectations: [])
    }
    let old = version([result(1, "Laporan bulanan tersusun"), result(2, "Arsip tertata"), result(3, "Apel pagi")])
    let new = version([
      result(1, "Rekap keuangan"), result(12, "Arsip dinamis tertata"), result(13, "Apel Pagi"), result(14, "Pameran"),
    ])
    let difference = PlanDifference(from: old, to: new)
    #expect(
      difference.lines == [
        .reworded(old: "Laporan bulanan tersusun", new: "Rekap keuangan"),
        .reworded(old: "Arsip tertata", new: "Arsip dinamis tertata"), .added("Pameran"),
      ])
    #expect(difference.unchanged == 1)
  }
}
