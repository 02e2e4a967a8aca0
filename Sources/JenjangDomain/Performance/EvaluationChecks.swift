extension Evaluation {
  /// What is wrong with it beside other records: the period, its dates, another one of the same plan, the predicate.
  func problems(beside plan: PerformancePlan?, in book: Book) -> [Problem] {
    [
      periodProblem(plan, in: book), endProblem(plan, in: book), twinProblem(in: book),
      predicateProblem(plan, in: book),
    ]
    .compactMap(\.self)
  }

  private func periodProblem(_ plan: PerformancePlan?, in book: Book) -> Problem? {
    guard let plan, let period = period.flatMap({ book.evaluationPeriods[$0] }), period.cycle != plan.cycle else {
      return nil
    }
    return Problem("period", Text("Bukan periode dari siklus SKP ini", en: "Not a period of the plan's cycle"))
  }

  private func endProblem(_ plan: PerformancePlan?, in book: Book) -> Problem? {
    guard let period = period.flatMap({ book.evaluationPeriods[$0] }) else { return nil }
    let dates = PeriodCalendar(book.usual(period), in: book).dates(of: plan?.unit)
    return Problem.within(end, dates?.start, dates?.end, field: "end")
  }

  private func twinProblem(in book: Book) -> Problem? {
    guard let employee, let plan, let period else { return nil }
    let twins = book.evaluations.owned(by: employee.raw)
    guard twins.contains(where: { $0.id != id && $0.plan == plan && $0.period == period }) else { return nil }
    return Problem(
      "period", Text("SKP ini sudah dinilai untuk periode ini", en: "This plan is rated for the period already"))
  }

  /// What was released stays as it was decided; until then the predicate is what the ratings give.
  private func predicateProblem(_ plan: PerformancePlan?, in book: Book) -> Problem? {
    guard let plan, let predicate, state == .draft || state == .submitted,
      let period = period.flatMap({ book.evaluationPeriods[$0] })
    else { return nil }
    let judged = RatingBasis(book, period: period).judge(self, of: plan).output.predicate
    guard judged != predicate else { return nil }
    let found = judged?.title ?? .verbatim("-")
    return Problem(
      "predicate",
      Text("Nilainya memberi predikat \(found.indonesian)", en: "The ratings give \(found.english)"))
  }
}
