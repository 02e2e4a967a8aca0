extension Evaluation {
  /// The same evaluation with the predicate that follows from its ratings, its calibration and a ruling on it.
  public func judged(in book: Book) -> Evaluation {
    var input = PredicateMatrix.Input()
    input.workResult = finalWork
    input.behaviour = finalBehaviour
    input.day = end
    var judged = self
    do throws(NoParameter) {
      let judgement = try PredicateMatrix.judge(input, by: book.law)
      judged.predicate = judgement.output.predicate
      judged.policy = judgement.findings.policy
    } catch { judged.predicate = nil }
    return judged
  }
}
