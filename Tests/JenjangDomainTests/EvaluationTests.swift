import JSONText
import JenjangDomain
import Testing

@Suite struct `Evaluations` {
  static let matrix: [(ExpectationRating, ExpectationRating, PerformancePredicate)] = [
    (.above, .above, .veryGood), (.above, .asExpected, .good), (.above, .below, .poor), (.asExpected, .above, .good),
    (.asExpected, .below, .poor), (.below, .above, .needsImprovement), (.below, .asExpected, .needsImprovement),
    (.below, .below, .veryPoor),
  ]

  @Test(arguments: matrix)
  func `the two ratings give the predicate of the matrix, and what decided is kept`(
    _ work: ExpectationRating, _ behaviour: ExpectationRating, _ predicate: PerformancePredicate
  ) {
    let fixture = EvaluationFixture()
    let evaluation = fixture.rated(2, work, behaviour)
    #expect(evaluation.predicate == predicate)
    #expect(evaluation.policy == "performance.matrix")
  }

  @Test func `the head of a unit has its achievement as the rating of work`() {
    let fixture = EvaluationFixture()
    fixture.achieves(.excellent)
    let head = fixture.rated(1, .below, .above)
    #expect(head.work == .above && head.predicate == .veryGood)
    #expect(head.policy == "performance.headResult, performance.matrix")
    #expect(fixture.rated(2, .below, .above).predicate == .needsImprovement)
    var ruled = head
    ruled.ruledWork = .asExpected
    #expect(ruled.judged(in: fixture.book).predicate == .good)
  }

  @Test func `a calibration and then a ruling take the place of the assessor's ratings, which stay`() {
    let fixture = EvaluationFixture()
    let day = theDay("2026-10-20")
    var evaluation = fixture.rated(2, .above, .above).after(.submit, on: day)
    evaluation = evaluation.calibrated(
      work: .asExpected, behaviour: .above, reason: "Target kurang", by: EvaluationFixture.chief, on: day)
    evaluation = evaluation.judged(in: fixture.book)
    #expect(evaluation.work == .above && evaluation.calibratedWork == .asExpected)
    #expect(evaluation.calibratedBehaviour == nil && evaluation.predicate == .good)
    evaluation.ruledWork = .above
    #expect(evaluation.judged(in: fixture.book).predicate == .veryGood)
    let back = evaluation.calibrated(work: .above, behaviour: .above, reason: "x", by: EvaluationFixture.chief, on: day)
    #expect(back.calibratedWork == nil && back.calibrationReason == nil)
  }

  @Test func `a changed parameter changes a rating only where it is rated again`() {
    let fixture = EvaluationFixture()
    let before = fixture.rated(2, .asExpected, .above)
    fixture.book.add(before.after(.submit, on: theDay("2026-10-01")).after(.release, on: theDay("2026-10-02")))
    fixture.book.add(
      make(900) { (record: inout LocalParameter) in
        record.key = "performance.matrix"
        record.value =
          "DI_ATAS = SANGAT_BAIK; SANGAT_BAIK; KURANG\nSESUAI = SANGAT_BAIK; BAIK; KURANG\n"
          + "DI_BAWAH = BUTUH_PERBAIKAN; BUTUH_PERBAIKAN; SANGAT_KURANG"
        record.effectiveFrom = theDay("2026-01-01")
        record.approvedBy = "Kepala BKPSDM"
      })
    let kept = fixture.book.evaluations[before.id]
    #expect(kept?.predicate == .good && kept?.problems(in: fixture.book).isEmpty == true)
    let again = fixture.rated(3, .asExpected, .above)
    #expect(again.predicate == .veryGood)
    #expect(again.policy?.hasPrefix("performance.matrix @2026-01-01 #") == true)
  }

  @Test func `what is wrong is said at its field`() {
    let fixture = EvaluationFixture()
    func fields(_ change: (inout Evaluation) -> Void) -> [String?] {
      var evaluation = fixture.rated(2, .asExpected, .asExpected)
      evaluation.state = .submitted
      change(&evaluation)
      return evaluation.problems(in: fixture.book).filter { $0.severity == .error }.map(\.field)
    }
    #expect(fields { _ in } == [])
    #expect(fields { $0.assessor = $0.employee } == ["assessor"])
    #expect(fields { $0.end = theDay("2026-11-02") } == ["end"])
    #expect(fields { $0.predicate = .veryGood } == ["predicate"])
    #expect(
      fields {
        $0.work = nil
        $0.predicate = nil
      } == ["work"])
    #expect(
      fields {
        $0.work = .below
        $0.predicate = .needsImprovement
      } == ["note"])
    #expect(fields { $0.results = ResultRatings("7 SESUAI") } == ["results"])
    #expect(fields { $0.calibratedWork = .asExpected } == ["calibrationReason"])
    fixture.book.add(fixture.rated(2, .above, .above))
    #expect(fields { $0 = twin(of: $0) } == ["period"])
    var plan = fixture.plan(2)
    plan.state = .submitted
    fixture.book.add(plan)
    #expect(fields { _ in } == ["plan"])
  }

  private func twin(of evaluation: Evaluation) -> Evaluation {
    Evaluation(id: RecordID(high: 9, low: 9), object: evaluation.object)
  }

  @Test func `two people who begin the same evaluation begin one record`() {
    let fixture = EvaluationFixture()
    #expect(fixture.blank(2).id == fixture.blank(2).id)
    #expect(fixture.blank(2).id != fixture.blank(3).id)
    #expect(Evaluation.id(of: fixture.plan(2).id, in: fixture.annual.id) != fixture.blank(2).id)
  }

  @Test func `each step is taken in its turn only`() throws {
    let fixture = EvaluationFixture()
    let day = theDay("2026-10-20")
    var evaluation = fixture.blank(2)
    func refused(_ step: EvaluationStep) -> Bool { evaluation.refusal(of: step, in: fixture.book) != nil }
    #expect(EvaluationStep.allCases.filter { !refused($0) } == [])
    evaluation = fixture.rated(2, .below, .asExpected)
    #expect(refused(.submit))
    evaluation.note = "Dua laporan tidak selesai"
    #expect(EvaluationStep.allCases.filter { !refused($0) } == [.submit])
    evaluation = evaluation.after(.submit, on: day)
    #expect(evaluation.ratedOn == day)
    #expect(EvaluationStep.allCases.filter { !refused($0) } == [.takeBack, .release])
    #expect(evaluation.after(.takeBack, on: day).state == .draft)
    evaluation = evaluation.after(.release, on: day)
    #expect(EvaluationStep.allCases.filter { !refused($0) } == [.acknowledge])
    evaluation = evaluation.after(.acknowledge, on: day)
    #expect(EvaluationStep.allCases.filter { !refused($0) } == [])
    #expect(evaluation.objectionDeadline(by: fixture.book.law)?.output.deadline == theDay("2026-11-03"))
  }

  @Test func `single ratings suggest the overall ones, main results twice, and only when all are there`() {
    let results = (1...3).map { number in
      make(UInt64(3_000 + number)) { (record: inout WorkResult) in
        record.number = number
        record.kind = number == 3 ? .additional : .main
      }
    }
    var evaluation = Evaluation(id: identity(1))
    evaluation.results = ResultRatings("1 DI_ATAS, 2 SESUAI")
    #expect(SuggestedRatings(evaluation, results: results).work == nil)
    evaluation.results?[3] = .above
    #expect(SuggestedRatings(evaluation, results: results).work == .above)
    evaluation.results?[1] = .asExpected
    #expect(SuggestedRatings(evaluation, results: results).work == .asExpected)
    for value in BehaviourValue.allCases { evaluation[value] = .below }
    #expect(SuggestedRatings(evaluation, results: results).behaviour == .below)
  }
}
