import JSONText
import JenjangDomain
import JenjangStore

/// What is done with plans, one or many: made, divided, ended, given another assessor, taken a step further.
enum PlanActions {
  /// Does what a need asks for, for some of its items; what the actor may not do to oneself is left out and told.
  static func act(on items: [PlanNeeds.Item], _ need: PlanNeed, _ cycle: EvaluationCycle, _ view: View) -> Effect {
    let table = view.book.employees.table
    switch need {
    case .noPlan: return .push(OpenPlans.chooser(cycle, people: items.map { table.id(of: $0.employee) }))
    case .moved: return divide(others(items, view).compactMap(\.plan), leftOut: own(items, view), view)
    case .ended: return end(others(items, view).compactMap(\.plan), leftOut: own(items, view), view)
    case .noAssessor, .assessorLeft, .assessorMoved, .circle: return reassign(items, need, view)
    case .noPosition: return .none
    }
  }

  private static func isOwn(_ item: PlanNeeds.Item, _ view: View) -> Bool {
    view.book.access?.actor.person.map { $0 == view.book.employees.table.id(of: item.employee) } ?? false
  }

  private static func others(_ items: [PlanNeeds.Item], _ view: View) -> [PlanNeeds.Item] {
    items.filter { !isOwn($0, view) }
  }

  private static func own(_ items: [PlanNeeds.Item], _ view: View) -> Int { items.count { isOwn($0, view) } }

  private static func divide(_ plans: [ID<PerformancePlan>], leftOut: Int, _ view: View) -> Effect {
    var made = 0
    return .start(
      BatchSaving(
        Text("Membagi SKP", en: "Dividing plans"), count: plans.count, part: 50, batch: view.session.newID(),
        done: { Text("\(made) SKP dibagi", en: "\(made) plans divided").leaving(plans.count - made + leftOut) }
      ) { range, session in
        let book = session.store.book
        var split = PlanSplit(book, on: book.day)
        return plans[range].flatMap { plan -> [JenjangDomain.Operation] in
          let operations = split.operations(plan) { session.newID() }
          if !operations.isEmpty { made += 1 }
          return operations
        }
      })
  }

  private static func end(_ plans: [ID<PerformancePlan>], leftOut: Int, _ view: View) -> Effect {
    var made = 0
    return .start(
      BatchSaving(
        Text("Mengakhiri SKP", en: "Ending plans"), count: plans.count, batch: view.session.newID(),
        done: { Text("\(made) SKP diakhiri", en: "\(made) plans ended").leaving(plans.count - made + leftOut) }
      ) { range, session in
        let operations = plans[range].compactMap { PlanEnding.operation($0, in: session.store.book) }
        made += operations.count
        return operations
      })
  }

  /// Asks for the reason, then gives each plan the assessor that is proposed for it.
  private static func reassign(_ items: [PlanNeeds.Item], _ need: PlanNeed, _ view: View) -> Effect {
    let ready = others(items, view).filter { $0.proposal != nil && $0.plan != nil }
    guard !ready.isEmpty else { return .say(.noProposal, .warn) }
    let left = items.count - ready.count
    let pairs = ready.compactMap { item in item.plan.flatMap { plan in item.proposal.map { (plan, $0) } } }
    return .push(
      reasons(first: need.usualReason, count: pairs.count) { reason, view in
        replace(pairs, reason, leftOut: left, view)
      })
  }

  /// The box of reasons for another assessor, the likely one under the cursor.
  static func reasons(
    first: AssessorChangeReason, count: Int, _ done: @escaping (AssessorChangeReason, View) -> Effect
  ) -> Chooser {
    var chooser = Chooser(
      "plans.reason", Text("Alasan penilai diganti: \(count) SKP", en: "Why another assessor: \(count) plans")
    ) { query, view in
      AssessorChangeReason.allCases.filter { Fuzzy.score(query, in: view($0.title)) != nil }.map { reason in
        Choice(
          title: view(reason.title), key: reason == first ? "•" : "", effect: .pop { _, view in done(reason, view) })
      }
    }
    chooser.current = "•"
    return chooser
  }

  /// Gives plans other assessors, with the reason; whom the rules refuse is left out and counted.
  static func replace(
    _ pairs: [(plan: ID<PerformancePlan>, assessor: ID<Employee>)], _ reason: AssessorChangeReason, leftOut: Int = 0,
    _ view: View
  ) -> Effect {
    var made = 0
    return .start(
      BatchSaving(
        Text("Mengganti penilai", en: "Changing assessors"), count: pairs.count, why: reason.rawValue,
        batch: view.session.newID(),
        done: {
          Text("Penilai \(made) SKP diganti", en: "Assessors of \(made) plans changed")
            .leaving(pairs.count - made + leftOut)
        }
      ) { range, session in
        let replacement = AssessorReplacement(session.store.book, on: session.store.book.day)
        return pairs[range].flatMap { pair -> [JenjangDomain.Operation] in
          let operations = replacement.operations(pair.plan, to: pair.assessor, reason: reason)
          if !operations.isEmpty { made += 1 }
          return operations
        }
      })
  }

  /// Chooses one assessor for some plans, then the reason.
  static func chooseAssessor(for plans: [ID<PerformancePlan>], first: AssessorChangeReason, _ view: View) -> Effect {
    guard !plans.isEmpty, let field = PerformancePlan.fields.first(where: { $0.spec.name == "assessor" }) else {
      return .say(.noneChosen, .warn)
    }
    return .push(
      Lookup.chooser(field.spec, query: "") { value in
        .pop { _, view in
          guard let id = value.text.flatMap({ RecordID($0) }) else { return .none }
          let replacement = AssessorReplacement(view.book, on: view.book.day)
          if plans.count == 1, let plan = view.book.performancePlans[plans[0]],
            let refusal = replacement.refusal(ID(id), for: plan)
          {
            return .say(refusal, .bad)
          }
          return .push(
            reasons(first: first, count: plans.count) { reason, view in
              replace(plans.map { ($0, ID(id)) }, reason, view)
            })
        }
      })
  }

  /// The plans among some that a step can be taken with, and why the first of the others cannot.
  static func ready(
    _ plans: [ID<PerformancePlan>], _ step: PlanStep, _ view: View
  ) -> (plans: [ID<PerformancePlan>], refusal: Text?) {
    var ready: [ID<PerformancePlan>] = []
    var refusal: Text?
    for id in plans {
      guard let plan = view.book.performancePlans[id] else { continue }
      if let found = view.book.refusal(of: step, on: plan) { refusal = refusal ?? found } else { ready.append(id) }
    }
    return (ready, refusal)
  }

  /// Takes a step with many plans, leaving out those it cannot be taken with.
  static func take(_ step: PlanStep, _ plans: [ID<PerformancePlan>], _ view: View, then: Effect = .none) -> Effect {
    let (ready, refusal) = ready(plans, step, view)
    guard !ready.isEmpty else { return .say(refusal ?? .noneChosen, .warn) }
    let (day, actor) = (view.today, view.book.access?.actor.person)
    let left = plans.count - ready.count
    let done = step.done(ready.count).leaving(left, why: refusal)
    guard ready.count > 1 else {
      let operations = ready.compactMap { view.book.operation(of: step, on: $0, by: actor, day: day) }
      return .commit(Transaction(operations, why: step.why), done: done, then: then)
    }
    let make = { (range: Range<Int>, session: Session) in
      ready[range].compactMap { session.store.book.operation(of: step, on: $0, by: actor, day: day) }
    }
    let job = BatchSaving(
      step.title, count: ready.count, why: step.why, batch: view.session.newID(), done: { done }, make: make)
    return .all([then, .start(job)])
  }

  /// The reasons for returning, then the line for more words.
  static func giveBack(_ plans: [ID<PerformancePlan>]) -> Effect {
    .push(
      Chooser("plans.return", Text("Alasan pengembalian", en: "Reason for returning")) { query, view in
        PlanReturnReason.allCases.filter { Fuzzy.score(query, in: view($0.title)) != nil }.map { reason in
          Choice(
            title: view(reason.title),
            effect: .replace(
              Prompt(
                "plans.returnNote", Text("Catatan pengembalian", en: "Note on returning"), help: [.noteHelp],
                check: { text, _ in
                  reason == .other && text.allSatisfy(\.isWhitespace) ? .needsWords : nil
                },
                done: { text, _ in .pop { _, view in take(.giveBack(reason, note: text), plans, view) } })))
        }
      })
  }

  /// Takes agreements back, with the reason.
  static func reopen(_ plans: [ID<PerformancePlan>]) -> Effect {
    .push(
      Prompt(
        "plans.reopen", Text("Alasan membatalkan penetapan", en: "Why the agreement is taken back"), help: [.noteHelp],
        check: { text, _ in text.allSatisfy(\.isWhitespace) ? .needsWords : nil },
        done: { text, _ in .pop { _, view in take(.reopen(note: text), plans, view) } }))
  }
}

extension PlanNeed {
  /// The reason that most changes of this kind have.
  var usualReason: AssessorChangeReason {
    switch self {
    case .assessorLeft: .left
    case .assessorMoved: .moved
    default: .wrong
    }
  }
}

extension PlanStep {
  fileprivate func done(_ count: Int) -> Text {
    switch self {
    case .submit: Text("\(count) SKP diajukan", en: "\(count) plans submitted")
    case .agree: Text("\(count) SKP ditetapkan", en: "\(count) plans agreed")
    case .giveBack: Text("\(count) SKP dikembalikan", en: "\(count) plans returned")
    case .reopen: Text("Penetapan \(count) SKP dibatalkan", en: "\(count) agreements taken back")
    }
  }

  fileprivate var why: String { if case .giveBack(let reason, _) = self { reason.rawValue } else { "" } }
}

extension Text {
  /// The same with how many were left out, and why.
  fileprivate func leaving(_ count: Int, why: Text? = nil) -> Text {
    guard count > 0 else { return self }
    let reason = why.map { ": \($0.indonesian)" } ?? ""
    let english = why.map { ": \($0.english)" } ?? ""
    return Text(
      "\(indonesian), \(count) dilewati\(reason)", en: "\(self.english), \(count) left out\(english)")
  }

  fileprivate static let noProposal = Text(
    "Tidak ada usulan penilai; pilih orangnya dengan F9", en: "No assessor is proposed; choose one with F9")
  fileprivate static let noneChosen = Text("Tidak ada SKP yang dipilih", en: "No plan is chosen")
  fileprivate static let needsWords = Text("Tuliskan alasannya", en: "Write the reason")
  fileprivate static let noteHelp = Text(
    "Pegawai membacanya di SKP; tulis apa yang perlu diperbaiki.",
    en: "The person reads it on the plan; write what is to be put right.")
}
