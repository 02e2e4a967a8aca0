import JSONText

extension Evaluation {
  /// An evaluation that is about to be begun: who, for which plan and period, by whom.
  ///
  /// Its identity follows from plan and period, so that two people who begin at once begin the same one.
  public init(of plan: PerformancePlan, in period: EvaluationPeriod, _ dates: PeriodDates?) {
    self.init(id: Evaluation.id(of: plan.id, in: period.id))
    employee = plan.employee
    self.plan = plan.id
    self.period = period.id
    end = [plan.end, dates?.end ?? period.end].compactMap(\.self).min()
    assessor = plan.assessor
    superior = plan.superior
    state = .draft
  }

  /// The identity of the evaluation of a plan in a period.
  public static func id(of plan: ID<PerformancePlan>, in period: ID<EvaluationPeriod>) -> ID<Evaluation> {
    var mixed = plan.raw.low
    for part in [period.raw.high, period.raw.low, plan.raw.high] {
      mixed = (mixed ^ part) &* 0x9E37_79B9_7F4A_7C15
      mixed ^= mixed >> 29
    }
    return ID(RecordID(high: plan.raw.high, low: mixed))
  }
}

extension Record {
  /// What turns a stored record into this one; it is created where there was none, and nil when nothing differs.
  public func operation(from stored: Self?, revision: Int) -> Operation? {
    guard let stored else { return .create(kind: Self.kind.name, id: id.raw, object: object) }
    let (old, new) = (stored.object, object)
    var changes: [String: Change] = [:]
    for field in Self.fields {
      let name = field.spec.name
      if old[name] != new[name] { changes[name] = Change(old: old[name], new: new[name]) }
    }
    return changes.isEmpty ? nil : .update(kind: Self.kind.name, id: id.raw, base: revision, changes: changes)
  }
}

extension Records {
  /// The operation that saves a record over what is stored under its identity now; nil when nothing differs.
  public func saving(_ record: R) -> Operation? {
    let row = table.row(of: record.id.raw)
    return record.operation(from: row.flatMap { self[$0] }, revision: row.map { table.revision(of: $0) } ?? 0)
  }
}
