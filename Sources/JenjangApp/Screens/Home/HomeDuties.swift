import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension PerformanceDuty {
  /// What Home says of it.
  var words: Text {
    let name = name ?? ""
    switch kind {
    case .agreePlans: return Text("SKP menunggu persetujuan Anda", en: "plans wait for your agreement")
    case .rate:
      return Text(
        "penilaian \(name) belum selesai\(lateWords.indonesian)", en: "evaluations of \(name) owed\(lateWords.english)")
    case .calibrate: return Text("penilaian \(name) dapat dikalibrasi", en: "evaluations of \(name) can be calibrated")
    case .answerObjections: return Text("keberatan menunggu tanggapan Anda", en: "objections wait for your answer")
    case .ruleObjections: return Text("keberatan menunggu putusan Anda", en: "objections wait for your ruling")
    case .coach:
      return Text(
        "dialog pembinaan dalam 14 hari\(lateWords.indonesian)",
        en: "coaching dialogues within 14 days\(lateWords.english)")
    case .writePlan:
      return Text(
        "SKP Anda belum diajukan\(lateWords.indonesian)", en: "of your plans not submitted\(lateWords.english)")
    case .acknowledge: return Text("hasil penilaian Anda untuk diterima", en: "of your results to receive")
    }
  }

  private var lateWords: Text {
    late == 0 ? .verbatim("") : Text(", \(late) telat", en: ", \(late) late")
  }

  var isUrgent: Bool { late > 0 || kind == .acknowledge || kind == .answerObjections }

  /// Acts on it at once: the grid at the first person, the list of what waits.
  func open(_ view: View) -> Effect {
    switch kind {
    case .rate(let id):
      guard let period = view.book.evaluationPeriods[id], let scope = EvaluationScope.rated(by: view.book.access) else {
        return .none
      }
      let board = PeriodBoard(period, in: view.book, on: view.today)
      let first = board.lines(of: scope, in: view.book).filter { $0.isDue }
        .min { (view.name(ofRow: $0.employee), $0.plan) < (view.name(ofRow: $1.employee), $1.plan) }
      return .push(
        EvaluationGrid(
          period, scope, first: first.map { view.book.performancePlans.table.id(of: $0.plan) }, view: view))
    case .calibrate(let id):
      guard let period = view.book.evaluationPeriods[id], let scope = EvaluationScope.calibration(by: view.book.access)
      else { return .none }
      return .push(EvaluationGrid(period, scope, mode: .calibrating, view: view))
    case .acknowledge: return openOwn(view)
    case .agreePlans:
      let cycle = view.book.cycle(on: view.today)?.id
      return .push(ListScreen(.plans(of: cycle), filter: "state:" + PlanState.submitted.rawValue, view: view))
    case .writePlan: return openOwnPlan(view)
    case .answerObjections, .ruleObjections: return .open(.objections, view)
    case .coach: return .open(.coaching, view)
    }
  }

  /// The first own result that waits to be received.
  private func openOwn(_ view: View) -> Effect {
    guard let person = view.book.access?.actor.person else { return .none }
    let released = view.book.evaluations.owned(by: person).first { $0.state == .released }
    let name = view.book.label(of: person, kind: Employee.kind.name) ?? ""
    return released.map { .push(EvaluationReader.screen($0, name: name, view)) } ?? .none
  }

  /// The first own plan that is to be sent.
  private func openOwnPlan(_ view: View) -> Effect {
    guard let person = view.book.access?.actor.person else { return .none }
    let plan = view.book.performancePlans.owned(by: person).last { $0.state?.isOpen ?? true }
    return plan.map { .push(PlanPage($0.id)) } ?? .none
  }
}
