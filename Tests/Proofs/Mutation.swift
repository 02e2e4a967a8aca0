@testable import JenjangStore

/// A step of the protocol or a check that is left out.
struct Mutation: Hashable, Sendable, CustomStringConvertible {
  var step: String?
  var rule: StoreRule?

  var description: String { step ?? rule.map { "check \($0.rawValue)" } ?? "nothing" }

  struct Verdict: Sendable {
    var isNoticed: Bool
    /// The first thing that went wrong without it.
    var reason: String
  }

  /// Every step that any scenario takes, and every check.
  static var all: [Mutation] {
    let lab = CrashLab(.mutation)
    lab.tracesRecoveries = true
    lab.run(CrashScenario.all)
    let steps = lab.steps.sorted().map { Mutation(step: $0) }
    return steps + StoreRule.allCases.map { Mutation(rule: $0) }
  }

  /// Leaves it out and looks whether anything goes wrong.
  func verdict() -> Verdict {
    let lab = CrashLab(.mutation, mutation: self)
    lab.stopsEarly = true
    lab.run(CrashScenario.all)
    if let violation = lab.violations.first { return Verdict(isNoticed: true, reason: violation) }
    guard let rule else { return Verdict(isNoticed: false, reason: "\(lab.states) states") }
    let damages = StoreRule.leaving(out: rule) { DamageLab.report(of: .small, part: 0, of: 1, stride: 1) }
    if let violation = damages.violations.first { return Verdict(isNoticed: true, reason: violation) }
    return Verdict(isNoticed: false, reason: "\(lab.states) states, \(damages.cases) damages")
  }
}
