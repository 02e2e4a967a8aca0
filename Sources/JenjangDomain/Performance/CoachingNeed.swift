/// Who needs coaching after a result, what kind of it, and the dates that follow.
///
/// Source: PP 30/2019 articles 56 to 58; domain reference 8.3.
public struct CoachingNeed {
  public let evaluation: Evaluation
  public let measure: PerformanceMeasure
  public let findings: [Finding]

  /// Nil when nothing special follows from the result, or it is not released.
  public init?(of evaluation: Evaluation, in book: Book) {
    guard evaluation.state?.isReleased ?? false, let predicate = evaluation.predicate else { return nil }
    self.evaluation = evaluation
    let judgement = CoachingNeed.judge(predicate, from: book.day, result: nil, by: book.law)
    findings = judgement.findings
    guard let measure = judgement.output.measure, measure != .none else { return nil }
    self.measure = measure
  }

  static func judge(
    _ predicate: PerformancePredicate, from start: Day, result: ProgrammeResult?, by law: Law
  ) -> Judgement<ImprovementProgramme.Output> {
    var input = ImprovementProgramme.Input()
    input.predicate = predicate
    input.start = start
    input.result = result
    do throws(NoParameter) {
      return try ImprovementProgramme.judge(input, by: law)
    } catch {
      return Judgement(ImprovementProgramme.Output(), [error.finding])
    }
  }

  public var cause: CoachingCause { evaluation.coachingCause }

  /// The programme as it begins on a day, coached by the assessor unless somebody else is named.
  public func programme(_ id: ID<CoachingProgramme>, from start: Day, in book: Book) -> CoachingProgramme {
    var programme = CoachingProgramme(id: id)
    programme.employee = evaluation.employee
    programme.evaluation = evaluation.id
    programme.cause = cause
    programme.measure = measure
    programme.coach = evaluation.assessor
    programme.start = start
    programme.end = CoachingProgramme.lastDay(from: start, by: book.law)
    programme.state = .running
    return programme
  }
}

extension Evaluation {
  /// Why somebody falls short, as the ratings say it.
  var coachingCause: CoachingCause {
    let isWorkBelow = finalWork == .below
    let isBehaviourBelow = finalBehaviour == .below
    if isWorkBelow == isBehaviourBelow { return .predicate }
    return isWorkBelow ? .result : .behaviour
  }
}

extension CoachingProgramme {
  /// The last day of a programme that begins on a day; nil when no parameter says how long it is.
  public static func lastDay(from start: Day, by law: Law) -> Day? {
    law.find(LowPerformance.months, on: start).map { start.adding(months: $0.value).adding(days: -1) }
  }

  /// The dialogues of the programme, one a month from its start to its end.
  ///
  /// By the dates of the rule, cut or carried on where the programme was given another end.
  public func plannedDialogues(_ newID: () -> RecordID) -> [CoachingDialogue] {
    guard let start, let end else { return [] }
    var dialogues: [CoachingDialogue] = []
    var due = start.adding(months: 1).adding(days: -1)
    while due <= end, dialogues.count < 60 {
      var dialogue = CoachingDialogue(id: ID(newID()))
      dialogue.programme = id
      dialogue.number = dialogues.count + 1
      dialogue.due = due
      dialogues.append(dialogue)
      due = start.adding(months: dialogues.count + 1).adding(days: -1)
    }
    return dialogues
  }

  /// Those that are planned, in their order.
  public func dialogues(in book: Book) -> [CoachingDialogue] {
    book.coachingDialogues.owned(by: id.raw).sorted { ($0.number ?? 0) < ($1.number ?? 0) }
  }

  /// The first one that was not held; nil when all were.
  public func nextDialogue(in book: Book) -> CoachingDialogue? { dialogues(in: book).first { $0.heldOn == nil } }

  /// What follows from a result, as the rule says.
  public func consequences(of result: ProgrammeResult, in book: Book) -> [Finding] {
    let predicate = evaluation.flatMap { book.evaluations[$0]?.predicate } ?? .poor
    guard let start else { return [] }
    let isProgramme = measure == .programme
    return CoachingNeed.judge(
      isProgramme ? min(predicate, .poor) : predicate, from: start, result: result, by: book.law
    )
    .findings.filter { $0.rule != "programme.rating" }
  }
}
