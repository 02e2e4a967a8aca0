/// How far a mentoring goal has come: the level when it was set, the newest that was found, the one to reach.
public struct GoalOutcome: Sendable, Hashable {
  public let before: Int?
  public let now: Int?
  public let target: Int?

  /// Whether the level to reach is there; nil where that cannot be told.
  public var isClosed: Bool? { now.flatMap { now in target.map { now >= $0 } } }

  /// `2→3`, and behind it what is still to come; blank without levels.
  public var text: String {
    guard let target else { return "" }
    return "\(before.map(String.init) ?? "?")→\((now ?? before).map(String.init) ?? "?")/\(target)"
  }
}

extension MentoringPair {
  /// How far each goal has come, in the order in which they were set.
  public func outcomes(in book: Book, by levels: CompetencyLevels) -> [(goal: MentoringGoal, outcome: GoalOutcome)] {
    let held = mentee.flatMap { book.employees.table.row(of: $0.raw) }.map { levels.held(by: $0) } ?? [:]
    return book.mentoringGoals.owned(by: id.raw).map { goal in
      let code = goal.competency.flatMap { book.competencies[$0]?.code }
      return (
        goal, GoalOutcome(before: goal.before, now: code.flatMap { held[$0]?.level }, target: goal.target)
      )
    }
  }

  /// What is still pursued, for the pair that goes on with somebody else.
  public func goals(continuedIn next: MentoringPair, book: Book, id: () -> RecordID) -> [MentoringGoal] {
    book.mentoringGoals.owned(by: self.id.raw).filter { $0.state == .active }.map { goal in
      var continued = MentoringGoal(id: id(), object: goal.object)
      continued.pair = next.id
      return continued
    }
  }

  /// The pairs before and after this one in which the mentee is mentored on, the first one first.
  public func chain(in book: Book) -> [MentoringPair] {
    var chain = [self]
    while let before = chain.first?.follows.flatMap({ book.mentoringPairs[$0] }),
      !chain.contains(where: { $0.id == before.id })
    {
      chain.insert(before, at: 0)
    }
    let all = mentee.map { book.mentoringPairs.owned(by: $0.raw) } ?? []
    while let last = chain.last, let next = all.first(where: { $0.follows == last.id }),
      !chain.contains(where: { $0.id == next.id })
    {
      chain.append(next)
    }
    return chain
  }
}
