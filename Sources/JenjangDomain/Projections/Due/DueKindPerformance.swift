extension DueKind {
  /// What the year of performance makes due: plans, ratings, receipts, objections, coaching.
  static let ofPerformance: [DueKind] = [
    DueKind(
      name: "plan-due", title: Text("SKP belum ditetapkan", en: "Plan not agreed"), fields: [],
      source: PerformancePlan.kind, find: { $0.facts.performance.openPlans(of: $0.row, $1) }, findings: plan),
    DueKind(
      name: "evaluation-late", title: Text("Penilaian terlambat", en: "Evaluation late"), fields: [],
      source: PerformancePlan.kind, find: { $0.facts.performance.lateEvaluations(of: $0.row, $1) }, findings: rating),
    DueKind(
      name: "receipt-pending", title: Text("Hasil belum diterima", en: "Result not received"), fields: [],
      source: Evaluation.kind, find: { $0.facts.performance.openReceipts(of: $0.row, $1) }, findings: receipt),
    DueKind(
      name: "objection-ruling", title: Text("Keberatan belum diputus", en: "Objection not ruled"), fields: [],
      source: Objection.kind, find: { $0.facts.performance.openObjections(of: $0.row, $1) }, findings: objection),
    DueKind(
      name: "coaching-dialogue", title: Text("Dialog pembinaan", en: "Coaching dialogue"), fields: [],
      source: CoachingDialogue.kind, find: { $0.facts.performance.openDialogues(of: $0.row, $1) }, findings: dialogue),
    DueKind(
      name: "coaching-end", title: Text("Pembinaan berakhir", en: "Coaching ends"), fields: [],
      source: CoachingProgramme.kind, find: { $0.facts.performance.endingProgrammes(of: $0.row, $1) },
      findings: programme),
  ]

  private static func plan(_ person: PersonFacts, _ line: DueLine) -> [Finding] {
    guard let plan = line.sourceRow.flatMap({ person.book.performancePlans[$0] }) else { return [] }
    return [
      Finding(
        "performance.planDue", Text("SKP ditetapkan tepat waktu", en: "The plan is agreed in time"), .notMet,
        found: plan.state?.title, needed: .until(line.day), basis: PredicateMatrix.basis, certainty: .agency)
    ]
  }

  private static func rating(_ person: PersonFacts, _ line: DueLine) -> [Finding] {
    guard let plan = line.sourceRow.flatMap({ person.book.performancePlans[$0] }) else { return [] }
    let assessor = plan.assessor.flatMap { person.book.label(of: $0.raw, kind: Employee.kind.name) }
    return [
      Finding(
        "performance.evaluationDue", Text("Dinilai tepat waktu", en: "Rated in time"), .notMet,
        found: assessor.map { Text("menunggu \($0)", en: "waiting for \($0)") }, needed: .until(line.day),
        basis: PredicateMatrix.basis, certainty: .agency)
    ]
  }

  private static func receipt(_ person: PersonFacts, _ line: DueLine) -> [Finding] {
    line.sourceRow.flatMap { person.book.evaluations[$0] }.flatMap { ObjectionClock(of: $0, in: person.book)?.findings }
      ?? []
  }

  private static func objection(_ person: PersonFacts, _ line: DueLine) -> [Finding] {
    guard let objection = line.sourceRow.flatMap({ person.book.objections[$0] }), let filed = objection.filedOn,
      let days = try? person.law.require(PerformanceRating.rulingDays, on: filed)
    else { return [] }
    let hearer = objection.hearer.flatMap { person.book.label(of: $0.raw, kind: Employee.kind.name) }
    return [
      Finding(
        "objection.ruling", PerformanceRating.rulingDays.title, .init(person.book.day <= line.day),
        found: hearer.map { Text("menunggu \($0)", en: "waiting for \($0)") }, needed: .until(line.day), by: days)
    ]
  }

  private static func dialogue(_ person: PersonFacts, _ line: DueLine) -> [Finding] {
    guard let dialogue = line.sourceRow.flatMap({ person.book.coachingDialogues[$0] }) else { return [] }
    return [
      Finding(
        "coaching.dialogue", Text("Dialog dilaksanakan tepat waktu", en: "The dialogue is held in time"),
        .init(person.book.day <= line.day), found: .verbatim("\(dialogue.number ?? 0)"), needed: .until(line.day),
        basis: ImprovementProgramme.basis, certainty: .decided)
    ]
  }

  private static func programme(_ person: PersonFacts, _ line: DueLine) -> [Finding] {
    guard let programme = line.sourceRow.flatMap({ person.book.coachingProgrammes[$0] }) else { return [] }
    let open = programme.dialogues(in: person.book).count { $0.heldOn == nil }
    return [
      Finding(
        "coaching.dialogues", Text("Semua dialog dilaksanakan", en: "All dialogues were held"), .init(open == 0),
        found: Text("\(open) belum", en: "\(open) not yet"), basis: ImprovementProgramme.basis, certainty: .decided)
    ]
  }
}
