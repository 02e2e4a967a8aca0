/// Until when somebody can object to a result, by the rule.
///
/// The time runs from the receipt, and from the release while the receipt is not acknowledged.
public struct ObjectionClock {
  /// The day from which the time runs.
  public let received: Day
  public let isAcknowledged: Bool
  /// The last day, counted in; nil when no parameter holds for the day.
  public let deadline: Day?
  public let findings: [Finding]

  /// Nil before the release.
  public init?(of evaluation: Evaluation, filed: Day? = nil, in book: Book) {
    guard let received = evaluation.acknowledgedOn ?? evaluation.releasedOn else { return nil }
    self.received = received
    isAcknowledged = evaluation.acknowledgedOn != nil
    var input = ObjectionDeadline.Input()
    input.received = received
    input.filed = filed
    do throws(NoParameter) {
      let judgement = try ObjectionDeadline.judge(input, by: book.law)
      deadline = judgement.output.deadline
      findings = judgement.findings
    } catch {
      deadline = nil
      findings = [error.finding]
    }
  }

  /// Days left, that day counted in as zero; negative once it has passed.
  public func daysLeft(on day: Day) -> Int? { deadline.map { Int($0.number - day.number) } }
}
