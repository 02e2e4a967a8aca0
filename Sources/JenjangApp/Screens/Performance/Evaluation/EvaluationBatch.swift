import JenjangDomain
import JenjangStore
import TerminalKit

/// A step of many evaluations at once: what can take it is counted first, the rest is left out and told.
enum EvaluationBatch {
  static func ask(_ step: EvaluationStep, _ lines: [PeriodBoard.Line], _ view: View) -> Effect {
    let wanted = lines.filter { $0.evaluation != nil && step.isPossible($0.status) }
    guard !wanted.isEmpty else { return .say(.noneForStep(step), .warn) }
    return .start(Preparing(step, wanted))
  }

  /// Works out what can take the step, some at a time, then asks.
  private struct Preparing: Job {
    let step: EvaluationStep
    let lines: [PeriodBoard.Line]
    private var place = 0
    private var operations: [JenjangDomain.Operation] = []
    private var left = 0
    private var own = 0
    private var reason: Text?

    init(_ step: EvaluationStep, _ lines: [PeriodBoard.Line]) {
      self.step = step
      self.lines = lines
    }

    var title: Text { Text("Memeriksa", en: "Checking") }
    var isMissed: Bool { false }
    var progress: (done: Int, total: Int)? { (place, lines.count) }

    mutating func advance(_ session: Session) -> Effect? {
      let view = View(session)
      let end = session.clock.milliseconds() + 20
      repeat {
        guard place < lines.count else { return ask(view) }
        add(lines[place], view)
        place += 1
      } while session.clock.milliseconds() < end && place % 400 != 0
      return place < lines.count ? nil : ask(view)
    }

    func cancelled(_ session: Session) -> Effect { .say(Text("Dihentikan", en: "Stopped"), .warn) }

    private mutating func add(_ line: PeriodBoard.Line, _ view: View) {
      guard let evaluation = line.evaluation.flatMap({ view.book.evaluations[$0] }) else { return }
      if let person = view.book.access?.actor.person, evaluation.employee?.raw == person {
        own += 1
        return
      }
      if let refusal = evaluation.refusal(of: step, in: view.book) { return leave(refusal) }
      var next = evaluation.after(step, on: view.today)
      if step == .takeBack { next = next.judged(in: view.book) }
      guard let operation = view.book.evaluations.saving(next) else { return }
      if let refusal = view.book.access?.refusal(of: [operation], in: view.book) { return leave(refusal) }
      operations.append(operation)
    }

    private mutating func leave(_ refusal: Text) {
      left += 1
      reason = reason ?? refusal
    }

    private func ask(_ view: View) -> Effect {
      guard !operations.isEmpty else { return .say(reason ?? .noneForStep(step), .warn) }
      let save = SaveOperations.effect(step.title, operations, done: step.done(operations.count), view)
      let lines: [Text] = .stepLines(step, operations.count, left: left, reason, leftOut: own)
      return .push(Question(step.title, lines, verb: step.verb, letter: "s", accepted: save))
    }
  }
}

extension EvaluationStep {
  /// Whether an evaluation can stand so that the step is next.
  fileprivate func isPossible(_ status: EvaluationStatus) -> Bool {
    switch self {
    case .submit: status == .draft
    case .takeBack, .release: status == .submitted
    case .acknowledge: status == .released
    }
  }
}

extension Text {
  fileprivate static func noneForStep(_ step: EvaluationStep) -> Text {
    switch step {
    case .submit: Text("Tidak ada draf di antaranya", en: "There is no draft among them")
    case .takeBack, .release: Text("Tidak ada yang sudah dikirim di antaranya", en: "None among them is submitted")
    case .acknowledge: Text("Tidak ada yang sudah disampaikan di antaranya", en: "None among them is released")
    }
  }
}
