import JSONText
import JenjangDomain
import Testing

@Suite struct PlanNeedsTests {
  private func needs(_ office: Bureau) throws -> PlanNeeds {
    try #require(PlanNeeds(office.cycle(), in: office.book, on: office.book.day))
  }

  private func first(_ need: PlanNeed, _ office: Bureau) throws -> PlanNeeds.Item {
    let items = try needs(office)[need]
    return try #require(items.first)
  }

  private func people(_ need: PlanNeed, _ office: Bureau) throws -> [ID<Employee>] {
    try needs(office)[need].map { ID(office.book.employees.table.id(of: $0.employee)) }
  }

  @Test func `people without a plan, a position or an assessor are found`() throws {
    let office = Bureau()
    #expect(try people(.noPlan, office).count == 6)
    office.makePlans()
    #expect(try people(.noPlan, office).isEmpty)
    #expect(try people(.noAssessor, office) == [Bureau.person(1)])
    office.book.add(
      make(399) { (record: inout Employee) in
        record.name = "Tanpa jabatan"
        record.legalStatus = .active
      })
    #expect(try people(.noPosition, office) == [identity(399)])
  }

  @Test func `an assessor who left is found with who acts as the proposal`() throws {
    let office = Bureau()
    office.makePlans()
    office.leave(2, on: "2026-03-01")
    office.appoint(3, to: 2, since: "2026-03-01", .acting)
    let items = try needs(office)[.assessorLeft]
    #expect(items.count == 2)
    #expect(items.allSatisfy { $0.proposal == Bureau.person(3) && !$0.isOnlyOffered })
    let replacement = AssessorReplacement(office.book, on: office.book.day)
    for item in items {
      let plan = try #require(item.plan)
      office.apply(replacement.operations(plan, to: Bureau.person(3), reason: .left))
    }
    #expect(try needs(office)[.assessorLeft].isEmpty)
    let plan = try #require(office.plans(of: 4).first)
    #expect(plan.assessor == Bureau.person(3))
    #expect(plan.superior == Bureau.person(1))
    #expect(plan.assessorReason == .left)
  }

  @Test func `a vacant head is only offered the head above`() throws {
    let office = Bureau()
    office.makePlans()
    office.leave(2, on: "2026-03-01")
    let item = try first(.assessorLeft, office)
    #expect(item.proposal == Bureau.person(1))
    #expect(item.isOnlyOffered)
    #expect(item.finding == .vacant(identity(202)))
  }

  @Test func `an assessor who moved is found unless the assessor was changed on purpose`() throws {
    let office = Bureau(on: "2026-06-01")
    office.makePlans(on: "2026-01-10")
    office.appoint(2, to: 3, since: "2026-05-01")
    office.appoint(3, to: 2, since: "2026-05-01")
    let moved = try people(.assessorMoved, office)
    #expect(Set(moved) == [Bureau.person(4), Bureau.person(5), Bureau.person(6)])
    #expect(Set(try people(.moved, office)) == [Bureau.person(2), Bureau.person(3)])
  }

  @Test func `a plan is divided by a move with own post, level and assessor for the second part`() throws {
    let office = Bureau(on: "2026-06-01")
    office.makePlans(on: "2026-01-10")
    let plan = try #require(office.plans(of: 4).first)
    office.addResult("Berkas", to: plan)
    office.appoint(4, to: 6, since: "2026-05-01")
    let item = try first(.moved, office)
    #expect(item.day == theDay("2026-05-01"))
    var split = PlanSplit(office.book, on: office.book.day)
    let divided = try #require(item.plan)
    office.apply(split.operations(divided, newID: office.newID))
    let parts = office.plans(of: 4)
    #expect(parts.map(\.end) == [theDay("2026-04-30"), theDay("2026-12-31")])
    #expect(parts.last?.start == theDay("2026-05-01"))
    #expect(parts.last?.post == identity(206))
    #expect(parts.last?.assessor == Bureau.person(3))
    #expect(parts.first?.assessor == Bureau.person(2))
    #expect(office.book.results(of: plan.id).count == 1)
    #expect(try needs(office)[.moved].isEmpty)
    for part in parts { #expect(part.problems(in: office.book).isEmpty) }
  }

  @Test func `what was realised and said after the move goes with it into the new part`() throws {
    let office = Bureau(on: "2026-06-20")
    office.makePlans(on: "2026-01-10")
    let plan = try #require(office.plans(of: 4).first)
    let (kept, carried) = (office.addResult("Berkas", to: plan), office.addResult("Laporan bulanan", to: plan))
    for (number, result, day) in [(1, kept, "2026-03-01"), (2, carried, "2026-04-01"), (3, carried, "2026-06-01")] {
      office.book.add(
        make(4_000 + UInt64(number)) { (entry: inout ProgressEntry) in
          entry.result = result.id
          entry.indicator = office.book.indicators.owned(by: result.id.raw).first?.id
          entry.date = theDay(day)
          entry.text = "Realisasi \(number)"
        })
    }
    office.book.add(
      make(4_010) { (word: inout Feedback) in
        (word.plan, word.result, word.date) = (plan.id, carried.id, theDay("2026-06-02"))
        (word.direction, word.text) = (.down, "Teruskan")
      })
    office.appoint(4, to: 6, since: "2026-05-01")
    var split = PlanSplit(office.book, on: office.book.day)
    office.apply(split.operations(plan.id, newID: office.newID))
    let second = try #require(office.plans(of: 4).last)
    let result = try #require(office.book.results(of: second.id).first)
    #expect(result.text == "Laporan bulanan" && result.kind == .additional)
    let entries = office.book.progressEntries.owned(by: result.id.raw)
    #expect(entries.map(\.text) == ["Realisasi 3"])
    #expect(entries.first?.indicator == office.book.indicators.owned(by: result.id.raw).first?.id)
    #expect(office.book.progressEntries.owned(by: carried.id.raw).map(\.text) == ["Realisasi 2"])
    #expect(office.book.feedback.owned(by: second.id.raw).first?.result == result.id)
    for entry in office.book.progressEntries.all { #expect(entry.problems(in: office.book).isEmpty) }
  }

  @Test func `a plan whose later time is rated is not divided`() throws {
    let office = Bureau(on: "2026-08-01")
    office.makePlans(on: "2026-01-10")
    let plan = try #require(office.plans(of: 4).first)
    office.appoint(4, to: 6, since: "2026-05-01")
    office.book.add(
      make(3_000) { (record: inout Evaluation) in
        record.employee = plan.employee
        record.plan = plan.id
        record.end = theDay("2026-06-30")
        record.assessor = plan.assessor
        record.work = .asExpected
      })
    var split = PlanSplit(office.book, on: office.book.day)
    #expect(split.refusal(plan.id) != nil)
    #expect(split.operations(plan.id, newID: office.newID).isEmpty)
  }

  @Test func `the plan of who left ends with the last day of service`() throws {
    let office = Bureau(on: "2026-06-01")
    office.makePlans(on: "2026-01-10")
    office.leave(4, on: "2026-05-01")
    let item = try first(.ended, office)
    let plan = try #require(item.plan)
    let operation = try #require(PlanEnding.operation(plan, in: office.book))
    office.book.apply(operation)
    #expect(office.plans(of: 4).first?.end == theDay("2026-04-30"))
    #expect(try needs(office)[.ended].isEmpty)
  }

  @Test func `assessors in a circle are found and refused at the field`() throws {
    let office = Bureau()
    office.makePlans()
    let four = try #require(office.plans(of: 4).first)
    let five = try #require(office.plans(of: 5).first)
    for (plan, other) in [(four, UInt64(5)), (five, 4)] {
      if let operation = office.book.performancePlans.updating(plan.id, { $0.assessor = Bureau.person(other) }) {
        office.book.apply(operation)
      }
    }
    #expect(Set(try people(.circle, office)) == [Bureau.person(4), Bureau.person(5)])
    let changed = try #require(office.plans(of: 4).first)
    #expect(changed.problems(in: office.book).contains { $0.field == "assessor" })
    let replacement = AssessorReplacement(office.book, on: office.book.day)
    #expect(replacement.refusal(Bureau.person(4), for: four) != nil)
    #expect(replacement.refusal(Bureau.person(5), for: changed) != nil)
  }

  @Test func `drafts of evaluations go with the plan to the other assessor and rated ones stay`() throws {
    let office = Bureau()
    office.makePlans()
    let plan = try #require(office.plans(of: 4).first)
    for (id, state) in [(UInt64(3_001), EvaluationState.draft), (3_002, .submitted)] {
      office.book.add(
        make(id) { (record: inout Evaluation) in
          record.employee = plan.employee
          record.plan = plan.id
          record.end = theDay("2026-03-31")
          record.assessor = plan.assessor
          record.state = state
        })
    }
    let replacement = AssessorReplacement(office.book, on: office.book.day)
    office.apply(replacement.operations(plan.id, to: Bureau.person(3), reason: .absent))
    #expect(office.book.evaluations[identity(3_001)]?.assessor == Bureau.person(3))
    #expect(office.book.evaluations[identity(3_002)]?.assessor == Bureau.person(2))
  }
}
