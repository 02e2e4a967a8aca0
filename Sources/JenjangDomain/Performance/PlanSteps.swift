/// A step of a plan from draft to agreement.
///
/// Source: domain reference 3.5.
public enum PlanStep: Sendable, Hashable {
  case submit
  case agree
  case giveBack(PlanReturnReason, note: String)
  /// Takes an agreement back, with the reason, as long as nothing is rated.
  case reopen(note: String)

  public var title: Text {
    switch self {
    case .submit: Text("Ajukan", en: "Submit")
    case .agree: Text("Tetapkan", en: "Agree")
    case .giveBack: Text("Kembalikan", en: "Return")
    case .reopen: Text("Batalkan penetapan", en: "Take the agreement back")
    }
  }

  /// Whether it decides about the person, so that the person may not take it.
  public var isDecision: Bool { self != .submit }
}

extension Book {
  /// Why a step cannot be taken with a plan; nil when it can.
  public func refusal(of step: PlanStep, on plan: PerformancePlan) -> Text? {
    if step.isDecision, let person = access?.actor.person, plan.employee?.raw == person {
      return .notAboutOneself
    }
    let state = plan.state ?? .draft
    switch step {
    case .submit:
      guard state.isOpen else { return .alreadySubmitted }
      return planProblems(plan).first
    case .agree:
      guard state == .submitted || state.isOpen && access == nil else { return .notSubmitted }
      return planProblems(plan).first
    case .giveBack(let reason, let note):
      guard state == .submitted else { return .notSubmitted }
      return reason == .other && note.isBlank
        ? Text("Tulis alasannya: pilihan ini tidak menyebutkannya", en: "Write the reason: this choice does not say it")
        : nil
    case .reopen(let note):
      guard state == .agreed else { return Text("SKP ini belum ditetapkan", en: "This plan is not agreed") }
      guard ratedEvaluations(of: plan).isEmpty else {
        return Text("Sudah ada penilaian atas SKP ini", en: "There is a rating of this plan already")
      }
      return note.isBlank ? Text("Tulis alasannya", en: "Write the reason") : nil
    }
  }

  /// What keeps a plan from being submitted: for the person to put right.
  public func planProblems(_ plan: PerformancePlan) -> [Text] {
    let results = workResults.storedOwned(by: plan.id.raw)
    var problems: [Text] = []
    if !results.contains(where: { $0.kind == .main }) {
      problems.append(Text("Belum ada hasil kerja utama", en: "There is no main work result yet"))
    }
    for result in results where indicators.storedOwned(by: result.id.raw).isEmpty {
      let number = result.number ?? 0
      problems.append(Text("Hasil kerja \(number) belum punya indikator", en: "Result \(number) has no indicator yet"))
    }
    let weights = results.compactMap(\.weight)
    let sum = weights.reduce(0, +)
    if !weights.isEmpty, sum != 100 || weights.count < results.count {
      problems.append(
        Text("Jumlah bobot \(sum), seharusnya 100 atau kosong semua", en: "The weights add up to \(sum), not to 100"))
    }
    if plan.assessor == nil { problems.append(Text("Belum ada pejabat penilai", en: "There is no assessor yet")) }
    return problems
  }

  /// The change that a step makes; nil when it cannot be taken.
  public func operation(
    of step: PlanStep, on id: ID<PerformancePlan>, by actor: RecordID?, day: Day
  ) -> Operation? {
    guard let plan = performancePlans.stored(id), refusal(of: step, on: plan) == nil else { return nil }
    return performancePlans.updating(id) { plan in
      switch step {
      case .submit:
        plan.state = .submitted
        plan.submittedOn = day
      case .agree:
        plan.state = .agreed
        plan.agreedOn = day
        plan.agreedBy = actor.map { ID($0) } ?? plan.assessor
        plan.returnReason = nil
        plan.returnNote = nil
      case .giveBack(let reason, let note):
        plan.state = .returned
        plan.returnReason = reason
        plan.returnNote = note.isBlank ? nil : note
      case .reopen(let note):
        plan.state = .returned
        plan.returnReason = .other
        plan.returnNote = note
        plan.agreedOn = nil
        plan.agreedBy = nil
      }
    }
  }
}

extension String {
  /// Holds nothing but blanks.
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension Text {
  fileprivate static let notSubmitted = Text("SKP ini belum diajukan", en: "This plan has not been submitted")
  fileprivate static let alreadySubmitted = Text(
    "SKP ini sudah diajukan atau ditetapkan", en: "This plan was submitted or agreed already")
}
