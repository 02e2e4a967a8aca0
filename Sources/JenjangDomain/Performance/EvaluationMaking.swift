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
    ID(plan.raw.derived(from: period.raw, 0))
  }
}
