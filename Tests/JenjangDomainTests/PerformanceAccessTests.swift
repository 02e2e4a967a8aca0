import JSONText
import JenjangDomain
import Testing

private func identity<R>(_ number: Int) -> ID<R> { JenjangDomainTests.identity(UInt64(number)) }

/// Two units; a head, a nurse and an officer in the first, a head of the second who was once the nurse's assessor.
private struct Ward {
  let book = Book.empty()
  let head: ID<Employee> = identity(11)
  let nurse: ID<Employee> = identity(12)
  let officer: ID<Employee> = identity(13)
  let former: ID<Employee> = identity(14)
  let chief: ID<Employee> = identity(15)
  let plan: ID<PerformancePlan> = identity(31)
  let result: ID<WorkResult> = identity(41)
  let evaluation: ID<Evaluation> = identity(51)

  init(state: PlanState = .draft, released: Bool = false) {
    for unit in 1...3 {
      book.add(make(UInt64(unit)) { (record: inout Unit) in record.name = "Unit \(unit)" })
    }
    for (place, unit) in [1, 1, 1, 2, 3].enumerated() {
      book.add(make(UInt64(11 + place)) { (record: inout Employee) in record.name = "Orang \(place)" })
      book.add(
        make(UInt64(21 + place)) { (record: inout PositionHistory) in
          record.employee = identity(11 + place)
          record.unit = identity(unit)
          record.effectiveDate = theDay("2020-01-01")
        })
    }
    book.add(
      make(31) { [nurse, former, chief] (record: inout PerformancePlan) in
        record.employee = nurse
        record.assessor = former
        record.superior = chief
        record.state = state
        record.start = theDay("2026-01-01")
      })
    book.add(
      make(41) { [plan] (record: inout WorkResult) in
        record.plan = plan
        record.number = 1
        record.text = "Melayani pasien"
      })
    book.add(
      make(51) { [nurse, plan, former, chief] (record: inout Evaluation) in
        record.employee = nurse
        record.plan = plan
        record.assessor = former
        record.superior = chief
        record.state = released ? .released : .submitted
        record.work = .asExpected
        record.releasedOn = released ? theDay("2026-04-10") : nil
      })
  }

  func access(_ person: ID<Employee>, _ role: UserRole, unit: Int? = nil) -> Access {
    let units: [RecordID] = unit.map { [(identity($0) as ID<Unit>).raw] } ?? []
    return Access(Actor(person: person.raw, role: role, units: units), in: book, on: theDay("2026-11-24"))
  }

  func update(_ kind: String, _ id: RecordID, _ changes: [String: JSONValue]) -> Operation {
    let table = book.table(kind)
    let before = table?.row(of: id).flatMap { table?.object(at: $0) }
    return .update(
      kind: kind, id: id, base: 1,
      changes: Dictionary(uniqueKeysWithValues: changes.map { ($0, Change(old: before?[$0], new: $1)) }))
  }
}

@Suite struct PerformanceAccessTests {
  @Test(arguments: [PlanState.draft, .returned, .submitted, .agreed])
  func `a person writes the own plan and its results only while it is open`(_ state: PlanState) {
    let ward = Ward(state: state)
    let access = ward.access(ward.nurse, .employee)
    let text = ward.update("work-results", ward.result.raw, ["text": "Merawat"])
    let note = ward.update("performance-plans", ward.plan.raw, ["resources": "Alat"])
    #expect((access.refusal(of: [text], in: ward.book) == nil) == state.isOpen)
    #expect((access.refusal(of: [note], in: ward.book) == nil) == state.isOpen)
  }

  @Test func `a person sends the own plan and neither agrees it nor chooses the assessor`() {
    let ward = Ward()
    let access = ward.access(ward.nurse, .employee)
    let send = ward.update("performance-plans", ward.plan.raw, ["state": "DIAJUKAN", "submittedOn": "2026-01-20"])
    let agree = ward.update("performance-plans", ward.plan.raw, ["state": "DITETAPKAN"])
    let choose = ward.update("performance-plans", ward.plan.raw, ["assessor": .string(ward.head.raw.text)])
    #expect(access.refusal(of: [send], in: ward.book) == nil)
    #expect(access.refusal(of: [agree], in: ward.book) != nil)
    #expect(access.refusal(of: [choose], in: ward.book) != nil)
  }

  @Test func `a result cannot be moved into somebody else's plan`() {
    let ward = Ward()
    let other: ID<PerformancePlan> = identity(32)
    ward.book.add(
      make(32) { (record: inout PerformancePlan) in
        record.employee = ward.head
        record.state = .draft
      })
    let move = ward.update("work-results", ward.result.raw, ["plan": .string(other.raw.text)])
    #expect(ward.access(ward.nurse, .employee).refusal(of: [move], in: ward.book) != nil)
    let add = Operation.create(
      kind: "work-results", id: (identity(42) as ID<WorkResult>).raw, object: ["plan": .string(other.raw.text)])
    #expect(ward.access(ward.nurse, .employee).refusal(of: [add], in: ward.book) != nil)
    #expect(ward.access(ward.head, .employee).refusal(of: [add], in: ward.book) == nil)
  }

  @Test func `the frozen assessor of another unit reaches the plan, its results and the evaluation, and no one else's`()
  {
    let ward = Ward(state: .agreed)
    let access = ward.access(ward.former, .supervisor, unit: 2)
    ward.book.access = access
    #expect(ward.book.performancePlans[ward.plan] != nil)
    #expect(ward.book.workResults[ward.result] != nil)
    #expect(ward.book.evaluations[ward.evaluation] != nil)
    #expect(ward.book.employees[ward.nurse] == nil)
    let rate = ward.update("evaluations", ward.evaluation.raw, ["work": "DI_ATAS"])
    #expect(access.refusal(of: [rate], in: ward.book) == nil)
    let stranger = ward.access(ward.officer, .supervisor, unit: 3)
    ward.book.access = stranger
    #expect(ward.book.performancePlans[ward.plan] == nil)
    #expect(ward.book.workResults.table.count == 0)
    #expect(stranger.refusal(of: [rate], in: ward.book) != nil)
  }

  @Test(arguments: UserRole.allCases)
  func `a person sees the own evaluation once it is released, and never rates it`(_ role: UserRole) {
    for released in [false, true] {
      let ward = Ward(state: .agreed, released: released)
      let access = ward.access(ward.nurse, role, unit: 1)
      let rate = ward.update("evaluations", ward.evaluation.raw, ["work": "DI_ATAS"])
      #expect(access.refusal(of: [rate], in: ward.book) != nil)
      let receive = ward.update(
        "evaluations", ward.evaluation.raw, ["state": "DITERIMA", "acknowledgedOn": "2026-04-12"])
      #expect(access.refusal(of: [receive], in: ward.book) == nil)
      ward.book.access = access
      let isSeen = released || role == .auditor
      #expect((ward.book.evaluations[ward.evaluation] != nil) == isSeen)
      #expect((access.seen(rate, in: ward.book) != nil) == isSeen)
    }
  }

  @Test func `a calibration is the superior's, whoever else leads the unit`() {
    let ward = Ward(state: .agreed)
    let change = ward.update(
      "evaluations", ward.evaluation.raw, ["calibratedWork": "DI_ATAS", "calibrationReason": "Bukti baru"])
    #expect(ward.access(ward.chief, .supervisor, unit: 3).refusal(of: [change], in: ward.book) == nil)
    #expect(ward.access(ward.former, .supervisor, unit: 2).refusal(of: [change], in: ward.book) != nil)
    #expect(ward.access(ward.head, .supervisor, unit: 1).refusal(of: [change], in: ward.book) != nil)
    #expect(ward.access(ward.officer, .hrOfficer, unit: 1).refusal(of: [change], in: ward.book) == nil)
  }

  @Test func `an officer opens plans for a unit, the own one among them, and a plan comes with its results`() {
    let ward = Ward()
    let access = ward.access(ward.officer, .hrOfficer, unit: 1)
    let plan: ID<PerformancePlan> = identity(33)
    let open = Operation.create(
      kind: "performance-plans", id: plan.raw,
      object: ["employee": .string(ward.officer.raw.text), "assessor": .string(ward.head.raw.text), "state": "DRAF"])
    let result = Operation.create(
      kind: "work-results", id: (identity(43) as ID<WorkResult>).raw, object: ["plan": .string(plan.raw.text)])
    #expect(access.refusal(of: [open, result], in: ward.book) == nil)
    #expect(ward.access(ward.nurse, .employee).refusal(of: [open], in: ward.book) != nil)
  }

  @Test func `ratings of results are kept as one readable text`() throws {
    var ratings = ResultRatings()
    ratings[2] = .above
    ratings[1] = .asExpected
    #expect(ratings.text == "1 SESUAI, 2 DI_ATAS")
    #expect(ResultRatings(ratings.text) == ratings)
    #expect(ResultRatings("1 SESUAI, 1 DI_ATAS") == nil)
    #expect(ResultRatings("0 SESUAI") == nil)
    #expect(ResultRatings("1 BAIK") == nil)
  }
}
