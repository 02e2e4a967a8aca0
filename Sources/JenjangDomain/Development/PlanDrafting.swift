/// Needs turned into lines of somebody's development plan, and a person's seat asked for from there.
extension Book {
  /// The plan of a year that somebody has; nil without one.
  public func developmentPlan(of person: ID<Employee>, on day: Day) -> DevelopmentPlan? {
    developmentPlans.owned(by: person.raw).last { day.isWithin($0.start, $0.end) }
  }

  /// A new plan for the year of a day; its identity follows from person and year, so that two people make it once.
  public func newDevelopmentPlan(for person: ID<Employee>, on day: Day) -> DevelopmentPlan {
    var plan = DevelopmentPlan(id: ID(person.raw.derived(from: person.raw, UInt64(day.year))))
    plan.employee = person
    plan.name = "RPI \(day.year)"
    plan.start = Day(year: day.year, month: 1, day: 1)
    plan.end = Day(year: day.year, month: 12, day: 31)
    plan.goal = goal(of: person)?.id
    plan.superior = employees.stored(person)?.supervisor
    plan.state = .draft
    return plan
  }

  /// What puts gaps of a person into the plan of the year: the plan where there is none, and an action for each gap
  /// that has no open one yet.
  public func planning(
    _ gaps: [PersonCompetence.Line], for person: ID<Employee>, on day: Day, newID: () -> RecordID
  ) -> [Operation] {
    let existing = developmentPlan(of: person, on: day)
    let plan = existing ?? newDevelopmentPlan(for: person, on: day)
    let open = Set(
      developmentActions.owned(by: plan.id.raw).filter { $0.state?.isOpen ?? false }.compactMap(\.competency))
    let shelf = ProgrammeShelf(self, on: day)
    let actions = gaps.compactMap { gap -> DevelopmentAction? in
      guard gap.required > 0, gap.gap ?? -1 < 0 else { return nil }
      let competency = competencies.table.firstRow(where: "code", is: gap.code)
        .map { ID<Competency>(competencies.table.id(of: $0)) }
      guard competency.map({ !open.contains($0) }) ?? true else { return nil }
      return action(
        for: gap, competency, plan, shelf.programmes(raising: gap.code, above: gap.achieved ?? 0).first, newID)
    }
    guard !actions.isEmpty else { return [] }
    return (existing == nil ? [.creating(plan)] : []) + actions.map { .creating($0) }
  }

  /// What notes a seat at the open actions of the person's plan that the event serves, so that one leads to the other.
  public func noting(_ enrolment: Enrolment, of event: LearningEvent) -> [Operation] {
    guard let person = enrolment.employee, let plan = developmentPlan(of: person, on: event.start ?? day) else {
      return []
    }
    let raises = event.programme.flatMap { learningProgrammes[$0]?.raises }
    return developmentActions.owned(by: plan.id.raw).filter { action in
      guard action.state?.isOpen ?? false, action.enrolment == nil else { return false }
      if let programme = action.programme, programme == event.programme { return true }
      let code = action.competency.flatMap { competencies[$0]?.code }
      return code.map { raises?[$0] != nil } ?? false
    }.compactMap { developmentActions.updating($0.id) { $0.enrolment = enrolment.id } }
  }

  private func action(
    for gap: PersonCompetence.Line, _ competency: ID<Competency>?, _ plan: DevelopmentPlan,
    _ programme: LearningProgramme?, _ newID: () -> RecordID
  ) -> DevelopmentAction {
    var action = DevelopmentAction(id: ID(newID()))
    action.plan = plan.id
    action.kind = programme == nil ? .selfStudy : .training
    action.title = programme?.name ?? gap.title
    action.competency = competency
    action.fromLevel = gap.achieved.flatMap { CompetencyLevel(rawValue: String($0)) }
    action.toLevel = CompetencyLevel(rawValue: String(gap.required))
    action.programme = programme?.id
    action.due = plan.end ?? day
    action.lessonHours = programme?.lessonHours
    action.cost = programme?.costPerHead
    action.state = .planned
    return action
  }
}

/// The programmes on offer by what they raise, read once.
public struct ProgrammeShelf {
  public private(set) var programmes: [LearningProgramme] = []

  public init(_ book: Book, on day: Day) {
    programmes = book.learningProgrammes.all.filter { day.isWithin($0.validFrom, $0.validTo) }
  }

  /// Those that bring a competency above a level, the smallest step first, then the cheapest.
  public func programmes(raising code: String, above level: Int) -> [LearningProgramme] {
    programmes.filter { ($0.raises?[code]?.level ?? 0) > level }.sorted { left, right in
      let (mine, yours) = (left.raises?[code]?.level ?? 9, right.raises?[code]?.level ?? 9)
      return (mine, left.costPerHead ?? 0, left.code ?? "") < (yours, right.costPerHead ?? 0, right.code ?? "")
    }
  }

  /// What serves a need, the best first.
  public func programmes(for need: LearningNeed) -> [LearningProgramme] {
    switch need.subject {
    case .competency(let code): programmes(raising: code, above: need.held ?? 0)
    case .training(let kind): programmes.filter { $0.kind == kind }
    }
  }
}

extension DevelopmentPlan {
  /// Why the superior cannot agree to it now; nil when that is possible.
  public func refusalToAgree(by person: ID<Employee>?, in book: Book) -> Text? {
    if person != nil, person == employee {
      return Text("Tidak ada yang menyepakati rencananya sendiri", en: "Nobody agrees the own plan")
    }
    guard state != .agreed || book.developmentActions.owned(by: id.raw).contains(where: { $0.agreedOn == nil }) else {
      return Text("Semua aksinya sudah disepakati", en: "All its actions are agreed")
    }
    return book.developmentActions.owned(by: id.raw).isEmpty
      ? Text("Rencana ini belum berisi aksi", en: "This plan has no actions yet") : nil
  }

  /// What agrees the plan with the actions that it has now.
  public func agreeing(by person: ID<Employee>?, on day: Day, in book: Book) -> [Operation] {
    var plan = self
    plan.state = .agreed
    plan.agreedOn = day
    plan.agreedBy = person
    let actions = book.developmentActions.owned(by: id.raw).filter { $0.agreedOn == nil }.compactMap { action in
      book.developmentActions.updating(action.id) { $0.agreedOn = day }
    }
    return [book.saving(plan)].compactMap(\.self) + actions
  }
}
